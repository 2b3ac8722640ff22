"""Claims point at the right places, and carry what the sentence gives."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from checker.articles import read_articles
from checker.claims import extract_claims
from checker.facts import Day, Quantity
from checker.records import Certainty, Claim
from tests.conftest import article

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = """The bridge fell on Monday. Police said
that 12 people were hurt, while Jo Marsh said that nobody had died.

“It was dreadful to see it,” a driver said.

Failed talks

The mine may close next year."""


def on_one_line(text: str) -> str:
    """A claim's text has its line breaks as spaces, at the same offsets."""
    return text.replace("\n", " ")


@pytest.fixture(scope="module")
def seed_claims() -> tuple[Claim, ...]:
    """All claims of the five sample articles."""
    return extract_claims(read_articles(SEEDS))


def test_spans_of_a_small_text() -> None:
    source = article(TEXT, title="A bridge falls")
    for claim in extract_claims([source]):
        assert on_one_line(source.text[claim.start : claim.end]) == claim.text
        assert on_one_line(source.text[claim.sentence_start :]).startswith(claim.sentence)
        assert claim.text in claim.sentence
        assert claim.span.line == source.text.count("\n", 0, claim.start) + 1


def test_spans_of_the_samples(seed_claims: tuple[Claim, ...]) -> None:
    by_id = {a.id: a for a in read_articles(SEEDS)}
    assert len(seed_claims) > 60
    for claim in seed_claims:
        source = by_id[claim.article_id]
        assert on_one_line(source.text[claim.start : claim.end]) == claim.text
        assert claim.span == source.span(claim.start, claim.end)
        sentence = source.text[claim.sentence_start : claim.sentence_start + len(claim.sentence)]
        assert on_one_line(sentence) == claim.sentence


def test_marks_of_facts_lie_in_the_sentence(seed_claims: tuple[Claim, ...]) -> None:
    checked = 0
    for claim in seed_claims:
        for fact in claim.facts:
            assert claim.sentence[fact.mark.start : fact.mark.end] == fact.text
            checked += 1
    assert checked > 100


def test_every_fact_belongs_to_one_clause(seed_claims: tuple[Claim, ...]) -> None:
    for claim in seed_claims:
        start = claim.start - claim.sentence_start
        assert all(start <= f.start < start + len(claim.text) for f in claim.facts)


def test_ids_are_in_the_order_of_the_text(seed_claims: tuple[Claim, ...]) -> None:
    assert len({c.id for c in seed_claims}) == len(seed_claims)
    assert [c.id for c in seed_claims] == sorted(c.id for c in seed_claims)
    for one, other in pairwise(seed_claims):
        assert one.article_id != other.article_id or one.end <= other.start


def test_the_title_is_a_claim_of_its_own() -> None:
    found = extract_claims([article("The bridge fell on Monday.", title="A bridge falls in Lyon")])
    assert [(c.text, c.is_title) for c in found] == [
        ("A bridge falls in Lyon", True),
        ("The bridge fell on Monday.", False),
    ]
    assert {c.context for c in found} == {"A bridge falls in Lyon"}


def test_headings_of_two_words_are_no_claims() -> None:
    assert "Failed talks" not in {c.text for c in extract_claims([article(TEXT)])}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The bridge fell on Monday.", Certainty.FLAT),
        ("The bridge may have fallen on Monday.", Certainty.HEDGED),
        ("The bridge reportedly fell on Monday.", Certainty.HEDGED),
        ("It is not clear why the bridge fell.", Certainty.UNCONFIRMED),
        ("The number of victims has not been confirmed.", Certainty.UNCONFIRMED),
        ("The council will close the bridge.", Certainty.PLANNED),
        ("The council plans to close the bridge.", Certainty.PLANNED),
        ("The council planned the bridge.", Certainty.FLAT),
    ],
)
def test_certainty(text: str, certainty: Certainty) -> None:
    assert [c.certainty for c in extract_claims([article(text)])] == [certainty]


def test_certainty_is_of_the_clause() -> None:
    found = extract_claims([article("It is not clear why the bridge fell, but the town was flooded on Monday.")])
    assert [c.certainty for c in found] == [Certainty.UNCONFIRMED, Certainty.FLAT]


def test_days_are_resolved_against_the_publication() -> None:
    text = "The bridge fell on Monday."
    (claim,) = extract_claims([article(text, published=date(2023, 10, 20))])
    assert [f.resolved for f in claim.facts if isinstance(f, Day)] == [date(2023, 10, 16)]
    (claim,) = extract_claims([article(text)])
    assert [f.resolved for f in claim.facts if isinstance(f, Day)] == [None]


def test_participants_and_terms() -> None:
    (claim,) = extract_claims([article("Mayor Ann Bray met 12 drivers in Lyon.")])
    assert {"bray", "lyon"} <= claim.participants
    assert {"meet", "driver"} <= claim.terms
    assert [f.value.low for f in claim.facts if isinstance(f, Quantity)] == [12.0]


def test_a_long_row_of_marks_is_read_over() -> None:
    text = f"The bridge fell. {'(' * 3000} Police said that 12 people were hurt. {'.' * 3000}"
    claims = extract_claims([article(text, "a")])
    assert {c.sentence for c in claims} == {"The bridge fell.", "Police said that 12 people were hurt."}
    assert [text[c.start : c.end] for c in claims] == [c.text for c in claims]


def test_progress_counts_articles() -> None:
    seen: list[int] = []
    extract_claims([article("The bridge fell on Monday.", i) for i in "abc"], seen.append)
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("text", ["", "\n\n\n", "!", "Yes.", "…", "   \n\n  "])
def test_texts_without_claims(text: str) -> None:
    assert extract_claims([article(text)]) == ()


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Jo Marsh resigned. She said that the mine was closed.", "Jo Marsh said that the mine was closed."),
        ("Jo Marsh left the mine. His body was found on Monday.", "Jo Marsh’s body was found on Monday."),
        (
            "Jo Marsh was angry. Mark Dunn, a spokesman for the company, said on Tuesday in a long statement to the "
            "newspaper that he has never seen such a bill.",
            "that Mark Dunn has never seen such a bill.",
        ),
        ("Jo Marsh resigned. Peter Hill met Ann Dale on Monday, and he signed the deal.", "and he signed the deal."),
        ("Jo Marsh resigned. Ann Dale said she was sorry.", "Ann Dale said she was sorry."),
    ],
)
def test_whom_a_pronoun_means(text: str, resolved: str) -> None:
    claims = extract_claims([article(text)])
    assert claims[-1].resolved == resolved
    assert claims[-1].text in text
