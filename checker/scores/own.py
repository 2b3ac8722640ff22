"""What is kept apart from agreement: a source against itself, and against adjudicated facts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from checker.errors import InputError
from checker.scores.interval import beta_interval
from checker.scores.options import ScoreOptions

NOT_OWN = ("relayed", "superseded", "no value", "no span", "low confidence")


def self_consistency(table: pd.DataFrame, sources: pd.Index[str], options: ScoreOptions) -> pd.DataFrame:
    """Per source: m comparable pairs of own claims on one item, u of them unresolved, and Beta(9 + m - u, 1 + u).

    A pair is resolved where one of the two was corrected. Relayed text isn't the source's own. Only neighbours in
    order of value are paired, so that one claim repeated often can't outweigh the rest.
    """
    own = table[~table["reason"].isin(NOT_OWN)]
    said = own.groupby(["source", "key", "value"], sort=True).size().reset_index(name="times")
    apart = own[own["reason"] == "own conflict"].groupby(["source", "key"])["value"].nunique() - 1
    pairs = said.groupby(["source", "key"])["times"].sum() - 1
    m = pairs.groupby("source").sum().reindex(sources, fill_value=0).astype(float)
    u = apart.groupby("source").sum().reindex(sources, fill_value=0).astype(float)
    a, b = np.asarray(9 + m - u, dtype=np.float64), np.asarray(1 + u, dtype=np.float64)
    low, high = beta_interval(a, b, options.mass)
    counts = {"own_pairs": m.astype(int), "unresolved": u.astype(int)}
    return pd.DataFrame({**counts, "self_consistency": a / (a + b), "self_low": low, "self_high": high}, index=sources)


def verified(
    table: pd.DataFrame, truth: pd.DataFrame | None, sources: pd.Index[str], options: ScoreOptions
) -> pd.DataFrame:
    """Per source: share of its own claims that adjudicated facts bear out, with Beta(1 + right, 1 + wrong).

    `truth` has columns item and value (and attribute, where items aren't unique without it). Empty (NaN) below
    `min_verified` adjudicated claims. Raises InputError where a column is missing.
    """
    names = ("verified", "verified_low", "verified_high")
    result = pd.DataFrame({"adjudicated": 0, **dict.fromkeys(names, float("nan"))}, index=sources)
    if truth is None or truth.empty:
        return result
    if not {"item", "value"} <= set(truth.columns):
        raise InputError("truth needs the columns item and value")
    on = [c for c in ("item", "attribute") if c in truth.columns]
    facts = truth.astype(dict.fromkeys([*on, "value"], str))
    right = facts.assign(right=True).drop_duplicates([*on, "value"])
    own = table[~table["reason"].isin((*NOT_OWN, "corrected"))]
    own = own.merge(facts[on].drop_duplicates(), on=on)
    own = own.merge(right[[*on, "value", "right"]], on=[*on, "value"], how="left")
    count = own.groupby("source")["right"].agg(["size", "count"]).reindex(sources, fill_value=0)
    a = np.asarray(1 + count["count"], dtype=np.float64)
    b = np.asarray(1 + count["size"] - count["count"], dtype=np.float64)
    low, high = beta_interval(a, b, options.mass)
    shown = (count["size"] >= options.min_verified).to_numpy()
    result["adjudicated"] = count["size"].astype(int)
    for name, value in zip(names, (a / (a + b), low, high), strict=True):
        result[name] = pd.Series(value, index=sources).where(shown)
    return result
