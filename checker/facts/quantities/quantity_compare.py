"""Whether two quantities of one thing can both be true."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Anchor, Similar, coverage
from checker.facts.bearer import another
from checker.facts.lexicon import KINDS
from checker.facts.places.place import apart
from checker.facts.quantities.same_count import same_count
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from checker.facts.quantities.quantity import Quantity

RULE: Final = "quantity"
LEAST = 0.25
ONE_UNIT, TWO_UNITS = 0.05, 0.1  # by how much two measures differ at most that were rounded or converted
ONE_QUAKE = 1.0  # by how much two magnitudes of one earthquake may differ
MISTAKEN = 0.6  # how surely one number of two opposites was meant of one of them
LIKE = 0.5  # how alike two words are, at least, that say the same of two parts of something
ONE_ROUND = 0.6  # how surely a count of one round is meant where only one side names the round
ODD = 10  # from which on a number is hardly that of two things by chance


def compare(left: Quantity, right: Quantity, similar: Similar) -> Comparison | None:
    """Whether two quantities of one thing can both be true; None when they measure different things."""
    if left.dimension != right.dimension or left.part != right.part or left.degree != right.degree:
        return None  # other things, or a part against its whole
    if left.dimension != "count" and left.total != right.total:
        return None  # the value of one and that of all
    if another(left.bearer, right.bearer):
        return None  # how far one fell and how far another did
    if left.rate != right.rate or left.missing != right.missing:
        return (
            None  # "$22 million per season" and the whole sum, the points that were needed and those that were scored
        )
    if left.stage and right.stage and left.stage != right.stage:
        return None
    if left.part == "some" and not _one_part(left.anchor, right.anchor, similar):
        return None  # those in hospital and those of one street
    if apart(left.anchor.places, right.anchor.places):
        return None  # the dead of one city and those of another
    if "magnitude" in (left.anchor.head, left.dimension) and abs(left.value.low - right.value.low) > ONE_QUAKE:
        return None
    if opposites := _opposites(left.anchor, right.anchor):
        return _of_opposites(left, right, opposites)
    slot, item = same_count(left, right, similar)
    if slot < LEAST:
        return None
    if left.value.overlaps(right.value) or left.value.rounds_to(right.value) or _converted(left, right):
        return _row(left, right, Verdict.AGREE, slot, f"both fit: {left.text}, {right.text}", item)
    flat = 1.0 if left.value.exact and right.value.exact else 0.85
    flat *= 1.0 if left.stage == right.stage else ONE_ROUND
    return _row(left, right, Verdict.CONTRADICT, slot * flat, f"{left.text} and {right.text}", item)


def _one_part(left: Anchor, right: Anchor, similar: Similar) -> bool:
    """Whether the same is told of two parts of something: a like verb, and what they are where that verb is "be"."""
    if left.predicate != right.predicate:
        return similar(left.predicate, right.predicate) >= LIKE
    return left.predicate != "be" or coverage(left.arguments, right.arguments, similar) >= LIKE


def _opposites(left: Anchor, right: Anchor) -> tuple[str, str] | None:
    """What the two are measures of, where these are opposites: imports and exports, primary and secondary schools."""
    if frozenset((left.head, right.head)) in KINDS:
        return left.head, right.head
    if left.head != right.head:
        return None
    one, other = left.modifiers - right.modifiers, right.modifiers - left.modifiers
    return min(((a, b) for a in one for b in other if frozenset((a, b)) in KINDS), default=None)


def _of_opposites(left: Quantity, right: Quantity, words: tuple[str, str]) -> Comparison | None:
    """One odd number for both of two opposites: one side has mistaken them. Other numbers are of two things."""
    same = left.value.exact and right.value.exact and left.value == right.value
    if not same or left.value.low < ODD or left.anchor.predicate != right.anchor.predicate:
        return None
    texts = [f"{q.text} ({word})" for q, word in zip((left, right), words, strict=True)]
    row = _row(left, right, Verdict.CONTRADICT, MISTAKEN, f"one number for {words[0]} and for {words[1]}", "of what")
    return replace(row, left_value=texts[0], right_value=texts[1])


def _converted(left: Quantity, right: Quantity) -> bool:
    """Whether two measures differ by no more than unit conversion and rounding do ("20 miles" given as "30 km")."""
    if left.dimension in ("count", "percent") or left.dimension.startswith("money"):
        return False
    if not (left.value.exact and right.value.exact):
        return False
    low, high = sorted((left.value.low, right.value.low))
    one_unit = left.text.split()[-1].lower() == right.text.split()[-1].lower()
    return high - low <= (ONE_UNIT if one_unit else TWO_UNITS) * high


def _row(left: Quantity, right: Quantity, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(
        RULE, RULE, verdict, left.text, right.text, message, min(1.0, strength), left.mark, right.mark, item
    )
