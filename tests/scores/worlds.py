"""Small planted worlds for the tests of scores/."""

from __future__ import annotations

import numpy as np
import pandas as pd


def observations(*rows: str, **columns: object) -> pd.DataFrame:
    """Rows "source item value"; further columns hold one value for all, or one per row."""
    table = pd.DataFrame([row.split() for row in rows], columns=["source", "item", "value"])
    return table.assign(**columns)


def planted(rates: dict[str, float], items: int, seed: int = 0, values: int = 4) -> pd.DataFrame:
    """Every source speaks of every item and is right (value "t...") at its rate; wrong values scatter."""
    rng = np.random.default_rng(seed)
    rows = []
    for source, rate in rates.items():
        right = rng.random(items) < rate
        wrong = rng.integers(0, values, items)
        rows += [(source, f"i{n}", f"t{n}" if right[n] else f"w{n}x{wrong[n]}") for n in range(items)]
    return pd.DataFrame(rows, columns=["source", "item", "value"])
