"""What is told beside the scores: beliefs per value, what became of each row, and lone dissents."""

from __future__ import annotations

import pandas as pd

SURE = 0.8  # belief in the other value from which a lone dissent is reported
MANY = 2.0  # independent votes that the other value has at least


def observation_table(
    table: pd.DataFrame, per_ballot: pd.DataFrame, values: pd.DataFrame, item_reason: pd.Series[str]
) -> pd.DataFrame:
    """The rows with what they counted for; `reason` now also holds why the item is only shown."""
    of_item = table["key"].map(item_reason)
    table["reason"] = table["reason"].mask(table["reason"] == "", of_item)
    timed = table[table["as_of"] != ""]
    later = timed.groupby(["item", "attribute", "voice"])["as_of"].transform("max")
    past = (timed["reason"] == "single source") & (timed["as_of"] < later)
    table["reason"] = table["reason"].mask(past.reindex(table.index, fill_value=False), "superseded")
    said = per_ballot[["source", "key", "value", "support", "others", "evidence"]]
    merged = table.merge(said, on=["source", "key", "value"], how="left")
    merged = merged.merge(values[["key", "value", "contested"]], on=["key", "value"], how="left")
    merged["contested"] = merged["contested"].eq(True)
    voter = merged["shared"].where(merged["shared"] != "", merged["source"])
    merged["voter"] = voter.where(merged["reason"] != "relayed", merged["origin"])
    merged["counted"] = (merged["reason"] == "") & (merged["evidence"] > 0)
    merged["evidence"] = merged["evidence"].where(merged["counted"], 0.0)
    return merged


def belief_table(table: pd.DataFrame, values: pd.DataFrame, item_reason: pd.Series[str]) -> pd.DataFrame:
    """One row per item and value, by item, then belief."""
    names = table.drop_duplicates("key")[["key", "item", "attribute", "voice", "as_of"]]
    beliefs = values.merge(names, on="key")
    beliefs["reason"] = beliefs["key"].map(item_reason)
    order = ["key", "best", "belief", "value"]
    beliefs = beliefs.sort_values(order, ascending=[True, False, False, True], kind="stable", ignore_index=True)
    about = ["key", "item", "attribute", "voice", "as_of", "value"]
    return beliefs[[*about, "belief", "best", "sources", "votes", "contested", "reason"]]


def lone_dissents(beliefs: pd.DataFrame, per_ballot: pd.DataFrame) -> pd.DataFrame:
    """Values that one source alone holds against a well supported one: shown, for it may be the one that is right."""
    scored = beliefs[(beliefs["reason"] == "") & beliefs["contested"]]
    best = scored[scored["best"] & (scored["belief"] >= SURE) & (scored["votes"] >= MANY)]
    alone = scored[~scored["best"] & (scored["sources"] == 1) & (scored["belief"] < 0.5)]
    both = alone.merge(best[["key", "value", "belief"]], on="key", suffixes=("", "_against"))
    both = both.merge(per_ballot[["key", "value", "source"]], on=["key", "value"])
    both = both.rename(columns={"value_against": "against"})
    columns = ["source", "item", "attribute", "voice", "as_of", "value", "against", "belief_against"]
    return both[columns].sort_values(columns[:6], ignore_index=True)
