"""Planted worlds: 80 sources of known rates, 40% of them with 3 to 10 claims; independent, or with a copied wire."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.scores.datasets import TruthSet

SOURCES, ITEMS, TAIL, COPIERS = 80, 400, 0.4, 12


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """`data` with its claims and truth; `rate` and `tail` (few claims) per source."""

    data: TruthSet
    rate: pd.Series
    tail: pd.Series


RATES = {"good": (10.0, 2.0), "mixed": (8.0, 2.5)}  # Beta; ACCU errs .113 in the first (.121 in the design)


def simulate(seed: int, wire: bool, rates: str = "good") -> World:
    """Rates as in RATES or, with "uniform", from 0.5..0.95; popular items get more claims; four wrong values per
    item, the first most common. With `wire`, 12 large sources copy 80% of what a 13th says, unmarked, errors and all;
    their planted rate is then the mixture of the wire's and their own.
    """
    rng = np.random.default_rng(seed)
    rate = rng.beta(*RATES[rates], SOURCES) if rates in RATES else rng.uniform(0.5, 0.95, SOURCES)
    tail = rng.permutation(SOURCES) < TAIL * SOURCES
    size = np.where(tail, rng.integers(3, 11, SOURCES), rng.integers(20, 121, SOURCES))
    popular = 1 / np.sqrt(np.arange(1, ITEMS + 1))
    wrong = 1 / np.arange(1, 5)
    claims: list[dict[int, int]] = []
    for s in range(SOURCES):
        items = rng.choice(ITEMS, size[s], replace=False, p=popular / popular.sum())
        value = np.where(rng.random(size[s]) < rate[s], 0, rng.choice([1, 2, 3, 4], size[s], p=wrong / wrong.sum()))
        claims.append(dict(zip(items.tolist(), value.tolist(), strict=True)))
    if wire:
        large = np.flatnonzero(~tail)
        agency = claims[large[0]]
        for s in large[1 : COPIERS + 1]:
            taken = {i: v for i, v in agency.items() if rng.random() < 0.8}
            own = len(claims[s].keys() - taken.keys())
            rate[s] = (len(taken) * rate[large[0]] + own * rate[s]) / (len(taken) + own)
            claims[s] = {**claims[s], **taken}
    rows = [(f"s{s:02d}", f"i{i:03d}", f"i{i:03d}v{v}") for s in range(SOURCES) for i, v in claims[s].items()]
    table = pd.DataFrame(rows, columns=["source", "item", "value"]).assign(attribute="")
    truth = pd.DataFrame({"item": sorted(set(table["item"])), "attribute": ""})
    truth["value"] = truth["item"] + "v0"
    truth["accepted"] = [frozenset({v}) for v in truth["value"]]
    names = [f"s{s:02d}" for s in range(SOURCES)]
    return World(TruthSet("simulation", table, truth), pd.Series(rate, names), pd.Series(tail, names))
