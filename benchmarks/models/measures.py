"""Figures from predictions: accuracy, precision and recall, calibration error, precision-recall points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


def precision_recall(predicted: Sequence[bool], gold: Sequence[bool]) -> tuple[float, float]:
    """Precision and recall of a yes-or-no answer; 0 where nothing was answered or nothing was to find."""
    found = sum(p and g for p, g in zip(predicted, gold, strict=True))
    return found / max(1, sum(predicted)), found / max(1, sum(gold))


def expected_calibration_error(probabilities: Array, gold: Sequence[int], bins: int = 15) -> float:
    """Mean gap between confidence and accuracy over equal-width bins of confidence, weighted by their size.

    Guo et al. 2017, "On calibration of modern neural networks".
    """
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == np.asarray(gold)
    edges = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = 0.0
    for index in range(bins):
        inside = edges == index
        if inside.any():
            gaps += float(inside.mean()) * abs(float(right[inside].mean()) - float(confidence[inside].mean()))
    return gaps


def with_temperature(probabilities: Array, temperature: float) -> Array:
    """What the same logits give at `temperature`, relative to the one they were made with."""
    powered = np.exp(np.log(np.maximum(probabilities, 1e-12)) / temperature)
    return np.asarray(powered / powered.sum(axis=1, keepdims=True), dtype=np.float32)


def area_under_roc(scores: Sequence[float], gold: Sequence[bool]) -> float:
    """Chance that a positive scores above a negative; ties count half (Mann-Whitney)."""
    values = np.asarray(scores, dtype=np.float64)
    truth = np.asarray(gold, dtype=bool)
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = (last - (counts - 1) / 2)[inverse]
    positive, negative = int(truth.sum()), int((~truth).sum())
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / max(1, positive * negative))


def curve(scores: Sequence[float], gold: Sequence[bool]) -> tuple[NDArray[np.float64], ...]:
    """Thresholds, highest first, with the precision and the recall of "at least the threshold" at each."""
    values = np.asarray(scores, dtype=np.float64)
    order = np.argsort(-values, kind="stable")
    truth = np.asarray(gold, dtype=bool)[order]
    values = values[order]
    last = np.append(values[1:] != values[:-1], True)  # equal scores are taken or left together
    found = np.cumsum(truth)[last]
    taken = np.flatnonzero(last) + 1
    return values[last], found / taken, found / max(1, int(truth.sum()))


def average_precision(scores: Sequence[float], gold: Sequence[bool]) -> float:
    """Precision at each step of recall, summed."""
    _, precision, recall = curve(scores, gold)
    return float((np.diff(recall, prepend=0.0) * precision).sum())


def recall_at(scores: Sequence[float], gold: Sequence[bool], wanted: float) -> tuple[float, float]:
    """The greatest recall at which precision is still at least `wanted`, and the threshold there."""
    thresholds, precision, recall = curve(scores, gold)
    good = precision >= wanted
    if not good.any():
        return 0.0, float("inf")
    best = int(np.flatnonzero(good)[-1])
    return float(recall[best]), float(thresholds[best])
