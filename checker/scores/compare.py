"""Whether two sources differ: only where the probability that one's rate is higher reaches 95%."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import special

from checker.errors import InputError

DIFFER = 0.95
POINTS = 2000


def probability_higher(left: tuple[float, float], right: tuple[float, float]) -> float:
    """P(x > y) for independent x ~ Beta(left) and y ~ Beta(right), by the quantiles of x (error below 0.001)."""
    levels = (np.arange(POINTS) + 0.5) / POINTS
    x = special.betaincinv(left[0], left[1], levels)
    return float(np.mean(special.betainc(right[0], right[1], x)))


def compare_sources(scores: pd.DataFrame, left: str, right: str) -> tuple[float, bool]:
    """P(left agrees more often than right), and whether the two may be said to differ (either way >= 0.95).

    `scores` is `ScoreResult.scores`; raises InputError for a source that isn't in it. Two sources of which one
    lacks evidence are never said to differ.
    """
    for name in (left, right):
        if name not in scores.index:
            raise InputError(f"{name!r} is not among the scored sources")
    a, b = scores["beta_a"].astype(float).to_dict(), scores["beta_b"].astype(float).to_dict()
    p = probability_higher((a[left], b[left]), (a[right], b[right]))
    enough = bool(scores.loc[[left, right], "enough_evidence"].all())
    return p, enough and max(p, 1 - p) >= DIFFER
