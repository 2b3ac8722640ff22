"""One row of evidence before it is weighted."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """One number that the weights are multiplied with, and the words the report shows for it."""

    name: str
    value: float
    detail: str


def log_odds(probability: float) -> float:
    """The log-odds of a probability, which is taken as .01 to .99."""
    bounded = min(0.99, max(0.01, probability))
    return math.log(bounded / (1 - bounded))
