"""Claim -> ClaimPair: nearest claims of other sources within a story, and pairs within one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from checker.facts.copies import containment, edited_copy, shingles
from checker.pairs.neighbours import Vectors, nearest_rows
from checker.pairs.same_event import same_event_estimate
from checker.pairs.siblings import sibling_pairs
from checker.pairs.slots import slot_pairs
from checker.records import Claim, ClaimPair, Story
from checker.settings import Settings

INTERNAL_NEIGHBOURS = 3
INTERNAL_SIMILAR = 0.5


def align_claims(
    claims: Sequence[Claim],
    vectors: Vectors,
    stories: Iterable[Story],
    settings: Settings,
) -> tuple[ClaimPair, ...]:
    """The pairs worth comparing, ordered by claim ids.

    `vectors` is (claims, dimensions) of unit length. Across the articles of a story each claim meets its
    `settings.neighbours` nearest claims of every other article, asked from either side, those whose facts are of
    the same thing, and the other clauses of a near sentence; within an article the nearest few. Pairs under
    `settings.min_similarity` are left out.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        rows[claim.article_id].append(index)
    found: dict[tuple[int, int], float] = {}
    for story in stories:
        for one, other in combinations(sorted(story.article_ids), 2):
            found.update(_nearest(rows[one], rows[other], vectors, settings.neighbours, settings.min_similarity))
        members = [row for article in sorted(story.article_ids) for row in rows[article]]
        for i, j in slot_pairs(claims, members):
            similarity = float(vectors[i] @ vectors[j])
            if similarity >= settings.min_similarity:
                found.setdefault((min(i, j), max(i, j)), similarity)
    for i, j in list(sibling_pairs(claims, found)):
        similarity = float(vectors[i] @ vectors[j])
        if similarity >= settings.min_similarity:
            found.setdefault((min(i, j), max(i, j)), similarity)
    for own in rows.values():
        found.update(_within(own, claims, vectors, settings))
    found = {_by_id(pair, claims): similarity for pair, similarity in found.items()}
    ordered = sorted(found, key=lambda ij: (claims[ij[0]].id, claims[ij[1]].id))
    return _records(ordered, found, claims, settings)


def _nearest(
    one: list[int], other: list[int], vectors: Vectors, count: int, least: float
) -> dict[tuple[int, int], float]:
    """The pairs in which one side is among the `count` nearest of the other, with their cosine."""
    kept: dict[tuple[int, int], float] = {}
    for rows, others in ((one, other), (other, one)):
        for i, j, value in nearest_rows(vectors, rows, others, count):
            if value >= least:
                kept[min(i, j), max(i, j)] = value
    return kept


def _within(
    own: list[int], claims: Sequence[Claim], vectors: Vectors, settings: Settings
) -> dict[tuple[int, int], float]:
    """Pairs of one article's claims, each with its 3 nearest: an internal conflict is about closely worded claims."""
    least = max(INTERNAL_SIMILAR, settings.min_similarity)
    kept: dict[tuple[int, int], float] = {}
    for i, j, value in nearest_rows(vectors, own, own, INTERNAL_NEIGHBOURS):
        if value >= least and claims[i].sentence_index != claims[j].sentence_index:
            kept[min(i, j), max(i, j)] = value
    return kept


def _by_id(pair: tuple[int, int], claims: Sequence[Claim]) -> tuple[int, int]:
    """The two rows in the order of their claim ids, so that (a, b) is (b, a)."""
    i, j = pair
    return (i, j) if claims[i].id <= claims[j].id else (j, i)


def _records(
    ordered: Sequence[tuple[int, int]],
    found: dict[tuple[int, int], float],
    claims: Sequence[Claim],
    settings: Settings,
) -> tuple[ClaimPair, ...]:
    runs = {i: shingles(claims[i].sentence) for pair in ordered for i in pair}

    def copied(i: int, j: int) -> bool:
        share = containment(runs[i], runs[j])
        return share >= settings.copy_containment or (share > 0 and edited_copy(claims[i].sentence, claims[j].sentence))

    return tuple(
        ClaimPair(
            left=claims[i],
            right=claims[j],
            similarity=round(min(1.0, found[i, j]), 4),
            same_event=round(same_event_estimate(claims[i], claims[j], found[i, j]), 4),
            copied=copied(i, j),
        )
        for i, j in ordered
    )
