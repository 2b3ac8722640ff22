"""Conflicts -> disagreements: the pairs that dispute one value are one disagreement with several voices.

And which sentences stand against each other, for they can't be listed as agreeing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.conflicts.joined import sides
from checker.records import Claim, Conflict, Disagreement, Scope, SentenceKey, Severity, VoicedValue

# Two sentences that differ in one of these may say the same apart from it.
DETAILS = frozenset({"quantity", "ordinal", "date", "setting"})
DOUBTFUL = 0.3  # probability of a conflict from which on two sentences are not said to agree
ORDER = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)


def group_conflicts(conflicts: Sequence[Conflict]) -> tuple[Disagreement, ...]:
    """The disagreements, gravest first; every conflict is in exactly one.

    Two conflicts are one disagreement when they are of one kind and scope and share a side: the same value
    in the same sentence.
    """
    groups: dict[int, list[Conflict]] = defaultdict(list)
    parent = list(range(len(conflicts)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    seen: dict[tuple[str, ...], int] = {}
    for i, conflict in enumerate(conflicts):
        for key in sides(conflict):
            if key in seen:
                parent[root(i)] = root(seen[key])
            else:
                seen[key] = i
    for i, conflict in enumerate(conflicts):
        groups[root(i)].append(conflict)
    found = [_disagreement(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda d: (d.story_id, -ORDER.index(d.severity), -d.probability, d.id)))


def most_sources_first(voiced: VoicedValue) -> tuple[int, str]:
    """A sort key: the value that most sources give, then by the value's words."""
    return -len({claim.source for claim in voiced.claims}), value_key(voiced.value)


def value_key(value: str) -> str:
    """What two ways of writing a value have in common: lower case, one space between words."""
    return " ".join(value.lower().split())


def _disagreement(group: Sequence[Conflict]) -> Disagreement:
    group = sorted(group, key=lambda c: (-c.probability, c.id))
    voices: dict[str, dict[str, Claim]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for conflict in group:
        comparison = conflict.comparison
        for claim, value in (
            (conflict.pair.left, comparison.left_value),
            (conflict.pair.right, comparison.right_value),
        ):
            key = value_key(value)
            shown.setdefault(key, value)
            voices[key].setdefault(f"{claim.article_id}:{claim.sentence_index}", claim)
    values = [
        VoicedValue(shown[key], tuple(sorted(claims.values(), key=lambda c: c.id))) for key, claims in voices.items()
    ]
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
        values=tuple(sorted(values, key=most_sources_first)),
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
