"""Sentences of one real story that a model took for contradictions, read one by one.

    python -m training.event_readings --data ../shared/data --work ../training-cache

training/event_readings.jsonl names pairs of sentences of ECB+ by document and sentence number, without their text, and
says what they are. Of every pair of sentences of one story (topics that are not held out, cosine .45 or more), those
are in it that a network of the seventh run gave a contradiction of .2 or more, or .06 where both have a number, mean
of both directions: a language model read them, in five parts, without knowing that answer. One in 20 contradicts. Two
sentences of one article (cosine .3, contradiction .1) are taken to agree, as articles seldom contradict themselves.

A pair that may only be an earlier and a later state, or cannot be told, is in the list and not trained on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from training.ecb import Renamer, read_topics
from training.rows import Row, write_rows

READINGS = Path(__file__).with_suffix(".jsonl")
SEED = 73
LABELS = ("contradiction", "not_contradiction")
RENAMED = {"contradiction": 3, "not_contradiction": 1}
"""How many times a pair comes again with the names of other topics."""


def readings(data: Path) -> list[Row]:
    """The pairs as they are, and again the other way round with other names."""
    draw = random.Random(SEED)
    topics = {**read_topics(data, "train"), **read_topics(data, "development")}
    renamer = Renamer(topics, draw)
    sentences = {(row["doc"], row["sentence"]): row for rows in topics.values() for row in rows}
    made: list[Row] = []
    for number, reading in enumerate(map(json.loads, READINGS.read_text(encoding="utf-8").splitlines())):
        if reading["label"] not in LABELS:
            continue
        left, right = (sentences[tuple(reading[side])] for side in ("left", "right"))
        kind = f"ecb_read_{reading['by']}"
        made.append(_row(left["text"], right["text"], reading["label"], kind, f"{kind}-{number}"))
        for again in range(RENAMED[reading["label"]]):
            new = renamer.new_names(left, right)
            texts = [renamer.rename(side["text"], side, new) for side in (right, left)]
            if again % 2:
                texts.reverse()
            made.append(_row(*texts, reading["label"], kind, f"{kind}-{number}-{again}"))
    return made


def _row(one: str, other: str, label: str, kind: str, row_id: str) -> Row:
    return {"premise": one, "hypothesis": other, "label": label, "dataset": "readings", "type": kind, "id": row_id}


def main() -> None:
    """Write event_readings.jsonl.gz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    options = parser.parse_args()
    rows = readings(options.data)
    write_rows(options.work / "event_readings.jsonl.gz", rows)
    print(f"{len(rows)} pairs", dict(Counter(row["label"] for row in rows)))


if __name__ == "__main__":
    main()
