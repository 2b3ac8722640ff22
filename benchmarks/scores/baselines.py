"""Peers, in their plain published form: majority vote, TruthFinder, PooledInvestment, Dawid-Skene, ACCU and ACCUCOPY.

Each takes claims (source, item, value) and gives (belief per item and value, estimate per source). They exist to be
measured beside checker.scores in one run, share no code with it and are not part of the package.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

Answer = tuple[pd.DataFrame, pd.Series]


class Coded:
    """Claims as integer codes; values are numbered within items."""

    def __init__(self, claims: pd.DataFrame) -> None:
        claims = claims.sort_values(["item", "value", "source"])
        self.table = claims[["item", "value"]].drop_duplicates()
        self.s, names = pd.factorize(claims["source"], sort=True)
        self.sources = pd.Index(names)
        self.v = claims.groupby(["item", "value"]).ngroup().to_numpy()
        self.i = claims.groupby("item").ngroup().to_numpy()
        self.vi = pd.factorize(self.table["item"], sort=True)[0]
        self.label = pd.factorize(claims["value"], sort=True)[0]
        self.S, self.V, self.I = len(names), len(self.table), int(self.vi.max()) + 1
        self.per_source = np.bincount(self.s, minlength=self.S).astype(float)
        self.m = np.maximum(np.bincount(self.vi, minlength=self.I) - 1, 2).astype(float)

    def by(self, codes: np.ndarray, weights: np.ndarray, size: int) -> np.ndarray:
        """Sum of weights per code."""
        return np.bincount(codes, weights, minlength=size)

    def answer(self, belief: np.ndarray, estimate: np.ndarray) -> Answer:
        """Tables out of vectors."""
        return self.table.assign(belief=belief).reset_index(drop=True), pd.Series(estimate, self.sources)


def majority_vote(claims: pd.DataFrame) -> Answer:
    """The value most sources give; a source's estimate is how often it gives that value."""
    c = Coded(claims)
    share = c.by(c.v, np.ones(len(c.v)), c.V) / np.bincount(c.i, minlength=c.I)[c.vi]
    order = np.lexsort((np.arange(c.V), -share, c.vi))
    best = np.zeros(c.V)
    best[order[np.r_[True, np.diff(c.vi[order]) > 0]]] = 1
    return c.answer(share, c.by(c.s, best[c.v], c.S) / c.per_source)


def truth_finder(claims: pd.DataFrame, steps: int = 20, dampening: float = 0.3) -> Answer:
    """Yin, Han and Yu, KDD 2007, without similarity between values."""
    c = Coded(claims)
    trust = np.full(c.S, 0.9)
    for _ in range(steps):
        score = c.by(c.v, -np.log(1 - np.clip(trust, 0, 1 - 1e-9))[c.s], c.V)
        belief = 1 / (1 + np.exp(-dampening * score))
        trust = c.by(c.s, belief[c.v], c.S) / c.per_source
    return c.answer(belief, trust)


def pooled_investment(claims: pd.DataFrame, steps: int = 20, power: float = 1.4) -> Answer:
    """Pasternack and Roth, COLING 2010; the estimate is the mean share of belief in its values."""
    c = Coded(claims)
    trust = np.ones(c.S)
    for _ in range(steps):
        stake = (trust / c.per_source)[c.s]
        invested = c.by(c.v, stake, c.V)
        grown = invested**power
        belief = invested * grown / c.by(c.vi, grown, c.I)[c.vi]
        trust = c.by(c.s, np.divide(belief[c.v] * stake, invested[c.v], where=invested[c.v] > 0, out=0 * stake), c.S)
        trust = trust / trust.max()
    share = belief / np.maximum(c.by(c.vi, belief, c.I), 1e-300)[c.vi]
    return c.answer(share, c.by(c.s, share[c.v], c.S) / c.per_source)


