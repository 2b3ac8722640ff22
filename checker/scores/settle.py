"""Which of an attribute's two definitions the better sources use, for data in which only one of them can be meant."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse, stats

from checker.scores.arrays import Bools, Floats
from checker.scores.options import ScoreOptions

CAMPS = ["left", "right"]
NOISE = 1e-9  # what rounding leaves of a difference that is none


def judge_camps(
    clashes: pd.DataFrame, scores: pd.DataFrame, pairs: pd.DataFrame, options: ScoreOptions
) -> pd.DataFrame:
    """`clashes` with `p_left`, the probability that the left camp's sources agree more elsewhere, and `likelier` camp.

    `scores` are those in which attributes with two definitions count for nobody. A camp's agreement is the mean of its
    sources', where those that seem to share an origin (`pairs`) weigh as one, w = 1 / (1 + sum of P(dependent) within
    the camp), and those with too little evidence elsewhere for a score nothing. The probability is that of Welch's
    t-test of the two means, with sum(w) as the number of sources; under two on a side it is 0.5. `likelier` is "left"
    or "right" from `settle_least` on, and "" under it and for an attribute of one definition. It says which camp agrees
    more, and not that its definition is the one meant.
    """
    agreement = scores.loc[scores["evidence"] >= options.min_evidence, "agreement"]
    rows = zip(clashes["left"], clashes["right"], clashes["clash"], strict=True)
    p = np.array([_p_left(left, right, agreement, pairs) if clash else 0.5 for left, right, clash in rows], dtype=float)
    least = options.settle_least
    return clashes.assign(p_left=p, likelier=np.select([p >= least, 1 - p >= least], CAMPS, ""))


def _p_left(left: tuple[str, ...], right: tuple[str, ...], agreement: pd.Series[float], pairs: pd.DataFrame) -> float:
    means, variances, sizes = zip(*(_camp(camp, agreement, pairs) for camp in (left, right)), strict=True)
    if min(sizes) < 2 or sum(variances) <= NOISE**2 or abs(means[0] - means[1]) <= NOISE:
        return 0.5
    welch = sum(variances) ** 2 / sum(v**2 / (n - 1) for v, n in zip(variances, sizes, strict=True))
    return float(stats.t.cdf((means[0] - means[1]) / np.sqrt(sum(variances)), max(welch, 1.0)))


def _camp(camp: tuple[str, ...], agreement: pd.Series[float], pairs: pd.DataFrame) -> tuple[float, float, float]:
    """Weighted mean of the camp's agreement, the variance of that mean, and how many sources it rests on."""
    names = agreement.index.intersection(pd.Index(camp))
    if names.empty:
        return 0.0, 0.0, 0.0
    weight = 1 / (1 + _dependence(names, pairs).sum(axis=1))
    value, size = agreement[names].to_numpy(float), float(weight.sum())
    mean = float(np.average(value, weights=weight))
    if size <= 1:
        return mean, 0.0, size
    return mean, float((weight * (value - mean) ** 2).sum() / (size - 1) / size), size


def _dependence(names: pd.Index[str], pairs: pd.DataFrame) -> Floats:
    left, right = names.get_indexer(pd.Index(pairs["left"])), names.get_indexer(pd.Index(pairs["right"]))
    both = (left >= 0) & (right >= 0)
    shape = (len(names), len(names))
    half = sparse.csr_matrix((pairs["probability"].to_numpy(float)[both], (left[both], right[both])), shape=shape)
    return np.asarray((half + half.T).toarray(), dtype=np.float64)


def silenced(ballots: pd.DataFrame, settled: pd.DataFrame) -> Bools:
    """Ballots that are judged but don't vote: those of the worse camp on each attribute of `settled`."""
    silent = np.zeros(len(ballots), dtype=bool)
    for attribute, likelier, left, right in settled[["attribute", "likelier", *CAMPS]].to_numpy():
        worse = right if likelier == "left" else left
        silent |= ((ballots["attribute"] == attribute) & ballots["source"].isin(worse)).to_numpy(dtype=bool)
    return silent
