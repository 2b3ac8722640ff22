"""A value as a range, so that "about 10", "at least 12" and 12 can be compared."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """The closed range of values that an expression allows.

    `hedge` is "exact", "about", "at least", "at most" or "vague".
    """

    low: float
    high: float
    hedge: str = "exact"

    def overlaps(self, other: Interval) -> bool:
        """Whether both expressions can be true of one value."""
        return self.low <= other.high and other.low <= self.high

    def rounds_to(self, other: Interval) -> bool:
        """Whether one flat value is a usual rounding of the other (230,000 and 232,732; 6.1 and 6)."""
        if self.hedge != "exact" or other.hedge != "exact":
            return False
        return _rounding(self.low, other.low) or _rounding(other.low, self.low)

    @property
    def figure(self) -> float:
        """The number that is said, whatever bound stands before it: 12 for "at least 12", 10 for "about 10"."""
        if self.hedge == "at least":
            return self.low
        return self.high if self.hedge == "at most" else (self.low + self.high) / 2

    @property
    def exact(self) -> bool:
        """Whether the expression is a flat figure."""
        return self.hedge == "exact"


def _rounding(rough: float, fine: float) -> bool:
    """Whether `rough` is `fine` rounded to as many leading digits as `rough` shows, and to at most 5% off."""
    if rough == 0 or fine == 0 or rough == fine:
        return rough == fine
    if abs(rough - fine) / abs(fine) > 0.05:
        return False
    for digits in (1, 2, 3):
        step = 10.0 ** (math.floor(math.log10(abs(fine))) - digits + 1)
        if math.isclose(round(fine / step) * step, rough, rel_tol=1e-9) and rough >= 10:
            return True
    return math.isclose(round(fine), rough) and fine != round(fine)


def around(value: float, tolerance: float = 0.15) -> Interval:
    """ "about 20": 15% to either side, the room that fits "about 20" with 19 and "roughly 21,000" with 20,000."""
    return Interval(value * (1 - tolerance), value * (1 + tolerance), "about")
