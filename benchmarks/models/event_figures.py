"""Every figure of the same-event model, and of plain cosine similarity on the same pairs."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.models.measures import area_under_roc, average_precision, recall_at
from training.rows import Row

POINTS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def event_figures(scores: list[float], rows: list[Row]) -> dict[str, Any]:
    """Areas, the precision-recall points, and how many sister pairs are taken for one event at each."""
    gold = [row["same"] for row in rows]
    values = np.asarray(scores)
    sister = np.asarray([row["sister"] and not row["same"] for row in rows])
    points = []
    for precision in POINTS:
        recall, threshold = recall_at(scores, gold, precision)
        taken = float((values[sister] >= threshold).mean())
        points.append({"precision": precision, "recall": recall, "threshold": threshold, "sister_taken": taken})
    inside = [index for index, row in enumerate(rows) if not row["sister"]]
    across = [index for index, row in enumerate(rows) if row["same"] or row["sister"]]
    return {
        "pairs": len(rows),
        "positives": sum(gold),
        "auc": area_under_roc(scores, gold),
        "auc_same_story": area_under_roc(values[inside].tolist(), [gold[i] for i in inside]),
        "auc_sister_story": area_under_roc(values[across].tolist(), [gold[i] for i in across]),
        "average_precision": average_precision(scores, gold),
        "points": points,
    }
