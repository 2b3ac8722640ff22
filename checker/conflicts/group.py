"""Conflicts -> disagreements: the pairs that dispute one value are one disagreement with several voices.

And which sentences stand against each other, for they can't be listed as agreeing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.conflicts.voices import Side, components, same_fact, sides_of, voiced_values
from checker.records import Conflict, Disagreement, Scope, SentenceKey, Severity

# Two sentences that differ in one of these may say the same apart from it.
DETAILS = frozenset({"quantity", "ordinal", "date", "setting"})
DOUBTFUL = 0.3  # probability of a conflict from which on two sentences are not said to agree
ORDER = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)


def group_conflicts(conflicts: Sequence[Conflict]) -> tuple[Disagreement, ...]:
    """The disagreements, gravest first; every conflict is in exactly one.

    Two conflicts are one disagreement when they are of one kind and scope and share a side: in the same sentence the
    same value, or values whose words overlap.
    """
    places: dict[tuple[str, str, SentenceKey], list[tuple[int, Side]]] = defaultdict(list)
    for i, conflict in enumerate(conflicts):
        for side in sides_of(conflict):
            places[conflict.kind, conflict.scope, side.claim.sentence_key].append((i, side))
    links = (
        (there[one][0], there[other][0])
        for there in places.values()
        for one, other in same_fact([side for _, side in there])
    )
    found = [_disagreement([conflicts[i] for i in group]) for group in components(len(conflicts), links)]
    return tuple(sorted(found, key=lambda d: (d.story_id, -ORDER.index(d.severity), -d.probability, d.id)))


def _disagreement(group: Sequence[Conflict]) -> Disagreement:
    group = sorted(group, key=lambda c: (-c.probability, c.id))
    first = group[0]
    identity = hashlib.sha256("\n".join(sorted(c.id for c in group)).encode()).hexdigest()[:12]
    return Disagreement(
        id=identity,
        kind=first.kind,
        item=first.comparison.item,
        severity=max((c.severity for c in group), key=ORDER.index),
        probability=max(c.probability for c in group),
        scope=Scope(first.scope),
        story_id=first.story_id,
        values=voiced_values(group),
        conflict_ids=tuple(sorted(c.id for c in group)),
    )


def opposed_sentences(
    possible: Iterable[Conflict], disagreements: Iterable[Disagreement], shown: Sequence[Conflict]
) -> dict[frozenset[SentenceKey], bool]:
    """The pairs of sentences with a conflict from DOUBTFUL on, and those that give two values which some `shown`
    conflict of their disagreement sets against each other; each with whether it is no more than a detail.
    """
    both_sides = [((c.pair.left, c.pair.right), c.kind in DETAILS) for c in possible if c.probability >= DOUBTFUL]
    both_sides += [(both, d.kind in DETAILS) for d in disagreements for both in d.opposed(shown)]
    found: dict[frozenset[SentenceKey], bool] = {}
    for both, detail in both_sides:
        key = frozenset(claim.sentence_key for claim in both)
        found[key] = detail and found.get(key, True)
    return {pair: detail for pair, detail in found.items() if len(pair) == 2}
