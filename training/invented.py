"""Pairs of sentences of the events that were invented for this project: reading, splitting and writing them."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.models.encoder import Encoder, load_encoder
from training.rows import Row, write_rows

Event = dict[str, Any]
EventPairs = Callable[[str, Event, random.Random, Encoder], list[Row]]


def read_events(folder: Path) -> dict[str, Event]:
    """The events by the names of their files, in order."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def one_side(events: dict[str, Event], ending: str, held_out: bool) -> dict[str, Event]:
    """The events whose names have the ending, which are held out as a whole, or all others."""
    return {name: event for name, event in events.items() if name.endswith(ending) == held_out}


def either_way(one: str, other: str, label: str, dataset: str, kind: str, draw: random.Random) -> Row:
    """The pair in either order, for a label that has no direction."""
    premise, hypothesis = (one, other) if draw.random() < 0.5 else (other, one)
    return {"premise": premise, "hypothesis": hypothesis, "label": label, "dataset": dataset, "type": kind}


def pairs_of(events: dict[str, Event], seed: int, event_pairs: EventPairs) -> list[Row]:
    """The pairs of all events, each drawn by itself."""
    encoder = load_encoder()
    return [
        row
        for name, event in events.items()
        for row in event_pairs(name, event, random.Random(f"{seed} {name}"), encoder)
    ]


def write_both_sides(stem: str, make: Callable[[bool], list[Row]], description: str | None) -> None:
    """Write STEM_train.jsonl.gz and STEM_held_out.jsonl.gz to the work folder; `make` is told which is held out."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    options = parser.parse_args()
    for side in ("train", "held_out"):
        rows = make(side == "held_out")
        write_rows(options.work / f"{stem}_{side}.jsonl.gz", rows)
        print(f"{side}: {len(rows)} pairs", dict(Counter(row["label"] for row in rows)))
