"""How an answer is measured against what is true."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from benchmarks.scores.datasets import TruthSet


def precision(beliefs: pd.DataFrame, data: TruthSet) -> float:
    """Share of items with a known answer whose most believed value is that answer (ties: the first value in order)."""
    return float(right(beliefs, data)["right"].mean())


def right(beliefs: pd.DataFrame, data: TruthSet) -> pd.DataFrame:
    """The chosen value per item with a known answer: item, belief, right."""
    rows = beliefs[beliefs["item"].isin(data.truth["item"])]
    rank = ["best", "belief"] if "best" in rows else ["belief"]
    rows = rows.sort_values([*rank, "value"], ascending=[False] * len(rank) + [True], kind="stable")
    chosen = rows.drop_duplicates("item").merge(data.truth[["item", "value"]], on="item", suffixes=("", "_true"))
    return chosen.assign(right=chosen["value"] == chosen["value_true"])


def source_accuracy(data: TruthSet) -> pd.DataFrame:
    """Per source: accuracy on the items with a known answer (an ancestor of it is right too), and on how many."""
    rows = data.claims.merge(data.truth[["item", "accepted"]], on="item")
    good = [v in a for v, a in zip(rows["value"], rows["accepted"], strict=True)]
    return rows.assign(good=good).groupby("source")["good"].agg(accuracy="mean", size="size")


def source_figures(estimate: pd.Series, accuracy: pd.DataFrame, low: int = 10, high: int = 10**9) -> dict[str, float]:
    """Spearman and mean absolute error over the sources with low..high known claims."""
    both = accuracy[accuracy["size"].between(low, high)].join(estimate.rename("estimate")).dropna()
    return {
        "sources": len(both),
        "spearman": float(stats.spearmanr(both["estimate"], both["accuracy"])[0]),
        "error": float((both["estimate"] - both["accuracy"]).abs().mean()),
    }


def coverage(scores: pd.DataFrame, accuracy: pd.DataFrame, least: int = 10) -> float:
    """Share of sources whose 90% interval holds their accuracy."""
    both = accuracy[accuracy["size"] >= least].join(scores)
    return float(((both["low"] <= both["accuracy"]) & (both["accuracy"] <= both["high"])).mean())


def calibration_error(belief: np.ndarray, good: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error with equal bins (Naeini et al. 2015)."""
    place = np.minimum((belief * bins).astype(int), bins - 1)
    gaps = [abs(belief[place == b].mean() - good[place == b].mean()) * (place == b).mean() for b in np.unique(place)]
    return float(np.sum(gaps))


def calibration_chance(belief: np.ndarray, draws: int = 500) -> tuple[float, float]:
    """The calibration error that beliefs would show on so few items if they were exactly right: mean, and 95% quantile.

    Truth is drawn with the beliefs as its probabilities; a measured error below the quantile is no sign of a fault.
    """
    rng = np.random.default_rng(0)
    errors = [calibration_error(belief, rng.random(len(belief)) < belief) for _ in range(draws)]
    return float(np.mean(errors)), float(np.quantile(errors, 0.95))