def dawid_skene(claims: pd.DataFrame, steps: int = 60) -> Answer:
    """Dawid and Skene 1979, with one hundredth of a claim per cell; the estimate is the mean belief in its labels."""
    c = Coded(claims)
    labels = int(c.label.max()) + 1
    belief = np.zeros((c.I, labels))
    np.add.at(belief, (c.i, c.label), 1.0)
    belief /= belief.sum(axis=1, keepdims=True)
    for _ in range(steps):
        rates = np.full((c.S, labels, labels), 0.01)
        for j in range(labels):
            np.add.at(rates[:, j], (c.s, c.label), belief[c.i, j])
        rates /= rates.sum(axis=2, keepdims=True)
        score = np.tile(np.log(belief.mean(axis=0) + 1e-9), (c.I, 1))
        np.add.at(score, c.i, np.log(rates)[c.s, :, c.label])
        belief = np.exp(score - score.max(axis=1, keepdims=True))
        belief /= belief.sum(axis=1, keepdims=True)
    of_value = np.zeros(c.V)
    of_value[c.v] = belief[c.i, c.label]
    return c.answer(of_value, c.by(c.s, of_value[c.v], c.S) / c.per_source)


def accu(claims: pd.DataFrame, steps: int = 30) -> Answer:
    """Dong, Berti-Equille and Srivastava, VLDB 2009, without copying."""
    return _accu(claims, steps, copying=False)


def accu_copy(claims: pd.DataFrame, steps: int = 30) -> Answer:
    """The same with copying: c = 0.8, prior 0.1, pairs that share at least one item."""
    return _accu(claims, steps, copying=True)


def _accu(claims: pd.DataFrame, steps: int, copying: bool) -> Answer:
    c = Coded(claims)
    accuracy, weight = np.full(c.S, 0.8), np.ones(len(c.s))
    for step in range(steps):
        a = np.clip(accuracy, 0.01, 0.99)
        score = c.by(c.v, weight * (np.log(c.m[c.i]) + np.log(a / (1 - a))[c.s]), c.V)
        top = np.maximum.reduceat(score, np.flatnonzero(np.r_[True, np.diff(c.vi) > 0]))
        up = np.exp(score - top[c.vi])
        rest = np.maximum(c.m + 1 - np.bincount(c.vi, minlength=c.I), 0) * np.exp(-top)
        belief = up / (c.by(c.vi, up, c.I) + rest)[c.vi]
        accuracy = c.by(c.s, belief[c.v], c.S) / c.per_source
        if copying and step in (2, 6, 12, 20):
            weight = _copy_weights(c, belief, np.clip(accuracy, 0.01, 0.99))
    return c.answer(belief, accuracy)


def _copy_weights(
    c: Coded, belief: np.ndarray, accuracy: np.ndarray, rate: float = 0.8, prior: float = 0.1
) -> np.ndarray:
    from scipy import sparse

    ones = np.ones(len(c.s))
    on_value = sparse.csr_matrix((ones, (c.s, c.v)), shape=(c.S, c.V))
    on_item = sparse.csr_matrix((ones, (c.s, c.i)), shape=(c.S, c.I))
    true = (on_value @ sparse.diags(belief) @ on_value.T).toarray()
    false = (on_value @ sparse.diags((1 - belief) * np.log(c.m)[c.vi]) @ on_value.T).toarray()
    wrong = (on_value @ sparse.diags(1 - belief) @ on_value.T).toarray()
    differ = (on_item @ on_item.T).toarray() - (on_value @ on_value.T).toarray()
    mean = (accuracy[:, None] + accuracy) / 2
    score = true * np.log(1 - rate + rate / mean) + differ * np.log(1 - rate)
    score += wrong * np.log(1 - rate + rate / (1 - mean)) + false * rate
    dependent = 1 / (1 + (1 - prior) / prior * np.exp(-np.clip(score, -500, 500)))
    np.fill_diagonal(dependent, 0)
    loss = np.log1p(-rate * dependent)
    weight = np.ones(len(c.s))
    order = np.lexsort((-accuracy[c.s], c.v))
    for group in np.split(order, np.flatnonzero(np.diff(c.v[order])) + 1):
        who = c.s[group]
        weight[group] = np.exp(np.tril(loss[np.ix_(who, who)], -1).sum(axis=1))
    return weight


PEERS: dict[str, Callable[[pd.DataFrame], Answer]] = {
    "majority vote": majority_vote,
    "TruthFinder": truth_finder,
    "PooledInvestment": pooled_investment,
    "Dawid-Skene": dawid_skene,
    "ACCU": accu,
    "ACCUCOPY": accu_copy,
}
