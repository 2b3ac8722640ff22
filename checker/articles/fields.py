"""The names under which files give an article's title, text and metadata; one list for all formats."""

from __future__ import annotations

from collections.abc import Mapping

from checker.articles.characters import tidy
from checker.articles.draft import Meta
from checker.articles.located import Located

TITLE = ("title", "headline")
TEXT = ("text", "body", "content", "article")
SOURCE = ("source", "outlet", "publisher", "site", "sitename")
PUBLISHED = ("published", "date", "published_at", "publish_date", "datepublished")
URL = ("url", "link")


def pick(fields: Mapping[str, Located], names: tuple[str, ...]) -> Located | None:
    """The first of the named fields that is there and not blank; keys are in lower case."""
    return next((fields[name] for name in names if name in fields and fields[name].text.strip()), None)


def meta_of(fields: Mapping[str, Located]) -> Meta:
    """Source, publication date and address, "" where not given."""

    def one(names: tuple[str, ...]) -> str:
        found = pick(fields, names)
        return tidy(found).text if found else ""

    return Meta(one(SOURCE), one(PUBLISHED), one(URL))


def title_of(fields: Mapping[str, Located]) -> Located | None:
    """The title on one line, or None."""
    found = pick(fields, TITLE)
    return tidy(found) if found else None
