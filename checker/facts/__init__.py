"""What a claim asserts, a file per type of fact: a dataclass, `find(sentence)` and `compare(left, right, similar)`."""

from __future__ import annotations

from datetime import date as calendar_date
from typing import TYPE_CHECKING, Union

from checker.facts.anchor import Anchor, Similar
from checker.facts.deeds import cause, conditions, deed, judgment, penalty, polarity
from checker.facts.deeds.cause import Cause
from checker.facts.deeds.conditions import Conditions
from checker.facts.deeds.deed import Deed
from checker.facts.deeds.judgment import Judgment
from checker.facts.deeds.penalty import Penalty
from checker.facts.deeds.polarity import Polarity
from checker.facts.people import company, fate, naming, person
from checker.facts.people.company import Company
from checker.facts.people.fate import Fate
from checker.facts.people.naming import Naming
from checker.facts.people.person import Role
from checker.facts.places import bearing, place, route, shore, site, within
from checker.facts.places.bearing import Bearing
from checker.facts.places.place import Place
from checker.facts.places.route import Route
from checker.facts.places.shore import Shore
from checker.facts.places.site import Site
from checker.facts.places.within import Within
from checker.facts.quantities import age, occurrence, ordinal, quantity, tally
from checker.facts.quantities.age import Age
from checker.facts.quantities.occurrence import Occurrence
from checker.facts.quantities.ordinal import Ordinal
from checker.facts.quantities.quantity import Quantity
from checker.facts.quantities.tally import Tally
from checker.facts.statements import open_question, setting
from checker.facts.statements.open_question import OpenQuestion
from checker.facts.statements.setting import Setting
from checker.facts.times import date
from checker.facts.times.date import Day

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

Fact = Union[  # noqa: UP007 - a runtime alias for annotations
    Quantity,
    Age,
    Ordinal,
    Occurrence,
    Tally,
    Day,
    Place,
    Site,
    Shore,
    Bearing,
    Within,
    Route,
    Role,
    Setting,
    Polarity,
    OpenQuestion,
    Cause,
    Naming,
    Deed,
    Fate,
    Company,
    Conditions,
    Penalty,
    Judgment,
]


def find_facts(sentence: Sentence, published: calendar_date | None = None) -> tuple[Fact, ...]:
    """All facts of a parsed sentence or clause, ordered by where they stand; offsets are into `sentence.text`."""
    found: list[Fact] = [
        *quantity.find(sentence),
        *age.find(sentence),
        *ordinal.find(sentence),
        *occurrence.find(sentence),
        *tally.find(sentence),
        *date.find(sentence, published),
        *place.find(sentence),
        *site.find(sentence, published),
        *shore.find(sentence, published),
        *bearing.find(sentence, published),
        *within.find(sentence),
        *route.find(sentence),
        *person.find(sentence),
        *setting.find(sentence),
        *polarity.find(sentence),
        *open_question.find(sentence),
        *cause.find(sentence),
        *naming.find(sentence),
        *deed.find(sentence),
        *fate.find(sentence),
        *company.find(sentence),
        *conditions.find(sentence),
        *penalty.find(sentence),
        *judgment.find(sentence),
    ]
    return _without_read(found)


def _without_read(found: list[Fact]) -> tuple[Fact, ...]:
    """The facts in order, without counts that are part of a time or a penalty: "5 a.m." is no 5, "two years ago" and
    "jailed for two years" are no length."""
    read = [f for f in found if isinstance(f, Day | Penalty)]
    kept = [
        f for f in found if not (isinstance(f, Quantity) and any(f.start < t.end and t.start < f.end for t in read))
    ]
    return tuple(sorted(kept, key=lambda f: (f.start, f.end, type(f).__name__)))


__all__ = [
    "Age",
    "Anchor",
    "Bearing",
    "Cause",
    "Company",
    "Conditions",
    "Day",
    "Deed",
    "Fact",
    "Fate",
    "Judgment",
    "Naming",
    "Occurrence",
    "OpenQuestion",
    "Ordinal",
    "Penalty",
    "Place",
    "Polarity",
    "Quantity",
    "Role",
    "Route",
    "Setting",
    "Shore",
    "Similar",
    "Site",
    "Tally",
    "Within",
    "find_facts",
]
