"""Which calendar days an expression of time means, seen from the day of publication."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

Span = tuple[date, date]  # first and last day that the expression allows
UNITS: Final = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
AHEAD: Final = timedelta(days=31)  # a date so far behind publication is one to come; a later one was last year's
# Parts of a month, as days of it.
PARTS: Final = {"early": (1, 12), "mid": (8, 22), "late": (18, 31)}


def month_span(year: int, month: int, part: str = "") -> Span:
    """The days of a month, or of its early, middle or late part."""
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = PARTS.get(part, (1, last))
    return date(year, month, first_day), date(year, month, min(last_day, last))


def year_span(year: int) -> Span:
    """The days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def year_of(month: int, published: date) -> int:
    """The year of a month that is named without one: news looks back, but a little ahead too."""
    return published.year if date(published.year, month, 1) <= published + AHEAD else published.year - 1


def ago_span(count: float, unit: str, published: date) -> Span | None:
    """ "six months ago": that long before publication, half a unit and a twentieth of the way to either side."""
    step = UNITS[unit]
    room = max(1.0, step / 2 + 0.05 * count * step)
    try:
        first = published - timedelta(days=count * step + room)
        return first, published - timedelta(days=max(0.0, count * step - room))
    except OverflowError:  # "millions of years ago"
        return None


def last_span(unit: str, published: date) -> Span | None:
    """ "last month": the calendar unit before the one of publication."""
    if unit == "year":
        return year_span(published.year - 1)
    if unit == "month":
        before = published.replace(day=1) - timedelta(days=1)
        return month_span(before.year, before.month)
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        return monday - timedelta(days=8), monday  # for some a week starts on Sunday
    return None


def weekday_before(weekday: int, word_before: str, published: date) -> date | None:
    """The day a bare weekday means: the last such day up to publication. "Next Friday" is not settled."""
    if word_before in ("next", "coming", "following", "every", "each", "previous"):
        return None
    back = (published.weekday() - weekday) % 7
    return published - timedelta(days=back or (7 if word_before == "last" else 0))


def day_of_month(day: int, published: date) -> date | None:
    """ "on the 14th": of the month of publication, or of the one before where that day is still to come."""
    try:
        if day <= published.day + 2:
            return published.replace(day=day)
        return (published.replace(day=1) - timedelta(days=1)).replace(day=day)
    except ValueError:
        return None


def days_apart(left: Span, right: Span) -> int:
    """Days between two spans; 0 when they overlap or touch."""
    return max(0, (max(left[0], right[0]) - min(left[1], right[1])).days - 1)
