"""Pairs that say the same: the same claim in other words, and whether the two are independent of each other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from checker.records import Agreement, ClaimPair, Comparison, Verdict
from checker.settings import Settings


def agreement_of(pair: ClaimPair, rows: Sequence[Comparison], story: str, settings: Settings) -> Agreement | None:
    """The agreement of a pair without a conflict; None when the two only share a topic."""
    probability = same_claim(pair, rows)
    if probability < settings.min_agreement:
        return None
    agreeing = tuple(r for r in rows if r.verdict is Verdict.AGREE)
    kind = next((r.kind for r in agreeing if r.rule not in ("nli", "polarity")), "wording")
    sides = sorted(f"{c.source}\n{' '.join(c.text.lower().split())}" for c in (pair.left, pair.right))
    key = hashlib.sha256("\n\n".join(("agreement", *sides)).encode()).hexdigest()[:12]
    return Agreement(key, kind, story, pair, not pair.copied, round(probability, 4), agreeing)


def same_claim(pair: ClaimPair, rows: Sequence[Comparison]) -> float:
    """How surely both make one claim, 0 to 1: wording, the same event, agreeing facts, less contradicting ones."""
    agreeing = sum(r.verdict is Verdict.AGREE for r in rows)
    opposed = any(r.verdict is Verdict.CONTRADICT and r.strength >= 0.5 for r in rows)
    value = 0.6 * pair.similarity + 0.3 * pair.same_event + 0.07 * min(agreeing, 3)
    return 0.0 if opposed else min(1.0, value)
