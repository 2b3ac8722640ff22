"""Whether two facts are of one event: the same thing that happens, or a like verb with like words around it."""

from __future__ import annotations

from typing import Final

from checker.facts.anchor import Anchor, Similar, coverage
from checker.facts.lexicon import antonyms

SURE: Final = (0.45, 0.7, 0.9)  # by the number of words in common


def same_event(left: Anchor, one: str, right: Anchor, other: str, similar: Similar) -> float:
    """How surely, 0 to 1. `one` and `other` name the happening ("quake") where a sentence has one, else "".

    Two happenings that are no synonyms are two events whatever the verbs; a denied event is not the one that was.
    """
    if not left.head or not right.head or left.negated != right.negated or antonyms(left.head, right.head):
        return 0.0
    if one and other:
        return _same_happening(left, one, right, other, similar)
    head = similar(left.head, right.head)
    if head < 0.45:
        return 0.0
    around = coverage(left.modifiers | left.arguments, right.modifiers | right.arguments, similar)
    return min(1.0, head * (0.3 + 0.7 * around))


def _same_happening(left: Anchor, one: str, right: Anchor, other: str, similar: Similar) -> float:
    """Two sentences on a quake tell of one, the surer the more words (mostly names) they have in common."""
    alike = similar(one, other)
    if alike < 0.5:
        return 0.0
    shared = (left.modifiers | left.arguments) & (right.modifiers | right.arguments) - {one, other}
    return alike * SURE[min(2, len(shared))]
