"""How far claims on one item go right or wrong together: the intraclass correlation that sets the design effect."""

from __future__ import annotations

import pandas as pd

from checker.scores.options import ScoreOptions


def claim_correlation(per_ballot: pd.DataFrame, options: ScoreOptions) -> float:
    """Intraclass correlation rho of agreement within items, from the data alone, within `correlation_bounds`.

    z = support minus the source's mean support; rho = sum over pairs of voters on one item of w w' z z', over the same
    sum of w w' times the mean of z^2 (Fisher's estimator). Copies weigh as in the vote. It is drawn towards
    `usual_correlation` with the weight of `correlation_pairs` pairs, so that a few claims don't decide it.

    Where items are equally hard and sources independent it is about 0; hard items, shared rumours and attributes of
    different difficulty raise it, and then many claims tell less about a source than their number says.
    """
    live = per_ballot[per_ballot["evidence"] > 0]
    usual, pairs = options.usual_correlation, options.correlation_pairs
    if live.empty:
        return usual
    source, item, w = live["source"], live["key"], live["weight"]
    weighed = live["evidence"] * live["support"]
    mean = weighed.groupby(source).sum() / live["evidence"].groupby(source).sum()
    z = live["support"] - source.map(mean)
    square = float((z**2).mean())
    together = float(((w * z).groupby(item).sum() ** 2).sum() - ((w * z) ** 2).sum()) / 2
    number = float((w.groupby(item).sum() ** 2).sum() - (w**2).sum()) / 2
    rho = (_ratio(together, square) + pairs * usual) / (number + pairs)
    low, high = options.correlation_bounds
    return float(min(max(rho, low), high))


def _ratio(top: float, bottom: float) -> float:
    """top / bottom, 0 where every claim agrees equally and there is no variance to share."""
    return top / bottom if bottom > 1e-12 else 0.0
