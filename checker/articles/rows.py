"""Rows of .json, .jsonl and .csv -> drafts: what a row must have, and what is said of one that has not."""

from __future__ import annotations

from collections.abc import Mapping

from checker.articles.draft import Draft
from checker.articles.fields import TEXT, meta_of, pick, title_of
from checker.articles.located import Located
from checker.articles.paragraphs import split_paragraphs
from checker.records import Skipped


def draft_row(fields: Mapping[str, Located], path: str, row: int | None, starts: tuple[int, ...]) -> Draft | Skipped:
    """One article of a file with several; `row` counts from 1, None for a file that is one article.

    The title given stands for the headline; without one the headline is looked for in the text.
    """
    body = pick(fields, TEXT)
    if body is None:
        return bad_row(path, row, f"no text (looked for {', '.join(TEXT)})")
    article_id = path if row is None else f"{path}#{row}"
    return Draft(article_id, path, split_paragraphs(body), starts, title_of(fields), meta_of(fields))


def bad_row(path: str, row: int | None, reason: str) -> Skipped:
    """A row that is not an article, by its number."""
    return Skipped(path, reason if row is None else f"row {row}: {reason}")
