"""The sides of conflicts: which of them give one fact, and the values of a disagreement with the claims that give each.

Two rules may name one fact of a sentence in different words ("vaccinated", "were vaccinated"), and one that has no
words for it ("without it"). A sentence gives a fact once, so such sides are one value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.records import Claim, Conflict, Mark, VoicedValue


@dataclass(frozen=True, slots=True)
class Side:
    """What one claim of a conflict says, and where in its sentence."""

    claim: Claim
    value: str
    mark: Mark | None

    @property
    def key(self) -> str:
        """What two ways of writing the value have in common."""
        return value_key(self.value)


def value_key(value: str) -> str:
    """What two ways of writing a value have in common: lower case, one space between words."""
    return " ".join(value.lower().split())


def sides_of(conflict: Conflict) -> tuple[Side, Side]:
    """The left and the right side."""
    pair, row = conflict.pair, conflict.comparison
    return Side(pair.left, row.left_value, row.left_mark), Side(pair.right, row.right_value, row.right_mark)


def components(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers under `size` in groups that links hold together, each sorted, the lowest first."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, other in links:
        parent[root(one)] = root(other)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        groups[root(i)].append(i)
    return sorted(groups.values())


def same_fact(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Links between sides of one sentence that give one fact: the same value, or words that overlap."""
    seen: dict[str, int] = {}
    for i, side in enumerate(sides):
        yield i, seen.setdefault(side.key, i)
    marked = sorted((side.mark.start, side.mark.end, i) for i, side in enumerate(sides) if side.mark is not None)
    reach, last = -1, 0
    for start, end, i in marked:
        if start < reach:
            yield last, i
        if end > reach:
            reach, last = end, i


def voiced_values(conflicts: Iterable[Conflict]) -> tuple[VoicedValue, ...]:
    """The values of a disagreement, each as its likeliest conflict puts it; `conflicts` with the likeliest first."""
    by_sentence: dict[tuple[str, int], list[Side]] = defaultdict(list)
    for conflict in conflicts:
        for side in sides_of(conflict):
            by_sentence[side.claim.sentence_key].append(side)
    shown: dict[str, str] = {}
    voices: dict[str, list[Side]] = defaultdict(list)
    for sides in by_sentence.values():
        for side in _facts(sides):
            shown.setdefault(side.key, side.value)
            voices[side.key].append(side)
    return tuple(sorted((_voiced(shown[key], given) for key, given in voices.items()), key=most_sources_first))


def most_sources_first(voiced: VoicedValue) -> tuple[int, str]:
    """A sort key: the value that most sources give, then by the value's words."""
    return -len({claim.source for claim in voiced.claims}), value_key(voiced.value)


def _facts(sides: Sequence[Side]) -> list[Side]:
    """One side for each fact of a sentence; one that no words show is taken for the sentence's only other one."""
    groups = [[sides[i] for i in group] for group in components(len(sides), same_fact(sides))]
    found = [next((side for side in group if side.mark), group[0]) for group in groups]
    shown = [side for side in found if side.mark]
    return shown if len(shown) == 1 else found


def _voiced(value: str, given: Sequence[Side]) -> VoicedValue:
    ordered = sorted(given, key=lambda side: side.claim.id)
    marks = tuple((side.claim.id, side.mark) for side in ordered if side.mark)
    return VoicedValue(value, tuple(side.claim for side in ordered), marks)
