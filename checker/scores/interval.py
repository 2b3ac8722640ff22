"""Intervals: Beta distributions with the mean and variance that a score has."""

from __future__ import annotations

import numpy as np
from scipy import special

from checker.scores.arrays import Floats, ratio


def design_size(evidence: Floats, correlation: float) -> Floats:
    """How many independent claims `evidence` correlated ones are worth: n / (1 + (n - 1) rho) (Kish 1965)."""
    return evidence / (1 + correlation * np.maximum(evidence - 1, 0))


def matched_beta(mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """The Beta(a, b) with this mean and variance; a + b is kept at 0.5 or more."""
    total = np.maximum(mean * (1 - mean) / np.maximum(variance, 1e-12) - 1, 0.5)
    return mean * total, (1 - mean) * total


def beta_interval(a: Floats, b: Floats, mass: float) -> tuple[Floats, Floats]:
    """Central interval of `mass` of Beta(a, b); widened, where the tail is that long, to hold its mean."""
    mean = a / (a + b)
    low = special.betaincinv(a, b, (1 - mass) / 2)
    high = special.betaincinv(a, b, (1 + mass) / 2)
    return np.minimum(low, mean), np.maximum(high, mean)


def agreement_beta(
    agreed: Floats, evidence: Floats, doubt: Floats, prior: tuple[float, float], correlation: float
) -> tuple[Floats, Floats]:
    """Beta(a, b) of each source's agreement; `doubt` is the sum of e^2 p (1 - p) over its claims.

    Mean (a0 + k) / (a0 + b0 + n). Variance mean (1 - mean) / (N + 1) + doubt / n^2 (n' / N)^2 with N = a0 + b0 + n'
    and n' the design size under `correlation`: what few or correlated claims leave open, and what isn't known of each.
    """
    a0, b0 = prior
    mean = (a0 + agreed) / (a0 + b0 + evidence)
    size = design_size(evidence, correlation)
    total = a0 + b0 + size
    variance = mean * (1 - mean) / (total + 1) + ratio(doubt, evidence**2) * (size / total) ** 2
    return matched_beta(mean, variance)
