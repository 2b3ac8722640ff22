"""Numbers in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Mark, Published, Scope
from checker.reports.printable import around_mark, printable, shorten
from checker.reports.wording import count, date_text, probability_words, score_text, voice_name, weight_text
from tests.reports.build import make_score

FIRST, LAST = date(2024, 1, 2), date(2024, 2, 3)


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "almost certain (1.00)"),
        (0.95, "almost certain (0.95)"),
        (0.9, "very likely (0.90)"),
        (0.7, "likely (0.70)"),
        (0.5, "more likely than not (0.50)"),
        (0.1, "doubtful (0.10)"),
    ],
)
def test_probability(probability: float, words: str) -> None:
    assert probability_words(probability) == words


def test_score_has_its_interval_or_is_not_shown() -> None:
    score = make_score("A", 78.4, 12, 9)
    assert score_text(score) == "78 (69-87)"
    assert score_text(replace(score, enough_evidence=False)) == "not enough evidence"
    assert score_text(replace(score, low=None)) == "not enough evidence"


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (Published(FIRST, FIRST), "2024-01-02"),
        (Published(FIRST, LAST), "2024-01-02 to 2024-02-03"),
        (Published(FIRST), "2024-01-02 or later"),
        (Published(None, LAST), "2024-02-03 or earlier"),
        (Published(), "date unknown"),
    ],
)
def test_dates(published: Published, text: str) -> None:
    assert date_text(published) == text


def test_counts() -> None:
    assert [count(number, "story", "stories") for number in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]


@given(st.text(max_size=60), st.integers(10, 40))
def test_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text or text.startswith(short[:-1])


@given(st.text(max_size=30), st.integers(-5, 40), st.integers(-5, 40))
def test_around_mark_loses_nothing(text: str, start: int, end: int) -> None:
    before, value, after = around_mark(text, Mark(start, end))
    assert before + value + after == text
    assert value == value.strip()


@given(st.text())
def test_printable_text_is_one_line_without_controls(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(char) < 32 or 0x202A <= ord(char) <= 0x202E for char in shown)
    assert printable(shown) == shown


def test_only_in_a_dispute_the_speaker_is_the_one_who_says_it() -> None:
    assert voice_name("Coast Wire", "Nordlane", Scope.DISPUTE) == "Nordlane (in Coast Wire)"
    assert voice_name("Coast Wire", "Nordlane", Scope.CROSS) == "Coast Wire"
    assert voice_name("Coast Wire", "", Scope.DISPUTE) == "Coast Wire"


@pytest.mark.parametrize(("weight", "text"), [(1.234, "+1.23"), (-2, "-2.00"), (-0.001, "+0.00"), (0, "+0.00")])
def test_weights(weight: float, text: str) -> None:
    assert weight_text(weight) == text
