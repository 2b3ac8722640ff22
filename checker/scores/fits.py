"""Ballots -> one row per ballot and per value with what the models say, whichever model an item needs."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from checker.scores.arrays import Bools, sum_by
from checker.scores.belief import Fit, temper
from checker.scores.coin import fit_coin
from checker.scores.confusion import fit_confusion
from checker.scores.hierarchy import compatible_values
from checker.scores.options import ScoreOptions
from checker.scores.votes import Votes, encode_votes

FEW_LABELS, REUSED = 5, 20  # an attribute with <= 5 values, each used for >= 20 items on average, is a closed set


def fit_ballots(
    ballots: pd.DataFrame,
    sources: pd.Index[str],
    blocked: pd.Series[bool],
    hierarchy: pd.DataFrame | None,
    options: ScoreOptions,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Per ballot: support, others, evidence, weight. Per value: belief, best, votes. Pairs: left, right, probability.

    The two models are fitted apart; closed slots with the same labels are fitted together.
    """
    ballots = ballots.reset_index(drop=True)
    if ballots.empty:
        return _nothing(ballots)
    votes_out, values_out, pairs_out = [], [], []
    for closed, group in ballots.groupby(closed_sets(ballots), sort=True):
        votes = encode_votes(group, sources, blocked)
        compatible = None if closed else compatible_values(votes, pd.Index(sorted(set(group["value"]))), hierarchy)
        fit = fit_confusion(votes, options) if closed else fit_coin(votes, compatible, options)
        values = _value_table(group, votes, fit, compatible, options)
        votes_out.append(_vote_table(group, votes, fit, values))
        values_out.append(values)
        pairs_out.append(_pair_table(fit.dependence, sources))
    per_ballot = ballots.join(pd.concat(votes_out).sort_index())
    pairs = pd.concat(pairs_out, ignore_index=True).groupby(["left", "right"], sort=True, as_index=False).max()
    return per_ballot, pd.concat(values_out, ignore_index=True), pairs


def _nothing(ballots: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    said = ballots.assign(support=0.0, others=0.0, evidence=0.0, weight=0.0, part=1.0, calm=0.0)
    names = ["key", "value", "belief", "best", "sources", "votes", "contested"]
    return said, pd.DataFrame(columns=names), pd.DataFrame(columns=["left", "right", "probability"])


def closed_sets(ballots: pd.DataFrame) -> pd.Series[str]:
    """The closed set of labels that each ballot belongs to, "" for an open slot.

    `item_kind` says it ("closed", "yesno", "open"); where it doesn't, an attribute whose items reuse at most
    five values is closed.
    """
    distinct = ballots[["attribute", "value"]].drop_duplicates().sort_values(["attribute", "value"])
    values = distinct["attribute"].value_counts()
    items = ballots.drop_duplicates("key")["attribute"].value_counts().reindex(values.index, fill_value=0)
    reused = values.between(2, FEW_LABELS) & (items >= REUSED * values)
    stated = set(ballots.loc[ballots["item_kind"] == "closed", "attribute"])
    few = distinct[distinct["attribute"].isin(stated | set(reused.index[reused]))]
    names = "closed " + few.groupby("attribute")["value"].agg("|".join)
    kind = ballots["item_kind"]
    judged = (kind == "") & ballots["attribute"].isin(reused.index[reused])
    named = ballots["attribute"].map(names).astype(object)
    return named.where((kind == "closed") | judged, "").mask(kind == "yesno", "yesno")


def _vote_table(group: pd.DataFrame, votes: Votes, fit: Fit, values: pd.DataFrame) -> pd.DataFrame:
    """One row per ballot; `calm` is the tempered belief in its value."""
    columns = {
        "support": fit.support,
        "others": fit.others,
        "evidence": fit.evidence,
        "weight": fit.weight,
        "part": votes.part,
    }
    return pd.DataFrame({**columns, "calm": values["belief"].to_numpy()[votes.value]}, index=group.index)


def _value_table(
    group: pd.DataFrame, votes: Votes, fit: Fit, compatible: sparse.csr_matrix | None, options: ScoreOptions
) -> pd.DataFrame:
    first = np.searchsorted(votes.value, np.arange(votes.n_values))
    truth = temper(votes, fit.truth, fit.weight, options.vote_correlation)
    belief = truth if compatible is None else np.minimum(compatible.T @ truth, 1.0)
    order = np.lexsort((np.arange(votes.n_values), -np.round(fit.truth, 12), votes.value_item))
    leader = order[np.r_[True, np.diff(votes.value_item[order]) != 0]]
    table = group.iloc[first][["key", "value"]].reset_index(drop=True)
    table["belief"] = belief
    table["best"] = np.isin(np.arange(votes.n_values), leader)
    table["sources"] = np.bincount(votes.value, minlength=votes.n_values)
    table["votes"] = sum_by(votes.value, fit.weight, votes.n_values)
    table["contested"] = _contested(votes, compatible)
    return table


def _contested(votes: Votes, compatible: sparse.csr_matrix | None) -> Bools:
    """Per value: its item has a value that is neither this one, nor above nor below it."""
    related = np.ones(votes.n_values)
    if compatible is not None:
        both = ((compatible + compatible.T) > 0).astype(np.float64)
        related = np.asarray(both.sum(axis=1)).ravel()
    given = np.bincount(votes.value_item, minlength=votes.n_items)  # by silent voters too: they were heard
    return np.asarray(given[votes.value_item] > related)


def _pair_table(dependence: sparse.csr_matrix, sources: pd.Index[str]) -> pd.DataFrame:
    upper = sparse.triu(dependence, k=1).tocoo()
    columns = {"left": sources[upper.row], "right": sources[upper.col], "probability": upper.data}
    return pd.DataFrame(columns).sort_values(["left", "right"], ignore_index=True)
