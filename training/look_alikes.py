"""Sentences of one invented event that look like contradictions and are none, and some that are.

    python -m training.look_alikes --work ../training-cache

Reads training/look_alikes/*.json, written for this project by a language model, sentence by sentence: per event 14
sentences of different outlets that can all be true together (a part and the whole, two quantities, two persons of like
role, a plan and its outcome, early and late) and six of others, each of which excludes one of them. Writes
look_alikes_train.jsonl.gz and look_alikes_held_out.jsonl.gz; every tenth event is held out as a whole.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from checker.models.encoder import Encoder, load_encoder
from training.rows import NOT_CONTRADICTION, Row, write_rows

EVENTS = Path(__file__).with_name("look_alikes")
SEED = 59
HELD_OUT = "3"
"""Last digit of the names of the events that are held out."""
NEAR, FAR = 40, 12
"""Pairs per event that agree: those whose wording is most alike, and some drawn from all others."""


def read_events(folder: Path = EVENTS) -> dict[str, dict[str, Any]]:
    """The events by the names of their files, in order."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def event_pairs(name: str, event: dict[str, Any], draw: random.Random, encoder: Encoder) -> list[Row]:
    """Pairs that agree, and each sentence that excludes one of them with that one."""
    texts: list[str] = event["consistent"]
    vectors = encoder.encode(texts)
    cosine = vectors @ vectors.T
    found = sorted(combinations(range(len(texts)), 2), key=lambda pair: -float(cosine[pair]))
    chosen = found[:NEAR] + draw.sample(found[NEAR:], min(FAR, len(found[NEAR:])))
    pairs = [(texts[i], texts[j], NOT_CONTRADICTION, "consistent") for i, j in chosen]
    pairs += [(texts[item["with"]], item["text"], "contradiction", "conflict") for item in event["conflicts"]]
    rows = []
    for number, (one, other, label, kind) in enumerate(pairs):
        premise, hypothesis = (one, other) if draw.random() < 0.5 else (other, one)
        rows.append(
            {
                "premise": premise,
                "hypothesis": hypothesis,
                "label": label,
                "dataset": "look_alikes",
                "type": kind,
                "id": f"look_alikes-{name}-{number}",
            }
        )
    return rows


def make(held_out: bool) -> list[Row]:
    """The pairs of all events that are held out, or of all others."""
    encoder = load_encoder()
    rows: list[Row] = []
    for name, event in read_events().items():
        if name.endswith(HELD_OUT) == held_out:
            rows += event_pairs(name, event, random.Random(f"{SEED} {name}"), encoder)
    return rows


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    options = parser.parse_args()
    for side in ("train", "held_out"):
        rows = make(side == "held_out")
        write_rows(options.work / f"look_alikes_{side}.jsonl.gz", rows)
        print(f"{side}: {len(rows)} pairs", dict(Counter(row["label"] for row in rows)))


if __name__ == "__main__":
    main()
