"""One statement in the mouths of two persons."""

from __future__ import annotations

import pytest

from checker.conflicts.saying import compare_speakers
from tests.conflicts.build import claim_of

WORDS = "“The old bridge was never safe for heavy trucks in winter,”"


def compared(left: str, right: str) -> tuple[str, str] | None:
    row = compare_speakers(claim_of(left, "a")[1], claim_of(right, "b")[1])
    return (row.left_value, row.right_value) if row is not None else None


def test_two_speakers_of_one_statement_are_a_disagreement() -> None:
    assert compared(f"{WORDS} said Ann Bray, an engineer.", f"{WORDS} Peter Holm, an engineer, said on Monday.") == (
        "Ann Bray",
        "Peter Holm",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{WORDS} said Ann Bray.", f"{WORDS} Bray said on Monday."),
        (f"{WORDS} said Sergei Holmov.", f"{WORDS} said Sergey Kholmov."),
        (f"{WORDS} said Ann Bray.", f"{WORDS} police said on Monday."),
        (f"{WORDS} said Ann Bray.", "“Nobody has seen the mayor since the old bridge fell,” said Peter Holm."),
        (f"{WORDS} said Ann Bray.", "The old bridge was never safe for heavy trucks in winter."),
    ],
)
def test_one_speaker_an_unnamed_one_or_other_words_are_none(left: str, right: str) -> None:
    assert compared(left, right) is None


def test_a_short_quotation_word_for_word_is_one_statement() -> None:
    row = compared(
        '"This was a cold and planned execution," prosecutor Helen Brandt told jurors in her closing speech.',
        '"This was a cold and planned execution," said Detective Superintendent Gareth Price, who led the inquiry.',
    )
    assert row == ("Helen Brandt", "Detective Superintendent Gareth Price")


def test_a_few_equal_words_are_not() -> None:
    told, said = '"A cold night," Helen Brandt told jurors.', '"A cold night," said Gareth Price, a witness.'
    assert compared(told, said) is None
