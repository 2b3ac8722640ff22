"""Whether two numbers count or measure one thing, and what to call it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import LIGHT, Anchor, Similar, coverage, same_slot
from checker.facts.lexicon import MEASURES, PERSONS, UNITS, VEHICLES
from checker.facts.quantities.number import single

if TYPE_CHECKING:
    from checker.facts.quantities.quantity import Quantity

# Nouns that count others in every sentence of a story, and magnitudes, which tell two events apart.
ANYTHING: Final = frozenset("people person man woman child boy girl adult other victim member one magnitude".split())
CLOSE: Final = 0.4  # from which on two slots are one, whatever else the sentences say
# How surely values that were lined up by little are of one thing: they stay under echoes.LOOSE, and pay for it.
SAME_NOUN: Final = 0.4
OTHER_KIND: Final = 0.25  # the same noun, described otherwise
LIKE_VERB: Final = 0.1
SAME_HOLDER: Final = 0.44
RIDING: Final = frozenset({"aboard"})  # who is aboard may also be told without it: "the list names 148 passengers"
CHANGED: Final = frozenset({"rise", "fall"})
# Not counted among the people to whom something happened: animals and things, and who did it.
NO_VICTIMS: Final = frozenset(
    "animal cow cattle sheep goat pig horse dog cat bird chicken poultry fish whale dolphin elephant lion bear head "
    "attacker gunman assailant militant insurgent rebel fighter terrorist bomber suspect shooter robber hijacker "
    "pirate plane car bus vehicle boat ship house home building village town school hospital".split()
)


def same_count(left: Quantity, right: Quantity, similar: Similar) -> tuple[float, str]:
    """How surely both count the same thing, 0 to 1, and a name for it."""
    if left.container or right.container:
        same = left.container == right.container and _who(left, right, similar) > 0
        return (0.8, f"size of the {left.container}") if same else (0.0, "")
    shared = left.measures & right.measures
    if "aboard" in shared and _in_two_vehicles(left.anchor, right.anchor):
        return 0.0, ""
    if shared & CHANGED:
        return _what_changes(left, right, similar), _change(min(shared), left.anchor.name or left.anchor.head)
    if shared:
        return 0.85 * _who(left, right, similar), "number of " + (
            "deaths" if "death" in shared else f"people or things: {min(shared)}"
        )
    if (left.measures | right.measures) - RIDING:
        return 0.0, ""
    noun = left.anchor.head
    if any(single(q.anchor.head) is not None for q in (left, right)) or noun == right.anchor.head == "they":
        return 0.0, ""  # "five at the one, four at the other": of what isn't said
    if left.dimension == "count" and not (noun.isalpha() and right.anchor.head.isalpha()):
        return 0.0, ""
    slot = max(same_slot(left.anchor, right.anchor, similar), _same_deed(left.anchor, right.anchor, similar))
    if slot < CLOSE:
        slot = _loosely(left.dimension)(left.anchor, right.anchor, similar)
    return slot, f"number of {_plural(left, right)}" if left.dimension == "count" else _measure(left)


def _change(direction: str, name: str) -> str:
    """ "rise of prices"; "rise" where the words name nothing else ("a rise of")."""
    named = name.removesuffix(" of")
    return direction if named.lower() == direction else f"{direction} of {named}"


def _plural(left: Quantity, right: Quantity) -> str:
    """What is counted, as the side that counts several has it ("doses")."""
    words = {q.anchor.name.split()[0].lower() for q in (left, right) if q.anchor.name}
    return max(words, key=lambda w: (w.endswith("s"), len(w), w)) if words else left.anchor.head


def _measure(quantity: Quantity) -> str:
    return f"{quantity.dimension.split(':')[0]} ({quantity.anchor.head})"


def _what_changes(left: Quantity, right: Quantity, similar: Similar) -> float:
    """Whether one thing rises or falls in both: the same noun, described alike."""
    head = similar(left.anchor.head, right.anchor.head)
    own, other = left.anchor.modifiers, right.anchor.modifiers
    described = coverage(own, other, similar) if own and other else 0.5
    return head * (0.5 + 0.4 * described) if head >= 0.45 else 0.0


def _same_deed(left: Anchor, right: Anchor, similar: Similar) -> float:
    """Whether the same is done to the same in both ("dropped four bombs", "five bombs were dropped"), 0 to 0.7.

    For a measure of the verb itself ("fell 15 feet") that is little, so that it only just counts.
    """
    if not left.predicate or left.predicate in LIGHT or right.predicate in LIGHT or not left.head.isalpha():
        return 0.0
    if left.head != right.head:
        return _of_them(left, right, similar)
    if left.head in PERSONS or left.head in LIGHT:
        return 0.0
    if left.head == left.predicate:
        return 0.5
    if left.predicate != right.predicate and similar(left.predicate, right.predicate) < 0.6:
        return 0.0
    clash = left.modifiers and right.modifiers and not coverage(left.modifiers, right.modifiers, similar)
    return 0.5 if clash else 0.7


def _of_them(left: Anchor, right: Anchor, similar: Similar) -> float:
    """Whether a count "of them" is one of what the other side names, 0 or 0.5: the same is done to them by the same
    ("rescue teams brought 23 of them out", "rescue teams brought 32 miners out")."""
    if "they" not in (left.head, right.head) or left.predicate != right.predicate:
        return 0.0
    return 0.5 if coverage(left.arguments, right.arguments, similar) >= 0.8 else 0.0


def _loosely(dimension: str) -> Callable[[Anchor, Anchor, Similar], float]:
    """How values are lined up by little: everything around takes some time, so durations are as strict as counts."""
    return _same_noun if dimension in ("count", "duration") else _same_holder


def _same_noun(left: Anchor, right: Anchor, similar: Similar) -> float:
    """Whether one kind of thing is counted, whatever is done to it ("148 passengers", "129 travellers"), 0 to 0.5.

    That alone doesn't say that it is the same ones; the other evidence of the pair has to.
    """
    verb = similar(left.predicate, right.predicate) if left.predicate and right.predicate else 0.0
    head = similar(left.head, right.head)
    if head < 0.65 or {left.head, right.head} & (LIGHT | ANYTHING):
        return 0.0
    clash = left.modifiers and right.modifiers and not coverage(left.modifiers, right.modifiers, similar)
    return head * (OTHER_KIND if clash else SAME_NOUN) + (LIKE_VERB if verb >= 0.5 else 0.0)


def _same_holder(left: Anchor, right: Anchor, similar: Similar) -> float:
    """Whether two measures belong to one thing, by all words around them ("Turnout was 65 percent"), 0 to 0.44.

    The unit is no such word: both have it by being compared at all.
    """
    one, other = ({a.head, *a.modifiers, *a.arguments} - LIGHT - UNITS.keys() for a in (left, right))
    return SAME_HOLDER * coverage(frozenset(one), frozenset(other), similar)


def _who(left: Quantity, right: Quantity, similar: Similar) -> float:
    """Whether the counted are the same kind: people of any wording, or the same noun."""
    a, b = left.anchor.head, right.anchor.head
    generic = [
        h in PERSONS or any(h in words for words in MEASURES.values()) or not h.isalpha() or single(h) is not None
        for h in (a, b)
    ]
    if all(generic) or a == b:
        return 1.0
    if any(generic):
        return 0.7 if any(q.value.high == 0 for q in (left, right)) or _more_than_all(left, right, generic) else 0.0
    return 0.8 if similar(a, b) >= 0.6 else 0.0


def _more_than_all(left: Quantity, right: Quantity, generic: list[bool]) -> bool:
    """Whether more of a kind are counted than people in all: "five dock workers died", "four people have died"."""
    kind, everybody = (right, left) if generic[0] else (left, right)
    return kind.anchor.head not in NO_VICTIMS and kind.value.low > everybody.value.high


def _in_two_vehicles(left: Anchor, right: Anchor) -> bool:
    """Whether those aboard are put into vehicles of two kinds."""
    one, other = ({VEHICLES[w] for w in (*a.modifiers, *a.arguments) if w in VEHICLES} for a in (left, right))
    return bool(one) and bool(other) and not one & other
