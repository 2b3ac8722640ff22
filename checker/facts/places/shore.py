"""On land or at sea: "struck off the coast of" against "struck inland"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, anchor_of
from checker.facts.happenings import happening_of, which_of
from checker.facts.places.event_place import EventPlace, one_event
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "side"
WORDS: Final = {"inland": "land", "onshore": "land", "offshore": "sea", "undersea": "sea", "underwater": "sea"}
COASTS: Final = frozenset("coast shore island beach cape peninsula coastline".split())
WATERS: Final = frozenset("sea ocean seabed".split())


@dataclass(frozen=True, slots=True)
class Shore(EventPlace):
    """Whether an event was on "land" or at "sea", and which event. Offsets are into the sentence."""

    side: str


def find(sentence: Sentence, published: date | None = None) -> list[Shore]:
    """What a parsed sentence says of events on land or at sea."""
    found = []
    which = which_of(sentence, published)
    for token in sentence:
        side, last = _side(token)
        if not side:
            continue
        event = token.head
        start = token.idx - sentence.start_char
        end = last.idx + len(last.text) - sentence.start_char
        own = frozenset(range(token.i, last.i + 1)) if last != token and last.lemma_.lower() in COASTS else {token.i}
        anchor = anchor_of(event, frozenset(own))
        found.append(Shore(sentence.text[start:end], start, end, happening_of(event), anchor, which, side))
    return found


def _side(token: Token) -> tuple[str, Token]:
    """ "land", "sea" or "", and the last word that says so."""
    if token.lower_ in WORDS and token.head.pos_ in ("VERB", "NOUN"):
        return WORDS[token.lower_], token
    if token.dep_ not in ("prep", "prt"):  # "struck off Peru" is taken for a verb with a particle
        return "", token
    noun = next((c for c in token.children if c.dep_ == "pobj"), None) or _mistaken(token)
    if noun is None:
        return "", token
    if token.lower_ == "off" and (noun.lemma_.lower() in COASTS or _placed(noun)):
        return "sea", noun
    if token.lower_ in ("at", "under", "beneath", "in") and noun.lemma_.lower() in WATERS:
        return "sea", noun
    return "", token


def _mistaken(particle: Token) -> Token | None:
    """The noun right behind a particle that is a preposition after all: "the quake struck off Peru's coast"."""
    if particle.dep_ != "prt" or not happening_of(particle.head):
        return None
    objects = (c for c in particle.head.children if c.dep_ == "dobj")
    return next((c for c in objects if c.left_edge.i == particle.i + 1), None)


def _placed(noun: Token) -> bool:
    """Whether the noun is, or belongs to, a named country or region ("off Peru's Ica province")."""
    return any(t.ent_type_ in ("GPE", "LOC") for t in (noun, *noun.children))


def compare(left: Shore, right: Shore, similar: Similar) -> Comparison | None:
    """Whether one event is put on land and at sea; None for other events."""
    slot = one_event(left, right, similar)
    if not slot:
        return None
    same = left.side == right.side
    message = f"both at {left.side}" if same else f"{left.text} and {right.text}: on land and at sea"
    verdict = Verdict.AGREE if same else Verdict.CONTRADICT
    return Comparison(RULE, "place", verdict, left.text, right.text, message, slot, left.mark, right.mark, left.item)
