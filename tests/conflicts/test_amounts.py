"""What speaks for and against a conflict of two numbers."""

from __future__ import annotations

from datetime import date

import pytest

from checker.claims import extract_claims
from checker.conflicts import TypedFacts, compare_pairs
from checker.conflicts.amounts import amounts
from checker.conflicts.moments import moment_of, other_time
from checker.records import ClaimPair, Verdict
from tests.conftest import article


def found(left: str, right: str, values: int = 2, similarity: float = 0.6) -> dict[str, float]:
    """The features of the conflict between the first claims of two texts, published a day apart."""
    articles = article(left, "a", published=date(2024, 5, 1)), article(right, "b", published=date(2024, 5, 2))
    one, other = (extract_claims([a])[0] for a in articles)
    pair = ClaimPair(one, other, similarity, 0.5)
    [rows] = compare_pairs([pair], [TypedFacts(lambda a, b: float(a == b))])
    finding = next(r for r in rows if r.verdict is Verdict.CONTRADICT)
    apart = other_time(*map(moment_of, (one, other), articles))
    return {f.name: round(f.value, 2) for f in amounts(pair, finding, *articles, values, apart)}


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("The plane dropped four bombs.", "Six bombs were dropped.", {"values far apart"}),
        ("The flood killed 40 people.", "The flood killed 12 people.", {"values far apart", "a toll"}),
        ("The flood killed 12 people.", "The flood killed 40 people.", {"values far apart", "a toll", "later update"}),
        (
            "So far 40 people were killed.",
            "12 people were killed.",
            {"values far apart", "a toll", "a provisional toll"},
        ),
        (
            "The flood killed 40 people.",
            "In 1953 a flood killed 12 people.",
            {"values far apart", "a toll", "a toll of another time"},
        ),
        (
            "No people were killed in the flood.",
            "The flood killed 12 people.",
            {"values far apart", "none against some"},
        ),
        ("Four people were critically injured.", "Nine people were critically injured.", {"values far apart"}),
    ],
)
def test_features(left: str, right: str, names: set[str]) -> None:
    assert set(found(left, right)) == names


def test_the_ratio_is_counted_in_tens() -> None:
    assert found("The flood killed 10 people.", "The flood killed 1,000 people.")["values far apart"] == 2.0


def test_far_apart_in_like_words_is_a_misprint_rather_than_another_thing() -> None:
    texts = "The flood killed 10 people.", "The flood killed 1,000 people."
    assert [found(*texts, similarity=s)["values far apart"] for s in (0.3, 0.9, 0.95)] == [2.0, 1.0, 0.5]


def test_many_tolls_speak_against_a_conflict() -> None:
    texts = "The flood killed 10 people.", "The flood killed 40 people."
    assert [found(*texts, values)["a toll"] for values in (2, 3, 5, 9)] == [0.25, 0.5, 1.0, 1.0]
