"""What is found in a sentence, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from checker.facts import Day, Fact, Ordinal, Polarity, Quantity, Role, Setting, find_facts

CASES = Path(__file__).parents[1] / "cases"
SENTENCES = sorted(
    {
        case[side]
        for path in CASES.glob("*.yaml")
        for case in yaml.safe_load(path.read_text("utf-8"))
        for side in ("left", "right")
    }
)
INF = float("inf")
Parse = Callable[[str], Any]


def of_type(kind: type, text: str, parse: Parse, published: date | None = None) -> list[Any]:
    """The facts of one type."""
    return [f for f in find_facts(parse(text), published) if isinstance(f, kind)]


@pytest.mark.parametrize("text", SENTENCES)
def test_offsets_and_order(text: str, parse: Parse) -> None:
    facts = find_facts(parse(text))
    assert [(f.start, f.end) for f in facts] == sorted((f.start, f.end) for f in facts)
    for fact in facts:
        assert fact.mark.start < fact.mark.end
        assert text[fact.mark.start : fact.mark.end] == fact.text


def test_every_type_occurs() -> None:
    from checker.claims.parsing import parser

    docs = parser().pipe(SENTENCES)
    kinds = {type(f) for doc in docs for f in find_facts(doc[:])}
    assert kinds == set(get_args(Fact))


def test_offsets_are_of_the_sentence_not_of_the_text(parse: Parse) -> None:
    *_, last = parse("The mayor spoke. The flood killed 12 people on Monday.").sents
    for fact in find_facts(last):
        assert last.text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize(
    ("text", "shown", "low", "high"),
    [
        ("At least 12 people were killed.", "At least 12", 12, INF),
        ("More than 1,000 homes were flooded.", "More than 1,000", 1000, INF),
        ("Up to 20 people were killed.", "Up to 20", 0, 20),
        ("About 20 people were killed.", "About 20", 17, 23),
        ("An estimated 20 people were killed.", "An estimated 20", 17, 23),
        ("Between 30 and 40 people were hurt.", "30 and 40", 30, 40),
        ("He fell 10 to 12 feet.", "10 to 12 feet", 3.048, 3.6576),
        ("Dozens of people were hurt.", "Dozens", 12, 99),
        ("Two hundred and six people were hurt.", "Two hundred and six", 206, 206),
        ("The bridge cost $2.5 million.", "$2.5 million", 2.5e6, 2.5e6),
        ("The bridge cost 2.5 million euros.", "2.5 million euros", 2.5e6, 2.5e6),
        ("No casualties were reported.", "No", 0, 0),
        ("The town is 12 miles away.", "12 miles", 19312.128, 19312.128),
        ("Turnout was 61.5 percent.", "61.5 percent", 61.5, 61.5),
    ],
)
def test_quantity(text: str, shown: str, low: float, high: float, parse: Parse) -> None:
    found = of_type(Quantity, text, parse)
    assert [f.text for f in found] == [shown]
    assert (found[0].value.low, found[0].value.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    ["He was born in 1984.", "The mine collapsed on October 19.", "It began at 5:03 a.m.", "Ann Bray, 34, was hurt.",
     "A 4-year-old boy fell.", "It was the third strike.", "She said no to the plan.", "He took Flight 175 home.",
     "There is a 2 in 3 chance of rain.", "A two-in-three chance was seen.", "She is in the No. 3 position."],
)  # fmt: skip
def test_no_quantity(text: str, parse: Parse) -> None:
    assert of_type(Quantity, text, parse) == []


def test_a_no_at_the_end_of_a_sentence_numbers_nothing(parse: Parse) -> None:
    assert [q.text for q in of_type(Quantity, "She said no. Three people died.", parse)] == ["Three"]


def test_another_sum_is_a_part(parse: Parse) -> None:
    whole, rest = of_type(Quantity, "It will use $3 billion for the wall and another $2 billion for a road.", parse)
    assert (whole.part, rest.part) == ("", "rest")


def test_a_count_within_a_time_is_no_share(parse: Parse) -> None:
    assert [q.text for q in of_type(Quantity, "Two in three days were killed.", parse)] == ["Two", "three days"]


def test_what_is_counted(parse: Parse) -> None:
    dead, hurt = of_type(Quantity, "The quake killed 12 people and injured 140.", parse)
    assert (dead.measures, hurt.measures) == ({"death"}, {"injury"})
    (toll,) = of_type(Quantity, "The death toll rose to 24.", parse)
    assert toll.measures == {"death"}
    assert toll.cumulative
    (part,) = [q for q in of_type(Quantity, "Ten of the victims were tourists.", parse) if q.value.low == 10]
    assert part.part == "some"


@pytest.mark.parametrize(
    ("text", "published", "resolved"),
    [
        ("The mine collapsed on Thursday.", date(2023, 10, 20), date(2023, 10, 19)),
        ("The mine collapsed on Friday.", date(2023, 10, 20), date(2023, 10, 20)),
        ("The mine collapsed on Saturday.", date(2023, 10, 20), date(2023, 10, 14)),
        ("The mine collapsed yesterday.", date(2024, 3, 1), date(2024, 2, 29)),
        ("The mine collapsed on December 30.", date(2024, 1, 2), date(2023, 12, 30)),
        ("The mine collapsed on 19 October 2014.", None, date(2014, 10, 19)),
        ("The mine collapsed on Oct. 19, 2014.", None, date(2014, 10, 19)),
        ("The mine collapsed on October 19.", None, None),
        ("The mine collapsed on 31 November 2014.", None, None),
        ("The mine collapsed on February 29.", date(2023, 3, 1), None),
    ],
)
def test_days_are_resolved(text: str, published: date | None, resolved: date | None, parse: Parse) -> None:
    (day,) = of_type(Day, text, parse, published)
    assert day.resolved == resolved


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It began at 5 a.m.", 300),
        ("It began at 12:10 p.m.", 730),
        ("It began at 12:10 a.m.", 10),
        ("It began at 0503 GMT.", 303),
    ],
)
def test_clock_times(text: str, minutes: int, parse: Parse) -> None:
    (time,) = of_type(Day, text, parse)
    assert time.minutes == minutes


@pytest.mark.parametrize(
    "text", ["The mine may close.", "They march to the mine.", "It cost 2014 dollars.", "He won by 5 seconds."]
)
def test_no_day(text: str, parse: Parse) -> None:
    assert of_type(Day, text, parse) == []


def test_ordinal_and_its_row(parse: Parse) -> None:
    (found,) = of_type(Ordinal, "The second round of talks in Lima failed.", parse)
    assert (found.rank, found.text, found.anchor.head) == (2, "second round", "round")
    assert "talk" in found.anchor.modifiers
    assert found.anchor.places == {"lima"}


@pytest.mark.parametrize(
    "text", ["She came for the first time.", "It happened on May 3rd.", "Two thirds agreed.", "First, they met."]
)
def test_no_ordinal(text: str, parse: Parse) -> None:
    assert of_type(Ordinal, text, parse) == []


def test_roles(parse: Parse) -> None:
    (role,) = of_type(Role, "Foreign Minister Ann Bray arrived.", parse)
    assert (role.name, role.title) == ("bray", "minister")
    assert "foreign" in role.qualifiers


def test_polarity(parse: Parse) -> None:
    (no,) = of_type(Polarity, "The council did not approve the plan.", parse)
    assert (no.predicate, no.negated, no.subject, no.rest) == ("approve", True, {"council"}, {"plan"})
    (lacking,) = of_type(Polarity, "The talks ended without progress.", parse)
    assert (lacking.negated, lacking.lacking) == (False, {"progress"})
    assert of_type(Polarity, "Did the council approve the plan?", parse) == []


def test_a_setting_needs_a_speaker(parse: Parse) -> None:
    (found,) = of_type(Setting, "In a press briefing on Thursday, Jo Marsh said that the bridge was safe.", parse)
    assert (found.kind, found.speaker, found.weekday) == ("briefing", "marsh", 3)
    assert of_type(Setting, "The press briefing on Thursday was cancelled.", parse) == []
