"""What a judgment and a penalty have in common: whom a court's ruling befell, and which ruling it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.facts.bearer import NOBODY, Bearer, two_persons
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import NAMED_YEAR

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Ruling(Stretch):
    """`bearer` is whom it befell, `persons` the names of all persons of the sentence, lower case.

    `earlier` says that the sentence may tell of another ruling than the latest, `years` are those it names.
    """

    bearer: Bearer = NOBODY
    persons: frozenset[str] = frozenset()
    earlier: bool = False
    years: frozenset[str] = frozenset()


def persons_in(sentence: Iterable[Token]) -> frozenset[str]:
    """The words of the names of all persons in a parsed sentence, lower case."""
    return frozenset(t.lower_ for t in sentence if t.ent_type_ == "PERSON" and t.text[:1].isupper())


def years_in(sentence: Sentence) -> frozenset[str]:
    """The years that a sentence names."""
    return frozenset(NAMED_YEAR.findall(sentence.text))


def of_another_court(left: Ruling, right: Ruling) -> bool:
    """Whether they are rulings on two persons, or may be those of two trials."""
    return left.earlier != right.earlier or left.years != right.years or two_persons(left.bearer, right.bearer)


def both_named(left: Ruling, right: Ruling) -> bool:
    """Whether both name whom it befell."""
    return bool(left.bearer.names and right.bearer.names)


def certainly_one(left: Ruling, right: Ruling) -> bool:
    """Whether both name whom it befell, or neither sentence names anybody; else "the owner" may be another than Ann."""
    return both_named(left, right) or not (left.bearer.names or right.bearer.names or left.persons or right.persons)
