"""What a claim asserts, a file per type of fact: a dataclass, `find(sentence)` and `compare(left, right, similar)`."""

from __future__ import annotations

from datetime import date as calendar_date
from typing import TYPE_CHECKING, Union

from checker.facts import age, date, ordinal, person, place, polarity, quantity, setting
from checker.facts.age import Age
from checker.facts.anchor import Anchor, Similar
from checker.facts.date import Day
from checker.facts.ordinal import Ordinal
from checker.facts.person import Role
from checker.facts.place import Place
from checker.facts.polarity import Polarity
from checker.facts.quantity import Quantity
from checker.facts.setting import Setting

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

Fact = Union[Quantity, Age, Ordinal, Day, Place, Role, Setting, Polarity]  # noqa: UP007 - a runtime alias for annotations


def find_facts(sentence: Sentence, published: calendar_date | None = None) -> tuple[Fact, ...]:
    """All facts of a parsed sentence or clause, ordered by where they stand; offsets are into `sentence.text`."""
    found: list[Fact] = [
        *quantity.find(sentence),
        *age.find(sentence),
        *ordinal.find(sentence),
        *date.find(sentence, published),
        *place.find(sentence),
        *person.find(sentence),
        *setting.find(sentence),
        *polarity.find(sentence),
    ]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, type(f).__name__)))


__all__ = [
    "Age",
    "Anchor",
    "Day",
    "Fact",
    "Ordinal",
    "Place",
    "Polarity",
    "Quantity",
    "Role",
    "Setting",
    "Similar",
    "find_facts",
]
