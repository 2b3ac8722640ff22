"""Which part of a place, or which side of it: "the northern tip of X", "in southern X", "30 km west of X"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, anchor_of
from checker.facts.happenings import happening_of, which_of
from checker.facts.places.event_place import EventPlace, one_event
from checker.facts.places.place import same_place
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "side"
POINTS: Final = "north northeast east southeast south southwest west northwest".split()
DEGREES: Final = {
    **{p: 45 * i for i, p in enumerate(POINTS)},
    **{f"{p}ern": 45 * i for i, p in enumerate(POINTS)},
    **{f"{p[:5]}-{p[5:]}": 45 * i for i, p in enumerate(POINTS) if len(p) > 5},
    **{f"{p[:5]}-{p[5:]}ern": 45 * i for i, p in enumerate(POINTS) if len(p) > 5},
}
REGIONS: Final = frozenset("island province region state district county city town peninsula".split())
OPPOSITE, ACROSS = 135, 90  # degrees from which on two parts share nothing, or hardly anything


@dataclass(frozen=True, slots=True)
class Bearing(EventPlace):
    """A direction in degrees as part of a place or from it, and the event there. Offsets are into the sentence."""

    degrees: int
    inside: bool
    place: str


def find(sentence: Sentence, published: date | None = None) -> list[Bearing]:
    """The parts and sides of named places in a parsed sentence at which something is."""
    found = []
    which = which_of(sentence, published)
    for token in sentence:
        degrees = DEGREES.get(token.lower_)
        if degrees is None or (token.is_title and token.ent_type_ and token.head.ent_type_ == token.ent_type_):
            continue  # "North Korea", "South Carolina": names
        inside, place = _place(token)
        if place is None:
            continue
        event = _event(token if not inside else _phrase(token))
        first, last = min(token.i, place.left_edge.i), max(token.i, place.i)
        start = sentence.doc[max(first, token.i if not inside else first)].idx - sentence.start_char
        end = sentence.doc[last].idx + len(sentence.doc[last].text) - sentence.start_char
        own = frozenset({token.i})
        words, where = sentence.text[start:end], (degrees, inside, _name(place))
        found.append(Bearing(words, start, end, happening_of(event, own), anchor_of(event, own), which, *where))
    return found


def _place(token: Token) -> tuple[bool, Token | None]:
    """(whether a part of the place is meant, the named place) behind a direction."""
    if token.lower_.endswith("ern"):
        noun = token.head
        if _named(noun):
            return True, noun  # "southern Peru"
        return True, _of(noun)  # "the southern tip of Peru"
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" and token.head.lower_ == "in":
        return True, _of(token)  # "in the south of Peru"
    return False, _of(token)  # "30 km south of Lima"


def _of(noun: Token) -> Token | None:
    for prep in noun.children:
        if prep.lower_ == "of":
            place = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if place is None or _named(place):
                return place
            inner = _of(place) or _first(place)  # "of the town of Lima"
            return inner if place.lemma_.lower() in REGIONS else None
    return None


def _first(noun: Token) -> Token | None:
    """The name behind a region's "of", whatever its label: "the island of Java"."""
    inner = (c for prep in noun.children if prep.lower_ == "of" for c in prep.children)
    return next((c for c in inner if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)


def _named(noun: Token) -> bool:
    """Whether it names a place: by its label, or as "Java island", whatever the label of "Java"."""
    if noun.ent_type_ in ("GPE", "LOC"):
        return True
    return noun.lemma_.lower() in REGIONS and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children)


def _phrase(token: Token) -> Token:
    return token.head if token.lower_.endswith("ern") else token


def _event(token: Token) -> Token:
    """The verb or noun that is put there, past prepositions and measures ("30 km south of")."""
    node = token
    while node.head != node and (node.dep_ in ("pobj", "prep", "advmod", "npadvmod", "amod") or node.pos_ == "ADP"):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            break
    return node


def _name(place: Token) -> str:
    names = [c.lower_ for c in place.children if c.dep_ == "compound" and c.i < place.i]
    return " ".join(names if names and place.lemma_.lower() in REGIONS else [*names, place.lower_])


def compare(left: Bearing, right: Bearing, similar: Similar) -> Comparison | None:
    """Whether one event is put in parts of one place that lie apart; None for other events or places."""
    if left.inside != right.inside or not same_place(left.place, right.place):
        return None
    slot = one_event(left, right, similar)
    if not slot:
        return None
    turn = abs(left.degrees - right.degrees) % 360
    turn = min(turn, 360 - turn)
    if 0 < turn < ACROSS:
        return None
    verdict = Verdict.CONTRADICT if turn else Verdict.AGREE
    strength = slot * (1.0 if turn >= OPPOSITE else 0.7)
    message = f"{left.text} and {right.text}" if turn else f"the same part: {left.text}"
    return Comparison(
        RULE, "place", verdict, left.text, right.text, message, strength, left.mark, right.mark, left.item
    )
