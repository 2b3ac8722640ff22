"""From votes for values to beliefs in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from checker.scores.arrays import Floats, ratio, sum_by
from checker.scores.votes import Votes


@dataclass(frozen=True, slots=True)
class Fit:
    """What a model says. `truth[v]`: value v is the most specific truth; `belief[v]`: v is compatible with it.

    Per vote: `support` (belief in its value), `others` (the same without the voter's own vote), `evidence`
    (0..1: how much independent reporting it meets) and `weight` (1 for an origin's first vote).
    """

    truth: Floats
    belief: Floats
    support: Floats
    others: Floats
    evidence: Floats
    weight: Floats
    agreement: Floats  # per source: the model's own estimate, within 0.01..0.99
    dependence: sparse.csr_matrix


def softmax_by_item(votes: Votes, score: Floats, unseen: Floats) -> Floats:
    """exp(score) per value over its item's sum, where `unseen[i]` further values of score 0 also take part."""
    if not len(score):
        return score
    first = np.flatnonzero(np.r_[True, votes.value_item[1:] != votes.value_item[:-1]])
    top = np.maximum(np.maximum.reduceat(score, first), 0.0)
    up = np.exp(score - top[votes.value_item])
    total = sum_by(votes.value_item, up, votes.n_items) + unseen * np.exp(-top)
    return np.asarray(up / total[votes.value_item], dtype=np.float64)


def evidence_of(votes: Votes, weight: Floats) -> Floats:
    """min(1, weight of the other origins on the item) per vote; 0 where the item may score nobody.

    Those who share a text with the voter are no other origin.
    """
    total = sum_by(votes.item, weight, votes.n_items)
    own = sum_by(votes.voice, weight, len(votes.voice))
    others = np.clip(total[votes.item] - own[votes.voice], 0.0, 1.0)
    return np.where(votes.counts[votes.item], others, 0.0)


def temper(votes: Votes, truth: Floats, weight: Floats, correlation: float) -> Floats:
    """The beliefs that W votes allow when they are correlated: log-odds over 1 + (W - 1) rho (Kish's design effect).

    Sources err together (one rumour, one ambiguous photograph), so the product of independent votes is too sure of
    itself; the order of the values is not changed.
    """
    votes_on = sum_by(votes.item, weight, votes.n_items)
    power = 1 / (1 + correlation * np.maximum(votes_on - 1, 0))
    rest = np.clip(1 - sum_by(votes.value_item, truth, votes.n_items), 0.0, 1.0)
    rest = np.where(rest > 1e-12, rest**power, 0.0)
    up = np.clip(truth, 1e-300, 1.0) ** power[votes.value_item]
    total = sum_by(votes.value_item, up, votes.n_items) + rest
    return ratio(up, total[votes.value_item])
