"""Closed slots (yes or no, a fixed set of labels): one rate per source and true label.

For yes/no these are sensitivity and specificity: a source that always says "no" is right about every "no", and that
tells nothing (Dawid and Skene 1979).
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from checker.scores.arrays import Floats, Ints, sum_by
from checker.scores.belief import Fit, evidence_of
from checker.scores.dependence import ROUNDS, find_dependence, vote_weights
from checker.scores.options import ScoreOptions
from checker.scores.prior import fit_prior, shrink
from checker.scores.votes import Votes


def fit_confusion(votes: Votes, options: ScoreOptions) -> Fit:
    """EM over beliefs, label shares and a table of rates per source (n_sources, labels, labels).

    Each row of a table is shrunk towards the source's single rate with `label_strength` claims: with little data this
    is the open model, with much it is Dawid-Skene. Every label counts as possible for every item.
    """
    _, label = np.unique(votes.value_text, return_inverse=True)
    label = label.astype(np.int64)
    labels, size = int(label.max()) + 1, votes.n_sources
    choice = label[votes.value]
    dependence = sparse.csr_matrix((size, size))
    weight = vote_weights(votes, dependence, np.ones(size), options)
    evidence = evidence_of(votes, weight)
    # every vote counts alike at the start; a silent one only so much that no item is left without a belief
    belief = _spread(votes.item, choice, votes.n_items, labels, np.where(votes.silent, 1e-9, 1.0))
    belief /= belief.sum(axis=1, keepdims=True)
    own, share, agreement = np.zeros((len(choice), labels)), np.ones(labels), np.ones(size)
    for step in range(options.max_steps):
        tables, agreement = _rates(votes, choice, belief, evidence, options)
        alike = belief[np.bincount(votes.item, weights=evidence, minlength=votes.n_items) > 0]
        share = (alike.sum(axis=0) + 1) / (len(alike) + labels)
        own = weight[:, None] * np.log(tables)[votes.source, :, choice]
        score = np.column_stack([sum_by(votes.item, own[:, j], votes.n_items) for j in range(labels)])
        before, belief = belief, _softmax(score + np.log(share))
        if step in ROUNDS:
            dependence = find_dependence(votes, belief[votes.value_item, label], agreement, options)
            weight = vote_weights(votes, dependence, agreement, options)
            evidence = evidence_of(votes, weight)
        elif step > ROUNDS[-1] and np.abs(belief - before).max(initial=0.0) < options.tolerance:
            break
    others = _softmax(np.log(np.clip(belief[votes.item], 1e-300, 1)) - own)
    at = np.arange(len(choice))
    truth = belief[votes.value_item, label]
    return Fit(truth, truth, truth[votes.value], others[at, choice], evidence, weight, agreement, dependence)


def _rates(
    votes: Votes, choice: Ints, belief: Floats, evidence: Floats, options: ScoreOptions
) -> tuple[Floats, Floats]:
    """Tables of rates P(says k | true j), each row shrunk towards the source's one rate; and that rate."""
    labels, size = belief.shape[1], votes.n_sources
    counts = np.stack(
        [_spread(votes.source, choice, size, labels, evidence * belief[votes.item, j]) for j in range(labels)], axis=1
    )
    agreed = np.trace(counts, axis1=1, axis2=2)
    seen = sum_by(votes.source, evidence, size)
    agreement = shrink(agreed, seen, fit_prior(agreed, seen, options, votes.source_parts))
    miss = (1 - agreement) / max(labels - 1, 1)
    coin = miss[:, None, None] * (1 - np.eye(labels)) + agreement[:, None, None] * np.eye(labels)
    tables = counts + options.label_strength * coin
    return np.clip(tables / tables.sum(axis=2, keepdims=True), 1e-3, 1.0), agreement


def _spread(rows: Ints, columns: Ints, height: int, width: int, weights: Floats | None = None) -> Floats:
    flat = sum_by(rows * width + columns, np.ones(len(rows)) if weights is None else weights, height * width)
    return flat.reshape(height, width)


def _softmax(score: Floats) -> Floats:
    up = np.exp(score - score.max(axis=1, keepdims=True))
    return np.asarray(up / up.sum(axis=1, keepdims=True), dtype=np.float64)
