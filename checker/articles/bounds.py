"""What a text without a date says about when it was written: after the events that it tells as past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from checker.articles.dates import Day, find_dates
from checker.records import Published

_SENTENCE_END = re.compile(r"(?<=[a-z0-9”\"’)]{2}[.!?])[”\"’)]*\s+(?=[“\"‘(]?[A-Z])")
# A date beside one of these may lie ahead of the article; then it says nothing about when that was written.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|could|can|(?-i:may)|might|must|wo|to be|going to|by|until|till|if|"
    r"unless|before|plan\w*|schedul\w+|expect\w*|due|upcoming|coming|next|ahead|target\w*|goals?|aim\w*|"
    r"set (?:to|for)|"
    r"deadlines?|expir\w+|promis\w+|pledg\w+|propos\w+|forecast\w*|predict\w*|project\w*|estimat\w+|future|hop\w+|intend\w*|want\w*|"
    r"bid|budget\w*|through|toward|towards|novel|film|movie|model|edition)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|began|became|came|took|went|left|held|met|made|said|told|gave|won|lost|fell|rose|led|"
    r"struck|hit|broke|fought|sent|brought|saw|found|built|known|since|(?-i:[a-z]{2,}(?<!e)ed))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:in|since|after|from|during|early|late)\s\Z", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<noun>[a-z]{3,})\s+(?:that\s+)?(?:was|were)\s+(?P<verb>\w+ed|struck|made|held|won)\s+(?:exactly\s+|just\s+)?"
    r"(?P<n>a|an|one|two|three|four|five|ten|\d{1,2})\s+years?\s+ago\b",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_YEAR = 365.25  # days
_EARLY, _LATE = 0.25, 0.5  # "a year ago" is said from 9 to 18 months after


def implied_bounds(paragraphs: Sequence[str]) -> Published:
    """Published no earlier than the latest dated past event; about N years after one "signed N years ago"."""
    earliest = max((day.earliest for day in _past_dates(paragraphs)), default=None)
    latest: date | None = None
    for after, before in _years_after(paragraphs):
        if earliest is None or before >= earliest:
            earliest = max(after, earliest or after)
            latest = min(before, latest or before)
    if earliest is None:
        return Published()
    if latest is not None and latest < earliest:
        latest = None  # two such phrases that no one date fits
    return Published(earliest, latest, "bounds", "text")


def _past_dates(paragraphs: Sequence[str]) -> Iterator[Day]:
    for paragraph in paragraphs:
        for sentence in _SENTENCE_END.split(paragraph):
            if _PAST.search(sentence) and not _AHEAD.search(sentence):
                yield from (day for day in find_dates(sentence) if day.precision != "year" or _is_when(sentence, day))


def _is_when(sentence: str, year: Day) -> bool:
    """ "in 2012", and not a year that only names something: "the 2012 primary", "Euro 2012"."""
    return bool(_WHEN.search(sentence, max(0, year.start - 20), year.start))


def _years_after(paragraphs: Sequence[str]) -> Iterator[tuple[date, date]]:
    """For "the deal was signed a year ago", when "the February 29, 2020 deal" is the only dated deal."""
    text = "\n".join(paragraphs)
    days = [(day, _noun_after(text, day.end)) for day in find_dates(text) if day.precision == "day"]
    for match in _AGO.finditer(text):
        dated = {day.earliest for day, noun in days if noun == match["noun"].lower()}
        if len(dated) != 1:
            continue
        count = match["n"].lower()
        years = _NUMBERS[count] if count in _NUMBERS else int(count)
        event = dated.pop()
        yield event + timedelta((years - _EARLY) * _YEAR), event + timedelta((years + _LATE) * _YEAR)


def _noun_after(text: str, end: int) -> str:
    match = re.compile(r",?\s+([A-Za-z]{3,})").match(text, end)
    return match[1].lower() if match else ""
