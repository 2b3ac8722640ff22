"""The prior of a source's agreement, from the spread of all sources (empirical Bayes)."""

from __future__ import annotations

import numpy as np
from scipy import special

from checker.scores.arrays import Floats, sum_by
from checker.scores.options import ScoreOptions


def fit_prior(
    agreed: Floats, evidence: Floats, options: ScoreOptions, parts: Floats | None = None
) -> tuple[float, float]:
    """Beta(a0, b0) that best explains `agreed` of `evidence` claims per source, with a0 + b0 <= `prior_cap`.

    Maximum of the beta-binomial likelihood (Casella 1985, with fractional counts) times a hyperprior: log-odds of the
    mean and log(a0 + b0) are normal around those of `usual_prior`, Beta(3, 1). With few sources it stays near that;
    with many they decide. `parts` is how much of a source each is: those who carry one text are one together, or its
    copies would move the prior of everybody. (A rule "Beta(3, 1) under five sources" would let the fifth source move
    all scores.)
    """
    known = evidence > 0
    if not known.any():
        return options.usual_prior
    rounded = np.round(np.column_stack([agreed[known], evidence[known]]), 1)
    pairs, place = np.unique(rounded, axis=0, return_inverse=True)
    n: Floats = pairs[:, 1].astype(np.float64)
    each = np.ones(len(rounded)) if parts is None else parts[known]
    k, weight = np.minimum(pairs[:, 0], n), sum_by(place.ravel(), each, len(pairs))
    top = float(np.log(options.prior_cap))
    near = [(x, top - y) for x in np.arange(-3.0, 6.0) for y in np.arange(4.0)]
    best = _likeliest(k, n, weight, near, options)
    for halving in range(1, 11):
        step = 0.5**halving
        near = [(best[0] + x * step, min(best[1] + y * step, top)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        best = _likeliest(k, n, weight, near, options)
    mean, total = float(special.expit(best[0])), float(np.exp(best[1]))
    return mean * total, (1 - mean) * total


def _likeliest(
    k: Floats, n: Floats, times: Floats, points: list[tuple[float, float]], options: ScoreOptions
) -> tuple[float, float]:
    """The best of `points` (log-odds of the mean, log of a + b); a pattern search is exact enough and quick."""
    odds, size = np.array(points).T
    strength = np.exp(size)[:, None]
    a = special.expit(odds)[:, None] * strength
    b = strength - a
    gamma = special.gammaln
    fit = gamma(a + k) + gamma(b + n - k) - gamma(strength + n) + gamma(strength) - gamma(a) - gamma(b)
    usual = options.usual_prior
    away = (odds - np.log(usual[0] / usual[1])) ** 2 + (size - np.log(sum(usual))) ** 2
    best = int(np.argmax((fit * times).sum(axis=1) - away / (2 * options.prior_spread**2)))
    return float(odds[best]), float(size[best])


def shrink(agreed: Floats, evidence: Floats, prior: tuple[float, float]) -> Floats:
    """Posterior mean (a0 + k) / (a0 + b0 + n) per source, kept within 0.01..0.99 so that no vote is infinite."""
    a, b = prior
    return np.clip((a + agreed) / (a + b + evidence), 0.01, 0.99)
