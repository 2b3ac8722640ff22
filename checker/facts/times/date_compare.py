"""Whether two expressions of time give one event the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, coverage
from checker.facts.bearer import another
from checker.facts.event import same_event
from checker.facts.lexicon import REPORTING
from checker.facts.times.clock import gap
from checker.facts.times.dating import UNITS, days_apart
from checker.facts.times.onset import of_one_kind
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from checker.facts.times.date import Day

RULE = "date"
OPEN: Final = frozenset({"since", "after", "before", "until", "by", "from", "to", "between", "till", "through"})
# The day of a statement is not the day of what was stated; these verbs of saying are events of their own.
ACTS: Final = frozenset({"announce", "declare", "reveal", "post", "tweet", "accuse", "deny"})
LEAST: Final = 0.3
ONE_OF_MANY: Final = 0.6  # what is done in one year may be done again in another: more has to be alike
ONE_ONSET: Final = 0.8  # two times of day at which a crash began: told in other words, hardly two crashes
HOUR: Final = 60  # minutes
SOON: Final = 15  # minutes that two reports of one moment may be apart
SAME_NEWS: Final = 2  # days that two dates of one announcement may be apart
ROUGHLY: Final = 30  # the same where one says "around"
BETWEEN_MONTHS, BETWEEN_YEARS = 20, 150  # days between two spans before months, or years, contradict each other


def compare(left: Day, right: Day, similar: Similar) -> Comparison | None:
    """Whether both give one event the same time; None when the events differ or the precision does."""
    if not _bounded(left) or not _bounded(right):
        return None
    slot = _same_event(left, right, similar)
    if slot < LEAST:
        return None
    verdict = _verdict(left, right)
    if verdict is None or (
        verdict is Verdict.CONTRADICT and (_another(left, right) or _two_announcements(left, right))
    ):
        return None
    event = left.happening or left.anchor.head or left.anchor.predicate
    message = f"{left.text} and {right.text} for the same {event or 'event'}"
    return Comparison(
        RULE, RULE, verdict, left.text, right.text, message, slot, left.mark, right.mark, f"date of {event}"
    )


def _bounded(day: Day) -> bool:
    """Whether the time itself is given, and not only a bound; "shortly after 3 p.m." is a time."""
    return day.preposition not in OPEN or (day.minutes is not None and day.hedged)


def _same_event(left: Day, right: Day, similar: Similar) -> float:
    """How surely both are times of one event, 0 to 1: a like verb or noun, and like words around it."""
    if any(d.anchor.head in REPORTING and d.anchor.head not in ACTS for d in (left, right)):
        return 0.0
    if left.ahead != right.ahead and left.anchor.head != right.anchor.head:
        return 0.0  # what will be held is not what was closed
    if another(left.whom, right.whom):
        return 0.0  # the day on which one was hurt and that on which another was
    if _two_years(left, right):
        if left.again or right.again or left.ahead != right.ahead or _of_other_things(left, right, similar):
            return 0.0
        slot = same_event(left.anchor, left.happening, right.anchor, right.happening, similar)
        return slot if slot >= ONE_OF_MANY or (left.happening and right.happening) else 0.0
    (verb, *part), (other, *rest) = left.anchor.head.split(" "), right.anchor.head.split(" ")
    if verb == other and part != rest:
        return 0.0  # "checked in" and "checked out"
    slot = same_event(left.anchor, left.happening, right.anchor, right.happening, similar)
    if of_one_kind(left.onset, right.onset) and not left.ahead and not right.ahead:
        slot = max(slot, ONE_ONSET)
    return max(slot, 0.8) if slot and _one_odd_minute(left, right) else slot


def _of_other_things(left: Day, right: Day, similar: Similar) -> bool:
    """Whether each side has something that the other hasn't and that is not like it: another prize, another town."""
    one, other = (d.anchor.modifiers | d.anchor.arguments for d in (left, right))
    return bool(one - other) and bool(other - one) and not coverage(one - other, other - one, similar)


def _two_years(left: Day, right: Day) -> bool:
    return left.year is not None and right.year is not None and left.year != right.year


def _another(left: Day, right: Day) -> bool:
    """Whether times so far apart are those of two happenings of one kind: the quake of 2009 and that of 2004."""
    only_kind = bool(left.onset) and left.anchor.head != right.anchor.head  # "sank" and "capsized", maybe of two ships
    if left.minutes is not None or not (left.happening or right.happening or only_kind):
        return False
    if left.span is not None and right.span is not None:
        return days_apart(left.span, right.span) > UNITS["month"]
    return left.year != right.year or left.month != right.month


def _two_announcements(left: Day, right: Day) -> bool:
    """Whether dates of saying something are so far apart that two things were said."""
    if left.span is None or right.span is None or not {left.anchor.head, right.anchor.head} <= ACTS:
        return False
    return days_apart(left.span, right.span) > SAME_NEWS


