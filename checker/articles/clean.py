"""Draft -> the paragraphs that are the article, and what was left out of it and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from checker.articles.agencies import names_agency
from checker.articles.draft import Draft, Paragraph
from checker.articles.furniture import furniture_reason, lists_articles
from checker.articles.headline import find_headline, same_words
from checker.articles.located import Located
from checker.articles.stamps import date_after, is_date_line
from checker.articles.teasers import count_teasers
from checker.records import LeftOut

_HEAD = 8  # paragraphs at either end of a page among which a date line is the article's own
_TAIL = 4
_CHRONICLE = 3  # date lines; an article with more is a chronicle, and they are its headings
_TOP = 2  # paragraphs, headline included, that may stand above a chronicle's own date
_REPEAT = 8  # words from which on a paragraph that stands twice is a repeat, and not a refrain
_AHEAD = 61  # paragraphs after a heading such as "Related articles" among which teasers are looked for
_HEADLINES = frozenset({"related articles"})
_RIGHTS = re.compile(r"\s(?=All rights reserved|This material may not be)", re.IGNORECASE)


@dataclass(slots=True)
class Cleaned:
    """What `clean` found; `date_lines` and `credits` are left-out lines that tell of date and source."""

    title: Located | None
    paragraphs: list[Paragraph]
    left_out: list[LeftOut] = field(default_factory=list)
    date_lines: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


def clean(draft: Draft, line_of: Callable[[Located], int]) -> Cleaned:
    """Leave out site furniture, date lines, repeats and what stands above the headline."""
    cleaned = Cleaned(draft.title, [])

    def leave_out(paragraph: Paragraph, reason: str) -> None:
        row = LeftOut(draft.path, line_of(paragraph.body), paragraph.text, reason)
        cleaned.left_out.append(row)

    kept = _without_furniture(draft.paragraphs, cleaned, leave_out)
    if draft.title is None:
        above = bool(kept) and bool(draft.paragraphs) and kept[0] is not draft.paragraphs[0]
        at = find_headline(kept, above)
        if at is not None:
            for paragraph in kept[:at]:
                leave_out(paragraph, "above the headline (section name or picture description)")
            cleaned.title = kept[at].body
            kept = kept[at + 1 :]
    cleaned.paragraphs = _without_repeats(kept, cleaned, leave_out)
    cleaned.left_out.sort(key=lambda row: row.line)
    return cleaned


def _without_furniture(
    paragraphs: list[Paragraph], cleaned: Cleaned, leave_out: Callable[[Paragraph, str], None]
) -> list[Paragraph]:
    reasons = [furniture_reason(paragraph.text) for paragraph in paragraphs]
    dates = _date_lines(paragraphs)
    kept: list[Paragraph] = []
    teasers = 0
    for i, (paragraph, reason) in enumerate(zip(paragraphs, reasons, strict=True)):
        if teasers > 0 and not reason:
            reason = "teaser of another article"
        elif not reason and i in dates:
            reason = "publication date"
            cleaned.date_lines.append(paragraph.text)
        elif len(kept) > 1 and lists_articles(paragraph.text, reason):
            after = paragraphs[i + 1 : i + 1 + _AHEAD]
            texts = ["" if reasons[k] else each.text for k, each in enumerate(after, i + 1)]
            found = count_teasers(texts, headlines=reason in _HEADLINES)
            teasers = max(teasers, found + 1)
        teasers -= 1
        if not reason:
            kept += _without_rights(paragraph, leave_out)
            continue
        leave_out(paragraph, reason)
        if reason == "copyright line":
            cleaned.credits.append(paragraph.text)
    return kept


def _date_lines(paragraphs: list[Paragraph]) -> set[int]:
    """The paragraphs that say when the article was published; of a chronicle's dates only one at its top."""
    found = [i for i, paragraph in enumerate(paragraphs) if is_date_line(paragraph.text)]
    if len(found) > _CHRONICLE:
        return {i for i in found[:1] if i < _TOP}
    return {i for i in found if i < _HEAD or i >= len(paragraphs) - _TAIL}


def _without_rights(paragraph: Paragraph, leave_out: Callable[[Paragraph, str], None]) -> list[Paragraph]:
    """An agency's copyright line without its legal sentence: the credit says where the copy comes from."""
    match = _RIGHTS.search(paragraph.text) if names_agency(paragraph.text) else None
    if match is None or not paragraph.text.lower().startswith(("copyright", "©", "(c)")):
        return [paragraph]
    leave_out(Paragraph(paragraph.body.cut(match.end())), "copyright line")
    return [Paragraph(paragraph.body.cut(0, match.start()), paragraph.gap)]


def _without_repeats(
    paragraphs: list[Paragraph], cleaned: Cleaned, leave_out: Callable[[Paragraph, str], None]
) -> list[Paragraph]:
    """Without the headline's copies at the top, and without paragraphs that stand twice."""
    title = cleaned.title.text if cleaned.title else ""
    seen: set[str] = set()
    kept: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        key = same_words(paragraph.text)
        if i < _HEAD and title and key == same_words(title):
            leave_out(paragraph, "headline repeated")
        elif i < _HEAD and title and (stamp := date_after(paragraph.text, title)):
            leave_out(paragraph, "headline repeated, with the publication date")
            cleaned.date_lines.append(stamp)
        elif key in seen and key.count(" ") + 1 >= _REPEAT:
            leave_out(paragraph, "paragraph repeated")
        else:
            seen.add(key)
            kept.append(paragraph)
    return kept
