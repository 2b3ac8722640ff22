"""Values within values (a town in a province in a country): which claimed value is compatible with which."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from checker.errors import InputError
from checker.scores.votes import Votes


def compatible_values(votes: Votes, texts: pd.Index[str], hierarchy: pd.DataFrame | None) -> sparse.csr_matrix | None:
    """H[t, u] = 1 where u is t or one of its ancestors, shape (n_values, n_values); None without any such pair.

    `texts[votes.value_text[v]]` is the text of value v; `hierarchy` has columns value and parent (a name may have
    several parents). Raises InputError where a column is missing.
    """
    if hierarchy is None or hierarchy.empty:
        return None
    if not {"value", "parent"} <= set(hierarchy.columns):
        raise InputError("the hierarchy needs the columns value and parent")
    pairs = _ancestors(hierarchy, set(texts))
    claimed = pd.DataFrame({"v": np.arange(votes.n_values), "item": votes.value_item, "text": texts[votes.value_text]})
    below = claimed.merge(pairs, left_on="text", right_on="value")
    both = below.merge(claimed, left_on=["item", "ancestor"], right_on=["item", "text"], suffixes=("", "_up"))
    if both.empty:
        return None
    size = votes.n_values
    ones = np.ones(len(both))
    matrix = sparse.csr_matrix((ones, (both["v"].to_numpy(), both["v_up"].to_numpy())), shape=(size, size))
    matrix = (matrix > 0).astype(np.float64) + sparse.identity(size)
    return sparse.csr_matrix(matrix)


def _ancestors(hierarchy: pd.DataFrame, wanted: set[str]) -> pd.DataFrame:
    """Rows (value, ancestor) for every wanted value; cycles end where they close."""
    parents: dict[str, set[str]] = {}
    for value, parent in zip(hierarchy["value"].map(str), hierarchy["parent"].map(str), strict=True):
        parents.setdefault(value, set()).add(parent)
    rows = []
    for value in sorted(wanted & parents.keys()):
        seen: set[str] = set()
        todo = [value]
        while todo:
            todo += (fresh := sorted(parents.get(todo.pop(), set()) - seen))
            seen.update(fresh)
        rows += [(value, ancestor) for ancestor in sorted(seen - {value})]
    return pd.DataFrame(rows, columns=["value", "ancestor"])
