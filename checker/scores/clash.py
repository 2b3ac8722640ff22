"""Finds the attribute that has two definitions, without knowing what is true.

On contested items of such an attribute the sources fall into two camps, the same camps item after item: each
agrees with itself and hardly ever with the other. Independent errors don't do that (they scatter), and neither
does one copied text (it has one origin).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from checker.scores.arrays import Bools, Floats
from checker.scores.options import ScoreOptions

COLUMNS = [
    "attribute", "contested", "within", "across", "left", "right",
    "left_origins", "right_origins", "smaller_share", "clash",
]  # fmt: skip
POWER_STEPS = 2000
MAX_SOURCES = 150  # the busiest sources of an attribute: enough to see two camps, and it bounds the matrices


def find_clashes(ballots: pd.DataFrame, options: ScoreOptions) -> pd.DataFrame:
    """One row per attribute with >= `clash_items` contested items: its two best camps, and whether they clash.

    `within` is the lower of the two camps' own agreement rates on contested items, `across` the rate between them,
    `left` and `right` the sources; `clash` is True where within >= `clash_within`, across <= `clash_across`, both
    camps have two origins and the smaller one makes `clash_share` of the claims.
    """
    rows = []
    for attribute, group in ballots.groupby("attribute", sort=True):
        contested = group[group.groupby("key")["value"].transform("nunique") > 1]
        if contested["key"].nunique() >= options.clash_items:
            row = _judge(contested, options)
            if row is not None:
                rows.append({"attribute": attribute, "contested": contested["key"].nunique(), **row})
    return pd.DataFrame(rows, columns=COLUMNS)


def _judge(contested: pd.DataFrame, options: ScoreOptions) -> dict[str, object] | None:
    names, same, shared = _pair_counts(contested, options)
    if len(names) < 4:
        return None
    left = _camps(same, shared)
    known = shared >= options.min_shared
    apart = np.not_equal.outer(left, left) & known
    inside = [np.logical_and.outer(camp, camp) & known for camp in (left, ~left)]
    rates = [same[m].sum() / shared[m].sum() if m.any() else 0.0 for m in inside]
    across = same[apart].sum() / shared[apart].sum() if apart.any() else 1.0
    origins = [_origins(same, shared, camp, options) for camp in (left, ~left)]
    share = float(shared[left].sum() / shared.sum())
    smaller = min(share, 1 - share)
    clash = (
        min(rates) >= options.clash_within
        and across <= options.clash_across
        and min(origins) >= 2
        and smaller >= options.clash_share
    )
    return {
        "within": float(min(rates)), "across": float(across),
        "left": tuple(names[left]), "right": tuple(names[~left]),
        "left_origins": origins[0], "right_origins": origins[1],
        "smaller_share": smaller, "clash": bool(clash),
    }  # fmt: skip


def _pair_counts(contested: pd.DataFrame, options: ScoreOptions) -> tuple[pd.Index[str], Floats, Floats]:
    """Names, and per pair of sources: on how many contested items they agree, and how many they share."""
    count = contested["source"].value_counts()
    count = count[count >= options.min_shared]
    busiest = count.sort_index().sort_values(ascending=False, kind="stable").index[:MAX_SOURCES]
    names = pd.Index(sorted(busiest))
    rows = contested[contested["source"].isin(names)]
    who = names.get_indexer(pd.Index(rows["source"]))
    counts = []
    for codes in (rows.groupby(["key", "value"], sort=True).ngroup(), rows["key"]):
        column, found = pd.factorize(codes)
        matrix = sparse.csr_matrix((np.ones(len(rows)), (who, column)), shape=(len(names), len(found)))
        pairs = (matrix @ matrix.T).toarray()
        np.fill_diagonal(pairs, 0)
        counts.append(pairs)
    return names, counts[0], counts[1]


def _camps(same: Floats, shared: Floats) -> Bools:
    """The split with most agreement inside and least across: signs of the leading eigenvector (Newman 2006)."""
    degree = np.sqrt(np.maximum(shared.sum(axis=1), 1))
    balance = (2 * same - shared) / np.outer(degree, degree)
    lead = _leading_vector(balance)
    lead = lead if lead[np.argmax(np.abs(lead))] > 0 else -lead
    return np.asarray(lead > 0)


def _leading_vector(matrix: Floats) -> Floats:
    """The eigenvector of the largest eigenvalue of a symmetric matrix, by power iteration.

    The shift by the largest row sum makes that eigenvalue the largest in size too (Gershgorin). LAPACK would start
    threads for matrices this small, which on a busy machine takes longer than the whole score.
    """
    size = len(matrix)
    shifted = matrix + np.eye(size) * np.abs(matrix).sum(axis=1).max()
    vector = np.cos(np.arange(1.0, size + 1))  # a start that favours no source and is the same in every run
    for _ in range(POWER_STEPS):
        before, vector = vector, shifted @ vector
        vector /= max(float(np.linalg.norm(vector)), 1e-300)
        if np.abs(vector - before).max() < 1e-10:
            break
    return np.asarray(vector, dtype=np.float64)


def _origins(same: Floats, shared: Floats, camp: Bools, options: ScoreOptions) -> int:
    """How many groups of sources the camp has, where sources that hardly ever differ are one."""
    near = (shared >= options.min_shared) & (same >= options.clash_copy * shared)
    return int(csgraph.connected_components(near[np.ix_(camp, camp)])[0]) if camp.any() else 0
