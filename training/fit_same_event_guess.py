"""Fits the quick same-event estimate of checker/pairs: logistic in cosine, shared names and shared words.

    python -m training.fit_same_event_guess --data ../shared/data

Positives are sentences of two documents that share an event in ECB+; negatives those of one topic that share
none, sister events included. Weights are found on two thirds of the topics and measured on the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

from checker.claims import extract_claims
from checker.facts.overlap import overlap
from checker.models import load_encoder
from checker.records import Article

OUT = Path(__file__).parents[1] / "checker" / "pairs" / "same_event.json"


def main() -> None:
    """Reads the data, fits, prints the held-out figures and writes the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    rows = _rows(parser.parse_args().data / "events" / "ecb_train.jsonl.gz")
    claims = [
        max(extract_claims([Article(str(i), str(i), "", row["text"])]), key=lambda c: len(c.text), default=None)
        for i, row in enumerate(rows)
    ]
    vectors = load_encoder().encode([row["text"] for row in rows])
    topics = sorted({row["topic"] for row in rows})
    held = set(topics[::3])
    table, labels, test = [], [], []
    for i, j in combinations(range(len(rows)), 2):
        a, b = rows[i], rows[j]
        left, right = claims[i], claims[j]
        if a["topic"] != b["topic"] or a["doc"] == b["doc"] or left is None or right is None:
            continue
        names, words = overlap(left.participants, right.participants), overlap(left.terms, right.terms)
        table.append((float(vectors[i] @ vectors[j]), names, words))
        labels.append(bool(a["ids"] & b["ids"]))
        test.append(a["topic"] in held)
    x, y, held_out = np.array(table), np.array(labels), np.array(test)
    model = LogisticRegression(max_iter=1000).fit(x[~held_out], y[~held_out])
    guess, cosine = model.predict_proba(x[held_out])[:, 1], x[held_out][:, 0]
    figures = {
        "pairs_held_out": int(held_out.sum()),
        "auc": round(float(roc_auc_score(y[held_out], guess)), 3),
        "auc_cosine": round(float(roc_auc_score(y[held_out], cosine)), 3),
        "average_precision": round(float(average_precision_score(y[held_out], guess)), 3),
        "average_precision_cosine": round(float(average_precision_score(y[held_out], cosine)), 3),
    }
    names_of = ("similarity", "names", "words")
    weights = {"intercept": round(float(model.intercept_[0]), 3)} | {
        n: round(float(w), 3) for n, w in zip(names_of, model.coef_[0], strict=True)
    }
    OUT.write_text(json.dumps({"weights": weights, "held_out": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"))


def _rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        row["ids"] = {e["id"] for e in row["events"] if e.get("id")}
    return rows


if __name__ == "__main__":
    main()
