"""Every figure of the NLI model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.models.measures import (
    Array,
    expected_calibration_error,
    precision_recall,
    with_temperature,
)
from benchmarks.models.sets import PairSet
from checker.models import LABELS
from training.rows import fits

CONTRADICTION = LABELS.index("contradiction")
ENTAILMENT = LABELS.index("entailment")
THRESHOLDS = (0.34, 0.5, 0.7, 0.8, 0.9, 0.95)
TYPES = ("number", "ordinal", "weekday", "date", "place", "setting", "person", "title", "negation", "antonym")
BOUNDS = ("compatible_bound", "update", "part_and_whole")


def set_figures(pairs: PairSet, predicted: Array) -> dict[str, Any]:
    """Accuracy by the set's own labels, contradiction precision and recall, share called contradiction."""
    answers = [LABELS[index] for index in predicted.argmax(axis=1)]
    found = [answer == "contradiction" for answer in answers]
    made: dict[str, Any] = {
        "rows": len(pairs.rows),
        "accuracy": float(np.mean([fits(a, g) for a, g in zip(answers, pairs.labels, strict=True)])),
        "called_contradiction": float(np.mean(found)),
    }
    if "contradiction" in pairs.labels:
        precision, recall = precision_recall(found, [label == "contradiction" for label in pairs.labels])
        made |= {"contradiction_precision": precision, "contradiction_recall": recall}
    if set(pairs.labels) == {"entailment", "contradiction"}:  # neither side may be neutral: compare the two
        two_way = predicted[:, ENTAILMENT] > predicted[:, CONTRADICTION]
        gold = [label == "entailment" for label in pairs.labels]
        made["accuracy_two_way"] = float(np.mean(two_way == np.asarray(gold)))
    return made


def type_figures(pairs: PairSet, predicted: Array) -> dict[str, dict[str, float]]:
    """Per type of the generated pairs: how many, share answered rightly, share called contradiction."""
    rows: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(pairs.rows):
        rows[f"{row['type']}: {row['label']}"].append(index)
    return {
        kind: {
            "rows": len(places),
            "right": float(np.mean([fits(LABELS[predicted[i].argmax()], pairs.labels[i]) for i in places])),
            "called_contradiction": float(np.mean(predicted[places].argmax(axis=1) == CONTRADICTION)),
        }
        for kind, places in sorted(rows.items())
    }


def threshold_figures(predictions: dict[str, tuple[PairSet, Array]]) -> list[dict[str, float]]:
    """What a threshold on the probability of contradiction costs and brings."""
    generated, made = predictions["generated_held_out"]
    typed = _where(generated, [row["label"] == "contradiction" for row in generated.rows])
    positives = _where(generated, [row["label"] == "entailment" for row in generated.rows])
    neutral = [row["label"] == "neutral" for row in generated.rows]
    bounds = _where(generated, [row["type"] in BOUNDS and n for row, n in zip(generated.rows, neutral, strict=True)])
    validation, valid = predictions["validation"]
    gold = [label == "contradiction" for label in validation.labels]
    table = []
    for threshold in THRESHOLDS:
        share = {name: p[:, CONTRADICTION] >= threshold for name, (_, p) in predictions.items()}
        called = made[:, CONTRADICTION] >= threshold
        precision, recall = precision_recall(list(valid[:, CONTRADICTION] >= threshold), gold)
        table.append(
            {
                "threshold": threshold,
                "validation_precision": precision,
                "validation_recall": recall,
                "typed_recall": float(called[typed].mean()),
                "paraphrases_called": float(called[positives].mean()),
                "compatible_counts_called": float(called[bounds].mean()),
                "claimdiff_called": float(share["claimdiff_train"].mean()),
                "sister_events_called": float(share["sister_events"].mean()),
                "bump_called": float(share["bump_task1"].mean()),
            }
        )
    return table


def calibration(pairs: PairSet, predicted: Array, temperature: float) -> dict[str, float]:
    """Expected calibration error as shipped and without the temperature, on the odd rows of the set.

    The temperature of the model was fitted on the even rows of the validation file.
    """
    odd = list(range(1, len(pairs.rows), 2))
    gold = [LABELS.index(pairs.labels[index]) for index in odd]
    return {
        "temperature": temperature,
        "before": expected_calibration_error(with_temperature(predicted[odd], 1 / temperature), gold),
        "after": expected_calibration_error(predicted[odd], gold),
    }


def _where(pairs: PairSet, chosen: Sequence[bool]) -> list[int]:
    if len(chosen) != len(pairs.rows):
        raise ValueError("one choice per row")
    return [index for index, yes in enumerate(chosen) if yes]
