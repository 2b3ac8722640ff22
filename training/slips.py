"""Sentences of agencies, reworded by outlets: with every fact as it was, and with one of them changed.

    python -m training.slips --work ../training-cache

Reads training/slips/*.json, written for this project by a language model, sentence by sentence: per invented event
eight sentences, each with two rewordings that can be true together with it and two into which a slip has come that
can't; with the later writers also two that other outlets add, which look different and can be true too. An NLI model
takes such a slip for the same statement, since all other words say so. The events of the last writers are "apart":
their outlets write sentences of their own, which share few words with the agency's, and only that one says the whole
fact. Writes slips_train.jsonl.gz and slips_held_out.jsonl.gz; every writer's third and thirteenth event are held out
as a whole.
"""

from __future__ import annotations

import random
from itertools import combinations, product
from pathlib import Path

from training import invented
from training.invented import Event, either_way, one_side, write_both_sides
from training.rows import NOT_CONTRADICTION, Row

EVENTS = Path(__file__).with_name("slips")
SEED = 61
HELD_OUT = "3"
"""Last digit of the names of the events that are held out."""


def read_events() -> dict[str, Event]:
    """The events by the names of their files, in order."""
    return invented.read_events(EVENTS)


def event_pairs(name: str, event: Event, draw: random.Random) -> list[Row]:
    """Per sentence three pairs of true versions, six of a true one and one with a slip, six of a true one and one that
    is added, where any was written.

    Of an event whose outlets are apart, slips and what is added are set against the agency's sentence alone: two each.
    """
    pairs = []
    for sentence in event["sentences"]:
        true = [sentence["agency"], *sentence["same"]]
        full = true[:1] if event.get("apart") else true
        pairs += [(one, other, NOT_CONTRADICTION, "reworded") for one, other in combinations(true, 2)]
        pairs += [(one, slip["text"], "contradiction", "slip") for one, slip in product(full, sentence["slip"])]
        pairs += [(one, other, NOT_CONTRADICTION, "added") for one, other in product(full, sentence.get("other", []))]
    return [
        {**either_way(*pair, "slips", kind, draw), "id": f"slips-{name}-{number}"}
        for number, (*pair, kind) in enumerate(pairs)
    ]


def make(held_out: bool) -> list[Row]:
    """The pairs of all events that are held out, or of all others."""
    events = one_side(read_events(), HELD_OUT, held_out)
    return [row for name, event in events.items() for row in event_pairs(name, event, random.Random(f"{SEED} {name}"))]


if __name__ == "__main__":
    write_both_sides("slips", make, __doc__)
