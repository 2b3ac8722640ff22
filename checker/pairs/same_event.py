"""A quick estimate of whether two claims tell of one event, from what is known of every pair."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

from checker.facts.overlap import overlap
from checker.records import Claim


def same_event_estimate(left: Claim, right: Claim, similarity: float) -> float:
    """The probability, 0 to 1, by a logistic in cosine, shared names and shared content words.

    The weights in same_event.json are fitted on ECB+ by training/fit_same_event_guess.py, which also writes
    down how well it does on held-out topics.
    """
    w = _weights()
    total = w["intercept"] + w["similarity"] * similarity
    total += w["names"] * overlap(left.participants, right.participants)
    total += w["words"] * overlap(left.terms, right.terms)
    return 1.0 / (1.0 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(files("checker.pairs").joinpath("same_event.json").read_text("utf-8"))[
        "weights"
    ]
    return loaded
