"""What lies where: "Nice, France", "Indonesia's Aceh province"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.places.gazetteer import exclusive, locations
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "within"
KINDS: Final = re.compile(r"\b(?:province|state|region|district|county|city|town|island|prefecture)\b")
POSSESSED: Final = re.compile(
    r"\b(?P<outer>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s (?P<inner>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r" (?:[Pp]rovince|[Ss]tate|[Rr]egion|[Dd]istrict|[Cc]ounty|[Ii]sland|[Pp]refecture)\b"
)
LISTED: Final = re.compile(r",? (?:and|or) ")


@dataclass(frozen=True, slots=True)
class Within(Stretch):
    """An inner place and the country or region it is said to lie in, lower case. Offsets are into the sentence."""

    inner: str
    outer: str


def find(sentence: Sentence) -> list[Within]:
    """The places of a parsed sentence that are given with a country or a known region around them."""
    found = [*_behind_commas(sentence), *_possessed(sentence)]
    return found + [f for f in _written_so(sentence) if not any(f.start < o.end and o.start < f.end for o in found)]


def _behind_commas(sentence: Sentence) -> list[Within]:
    """ "Nice, France", but not the first two of "Spain, France and Italy"."""
    found = []
    for inner, outer in pairwise(e for e in sentence.ents if e.label_ in ("GPE", "LOC")):
        between = sentence.text[inner.end_char - sentence.start_char : outer.start_char - sentence.start_char]
        behind = sentence.text[outer.end_char - sentence.start_char :]
        if between == ", " and not LISTED.match(behind) and _holds(inner.text, outer.text):
            found.append(_fact(sentence, inner.start_char, outer.end_char, inner.text, outer.text))
    return found


def _possessed(sentence: Sentence) -> list[Within]:
    """ "Indonesia's Aceh province"."""
    found = []
    for token in sentence:
        if token.dep_ != "poss" or token.ent_type_ not in ("GPE", "LOC") or token.head.i <= token.i:
            continue
        names = [t for t in token.doc[token.i + 1 : token.head.i + 1] if t.text[0].isupper()]
        inner, outer = " ".join(t.text for t in names), _country(token)
        if names and _is_place(token.head) and _holds(inner, outer):
            found.append(_fact(sentence, token.idx, names[-1].idx + len(names[-1].text), inner, outer))
    return found


def _written_so(sentence: Sentence) -> list[Within]:
    """ "Indonesia's Aceh Province" by its capitals, for headlines that the parser doesn't understand."""
    found = []
    for match in POSSESSED.finditer(sentence.text):
        words = match["outer"].split()  # "Strikes Chile": the first word may belong to what stands before
        outer = next((o for o in (" ".join(words), words[-1]) if _holds(match["inner"], o)), "")
        if outer:
            first = sentence.start_char + match.end("outer") - len(outer)
            found.append(_fact(sentence, first, sentence.start_char + match.end("inner"), match["inner"], outer))
    return found


def _is_place(noun: Token) -> bool:
    return noun.ent_type_ in ("GPE", "LOC") or KINDS.fullmatch(noun.lemma_.lower()) is not None


def _country(token: Token) -> str:
    return " ".join([*(c.text for c in token.children if c.dep_ == "compound" and c.i < token.i), token.text])


def _holds(inner: str, outer: str) -> bool:
    """Whether the outer name is a country or known region, and the inner none that could stand beside it in a list."""
    around, inside = locations(outer.lower()), locations(inner.lower())
    return bool(around) and all(p.level != "city" for p in around) and all(p.level != "country" for p in inside)


def _fact(sentence: Sentence, first: int, last: int, inner: str, outer: str) -> Within:
    start, end = first - sentence.start_char, last - sentence.start_char
    plain = KINDS.sub("", inner.lower().removeprefix("the ")).strip()
    return Within(sentence.text[start:end], start, end, plain, outer.lower().removeprefix("the "))


def compare(left: Within, right: Within, similar: Similar) -> Comparison | None:
    """Whether one place is put in two countries or regions; None for other places. Names that agree prove nothing."""
    if not left.inner or left.inner != right.inner or not exclusive(left.outer, right.outer):
        return None
    message = f"{left.text} and {right.text}"
    item = f"where {left.inner.title()} is"
    return Comparison(
        RULE, "place", Verdict.CONTRADICT, left.text, right.text, message, 1.0, left.mark, right.mark, item
    )
