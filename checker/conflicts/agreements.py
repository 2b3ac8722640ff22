"""Pairs that say the same: the same claim in other words, and whether the two are independent of each other."""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from checker.facts.overlap import overlap
from checker.records import Agreement, ClaimPair, Comparison, Verdict
from checker.settings import Settings

Nearest = Mapping[tuple[str, str], float]


def nearest(pairs: Sequence[ClaimPair]) -> Nearest:
    """Per claim id and other article id the cosine of the nearest claim there."""
    best: dict[tuple[str, str], float] = defaultdict(lambda: -1.0)
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one.id, other.article_id)
            best[key] = max(best[key], pair.similarity)
    return best


def agreement_of(
    pair: ClaimPair, rows: Sequence[Comparison], best: Nearest, story: str, settings: Settings
) -> Agreement | None:
    """The agreement of a pair; None when the two only share a topic or one says what the other denies.

    A pair may agree in the main and still conflict in a number, a rank or a date.
    """
    if any(r.verdict is Verdict.CONTRADICT and r.kind in ("negation", "other") for r in rows):
        return None
    probability = same_claim(features(pair, rows, best))
    if probability < settings.min_agreement:
        return None
    agreeing = tuple(r for r in rows if r.verdict is Verdict.AGREE)
    kind = next((r.kind for r in agreeing if r.rule not in ("nli", "polarity")), "wording")
    sides = sorted(f"{c.source}\n{' '.join(c.text.lower().split())}" for c in (pair.left, pair.right))
    key = hashlib.sha256("\n\n".join(("agreement", *sides)).encode()).hexdigest()[:12]
    return Agreement(key, kind, story, pair, not pair.copied, probability, agreeing)


def features(pair: ClaimPair, rows: Sequence[Comparison], best: Nearest) -> dict[str, float]:
    """What speaks for one claim in two wordings: cosine, shared words, being each other's nearest, speaker, facts."""
    left, right = pair.left, pair.right
    there = pair.similarity >= best[left.id, right.article_id] - 1e-6
    back = pair.similarity >= best[right.id, left.article_id] - 1e-6
    names = [c.speaker.split()[-1].lower() if c.speaker else "" for c in (left, right)]
    agreeing = sum(r.verdict is Verdict.AGREE and r.rule not in ("polarity", "nli") for r in rows)
    return {
        "similar wording": pair.similarity,
        "shared words": overlap(left.terms, right.terms),
        "nearest both ways": float(there and back),
        "nearest one way": float(there != back),
        "same speaker": float(bool(names[0]) and names[0] == names[1]),
        "facts agree": min(2.0, agreeing),
    }


def same_claim(values: Mapping[str, float]) -> float:
    """The probability that both make one claim: logistic in the features, rounded to 4 places."""
    table = _weights()
    total = table["intercept"] + sum(table[name] * value for name, value in values.items())
    return round(1.0 / (1.0 + math.exp(-total)), 4)


@cache
def _weights() -> Mapping[str, float]:
    """From agreement_weights.json, written by training/fit_agreement.py."""
    text = files("checker.conflicts").joinpath("agreement_weights.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded
