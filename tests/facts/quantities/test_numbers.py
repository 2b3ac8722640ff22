"""Numbers, ranks and ranges: what words are worth, and when two values fit each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.quantities.interval import Interval, around
from checker.facts.quantities.number import number, ordinal, single

ONES = "one two three four five six seven eight nine".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = st.floats(min_value=0, max_value=1e9, allow_nan=False)
INTERVALS = st.builds(
    lambda a, b, hedge: Interval(min(a, b), max(a, b), hedge) if hedge != "exact" else Interval(a, a),
    VALUES,
    VALUES,
    st.sampled_from(["exact", "about", "at least", "vague"]),
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12), ("1,500", 1500), ("1,234,567", 1_234_567), ("2.5 million", 2.5e6), ("284bn", 284e9), ("$40", 40),
        ("twenty-three", 23), ("twenty three", 23), ("two hundred and six", 206), ("a dozen", 12), ("three dozen", 36),
        ("one million two hundred thousand", 1.2e6), ("zero", 0), ("hundred", 100), ("5 crore", 5e7), ("two lakh", 2e5),
    ],
)  # fmt: skip
def test_number(words: str, value: float) -> None:
    assert number(words.split()) == pytest.approx(value)


@pytest.mark.parametrize(
    "words",
    ["30 and 40", "five 20", "12 7", "and", "two hundred and", "ten and six", "people", "", "1,50", "12x", "3-4"],
)
def test_no_number(words: str) -> None:
    assert number(words.split()) is None


@pytest.mark.parametrize(("tens", "ten"), [(w, 10 * (i + 2)) for i, w in enumerate(TENS)])
def test_every_two_digit_number(tens: str, ten: int) -> None:
    for one, word in enumerate(ONES, start=1):
        assert number([f"{tens}-{word}"]) == number([tens, word]) == number(["two", "hundred", "and", tens, word]) - 200  # type: ignore[operator]
        assert number([tens, word]) == ten + one


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas(value: int) -> None:
    assert single(str(value)) == single(f"{value:,}") == value


@pytest.mark.parametrize(
    ("word", "rank"), [("first", 1), ("Third", 3), ("3rd", 3), ("11th", 11), ("twenty-first", 21), ("twentieth", 20)]
)
def test_ordinal(word: str, rank: int) -> None:
    assert ordinal(word) == rank


@pytest.mark.parametrize("word", ["one", "3", "rd", "thirdly", "first-ever", ""])
def test_no_ordinal(word: str) -> None:
    assert ordinal(word) is None


@given(INTERVALS, INTERVALS)
def test_overlaps_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(INTERVALS, INTERVALS)
def test_rounds_to_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.rounds_to(other) == other.rounds_to(one)


@given(INTERVALS)
def test_every_value_fits_itself(one: Interval) -> None:
    assert one.overlaps(one)


@given(VALUES)
def test_about_holds_its_own_value(value: float) -> None:
    assert around(value).overlaps(Interval(value, value))


@given(st.integers(min_value=11, max_value=10**9), st.integers(min_value=1, max_value=3))
def test_rounding_to_leading_digits_fits(value: int, digits: int) -> None:
    step = 10 ** (math.floor(math.log10(value)) - digits + 1)
    rough = round(value / step) * step if step >= 1 else value
    if abs(rough - value) <= 0.05 * value and rough != value:
        assert Interval(value, value).rounds_to(Interval(rough, rough))


@pytest.mark.parametrize(("one", "other"), [(12, 15), (23, 24), (6.1, 5.2), (230_000, 250_000), (100, 110), (0, 1)])
def test_other_values_are_no_rounding(one: float, other: float) -> None:
    assert not Interval(one, one).rounds_to(Interval(other, other))


def test_only_flat_figures_are_rounded() -> None:
    assert Interval(230_000, 230_000).rounds_to(Interval(232_732, 232_732))
    assert not Interval(230_000, 230_000, "about").rounds_to(Interval(232_732, 232_732))
