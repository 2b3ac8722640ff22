"""Which sources share an origin, judged by the contested values they share, and what their votes then weigh."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from checker.scores.arrays import Bools, Floats, Ints, ratio, sum_by
from checker.scores.options import ScoreOptions
from checker.scores.votes import Votes

ROUNDS = (2, 5, 9, 14, 20)  # EM steps after which dependence is judged again, with the beliefs reached by then
NEGLIGIBLE = 0.05  # a dependence below this takes less than 4% off a vote


def find_dependence(votes: Votes, belief: Floats, agreement: Floats, options: ScoreOptions) -> sparse.csr_matrix:
    """P(dependent) for pairs of sources, a sparse symmetric (n_sources, n_sources) matrix; absent pairs are 0.

    L = sum over shared equal values of ln(c / P0 + 1 - c) + n_different ln(1 - c);
    P0 = max(share of the other voters with that value, belief x mean agreement): how likely an independent source
    says the same (Dong et al. 2009, eq. 3, with the true and the popular false value in one term);
    P = 1 / (1 + ((1 - a) / a) exp(-L)). Only pairs that share >= `min_shared` contested items.
    """
    count, voters = votes.votes_per_value, votes.votes_per_item
    popular = np.clip((count - 2) / np.maximum(voters[votes.value_item] - 2, 1), 0, 1)
    mean = float(np.average(agreement[votes.source])) if len(votes.source) else 0.0
    chance = np.clip(np.maximum(popular, belief * mean), 0.01, 1.0)
    c, a = options.copy_rate, options.copy_prior
    shared, evidence = _pair_sums(votes, np.log(c / chance + 1 - c) - np.log(1 - c), options)
    total = (evidence + shared * np.log(1 - c)).tocoo()
    p = 1 / (1 + (1 - a) / a * np.exp(-np.clip(total.data, -500, 500)))
    return _symmetric(total.row, total.col, p, p >= NEGLIGIBLE, votes.n_sources)


def find_twins(votes: Votes, options: ScoreOptions) -> sparse.csr_matrix:
    """1 for pairs that agree on (nearly) all contested items they share: where the model starts, before any belief.

    A group of copiers that outvotes the rest at the start would make itself the truth and the others look like
    copiers. So twins begin as one voice; what they share decides later whether it was copied or just true.
    """
    shared, same = _pair_sums(votes, np.ones(votes.n_values), options)
    both = shared.tocoo()
    equal = np.asarray(same.tocsr()[both.row, both.col]).ravel()
    return _symmetric(both.row, both.col, np.ones(len(equal)), equal >= options.clash_copy * both.data, votes.n_sources)


def _symmetric(row: Ints, col: Ints, p: Floats, keep: Bools, size: int) -> sparse.csr_matrix:
    left, right, p = row[keep], col[keep], p[keep]
    both = (np.r_[p, p], (np.r_[left, right], np.r_[right, left]))
    return sparse.csr_matrix(both, shape=(size, size))


def _pair_sums(votes: Votes, gain: Floats, options: ScoreOptions) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Upper triangles: contested items that a pair shares (>= `min_shared`), and `gain` summed over equal values."""
    use, size = _eligible(votes, options), votes.n_sources
    ones, source = np.ones(len(use)), votes.source[use]
    on_value = sparse.csr_matrix((ones, (source, votes.value[use])), shape=(size, votes.n_values))
    on_item = sparse.csr_matrix((ones, (source, votes.item[use])), shape=(size, votes.n_items))
    shared = sparse.triu(on_item @ on_item.T, k=1).tocsr()
    shared.data[shared.data < options.min_shared] = 0
    shared.eliminate_zeros()
    equal = sparse.triu(on_value @ sparse.diags(gain) @ on_value.T, k=1).tocsr()
    return shared, equal.multiply(shared > 0).tocsr()


def _eligible(votes: Votes, options: ScoreOptions) -> Ints:
    """Votes on contested items of sources that have enough of them; what silent votes say contests nothing."""
    contested = (votes.values_per_item > 1) & votes.counts & (votes.votes_per_item <= options.max_item_sources)
    on = contested[votes.item] & ~votes.silent
    often = np.bincount(votes.source[on], minlength=votes.n_sources) >= options.min_shared
    return np.flatnonzero(on & often[votes.source])


def vote_weights(votes: Votes, dependence: sparse.csr_matrix, agreement: Floats, options: ScoreOptions) -> Floats:
    """Weight per vote: the product over earlier voters for the same value of (1 - c P(dependent)).

    Voters are taken in order of agreement, the best first, then by code; the first vote of an origin counts in full.
    Those who are known to share a text have one vote together, and a silent vote weighs nothing.
    """
    if not dependence.nnz:
        return _one_vote_per_text(votes, np.ones(len(votes.source)))
    rank = np.empty(votes.n_sources, dtype=np.int64)
    rank[np.lexsort((np.arange(votes.n_sources), -np.round(agreement, 6)))] = np.arange(votes.n_sources)
    partners = np.diff(dependence.indptr)[votes.source]
    vote = np.repeat(np.arange(len(votes.source)), partners)
    first = np.cumsum(partners) - partners
    at = dependence.indptr[votes.source][vote] + np.arange(len(vote)) - first[vote]
    partner, p = dependence.indices[at], dependence.data[at]
    earlier = rank[partner] < rank[votes.source[vote]]
    vote, partner, p = vote[earlier], partner[earlier], p[earlier]
    keys = votes.value * votes.n_sources + votes.source  # ascending: votes are sorted by value, then source
    wanted = votes.value[vote] * votes.n_sources + partner
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    same = (keys[place] == wanted) & ~votes.silent[place] if len(keys) else np.zeros(0, dtype=bool)
    loss = sum_by(vote[same], np.log1p(-options.copy_rate * p[same]), len(votes.source))
    return _one_vote_per_text(votes, np.exp(loss))


def _one_vote_per_text(votes: Votes, weight: Floats) -> Floats:
    """The weights of those who share a text, scaled to what the weightiest of them has; all others as they are."""
    weight = np.where(votes.silent, 0.0, weight)
    total = sum_by(votes.group, weight, len(weight))
    most = np.zeros(len(weight))
    np.maximum.at(most, votes.group, weight)
    return np.asarray(weight * ratio(most, total)[votes.group], dtype=np.float64)
