"""Pieces of sentences: in order, apart from each other, and together all that the sentence says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.claims.clauses import split_clauses

JOINING = " ,;:–—-\n\t"

PIECES = [
    ("The bridge fell.", ["The bridge fell."]),
    ("The talks ended without progress and the delegation returned home.",
     ["The talks ended without progress", "and the delegation returned home."]),
    ("Tension rose sharply in the town after a third round of talks collapsed.",
     ["Tension rose sharply in the town", "after a third round of talks collapsed."]),
    ("The union accused the mine of neglect, while the mine has accused the union of delay.",
     ["The union accused the mine of neglect", "while the mine has accused the union of delay."]),
    ("The mayor will resign if the council rejects it.", ["The mayor will resign if the council rejects it."]),
    ("“The dam is safe and the town is open,” Jo Marsh said.",
     ["“The dam is safe and the town is open,” Jo Marsh said."]),
    ("He left when he could.", ["He left when he could."]),
]  # fmt: skip

SENTENCES = [text for text, _ in PIECES] + [
    "Despite mediation by two states, sources near the talks said the mood was tense, with one side calling it vain.",
    "Ann Bray, 34, was hurt; her son, who is four, was not, but the dog ran away before the police came.",
    "“Nobody was hurt,” said Holm, “although the roof fell, and we are glad because the children were out.”",
    "While the last round ended in an impasse, the two towns appear no closer to a deal, raising fears of a strike.",
    "12 people died, officials said on Monday, after a bus – which carried 40 – left the road and hit a tree.",
]


@pytest.mark.parametrize(("text", "pieces"), PIECES)
def test_cuts(text: str, pieces: list[str], parse: Callable[[str], Any]) -> None:
    assert [text[a:b] for a, b in split_clauses(parse(text))] == pieces


def assert_partition(text: str, ranges: list[tuple[int, int]]) -> None:
    """Pieces are ordered and disjoint, and only joining marks stand between and around them."""
    place = 0
    for start, end in ranges:
        assert place <= start < end
        assert text[place:start].strip(JOINING) == ""
        place = end
    assert text[place:].strip(JOINING) == ""


@pytest.mark.parametrize("text", SENTENCES)
def test_pieces_cover_the_sentence(text: str, parse: Callable[[str], Any]) -> None:
    assert_partition(text, split_clauses(parse(text)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from('he she said and but after while fell rose the town , ; “ ” " - no 12'.split()), min_size=1
    )
)
def test_pieces_cover_any_words(words: list[str], parse: Callable[[str], Any]) -> None:
    text = " ".join(words)
    for sentence in parse(text).sents:
        assert_partition(sentence.text, split_clauses(sentence))
