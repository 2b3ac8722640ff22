"""The other clauses of two near sentences: what is disputed often stands beside what is alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from checker.records import Claim, SentenceKey

NEAR: Final = 0.5  # the cosine of a pair of clauses from which on all clauses of both sentences meet


def sibling_pairs(claims: Sequence[Claim], found: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """Index pairs of all clauses of two sentences of different articles that have a near pair in `found`."""
    clauses: dict[SentenceKey, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        clauses[claim.sentence_key].append(index)
    near = {
        (claims[i].sentence_key, claims[j].sentence_key)
        for (i, j), similarity in found.items()
        if similarity >= NEAR and claims[i].article_id != claims[j].article_id
    }
    for one, other in sorted(near):
        yield from product(clauses[one], clauses[other])
