"""Reader of .txt: one article, its headline first if it has one."""

from __future__ import annotations

from collections.abc import Iterator

from checker.articles.draft import Draft
from checker.articles.located import Located, line_starts
from checker.articles.paragraphs import split_paragraphs


def read_plain(raw: str, path: str) -> Iterator[Draft]:
    """The one article of a text file."""
    yield Draft(path, path, split_paragraphs(Located.of(raw)), line_starts(raw))
