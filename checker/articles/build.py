"""Draft -> Article: clean, repair, find source and date, and put the text together."""

from __future__ import annotations

import bisect
from collections.abc import Callable

from checker.articles.clean import Cleaned, clean
from checker.articles.draft import Draft, Meta, Paragraph
from checker.articles.located import Located, join
from checker.articles.published import find_published
from checker.articles.repair import repair_glued
from checker.articles.source import credit_length, find_source, leading_credit
from checker.records import Article, LeftOut, Skipped

LineOf = Callable[[Located], int]
_BETWEEN = "\n\n"
_CREDIT_LINES = 2  # paragraphs at the end in which an outlet may name itself


def build_article(draft: Draft, meta: Meta) -> Article | Skipped:
    """One article; Skipped when nothing but site furniture is in it. `meta` wins over what the text says."""

    def line_of(body: Located) -> int:
        return bisect.bisect_right(draft.line_starts, body.at[0])

    cleaned = clean(draft, line_of)
    if not cleaned.paragraphs and (cleaned.title is None or not cleaned.title.text):
        return Skipped(draft.path, _nothing(draft))
    left_out = cleaned.left_out + _repair(cleaned, draft.path, line_of)
    published = find_published(meta.published, meta.url, cleaned.date_lines, [p.text for p in cleaned.paragraphs])
    source, origin = _source(cleaned, draft, meta)
    left_out += _without_credit(cleaned, source, draft.path, line_of)
    title = [cleaned.title] if cleaned.title and cleaned.title.text else []
    text = join([*title, *(paragraph.body for paragraph in cleaned.paragraphs)], _BETWEEN)
    return Article(
        id=draft.id,
        source=source,
        title=title[0].text if title else "",
        text=text.text,
        published=published,
        url=meta.url,
        path=draft.path,
        source_origin=origin,
        offsets=text.runs(),
        line_starts=draft.line_starts,
        left_out=tuple(sorted(left_out, key=lambda row: row.line)),
    )


def _repair(cleaned: Cleaned, path: str, line_of: LineOf) -> list[LeftOut]:
    """Part glued words in title and paragraphs; one row that lists them all."""
    whole = ([Paragraph(cleaned.title)] if cleaned.title else []) + cleaned.paragraphs
    repaired, rows = repair_glued(whole)
    if not rows:
        return []
    first = next(new for new, old in zip(repaired, whole, strict=True) if new.text != old.text)
    if cleaned.title:
        cleaned.title = repaired.pop(0).body
    cleaned.paragraphs = repaired
    reason = f"repaired: {len(rows)} pairs of words that were glued together"
    return [LeftOut(path, line_of(first.body), "; ".join(rows), reason)]


def _source(cleaned: Cleaned, draft: Draft, meta: Meta) -> tuple[str, str]:
    opening = cleaned.paragraphs[0].text if cleaned.paragraphs else ""
    ending = [paragraph.text for paragraph in cleaned.paragraphs[-_CREDIT_LINES:]]
    return find_source(meta.source, meta.url, opening, cleaned.credits + ending, draft.id)


def _without_credit(cleaned: Cleaned, source: str, path: str, line_of: LineOf) -> list[LeftOut]:
    """Take the outlet's own name off the first paragraph, so that its first sentence is a sentence."""
    first = cleaned.paragraphs[0] if cleaned.paragraphs else None
    if first is None or leading_credit(first.text) != source:
        return []
    end = credit_length(first.text)
    cleaned.paragraphs[0] = Paragraph(first.body.cut(end), first.gap)
    return [LeftOut(path, line_of(first.body), first.text[:end].strip(), "source name")]


def _nothing(draft: Draft) -> str:
    return "empty" if not draft.paragraphs else "nothing but site furniture in it"
