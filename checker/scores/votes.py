"""Rows that may vote -> ballots (one per voter, item and value) -> integer codes for the models."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from checker.scores.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Votes:
    """Parallel arrays over n votes, sorted by item, value and source, so that codes ascend.

    `cell` is source x attribute; `value_item[v]` is the item of value v; `counts[i]` says whether item i may score
    anybody. Source codes are shared by all Votes of one run; the others start at 0.
    """

    source: Ints
    item: Ints
    value: Ints
    cell: Ints
    value_item: Ints
    value_text: Ints  # code of the value's text, equal for equal texts of different items
    voice: Ints  # code of item and voter, where sources that share a text are one voter
    group: Ints  # code of value and voter: equal where sources give the value in the words of one text
    part: Floats  # 1, or one over the number of sources in the group
    silent: Bools  # judged, but weighs nothing: its definition of the attribute is not the one meant
    counts: Bools
    n_sources: int
    n_cells: int

    @property
    def n_items(self) -> int:
        """How many items there are."""
        return len(self.counts)

    @property
    def n_values(self) -> int:
        """How many values there are: distinct pairs of item and text."""
        return len(self.value_item)

    @property
    def source_parts(self) -> Floats:
        """How much of a source each is, shape (n_sources,): the mean of its votes' parts, 1 where it has none."""
        votes = np.bincount(self.source, minlength=self.n_sources)
        return np.where(votes > 0, np.bincount(self.source, self.part, self.n_sources) / np.maximum(votes, 1), 1.0)

    @property
    def votes_per_value(self) -> Floats:
        """How many voters give each value, silent ones aside, shape (n_values,)."""
        return np.bincount(self.value[~self.silent], minlength=self.n_values).astype(np.float64)

    @property
    def values_per_item(self) -> Ints:
        """How many values each item has from voters who aren't silent, shape (n_items,)."""
        return np.bincount(self.value_item[self.votes_per_value > 0], minlength=self.n_items)

    @property
    def votes_per_item(self) -> Floats:
        """How many voters each item has, silent ones aside, shape (n_items,)."""
        return np.bincount(self.item[~self.silent], minlength=self.n_items).astype(np.float64)


def cast_votes(table: pd.DataFrame) -> pd.DataFrame:
    """Ballots: columns source, key, value, attribute, item_kind, shared, silent. Own rows vote for their source.

    Text with another origin votes once, for that origin, however often it was relayed; where the origin speaks
    itself, its own word counts; where copies disagree, the value most copies have (then the first in order).
    """
    columns = ["source", "key", "value", "attribute", "item_kind", "shared"]
    own = table.loc[table["reason"] == "", columns].drop_duplicates(["source", "key", "value"])
    copies = table[table["reason"] == "relayed"].assign(source=lambda t: t["origin"], shared="")
    count = copies.groupby(["source", "key", "value"])["row"].transform("size")
    copies = copies.assign(copies=count).sort_values(
        ["source", "key", "copies", "value"], ascending=[True, True, False, True], kind="stable"
    )
    copies = copies.drop_duplicates(["source", "key"])[columns]
    spoken = table[table["reason"].isin(("", "own conflict"))]
    known = pd.MultiIndex.from_frame(spoken[["source", "key"]])
    copies = copies[~pd.MultiIndex.from_frame(copies[["source", "key"]]).isin(known)]
    ballots = pd.concat([own, copies], ignore_index=True).assign(silent=False)
    return ballots.sort_values(["key", "value", "source"], kind="stable", ignore_index=True)


def voters_of(ballots: pd.DataFrame) -> pd.Series[str]:
    """Who votes in each ballot: its source, or the text that several sources share."""
    if not (ballots["shared"] != "").any():
        return ballots["source"]
    return ("text " + ballots["shared"]).where(ballots["shared"] != "", "source " + ballots["source"])


def encode_votes(ballots: pd.DataFrame, sources: pd.Index[str], blocked: pd.Series[bool]) -> Votes:
    """Codes of `ballots` (sorted by key, value, source). `blocked` (by key): items that may score nobody."""
    source = sources.get_indexer(pd.Index(ballots["source"])).astype(np.int64)
    key = ballots["key"].to_numpy()
    item, keys = pd.factorize(key)
    text, _ = pd.factorize(ballots["value"], sort=True)
    fresh = np.ones(len(ballots), dtype=bool)
    fresh[1:] = (item[1:] != item[:-1]) | (text[1:] != text[:-1])
    attribute, attributes = pd.factorize(ballots["attribute"], sort=True)
    voter, voters = pd.factorize(voters_of(ballots))
    value = np.cumsum(fresh) - 1
    _, group, size = np.unique(value * max(1, len(voters)) + voter, return_inverse=True, return_counts=True)
    _, voice = np.unique(item * max(1, len(voters)) + voter, return_inverse=True)
    return Votes(
        source=source,
        item=item.astype(np.int64),
        value=value,
        cell=source * max(1, len(attributes)) + attribute.astype(np.int64),
        value_item=item[fresh].astype(np.int64),
        value_text=text[fresh].astype(np.int64),
        voice=voice.astype(np.int64),
        group=group.astype(np.int64),
        part=1.0 / size[group],
        silent=ballots["silent"].to_numpy(dtype=bool),
        counts=~blocked.reindex(keys, fill_value=False).to_numpy(dtype=bool),
        n_sources=len(sources),
        n_cells=len(sources) * max(1, len(attributes)),
    )
