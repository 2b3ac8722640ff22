"""Fits what makes two sentences one claim (checker/conflicts/agreement_weights.json).

    python -m training.fit_agreement --eval ../shared/eval

Annotated same claims against annotated look-alikes, and pairs that were drawn from all ranks of an earlier score
and judged by hand (agreement_judged.csv, by the hash of both sentences: 1 the same claim, 0 not, 0.5 in part).
A look-alike may well make the same claim ("at least 12", "15"), so it counts less than a judged pair. Pairs that
nobody judged are nearly all of different claims; all together they count about as much as the judged ones.
Copies are left out: they agree whatever the features say. Cross-validated by story.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.conflicts.gold import AnnotatedStory, is_record, read_stories
from checker.conflicts.agreements import sentence_pairs
from checker.loading import Models, load_models
from checker.settings import Settings
from checker.stages import compare_articles

OUT = Path(__file__).parents[1] / "checker" / "conflicts" / "agreement_weights.json"
JUDGED = Path(__file__).parent / "agreement_judged.csv"
LOOK_ALIKE, JUDGED_WEIGHT, UNJUDGED = 0.3, 2.0, 0.01
SAME = 0.5  # the probability from which on two sentences count as one claim
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """Two sentences: their features, 1 for one claim, how much that counts, and the same-claim records they match."""

    features: Mapping[str, float]
    same: float
    weight: float
    story: str
    key: str
    records: frozenset[str]
    look_alike: bool
    judged: bool
    text: tuple[str, str]


def main() -> None:
    """Collects the pairs, cross-validates by story, fits and writes the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    models, judged = load_models(Settings()), read_judged(JUDGED)
    rows = [r for s in read_stories(given.eval / "news_dev") for r in rows_of(s, models, judged)]
    weights = {name: round(value, 3) for name, value in fit(rows).items()}
    table = {"weights": weights, "held_out": held_out(rows, cross_validate(rows))}
    given.out.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(given.out.read_text(encoding="utf-8"))


def read_judged(path: Path) -> dict[str, float]:
    """The judgement of each pair of sentences, by its key."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["pair"]: float(row["same"]) for row in csv.DictReader(file)}


def pair_key(left: str, right: str) -> str:
    """Names two sentences, in either order, without giving their words away."""
    sides = sorted(" ".join(s.lower().split()) for s in (left, right))
    return hashlib.sha256("\n".join(sides).encode()).hexdigest()[:16]


def rows_of(story: AnnotatedStory, models: Models, judged: Mapping[str, float]) -> Iterator[Row]:
    """All pairs of sentences of different articles of one annotated story that are no copies."""
    found = compare_articles(story.articles, Settings(stories="one"), models)
    for _, both, values in sentence_pairs(found.pairs, found.comparisons, found.story_of):
        left, right = both.pairs[0].left, both.pairs[0].right
        if any(p.copied for p in both.pairs):
            continue
        matching = [r for r in story.records if is_record(left, right, r)]
        records = frozenset(str(r["id"]) for r in matching if r["kind"] == "same_claim")
        look_alike = not records and any(r["kind"] == "not_conflict" for r in matching)
        key = pair_key(left.sentence, right.sentence)
        same, weight = _label(bool(records), look_alike, judged.get(key))
        known = key in judged
        yield Row(values, same, weight, story.name, key, records, look_alike, known, (left.sentence, right.sentence))


def _label(record: bool, look_alike: bool, judged: float | None) -> tuple[float, float]:
    if record:
        return 1.0, 1.0
    if judged is not None:
        return judged, JUDGED_WEIGHT
    return 0.0, LOOK_ALIKE if look_alike else UNJUDGED


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """The intercept and the weight of each feature; what is the same in part counts half on either side."""
    names = list(rows[0].features)
    x = np.array([[r.features[n] for n in names] for r in rows])
    same, weight = np.array([r.same for r in rows]), np.array([r.weight for r in rows])
    label = np.repeat([1.0, 0.0], len(rows))
    model = LogisticRegression(C=10.0, max_iter=5000)
    model.fit(np.vstack([x, x]), label, np.concatenate([weight * same, weight * (1 - same)]))
    return {"intercept": float(model.intercept_[0])} | dict(zip(names, map(float, model.coef_[0]), strict=True))


def probabilities(rows: Iterable[Row], weights: Mapping[str, float]) -> list[float]:
    """The probability of one claim for each row."""
    sums = (weights["intercept"] + sum(weights[n] * v for n, v in r.features.items()) for r in rows)
    return [float(1 / (1 + np.exp(-total))) for total in sums]


def cross_validate(rows: Sequence[Row]) -> list[float]:
    """The probability of each row by weights that never saw its story."""
    found = np.zeros(len(rows))
    story = np.array([r.story for r in rows])
    for held in sorted(set(story)):
        own = np.flatnonzero(story == held)
        weights = fit([r for r in rows if r.story != held])
        found[own] = probabilities([rows[i] for i in own], weights)
    return found.tolist()


def held_out(rows: Sequence[Row], scores: Sequence[float]) -> dict[str, Any]:
    """What the held-out probabilities find: same-claim records, look-alikes, judged pairs and how many pairs in all."""
    taken = [r for r, s in zip(rows, scores, strict=True) if s >= SAME]
    judged = [r for r in taken if r.judged]
    return {
        "same_claims": len({i for r in rows for i in r.records}),
        "found": len({i for r in taken for i in r.records}),
        "look_alikes": sum(r.look_alike for r in rows),
        "look_alikes_taken": sum(r.look_alike for r in taken),
        "judged": sum(r.judged for r in rows),
        "judged_taken": len(judged),
        "judged_taken_right": sum(r.same for r in judged if not r.records) + sum(bool(r.records) for r in judged),
        "taken": len(taken),
    }


if __name__ == "__main__":
    main()
