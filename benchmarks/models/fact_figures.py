"""Whether sentences about one fact are nearest to each other: in held-out invented events, and in annotated stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from benchmarks.conflicts.gold import AnnotatedStory, is_record
from benchmarks.models.measures import Array
from checker.claims import extract_claims
from checker.models import Encoder
from checker.records import Claim
from training.same_fact_groups import Grouped, nearest_is_same

SAME = "same_claim"


def claims_by_article(story: AnnotatedStory) -> dict[str, list[Claim]]:
    """The claims of each article of a story."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract_claims(story.articles, lambda done: None):
        found[claim.article_id].append(claim)
    return dict(found)


def record_figures(
    encoder: Encoder, stories: Sequence[tuple[AnnotatedStory, dict[str, list[Claim]]]]
) -> dict[str, dict[str, float]]:
    """Of the annotated disagreements and same claims: the share whose sentences hold two claims that are each other's
    nearest, and the mean of 1 over the rank of the right sentence of the other article."""
    met: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    nearest = 0
    for story, articles in stories:
        records = [r for r in story.records if r["kind"] != "not_conflict" and r["a_file"] != r["b_file"]]
        for one, other in combinations(sorted(articles), 2):
            left, right = articles[one], articles[other]
            cosine = _cosines(encoder, [c.standalone for c in left], [c.standalone for c in right])
            mutual = (cosine >= cosine.max(1, keepdims=True)) & (cosine >= cosine.max(0, keepdims=True))
            nearest += int(mutual.sum())
            for record in (r for r in records if {r["a_file"], r["b_file"]} == {one, other}):
                both = np.array([[is_record(a, b, record) for b in right] for a in left])
                if both.any():
                    kind = "same_claims" if record["kind"] == SAME else "disagreements"
                    met[kind].append((bool((mutual & both).any()), 1 / (1 + _rank(cosine, both))))
    figures: dict[str, dict[str, float]] = {
        kind: {
            "records": len(rows),
            "each_others_nearest": float(np.mean([hit for hit, _ in rows])),
            "reciprocal_rank": float(np.mean([rank for _, rank in rows])),
        }
        for kind, rows in sorted(met.items())
    }
    return figures | {"pairs": {"each_others_nearest": nearest}}


def _rank(cosine: Array, both: Array) -> int:
    """How many claims of the other article are nearer to the left sentence than the right ones of the record."""
    rows, columns = both.any(1), both.any(0)
    best = cosine[rows].max(0)
    return int((best > best[columns].max()).sum())


def _cosines(encoder: Encoder, left: Sequence[str], right: Sequence[str]) -> Array:
    return np.asarray(encoder.encode(left) @ encoder.encode(right).T)


def fact_figures(
    encoder: Encoder,
    held_out: dict[str, list[Grouped]],
    stories: dict[str, list[tuple[AnnotatedStory, dict[str, list[Claim]]]]],
) -> dict[str, Any]:
    """All of it for one encoder."""
    return {
        "held_out": {name: nearest_is_same(encoder.encode, events) for name, events in held_out.items()},
        "stories": {name: record_figures(encoder, rows) for name, rows in stories.items()},
    }
