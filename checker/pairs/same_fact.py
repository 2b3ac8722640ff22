"""How likely the two claims of a pair are about one fact, by the same-fact encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.models import Encoder
from checker.records import ClaimPair


def add_same_fact(pairs: Sequence[ClaimPair], encoder: Encoder) -> tuple[ClaimPair, ...]:
    """The pairs with the cosine of the two claims' vectors; each claim is encoded once."""
    texts = list(dict.fromkeys(claim.standalone for pair in pairs for claim in (pair.left, pair.right)))
    row = {text: i for i, text in enumerate(texts)}
    vectors = encoder.encode(texts)

    def cosine(pair: ClaimPair) -> float:
        found = float(vectors[row[pair.left.standalone]] @ vectors[row[pair.right.standalone]])
        return round(max(-1.0, min(1.0, found)), 4)

    return tuple(replace(pair, same_fact=cosine(pair)) for pair in pairs)
