"""Dates: days, weekdays, months, years, "four months ago" and times of day, as far as the sentence gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Anchor, anchor_of
from checker.facts.bearer import NOBODY, Bearer, bearer_of
from checker.facts.happenings import happening_of
from checker.facts.quantities.number import number
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import MONTHS, WEEKDAYS, YEAR
from checker.facts.times.clock import DAY, SPOKEN, TWELVE_HOURS, WORDS, ZONE, clock_minutes, offset
from checker.facts.times.date_compare import RULE, compare
from checker.facts.times.date_event import after_another, edge_of, event_of, one_of_several, to_come, with_particle
from checker.facts.times.dating import (
    Span,
    ago_span,
    day_of_month,
    last_span,
    month_span,
    weekday_before,
    year_of,
    year_span,
)
from checker.facts.times.onset import onset_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = rf"(?P<year>{YEAR})"
_ZONE = rf"(?:\s*\(?(?P<zone>{ZONE})\b)?"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+)?"
PATTERNS: Final = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b{_MONTH}\s+{_DAY}\b(?![:.]\d)(?!\s*[ap]\.?m)(?:\s*,?\s*{_YEAR}\b)?",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\b(?:\s*,?\s*{_YEAR}\b)?",
        rf"\b{_PART}{_MONTH}\s*,?\s+{_YEAR}\b",
        rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b",
        r"\b(?P<count>an?|\d+|[a-z]+(?:-[a-z]+)?)\s+(?P<unit>day|week|month|year)s?\s+ago\b",
        r"\b(?P<last>last)\s+(?P<unit>week|month|year)\b",
        rf"\b(?:in|since|until|by|of|during|from|to|after|before|between)\s+{_YEAR}\b",
        rf"\b(?P<part>early|mid|late)[\s-]+{_MONTH}\b",
        rf"\b(?:in|since|until|by|of|during|last|this|next|from|to)\s+{_MONTH}\b",
        r"\bon\s+the\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!\s+[a-z]+\s*(?:of|floor|time))",
        r"\b(?P<relative>yesterday|today|tomorrow)\b",
        rf"\b(?P<clock>{TWELVE_HOURS})\.?{_ZONE}",
        rf"\b(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)\b(?!:)\s*\(?(?P<zone>{ZONE})\b",
        r"\b(?:at|around|about|by|before|after|until|from)\s+(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)\b(?![:.]\d|\s*[ap]\.?m)",
        r"\b(?P<clock>[01]\d[0-5]\d|2[0-3][0-5]\d)\s*(?:hrs\s+|hours\s+)?(?P<zone>GMT|UTC)\b",
        rf"\b(?P<clock>{'|'.join(WORDS)})\b",
        *SPOKEN,
    )
)
KEYS: Final = ("part", "month", "weekday", "count", "last", "year", "relative", "clock", "day")
PRECISE: Final = frozenset({"clock", "weekday", "day", "relative"})  # a day or less
CASED: Final = frozenset({"may", "march"})  # months that are also words: only with a capital
DATELINE: Final = re.compile(r"\)?\s*(?:\([^)]{2,30}\))?\s*[-–—]+\s")
DATELINE_END: Final = 60  # characters; what is further back is no dateline
BRACKET: Final = re.compile(r"\.?\s*(?:local(?:\s+time)?)?\s*[,;]?\s*(?:\(|\[|/|or)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day(Stretch):
    """A point in time as far as it is given. `weekday` 0 is Monday; `minutes` are minutes of the day, local time.

    `resolved` is the calendar day where the text or the publication date settles it, `span` the days that are
    possible, `ago` how many days back a "four months ago" goes, `utc` minutes of the day where the zone is known.
    `happening` is the noun of the event ("quake") where the sentence has one, `whom` the person that it befell or
    who did it, `edge` "end" for its evening or night, "start" for its early hours. `again`: it is said to
    be one time of several; `ahead`: it is to come. `onset`, of a day or time of day: the kind of sudden event that
    began then. Offsets are into the sentence.
    """

    anchor: Anchor
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minutes: int | None = None
    zone: str = ""
    resolved: date | None = None
    preposition: str = ""
    span: Span | None = None
    ago: float | None = None
    unit: str = ""
    utc: int | None = None
    happening: str = ""
    hedged: bool = False
    whom: Bearer = NOBODY
    edge: str = ""
    again: bool = False
    ahead: bool = False
    onset: str = ""


def find(sentence: Sentence, published: date | None = None) -> list[Day]:
    """The dates of a parsed sentence, in order; `published` resolves weekdays and "yesterday" of past events."""
    found: list[Day] = []
    taken: list[tuple[int, int]] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(sentence.text):
            fact = _fact(match, sentence, published)
            if fact is None or any(fact.start < e and s < fact.end for s, e in taken):
                continue
            taken.append((fact.start, fact.end))
            found.append(fact)
    return _with_conversions(sorted(found, key=lambda f: f.start), sentence.text)


def _fact(match: re.Match[str], sentence: Sentence, published: date | None) -> Day | None:
    groups = {k: v for k, v in match.groupdict().items() if v}
    month_word = groups.get("month", "")
    if month_word.lower() in CASED and not month_word[0].isupper():
        return None
    start = min(match.start(k) for k in KEYS if k in groups)
    token = _token_at(sentence, start)
    if token is None:
        return None
    end = match.end()
    own = frozenset(t.i for t in sentence if start <= t.idx - sentence.start_char < end)
    event = event_of(token)
    if start < DATELINE_END and DATELINE.match(sentence.text[end:]):
        return None  # when the report was written: "LIMA, May 15 (Agency) - ..."
    ambiguous = after_another(event, token) or sentence.text[:start].endswith("[")  # "[Tuesday]": an editor's
    before = sentence.text[:start].lower().split()
    bare = Day(
        text=sentence.text[start:end].strip(" ("),
        start=start,
        end=end,
        anchor=Anchor() if ambiguous else with_particle(event, anchor_of(event, own)),
        preposition=before[-1] if before else "",
        happening="" if ambiguous else happening_of(event, own),
        whom=bearer_of(event),
        edge=edge_of(sentence.text[:start], sentence.text[end:]),
        again=one_of_several(event),
        ahead=to_come(event),
        hedged=bool(HEDGED & set(before[-2:])),
        onset="" if ambiguous or groups.keys().isdisjoint(PRECISE) else onset_of(event),
    )
    if "clock" in groups:
        return _timed(bare, groups)
    if "count" in groups or "last" in groups:
        return _back(bare, groups, published)
    return _dated(bare, groups, before[-1] if before else "", published)


HEDGED: Final = frozenset("around about approximately roughly nearly almost just shortly some".split())


def _token_at(sentence: Sentence, start: int) -> Token | None:
    place = sentence.start_char + start
    return next((t for t in sentence if t.idx <= place < t.idx + len(t.text)), None)


def _timed(bare: Day, groups: dict[str, str]) -> Day | None:
    minutes = int(groups["clock"][:2]) * 60 + int(groups["clock"][2:]) if groups["clock"].isdigit() else None
    minutes = clock_minutes(groups["clock"]) if minutes is None else minutes
    if minutes is None:
        return None
    zone = groups.get("zone", "").lower()
    ahead = offset(zone)
    return replace(bare, minutes=minutes, zone=zone, utc=None if ahead is None else (minutes - ahead) % DAY)


def _back(bare: Day, groups: dict[str, str], published: date | None) -> Day | None:
    """ "four months ago", "last month"."""
    unit = groups["unit"].lower()
    if "last" in groups:
        span = last_span(unit, published) if published is not None else None
        return None if span is None else replace(bare, span=span, unit=unit)
    count = 1.0 if groups["count"].lower() in ("a", "an") else number([groups["count"]])
    if count is None:
        return None
    span = ago_span(count, unit, published) if published is not None else None
    return replace(bare, span=span, ago=count, unit=unit)


def _dated(bare: Day, groups: dict[str, str], word_before: str, published: date | None) -> Day | None:
    year = int(groups["year"]) if "year" in groups else None
    month = MONTHS[groups["month"].lower()] if "month" in groups else None
    day = int(groups["day"]) if "day" in groups else None
    weekday = WEEKDAYS[groups["weekday"].lower()] if "weekday" in groups else None
    resolved: date | None = None
    if weekday is not None and published is not None:
        resolved = weekday_before(weekday, word_before, published)
    elif "relative" in groups and published is not None:
        steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
        resolved = published + timedelta(days=steps[groups["relative"].lower()])
    elif day is not None:
        resolved = _resolve(year, month, day, published)
        if month is None and resolved is None:
            return None
    span = (resolved, resolved) if resolved else _span(year, month, day, groups.get("part", "").lower(), published)
    return replace(bare, year=year, month=month, day=day, weekday=weekday, resolved=resolved, span=span)


def _span(year: int | None, month: int | None, day: int | None, part: str, published: date | None) -> Span | None:
    if day is not None:
        return None  # a day of an unknown month or year
    if month is not None:
        known = year if year is not None else year_of(month, published) if published is not None else None
        return None if known is None else month_span(known, month, part)
    return None if year is None else year_span(year)


def _resolve(year: int | None, month: int | None, day: int, published: date | None) -> date | None:
    """The calendar day, when it is settled."""
    try:
        if year is not None and month is not None:
            return date(year, month, day)
        if published is None:
            return None
        if month is None:
            return day_of_month(day, published)
        return date(year_of(month, published), month, day)
    except ValueError:  # 31 November: a slip in the text, not a date
        return None


def _with_conversions(found: list[Day], text: str) -> list[Day]:
    """A time and its conversion ("3:20 p.m. (1220 GMT)") become one: local time and UTC of one moment."""
    joined: list[Day] = []
    for fact in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.minutes is not None
            and before.utc is None
            and fact.minutes is not None
            and BRACKET.fullmatch(text[before.end : fact.start])
        ):
            end = fact.end + text.startswith(")", fact.end)
            joined[-1] = replace(before, text=text[before.start : end], end=end, utc=fact.utc)
        else:
            joined.append(fact)
    return joined


__all__ = ["RULE", "Day", "compare", "find"]
