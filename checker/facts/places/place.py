"""Places: where something happened, with the hierarchy of places (a city lies in its country)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from checker.facts.anchor import LOCATIVE, Anchor, Similar, anchor_of, coverage
from checker.facts.places.gazetteer import exclusive, known, one_level, one_place
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "place"
WAYS = {"to": "to", "into": "to", "toward": "to", "towards": "to", "from": "from"}
SURE = 0.6  # how surely it is one event that places of any level are set against each other


@dataclass(frozen=True, slots=True)
class Place(Stretch):
    """A named place of an event, lower case, and what happened there. Offsets are into the sentence.

    `direction` is "to" or "from" where a way leads to or from what lies there ("moved to a prison in Lima"), else "".
    `several`: the event is told in the plural ("a string of robberies in Lima").
    """

    name: str
    relation: str
    anchor: Anchor
    direction: str = ""
    several: bool = False


def find(sentence: Sentence) -> list[Place]:
    """The named places of a parsed sentence that stand behind "in", "at", "near" ... of a verb or noun."""
    found = []
    for entity in sentence.ents:
        root = entity.root
        if root.dep_ != "pobj" or root.head.lower_ not in LOCATIVE or not _is_place(entity):
            continue
        event = _event(root.head.head)
        start = entity.start_char - sentence.start_char
        name = entity.text.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
        own = frozenset(t.i for t in entity)
        anchor = anchor_of(event, own)
        relation, direction = root.head.lower_, _direction(event)
        several = event.tag_ in ("NNS", "NNPS")
        found.append(Place(entity.text, start, start + len(entity.text), name, relation, anchor, direction, several))
    return found


def _direction(event: Token) -> str:
    return WAYS.get(event.head.lower_, "") if event.dep_ == "pobj" else ""


def _is_place(entity: Sentence) -> bool:
    """A place by its label; or a known city or country that was taken for an organisation ("outside Lyon")."""
    if entity.label_ in ("GPE", "LOC", "FAC"):
        return True
    return entity.label_ == "ORG" and entity.root.head.lower_ not in ("at", "on") and known(entity.text.lower())


def _event(token: Token) -> Token:
    return token.head if token.pos_ in ("ADP", "ADV") and token.head != token else token


def compare(left: Place, right: Place, similar: Similar) -> Comparison | None:
    """Whether both put one event in places that exclude each other; None when the events differ.

    A place within the other, the same place spelt otherwise and an unknown place are no contradiction:
    only two places of the same known level are.
    """
    head = similar(left.anchor.head, right.anchor.head) if left.anchor.head and right.anchor.head else 0.0
    if head < 0.45:
        return None
    near = coverage(
        left.anchor.modifiers | left.anchor.arguments, right.anchor.modifiers | right.anchor.arguments, similar
    )
    slot = head * (0.35 + 0.65 * near)
    item = f"place of {left.anchor.head}"
    if same_place(left.name, right.name):
        return _row(left, right, Verdict.AGREE, slot, f"the same place: {left.text}", item)
    if slot < 0.35 or not _two_places(left, right, slot):
        return None
    return _row(left, right, Verdict.CONTRADICT, slot * 0.8, f"{left.text} and {right.text}", item)


def _two_places(left: Place, right: Place, slot: float) -> bool:
    """Whether nothing can be in both; where little says that it is one event, only for two places of one level.

    A camp that the gazetteer doesn't know may have the name of a town of another country.
    """
    if not exclusive(left.name, right.name) or left.relation != right.relation:
        return False
    if left.several != right.several:
        return False  # this robbery, and a string of robberies before it
    if left.direction and right.direction and left.direction != right.direction:
        return False
    return slot >= SURE or one_level(left.name, right.name)


def _row(left: Place, right: Place, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(RULE, RULE, verdict, left.text, right.text, message, strength, left.mark, right.mark, item)


def same_place(left: str, right: str) -> bool:
    """Equal, one name within the other, or another spelling of it; not "Sudan" and "South Sudan", two known places."""
    if left == right or one_place(left, right):
        return True
    if exclusive(left, right):
        return False
    return _within(left, right) or _within(right, left) or fuzz.ratio(left, right) >= 85


def _within(inner: str, outer: str) -> bool:
    return f" {inner} " in f" {outer} "


def apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the two sets of places share none, and some of them can't contain each other."""
    return not left & right and any(exclusive(a, b) for a in left for b in right)
