"""Blocking by fact: claims that rank, count or tell something of the same thing meet, however they are worded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.facts import Age, Day, Fate, Judgment, Occurrence, Ordinal, Penalty, Quantity, Role, Setting, Tally
from checker.records import Claim

LARGEST = 40  # claims in one block; a slot that so many claims share ("people") singles nothing out


def slot_pairs(claims: Sequence[Claim], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Index pairs of different articles among `rows` whose facts share a slot, each pair once or more."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        for slot in _slots(claims[row]):
            blocks[slot].append(row)
    for block in blocks.values():
        if len(block) <= LARGEST:
            yield from (p for p in combinations(block, 2) if claims[p[0]].article_id != claims[p[1]].article_id)


def _slots(claim: Claim) -> set[tuple[str, str]]:
    """What the facts are about: what is ranked or counted, whose age or role, whose statement.

    A time of day, a judgment, a fate and the number of something in its row meet their like whatever they are about.
    """
    found = set()
    for fact in claim.facts:
        if isinstance(fact, Ordinal) or (isinstance(fact, Quantity) and _plain_count(fact)):
            found.add(("row", fact.anchor.head))
        elif isinstance(fact, Tally):
            found.add(("tally", fact.contest))
        elif isinstance(fact, Penalty | Judgment | Occurrence | Fate):
            found.add((type(fact).__name__, ""))
        elif isinstance(fact, Age):
            found.add(("age", fact.whose))
        elif isinstance(fact, Role):
            found.add(("role", fact.name))
        elif isinstance(fact, Setting):
            found.add(("setting", fact.speaker))
        elif isinstance(fact, Day) and fact.minutes is not None:
            found.add(("clock", ""))
    return found


def _plain_count(fact: Quantity) -> bool:
    """A count of something named, other than the measures that any two articles of a story share ("dead")."""
    return fact.dimension == "count" and not fact.measures and fact.anchor.head.isalpha()
