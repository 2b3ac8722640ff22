"""Which known places exclude each other."""

from __future__ import annotations

import pytest

from checker.facts.places.gazetteer import exclusive, known, locations, one_place
from checker.facts.places.place import same_place


@pytest.mark.parametrize(
    ("left", "right"),
    [("france", "peru"), ("lyon", "turin"), ("sudan", "south sudan"), ("ohio", "texas"), ("nevada", "cleveland"),
     ("austria", "australia"), ("new york", "tampa")],
)  # fmt: skip
def test_two_places_that_exclude_each_other(left: str, right: str) -> None:
    assert exclusive(left, right)
    assert exclusive(right, left)
    assert not same_place(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("lyon", "france"), ("cleveland", "ohio"), ("new york", "buffalo"), ("paris", "texas"), ("atlanta", "georgia"),
     ("lyon", "bramblewick"), ("us", "united states"), ("bombay", "mumbai")],
)  # fmt: skip
def test_places_that_may_go_together(left: str, right: str) -> None:
    assert not exclusive(left, right)
    assert not exclusive(right, left)


def test_names_of_one_place() -> None:
    assert one_place("bombay", "mumbai")
    assert same_place("lyon", "central lyon")
    assert not same_place("niger", "nigeria")


def test_a_continent_is_no_town() -> None:
    assert not known("asia")
    assert {place.level for place in locations("new york")} == {"region", "city"}
