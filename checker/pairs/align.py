"""Claim -> ClaimPair: nearest claims of other sources within a story, and pairs within one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from checker.models import SameEventModel
from checker.pairs.copies import containment, shingles
from checker.pairs.same_event import same_event_estimate
from checker.pairs.slots import slot_pairs
from checker.records import Claim, ClaimPair, Story
from checker.settings import Settings

Vectors = NDArray[np.float32]


def align_claims(
    claims: Sequence[Claim], vectors: Vectors, stories: Iterable[Story], settings: Settings, model: SameEventModel | None = None
) -> tuple[ClaimPair, ...]:
    """The pairs worth comparing, ordered by claim ids.

    `vectors` is (claims, dimensions) of unit length. Across the articles of a story each claim meets its
    `settings.neighbours` nearest claims of every other article, asked from either side, and those whose facts
    are of the same thing; within an article the nearest few. Pairs under `settings.min_similarity` are left out.
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
    for own in rows.values():
        found.update(_within(own, claims, vectors, settings))
    ordered = sorted(found, key=lambda ij: (claims[ij[0]].id, claims[ij[1]].id))
    return _records(ordered, found, claims, settings, model)


def _nearest(one: list[int], other: list[int], vectors: Vectors, count: int, least: float) -> dict[tuple[int, int], float]:
    """The pairs in which one side is among the `count` nearest of the other, with their cosine."""
    if not one or not other:
        return {}
    cosine = vectors[one] @ vectors[other].T
    kept: dict[tuple[int, int], float] = {}
    for axis in (0, 1):
        table = cosine if axis == 1 else cosine.T
        nearest = np.argsort(-table, axis=1, kind="stable")[:, :count]
        for a, row in enumerate(nearest):
            for b in row:
                i, j = sorted((one[a], other[int(b)]) if axis == 1 else (one[int(b)], other[a]))
                value = float(vectors[i] @ vectors[j])
                if value >= least:
                    kept[i, j] = value
    return kept


def _within(own: list[int], claims: Sequence[Claim], vectors: Vectors, settings: Settings) -> dict[tuple[int, int], float]:
    """Pairs of one article's claims, each with its 3 nearest: an internal conflict is about closely worded claims."""
    if len(own) < 2:
        return {}
    cosine = vectors[own] @ vectors[own].T
    np.fill_diagonal(cosine, -1.0)
    kept = {}
    for a, row in enumerate(np.argsort(-cosine, axis=1, kind="stable")[:, :3]):
        for b in row:
            i, j = sorted((own[a], own[int(b)]))
            if cosine[a, b] >= max(0.5, settings.min_similarity) and claims[i].sentence_index != claims[j].sentence_index:
                kept[i, j] = float(cosine[a, b])
    return kept


def _records(
    ordered: Sequence[tuple[int, int]],
    found: dict[tuple[int, int], float],
    claims: Sequence[Claim],
    settings: Settings,
    model: SameEventModel | None,
) -> tuple[ClaimPair, ...]:
    runs = {i: shingles(claims[i].sentence) for pair in ordered for i in pair}
    texts = [(claims[i].resolved or claims[i].text, claims[j].resolved or claims[j].text) for i, j in ordered]
    events = model.predict(texts) if model is not None else [same_event_estimate(claims[i], claims[j], found[i, j]) for i, j in ordered]
    return tuple(
        ClaimPair(
            left=claims[i],
            right=claims[j],
            similarity=round(min(1.0, found[i, j]), 4),
            same_event=round(float(event), 4),
            copied=containment(runs[i], runs[j]) >= settings.copy_containment,
        )
        for (i, j), event in zip(ordered, events, strict=True)
    )
