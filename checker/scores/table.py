"""A DataFrame of observations -> the same rows, complete, typed and in one order."""

from __future__ import annotations

import numpy as np
import pandas as pd

from checker.errors import InputError
from checker.scores.arrays import Floats

REQUIRED = ("source", "item", "value")
MEANING = ("definition", "unit", "scope")
TEXT = ("attribute", *MEANING, "as_of", "published", "voice", "origin", "shared", "status", "item_kind", "claim")
KINDS = {"", "open", "categorical", "closed", "yesno"}
KEY = ["item", "attribute", "voice", "as_of"]  # what must be equal for two values to be about the same thing


def read_observations(observations: pd.DataFrame) -> pd.DataFrame:
    """Complete the optional columns, turn codes into text and sort, so that the order of the rows can't matter.

    Returns one row per row of `observations`, plus `row` (the caller's index) and `key` (int: item + attribute +
    voice + as_of). Raises InputError for a missing column, an unknown `item_kind` or a confidence outside 0..1.
    """
    missing = [c for c in REQUIRED if c not in observations.columns]
    if missing:
        raise InputError(f"observations lack the column(s) {', '.join(missing)}: source, item and value are needed")
    table = pd.DataFrame({c: _text(observations, c) for c in (*REQUIRED, *TEXT)})
    table["voice"] = table["voice"].where(table["voice"] != "own", "")
    table["confidence"] = _confidence(observations)
    table["has_span"] = observations["span"].notna().to_numpy() if "span" in observations else True
    table["row"] = observations.index
    table["position"] = np.arange(len(table))
    unknown = sorted(set(table["item_kind"].unique()) - KINDS)
    if unknown:
        raise InputError(f"item_kind {unknown[0]!r} is not known: use open, closed or yesno")
    order = [*KEY, "value", "source", "published", "origin", "shared", "status", "claim", "confidence"]
    varied = [name for name in order if len(table) and (table[name] != table[name].iloc[0]).any()]
    table = table.sort_values(varied or ["position"], kind="stable", ignore_index=True)
    table["key"] = table.groupby(KEY, sort=True).ngroup()
    return table


def _text(observations: pd.DataFrame, column: str) -> pd.Series[str]:
    if column not in observations:
        return pd.Series("", index=range(len(observations)), dtype=object)
    raw = observations[column].reset_index(drop=True)
    if pd.api.types.is_datetime64_any_dtype(raw):
        raw = raw.dt.strftime("%Y-%m-%dT%H:%M:%S" if column == "published" else "%Y-%m-%d")
    return raw.astype(object).where(raw.notna(), "").map(str)


def _confidence(observations: pd.DataFrame) -> Floats:
    if "confidence" not in observations:
        return np.ones(len(observations))
    value = np.asarray(observations["confidence"].fillna(1.0), dtype=np.float64)
    if len(value) and not ((value >= 0) & (value <= 1)).all():
        raise InputError("a confidence lies outside 0..1")
    return value
