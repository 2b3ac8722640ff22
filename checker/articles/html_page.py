"""Reader of .html: trafilatura finds the article's text, title, date and site; nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from checker.articles.characters import tidy
from checker.articles.draft import Draft, Meta, Paragraph
from checker.articles.html_places import PageWords
from checker.articles.located import Located, line_starts
from checker.records import Skipped

_STAMP_META = re.compile(
    r"<(?:meta|time)\b[^<>]{0,400}?\b(?:article:published_time|datePublished|pubdate|publish-date|dc\.date\.issued)\b"
    r"[^<>]{0,400}>",
    re.IGNORECASE,
)
_STAMP_JSON = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"<>]{8,40})"')
_STAMP_VALUE = re.compile(r"\b(?:content|datetime)\s{0,9}=\s{0,9}[\"']([^\"'<>]{8,40})[\"']", re.IGNORECASE)


def read_html(raw: str, path: str) -> Iterator[Draft | Skipped]:
    """The one article of a web page."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = bare_extraction(
        raw, include_comments=False, include_tables=False, with_metadata=True, deduplicate=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2099-12-31"},
    )  # fmt: skip
    found = page if isinstance(page, dict) else page.as_dict() if page is not None else {}
    lines = [line for line in str(found.get("text") or "").split("\n") if line.strip()]
    if not lines:
        yield Skipped(path, "no article text found in the page")
        return
    title = str(found.get("title") or "").strip()
    located = list(PageWords(raw).locate([title, *lines] if title else lines))
    head = _without_marks(located.pop(0)) if title else None
    paragraphs = [Paragraph(body) for line in located if (body := _without_marks(line)).text]
    meta = Meta(
        str(found.get("sitename") or ""),
        _stamp(raw) or str(found.get("date") or ""),
        str(found.get("url") or ""),
    )
    yield Draft(path, path, paragraphs, line_starts(raw), head, meta)


def _without_marks(line: Located) -> Located:
    """Without the list mark that trafilatura puts before an item."""
    return tidy(line.cut(2) if line.text.startswith("- ") else line)


def _stamp(raw: str) -> str:
    """The publication date as the page's metadata state it, with its time; trafilatura keeps the day only."""
    tag = _STAMP_META.search(raw)
    value = _STAMP_VALUE.search(tag.group()) if tag else None
    value = value or _STAMP_JSON.search(raw)
    return value.group(1) if value else ""
