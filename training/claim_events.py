"""Pairs of sentences of invented events, by whether they tell of the same event: for the same-event model.

From training/claims (see claim_pairs.py): wordings of one fact, of either version, are of the same event. A sentence of
the sister event is not, nor, in one story, what else the articles say. Two facts of one event are left out: by ECB+,
which the model is measured on, they may share their event or not.
"""

from __future__ import annotations

import random
from itertools import combinations

from training.claim_pairs import HELD_OUT, Event, read_events, sister_lines
from training.rows import Row

SAME, SISTER, STORY = 12, 12, 6
"""Pairs per event at most."""


def claim_event_pairs(seed: int) -> list[Row]:
    """Pairs of all events that are not held out: premise, hypothesis, same, sister."""
    draw = random.Random(seed)
    made = []
    for name, event in read_events().items():
        if not name.endswith(HELD_OUT):
            made += _pairs(event, draw)
    draw.shuffle(made)
    return made


def _pairs(event: Event, draw: random.Random) -> list[Row]:
    facts = [[*fact["a"], *fact["b"]] for fact in event["facts"]]
    texts = [text for fact in facts for text in fact]
    same = [pair for fact in facts for pair in combinations(fact, 2)]
    sister = [(line, text) for line, fact in sister_lines(event, texts) for text in [*fact["a"], *fact["b"]]]
    story = [(filler, text) for filler in event["fillers"] for text in texts]
    return [
        _row(*draw.sample(pair, 2), same=kind == "same", sister=kind == "sister")
        for kind, pool, most in (("same", same, SAME), ("sister", sister, SISTER), ("story", story, STORY))
        for pair in draw.sample(pool, min(most, len(pool)))
    ]


def _row(one: str, other: str, *, same: bool, sister: bool) -> Row:
    return {"premise": one, "hypothesis": other, "same": same, "sister": sister}
