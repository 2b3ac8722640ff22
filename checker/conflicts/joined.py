"""One more voice in a disagreement that is already established needs less evidence of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.conflicts.fusion import probability, weights
from checker.records import Claim, Conflict, Evidence

NAME = "joins another conflict"


def joined(possible: Sequence[Conflict], threshold: float) -> list[Conflict]:
    """The conflicts, with the row NAME added to those under the threshold that share a side with one above it.

    A side is a value in a sentence: when "second round" against "third round" is established, "two rounds"
    against the same "third round" is of the same question.
    """
    established = {side for c in possible if c.probability >= threshold for side in sides(c)}
    return [c if c.probability >= threshold else _with(c, established) for c in possible]


def sides(conflict: Conflict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides as (kind, scope, article, sentence, value): what two conflicts of one question have in common."""
    comparison, pair = conflict.comparison, conflict.pair
    return _side(conflict, pair.left, comparison.left_value), _side(conflict, pair.right, comparison.right_value)


def _side(conflict: Conflict, claim: Claim, value: str) -> tuple[str, ...]:
    return conflict.kind, str(conflict.scope), claim.article_id, str(claim.sentence_index), value.lower()


def _with(conflict: Conflict, established: set[tuple[str, ...]]) -> Conflict:
    weight = weights().get(NAME, 0.0)
    if not weight or not established & set(sides(conflict)):
        return conflict
    row = Evidence(NAME, weight, "another source disputes the same value")
    evidence = (*conflict.evidence, row)
    return replace(conflict, evidence=evidence, probability=probability(evidence))
