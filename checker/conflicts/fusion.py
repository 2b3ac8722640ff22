"""Sums the evidence: log-odds per feature, from a small readable file of fitted weights."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from checker.conflicts.feature import Feature
from checker.records import Evidence


@cache
def weights() -> Mapping[str, float]:
    """Log-odds per feature from weights.json, written by training/fit_fusion.py; "prior" is the intercept."""
    text = files("checker.conflicts").joinpath("weights.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


def evidence_of(features: Sequence[Feature], table: Mapping[str, float] | None = None) -> tuple[Evidence, ...]:
    """The waterfall: the prior, then every feature with a weight, the heaviest first."""
    table = weights() if table is None else table
    rows = [Evidence(f.name, round(f.value * table[f.name], 3), f.detail) for f in features if table.get(f.name)]
    rows = [r for r in rows if r.weight]
    prior = Evidence("prior", round(table["prior"], 3), "most pairs of claims that differ are about different things")
    return (prior, *sorted(rows, key=lambda r: (-abs(r.weight), r.name)))


def probability(evidence: Sequence[Evidence]) -> float:
    """The probability that the summed log-odds stand for, rounded to 4 places."""
    total = sum(e.weight for e in evidence)
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)
