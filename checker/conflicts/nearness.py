"""Which claims are nearest to a claim, and how near claims of its story usually are to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Final

from checker.records import ClaimPair

NEIGHBOURS: Final = 3
TIE: Final = 1e-6
FAR: Final = 0.2  # the cosine that counts for a neighbour that there isn't: pairs so far apart aren't looked at


def each_others_nearest(pairs: Sequence[ClaimPair], least: float) -> list[bool]:
    """Per pair whether neither claim has a nearer one in the other's article, and the cosine is at least `least`."""
    best: dict[tuple[str, str], float] = defaultdict(lambda: -1.0)
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one.id, other.article_id)
            best[key] = max(best[key], pair.similarity)
    return [
        p.similarity >= max(least, best[p.left.id, p.right.article_id] - TIE, best[p.right.id, p.left.article_id] - TIE)
        for p in pairs
    ]


def usual_similarity(pairs: Sequence[ClaimPair]) -> Mapping[str, float]:
    """Per claim id the mean cosine of its few nearest claims in every other article that it meets.

    A claim that says what the whole story is about is near to everything; one of these is no sign of one claim.
    """
    near: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        if not pair.internal:
            near[pair.left.id][pair.right.article_id].append(pair.similarity)
            near[pair.right.id][pair.left.article_id].append(pair.similarity)
    return {claim: sum(map(_nearest, there.values())) / len(there) for claim, there in near.items()}


def _nearest(similarities: list[float]) -> float:
    best = nlargest(NEIGHBOURS, similarities)
    return (sum(best) + FAR * (NEIGHBOURS - len(best))) / NEIGHBOURS
