"""Who else gives a disputed value: articles that stand in no conflict themselves, for nothing of theirs was opposed.

Twelve outlets may report nine dead and one eleven; a conflict is only seen where the sentences are near enough. Without
the others the row of the nine would look like one outlet's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from checker.conflicts.echoes import comparable_at, same_number
from checker.conflicts.voices import most_sources_first, value_key
from checker.facts import Fact, Quantity
from checker.records import Claim, ClaimPair, Comparison, Conflict, Disagreement, Mark, Scope, Verdict, VoicedValue

NEAR: Final = 0.5  # cosine of two claims; under it a value that agrees may be of another thing
BOUNDS: Final = frozenset({"at least", "at most"})

Rows = Sequence[Comparison]
Value = tuple[str, Mark]  # claim id, and where in its sentence the value stands


class Giving(NamedTuple):
    """A claim that gives a value, where it stands in its sentence, and how like the claim is to one already known."""

    similarity: float
    claim: Claim
    mark: Mark


def completed(
    disagreements: Iterable[Disagreement],
    conflicts: Sequence[Conflict],
    pairs: Sequence[ClaimPair],
    comparisons: Sequence[Rows],
) -> tuple[Disagreement, ...]:
    """The disagreements between sources, each value with the claims of further articles that give it too."""
    disputed = {claim.id for found in conflicts for claim in (found.pair.left, found.pair.right)}
    giving = _giving(pairs, comparisons, disputed)
    return tuple(_completed(found, giving) if found.scope is Scope.CROSS else found for found in disagreements)


def _completed(found: Disagreement, giving: Mapping[Value, Sequence[Giving]]) -> Disagreement:
    known = {claim.article_id for voiced in found.values for claim in voiced.claims}
    best: dict[str, tuple[str, Giving]] = {}  # by article, which can be put into one row only
    for value, place in ((value_key(v.value), place) for v in found.values for place in v.marks):
        for each in giving.get(place, ()):
            article = each.claim.article_id
            if article not in known and (article not in best or _rank(value, each) > _rank(*best[article])):
                best[article] = value, each
    if not best:
        return found
    values = [_with(voiced, list(best.values())) for voiced in found.values]
    return replace(found, values=tuple(sorted(values, key=most_sources_first)))


def _rank(value: str, each: Giving) -> tuple[float, str, str]:
    return each.similarity, value, each.claim.id


def _with(voiced: VoicedValue, further: Sequence[tuple[str, Giving]]) -> VoicedValue:
    own = [each for value, each in further if value == value_key(voiced.value)]
    claims = sorted((*voiced.claims, *(each.claim for each in own)), key=lambda c: c.id)
    marks = sorted((*voiced.marks, *((each.claim.id, each.mark) for each in own)), key=lambda place: place[0])
    return replace(voiced, claims=tuple(claims), marks=tuple(marks))


def _giving(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Rows], disputed: Collection[str]
) -> dict[Value, list[Giving]]:
    """By value the claims of other articles that give the same one; `disputed` are the ids of claims to look for."""
    found: dict[Value, list[Giving]] = defaultdict(list)
    for pair, rows in zip(pairs, comparisons, strict=True):
        if pair.left.id not in disputed and pair.right.id not in disputed:
            continue
        if pair.internal or pair.similarity < NEAR:
            continue
        if any(row.verdict is not Verdict.AGREE for row in rows):
            continue
        for row in rows:
            here, there = row.left_mark, row.right_mark
            if here is not None and there is not None and _one_value(pair, here, there):
                found[pair.left.id, here].append(Giving(pair.similarity, pair.right, there))
                found[pair.right.id, there].append(Giving(pair.similarity, pair.left, here))
    return found


def _one_value(pair: ClaimPair, here: Mark, there: Mark) -> bool:
    """Whether two values that agree are the same: "at least one" agrees with three, and is not the same."""
    one, other = comparable_at(pair.left, here), comparable_at(pair.right, there)
    return one is not None and other is not None and _bound(one) == _bound(other) and same_number(one, other)


def _bound(fact: Fact) -> str:
    return fact.value.hedge if isinstance(fact, Quantity) and fact.value.hedge in BOUNDS else ""
