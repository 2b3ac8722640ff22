"""Open slots: every source has one rate of agreement per attribute, and wrong values are spread evenly."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from checker.scores.arrays import sum_by
from checker.scores.belief import Fit, evidence_of, softmax_by_item
from checker.scores.dependence import ROUNDS, find_dependence, find_twins, vote_weights
from checker.scores.options import ScoreOptions
from checker.scores.prior import fit_prior, shrink
from checker.scores.votes import Votes


def fit_coin(votes: Votes, compatible: sparse.csr_matrix | None, options: ScoreOptions) -> Fit:
    """EM over beliefs and agreement (ACCU of Dong et al. 2009, with a prior, attributes and hierarchies).

    score_v = sum of w max(0, ln(m mu / (1 - mu))) over the votes for v and for what v implies, m = max(values - 1, 1):
    no vote counts against its own value, or agreement could lower a score;
    belief = softmax, with the values nobody gave; mu = (a0 + k) / (a0 + b0 + n), and per attribute
    (strength mu + k) / (strength + n): a source may be good at gates and poor at times.
    """
    n = votes.n_sources
    wrong = np.maximum(votes.values_per_item - 1, 1).astype(np.float64)
    unseen = np.maximum(wrong + 1 - votes.values_per_item, 0.0)
    rate, agreement = np.full(votes.n_cells, 0.8), np.full(n, 0.8)
    dependence = find_twins(votes, options)
    weight = vote_weights(votes, dependence, agreement, options)
    prior = options.usual_prior
    for step in range(options.max_steps):
        own = weight * np.maximum(np.log(wrong[votes.item]) + np.log(rate / (1 - rate))[votes.cell], 0)
        score = sum_by(votes.value, own, votes.n_values)
        truth = softmax_by_item(votes, score if compatible is None else compatible @ score, unseen)
        belief = truth if compatible is None else np.minimum(compatible.T @ truth, 1.0)
        support, evidence = belief[votes.value], evidence_of(votes, weight)
        agreed = sum_by(votes.cell, evidence * support, votes.n_cells)
        seen = sum_by(votes.cell, evidence, votes.n_cells)
        k, total = agreed.reshape(n, -1).sum(axis=1), seen.reshape(n, -1).sum(axis=1)
        if step <= ROUNDS[-1]:
            prior = fit_prior(k, total, options, votes.source_parts)
        before, agreement = agreement, shrink(k, total, prior)
        borrowed = options.attribute_strength * np.repeat(agreement, votes.n_cells // max(n, 1))
        rate = np.clip((borrowed + agreed) / (options.attribute_strength + seen), 0.01, 0.99)
        if step in ROUNDS:
            dependence = find_dependence(votes, belief, agreement, options)
            weight = vote_weights(votes, dependence, agreement, options)
        elif step > ROUNDS[-1] and np.abs(agreement - before).max(initial=0.0) < options.tolerance:
            break
    without = support * np.exp(-own)
    others = without / (1 - support + without)
    return Fit(truth, belief, support, np.clip(others, 0, 1), evidence, weight, agreement, dependence)
