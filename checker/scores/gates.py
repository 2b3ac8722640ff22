"""What may count: each row gets the reason why it scores nobody, or an empty one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from checker.scores.options import ScoreOptions
from checker.scores.table import MEANING


def row_reasons(table: pd.DataFrame, options: ScoreOptions) -> pd.Series[str]:
    """Reason per row of `read_observations`: "" where the row may vote. The first reason that applies is kept.

    Rows: "no value", "no span", "low confidence", "superseded", "corrected" (the source gave another value
    later), "relayed" (the text has another origin), "own conflict" (two values at once). A correction is never a
    penalty: the later value votes in its place.
    """
    reason = pd.Series("", index=table.index, dtype=object)
    blank = (table["value"] == "") | (table["source"] == "")
    for name, mask in (
        ("no value", blank),
        ("no span", ~table["has_span"].astype(bool)),
        ("low confidence", table["confidence"] < options.min_confidence),
        ("superseded", table["status"] == "superseded"),
        ("corrected", table["status"] == "corrected"),
    ):
        reason = reason.mask((reason == "") & mask, name)
    relayed = (table["origin"] != "") & (table["origin"] != table["source"])
    reason = reason.mask((reason == "") & relayed, "relayed")
    reason = reason.mask(_replaced(table, reason == ""), "corrected")
    open_rows = table[reason == ""]
    several = open_rows.groupby(["source", "key"])["value"].transform("nunique") > 1
    return reason.mask(several.reindex(table.index, fill_value=False), "own conflict")


def _replaced(table: pd.DataFrame, live: pd.Series[bool]) -> pd.Series[bool]:
    """Rows that the same source replaced by another value of the same item at a later time."""
    rows = table[live & (table["published"] != "")]
    several = rows.groupby(["source", "key"])["value"].transform("nunique") > 1
    rows = rows[several]
    last = rows.groupby(["source", "key"])["published"].transform("max")
    late = rows[rows["published"] == last]
    final = late.groupby(["source", "key"])["value"].first()
    kept = pd.MultiIndex.from_frame(rows[["source", "key"]]).map(final.to_dict())
    gone = (rows["published"] < last) & (rows["value"].to_numpy() != np.asarray(kept, dtype=object))
    return pd.Series(gone.reindex(table.index, fill_value=False), dtype=bool)


def clashing_items(table: pd.DataFrame) -> pd.Series[str]:
    """Items (by key) whose rows state two definitions, units or scopes: "definition clash" and so on, else ""."""
    live = table[table["reason"].isin(("", "relayed"))]
    reason = pd.Series("", index=pd.RangeIndex(int(table["key"].max()) + 1 if len(table) else 0), dtype=object)
    for column in MEANING:
        stated = live[live[column] != ""]
        count = stated.groupby("key")[column].nunique().reindex(reason.index, fill_value=0)
        reason = reason.mask((reason == "") & (count > 1), f"{column} clash")
    return reason
