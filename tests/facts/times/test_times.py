"""Times of day, zones, and which days an expression means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.times.clock import DAY, clock_minutes, gap, offset
from checker.facts.times.dating import (
    ago_span,
    day_of_month,
    days_apart,
    last_span,
    month_span,
    weekday_before,
    year_of,
    year_span,
)

TODAY = date(2014, 10, 20)  # a Monday


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("3:20 p.m.", 920), ("10.30pm", 1350), ("12 a.m.", 0), ("12:05 p.m.", 725), ("noon", 720), ("14:30", 870),
     ("30 a.m.", None), ("2018", None), ("soon", None)],
)  # fmt: skip
def test_a_time_of_day_in_minutes(text: str, minutes: int | None) -> None:
    assert clock_minutes(text) == minutes


@given(st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_the_way_round_the_clock_is_the_short_one(left: int, right: int) -> None:
    assert gap(left, right) == gap(right, left) <= DAY // 2


def test_a_zone_of_several_meanings_has_no_offset() -> None:
    assert offset("EST") == -300
    assert offset("IST") is offset("local") is None


def test_a_weekday_is_the_last_one_up_to_publication() -> None:
    assert weekday_before(4, "on", TODAY) == date(2014, 10, 17)
    assert weekday_before(0, "on", TODAY) == TODAY
    assert weekday_before(0, "last", TODAY) == date(2014, 10, 13)
    assert weekday_before(4, "next", TODAY) is None


def test_a_month_is_the_last_one_or_the_coming_one() -> None:
    assert year_of(7, TODAY) == 2014
    assert year_of(11, TODAY) == 2014
    assert year_of(12, TODAY) == 2013


def test_a_day_of_an_unnamed_month() -> None:
    assert day_of_month(14, TODAY) == date(2014, 10, 14)
    assert day_of_month(28, TODAY) == date(2014, 9, 28)
    assert day_of_month(31, TODAY) is None


def test_parts_of_months_and_units() -> None:
    assert month_span(2014, 2) == (date(2014, 2, 1), date(2014, 2, 28))
    assert month_span(2014, 2, "late") == (date(2014, 2, 18), date(2014, 2, 28))
    assert last_span("month", TODAY) == month_span(2014, 9)
    assert last_span("year", TODAY) == year_span(2013)
    assert last_span("day", TODAY) is None


@given(st.integers(1, 30), st.sampled_from(["day", "week", "month", "year"]))
def test_an_ago_lies_behind_publication_and_leaves_room(count: int, unit: str) -> None:
    span = ago_span(count, unit, TODAY)
    assert span is not None
    assert span[0] < span[1] <= TODAY


def test_the_beginning_of_time_is_no_date() -> None:
    assert ago_span(65_000_000, "year", TODAY) is None


def test_days_between_spans() -> None:
    assert days_apart(month_span(2014, 7), month_span(2014, 7, "mid")) == 0
    assert days_apart(month_span(2014, 7), month_span(2014, 9)) == days_apart(month_span(2014, 9), month_span(2014, 7))
    assert days_apart(month_span(2014, 7), month_span(2014, 9)) == 31
