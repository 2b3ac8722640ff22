"""Explicit dates in English text and ISO stamps; strict, because a wrong date is worse than none."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<m1>{MONTH})\s+(?P<d1>{_DAY}),?\s+(?P<y1>{_YEAR})\b"
    rf"|\b(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{MONTH}),?\s+(?P<y2>{_YEAR})\b"
    rf"|\b(?P<y3>{_YEAR})[-/.](?P<m3>0?[1-9]|1[0-2])[-/.](?P<d3>0?[1-9]|[12]\d|3[01])\b"
    rf"|\b(?P<a>0?[1-9]|[12]\d|3[01])[-/.](?P<b>0?[1-9]|[12]\d|3[01])[-/.](?P<y4>{_YEAR})\b"
    rf"|\b(?P<m5>{MONTH}),?\s+(?:of\s+)?(?P<y5>{_YEAR})\b"
    rf"|(?<![\d$€£.,:/-])\b(?P<y6>{_YEAR})\b(?![\d%:/-]|[.,]\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap])?(?:\.?m\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: the days it may mean, where it stands in the text, and "day", "month" or "year"."""

    earliest: date
    latest: date
    precision: str
    start: int
    end: int


def find_dates(text: str) -> Iterator[Day]:
    """The dates that name a year, in order; 5/6/2010 is either of two days, and so a range of days."""
    for match in _DATE.finditer(text):
        try:
            yield _day(match)
        except ValueError:  # 31 June, or a day that no month has
            continue


def _day(match: re.Match[str]) -> Day:
    part = match.groupdict()
    for i in "123":
        if part[f"y{i}"]:
            found = date(int(part[f"y{i}"]), _month(part[f"m{i}"]), int(re.sub(r"\D", "", part[f"d{i}"])))
            return Day(found, found, "day", *match.span())
    if part["y4"]:
        return _numeric(int(part["a"]), int(part["b"]), int(part["y4"]), match.span())
    year = int(part["y5"] or part["y6"])
    first, last, precision = (1, 12, "year") if part["y6"] else (_month(part["m5"]), _month(part["m5"]), "month")
    return Day(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), precision, *match.span())


def _numeric(a: int, b: int, year: int, span: tuple[int, int]) -> Day:
    """Day and month in an order that only their sizes can tell."""
    readings = sorted({date(year, m, d) for m, d in ((a, b), (b, a)) if m <= 12})
    if not readings:
        raise ValueError("no month")
    return Day(readings[0], readings[-1], "day" if len(readings) == 1 else "bounds", *span)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower().rstrip(".")]


def find_clock(text: str) -> str:
    """The first time of day as "HH:MM", or ""."""
    match = _CLOCK.search(text)
    if not match:
        return ""
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{match['m']}"


def parse_iso(stamp: str) -> datetime | None:
    """An ISO 8601 date or date and time, or None."""
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None