def _one_odd_minute(left: Day, right: Day) -> bool:
    """Whether both give the same time to the minute, and not a round one: hardly two events."""
    return left.minutes is not None and left.minutes == right.minutes and left.minutes % 30 != 0


def _verdict(left: Day, right: Day) -> Verdict | None:
    """Agree or contradict; None where the two aren't given in comparable terms."""
    if left.minutes is not None or right.minutes is not None:
        return _clock_verdict(left, right)
    for key in ("weekday", "day", "month", "year"):
        a, b = getattr(left, key), getattr(right, key)
        if a is not None and b is not None and a != b and _comparable(left, right, key):
            return None if _one_night(left, right) else Verdict.CONTRADICT
    if left.resolved is not None and right.resolved is not None:
        # a weekday read against a wrong publication date is a day off by a week: not safe to call a contradiction
        return Verdict.AGREE if left.resolved == right.resolved else None
    if left.ago is not None or right.ago is not None or left.unit or right.unit:
        return _span_verdict(left, right)
    shared = [
        k
        for k in ("weekday", "day", "month", "year")
        if getattr(left, k) is not None and getattr(left, k) == getattr(right, k)
    ]
    return Verdict.AGREE if shared else None


def _one_night(left: Day, right: Day) -> bool:
    """ "Late on Friday", "early on Saturday": two reports of one night."""
    for first, second in ((left, right), (right, left)):
        if first.edge == "end" and second.edge == "start":
            if first.weekday is not None and second.weekday is not None:
                return (second.weekday - first.weekday) % 7 == 1
            if first.resolved is not None and second.resolved is not None:
                return (second.resolved - first.resolved).days == 1
    return False


def _comparable(left: Day, right: Day, key: str) -> bool:
    """A day of the month is compared within one month only, a month within one year (or with no year given)."""
    if key == "day":
        return left.month == right.month and (left.year == right.year or None in (left.year, right.year))
    return True


def _span_verdict(left: Day, right: Day) -> Verdict | None:
    """ "Six months ago" against "four months ago", "in July" or "July 9", as days that are possible."""
    if any(d.weekday is not None or (d.resolved is not None and d.day is None) for d in (left, right)):
        return None  # "on Friday" and "last year": today's event and an earlier one
    if left.span is not None and right.span is not None:
        apart = days_apart(left.span, right.span)
        coarse = any(_coarse(d) for d in (left, right))
        if apart > (BETWEEN_YEARS if coarse else BETWEEN_MONTHS):
            return Verdict.CONTRADICT
        return Verdict.AGREE if apart == 0 else None
    if left.ago is None or right.ago is None or left.unit != right.unit:
        return None
    if left.ago == right.ago:
        return Verdict.AGREE
    off = abs(left.ago - right.ago)
    return Verdict.CONTRADICT if off > 1 and off > 0.25 * max(left.ago, right.ago) else None


def _coarse(day: Day) -> bool:
    """Whether a time is only given to the year."""
    return day.unit == "year" or (day.span is not None and (day.span[1] - day.span[0]).days > 2 * UNITS["month"])


def _clock_verdict(left: Day, right: Day) -> Verdict | None:
    off = _minutes_apart(left, right)
    if off is None:
        return None
    if off <= SOON:
        return Verdict.AGREE
    return None if off <= ROUGHLY and (left.hedged or right.hedged) else Verdict.CONTRADICT


def _minutes_apart(left: Day, right: Day) -> int | None:
    """Minutes between two times of day; None where their zones can't be brought together."""
    if left.minutes is None or right.minutes is None:
        return None
    local = gap(left.minutes, right.minutes)
    if left.zone == right.zone and (left.utc is None or right.utc is None):
        return local
    if left.utc is not None and right.utc is not None:
        if local == 0 and _summer_slip(left.zone, right.zone):
            return 0
        return gap(left.utc, right.utc)
    if {left.zone, right.zone} & UNIVERSAL:
        return None
    if local and local % HOUR == 0 and (_may_be_local(left.zone) != _may_be_local(right.zone)):
        return None  # "7:20 p.m." and "8:20 p.m. Central European Time": maybe one moment in two zones
    return local if _may_be_local(left.zone) or _may_be_local(right.zone) or left.zone == right.zone else None


UNIVERSAL: Final = frozenset({"gmt", "utc"})


def _may_be_local(zone: str) -> bool:
    return not zone or zone.startswith("local")


def _summer_slip(left: str, right: str) -> bool:
    """ "EST" and "EDT" in one country: writers often mean the clock on the wall."""
    return bool(left and right) and left != right and left[0] == right[0] and {left[1:], right[1:]} == {"st", "dt"}
