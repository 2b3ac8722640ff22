"""Numbers as positions: the bars and dots that the page draws in small inline SVGs, on a scale of 0-100."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from checker.records import Conflict, Published
from checker.reports.wording import weight_text


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from `x` over `width`, both 0-100."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the waterfall; `bar` runs from the log-odds before it to those after it."""

    name: str
    detail: str
    weight: str
    probability: str
    up: bool
    bar: Bar


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The rows that sum to a conflict's probability; `zero` is where the probability is one half."""

    steps: tuple[Step, ...]
    zero: float
    final: str
    calibrated: bool


def waterfall(conflict: Conflict) -> Waterfall:
    """The evidence of a conflict with the running probability."""
    totals = [0.0]
    for row in conflict.evidence:
        totals.append(totals[-1] + row.weight)
    low, high = min(totals), max(totals)
    steps = tuple(
        Step(
            name=row.name,
            detail=row.detail,
            weight=weight_text(row.weight),
            probability=f"{probability(after):.2f}",
            up=row.weight >= 0,
            bar=bar(min(before, after), max(before, after), low, high),
        )
        for row, before, after in zip(conflict.evidence, totals, totals[1:], strict=False)
    )
    calibrated = abs(probability(totals[-1]) - conflict.probability) >= 0.005
    return Waterfall(steps, bar(0, 0, low, high).x, f"{conflict.probability:.2f}", calibrated)


def probability(log_odds: float) -> float:
    """The probability of some log-odds (natural logarithm); clipped where it would overflow."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def bar(start: float, end: float, low: float = 0.0, high: float = 100.0) -> Bar:
    """[start, end] within [low, high] as a bar; wide enough to be seen."""
    span = (high - low) or 1.0
    x = 100 * (start - low) / span
    width = max(1.0, 100 * (end - start) / span)
    return Bar(round(min(x, 99.0), 2), round(min(width, 100.0), 2))


def moments(published: Sequence[Published]) -> list[float | None]:
    """Positions 0-100 on one time line; None where the day isn't known, and all None if no two differ."""
    known = [_moment(each) for each in published]
    stamps = [stamp for stamp in known if stamp is not None]
    if len(set(stamps)) < 2:
        return [None] * len(known)
    low, span = min(stamps), max(stamps) - min(stamps)
    return [None if stamp is None else round(3 + 94 * (stamp - low) / span, 2) for stamp in known]


def _moment(published: Published) -> float | None:
    """Days since year 1, with the time of day where the stamp has one."""
    if published.day is None:
        return None
    try:
        stamp = datetime.fromisoformat(published.stamp)
    except ValueError:
        stamp = datetime.combine(published.day, time())
    day: date = stamp.date()
    return day.toordinal() + (stamp.hour * 60 + stamp.minute) / 1440
