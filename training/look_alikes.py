"""Sentences of one invented event that look like contradictions and are none, and some that are.

    python -m training.look_alikes --work ../training-cache

Reads training/look_alikes/*.json, written for this project by a language model, sentence by sentence: per event 14
sentences of different outlets that can all be true together (a part and the whole, two quantities, two persons of like
role, a plan and its outcome, early and late) and six of others, each of which excludes one of them. Writes
look_alikes_train.jsonl.gz and look_alikes_held_out.jsonl.gz; every tenth event is held out as a whole.
"""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

from checker.models.encoder import Encoder
from training import invented
from training.invented import Event, either_way, one_side, pairs_of, write_both_sides
from training.rows import NOT_CONTRADICTION, Row

EVENTS = Path(__file__).with_name("look_alikes")
SEED = 59
HELD_OUT = "3"
"""Last digit of the names of the events that are held out."""
NEAR, FAR = 40, 12
"""Pairs per event that agree: those whose wording is most alike, and some drawn from all others."""


def read_events() -> dict[str, Event]:
    """The events by the names of their files, in order."""
    return invented.read_events(EVENTS)


def event_pairs(name: str, event: Event, draw: random.Random, encoder: Encoder) -> list[Row]:
    """Pairs that agree, and each sentence that excludes one of them with that one."""
    texts: list[str] = event["consistent"]
    vectors = encoder.encode(texts)
    cosine = vectors @ vectors.T
    found = sorted(combinations(range(len(texts)), 2), key=lambda pair: -float(cosine[pair]))
    chosen = found[:NEAR] + draw.sample(found[NEAR:], min(FAR, len(found[NEAR:])))
    pairs = [(texts[i], texts[j], NOT_CONTRADICTION, "consistent") for i, j in chosen]
    pairs += [(texts[item["with"]], item["text"], "contradiction", "conflict") for item in event["conflicts"]]
    return [
        {**either_way(*pair, "look_alikes", kind, draw), "id": f"look_alikes-{name}-{number}"}
        for number, (*pair, kind) in enumerate(pairs)
    ]


def make(held_out: bool) -> list[Row]:
    """The pairs of all events that are held out, or of all others."""
    events = one_side(read_events(), HELD_OUT, held_out)
    return pairs_of(events, SEED, event_pairs)


if __name__ == "__main__":
    write_both_sides("look_alikes", make, __doc__)
