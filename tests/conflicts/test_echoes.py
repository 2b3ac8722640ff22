"""What the other claims of a story say of a disputed value."""

from __future__ import annotations

import pytest

from checker.claims import extract_claims
from checker.conflicts import Echoes, TypedFacts, compare_pairs
from checker.records import ClaimPair, Comparison, Story, Verdict
from tests.conftest import article


def same(left: str, right: str) -> float:
    """Equal words are alike, all others are not."""
    return float(left == right)


def heard(*texts: str) -> tuple[Echoes, ClaimPair, Comparison]:
    """The echoes of articles with these texts, and the quantity conflict between the first claims of the first two."""
    articles = [article(text, f"a{i}") for i, text in enumerate(texts)]
    claims = extract_claims(articles)
    echoes = Echoes(claims, [Story("story-1", "", tuple(a.id for a in articles))], same)
    left = next(c for c in claims if c.article_id == "a0")
    right = next(c for c in claims if c.article_id == "a1")
    pair = ClaimPair(left, right, 0.8, 0.5)
    [rows] = compare_pairs([pair], [TypedFacts(same)])
    return echoes, pair, next(r for r in rows if r.verdict is Verdict.CONTRADICT)


def test_each_value_has_its_own_articles() -> None:
    echoes, pair, finding = heard(
        "The flood killed 12 people.", "The flood killed 40 people.", "Forty people were killed in the flood."
    )
    assert echoes.of(pair, finding) == (frozenset({"a0"}), frozenset({"a1", "a2"}))
    assert echoes.values(pair, finding) == 2


def test_an_article_that_gives_both() -> None:
    echoes, pair, finding = heard(
        "The flood killed 12 people. An older flood killed 40 people.", "The flood killed 40 people."
    )
    left, right = echoes.of(pair, finding)
    assert left & right == {"a0"}


@pytest.mark.parametrize(
    ("third", "fourth", "counted"),
    [
        ("Forty people were killed in the flood.", "", ("a2",)),
        ("The flood killed 40 people.", "", ()),  # the words of the one that gives the value
        ("The river rose. The flood killed 40 people.", "", ()),
        ("The flood killed 40 people. Among others, 40 people were killed in that flood on a bus.", "", ("a2",)),
        ("Forty people were killed in the flood.", "Forty people were killed in the flood.", ("a2",)),
        ("Forty people were killed in the flood.", "Floods kill: 40 people were killed there.", ("a2", "a3")),
        ("The flood killed 40 people. An older flood killed 12 people.", "", ()),  # gives both
    ],
)
def test_a_copy_is_no_further_article(third: str, fourth: str, counted: tuple[str, ...]) -> None:
    texts = ["The flood killed 12 people.", "The flood killed 40 people.", third, fourth]
    echoes, pair, finding = heard(*(text for text in texts if text))
    assert echoes.further(pair, finding) == counted


def test_a_bound_is_no_echo_of_another_figure() -> None:
    echoes, pair, finding = heard(
        "The flood killed 12 people.", "The flood killed 40 people.", "The flood killed at least 9 people."
    )
    assert echoes.of(pair, finding) == (frozenset({"a0"}), frozenset({"a1"}))
    assert echoes.values(pair, finding) == 3


@pytest.mark.parametrize(
    ("left", "right", "beside"),
    [
        ("The hotline took 240 calls.", "The hotline took 600 calls by Monday, after 240 by Sunday.", "240"),
        ("The hotline took 240 calls.", "The hotline took 600 calls on Monday.", ""),
        ("The ship cut two cables.", "Between two continents the ship cut three cables.", ""),
        ("The port spent $41 million.", "The port, which took in $41 million, spent $38 million.", "$41 million"),
    ],
)
def test_a_sentence_that_has_both_figures(left: str, right: str, beside: str) -> None:
    echoes, pair, finding = heard(left, right)
    assert echoes.beside(pair, finding) == beside


def test_other_stories_are_not_heard() -> None:
    articles = [article("The flood killed 12 people.", "a0"), article("The flood killed 40 people.", "a1")]
    claims = extract_claims(articles)
    echoes = Echoes(claims, [Story("story-1", "", ("a0",)), Story("story-2", "", ("a1",))], same)
    pair = ClaimPair(claims[0], claims[1], 0.8, 0.5)
    [rows] = compare_pairs([pair], [TypedFacts(same)])
    assert echoes.of(pair, rows[0]) == (frozenset({"a0"}), frozenset({"a1"}))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The shop in Wellington, Somerset, was closed.", "wellington, somerset"),
        ("Wellington in Somerset has one such shop.", "wellington in somerset"),
        ("Wellington is far from Somerset.", ""),
    ],
)
def test_one_place_that_the_story_puts_in_the_other(told: str, words: str) -> None:
    articles = [article(text, f"a{i}") for i, text in enumerate(("It burnt in Wellington.", "It burnt.", told))]
    claims = extract_claims(articles)
    echoes = Echoes(claims, [Story("story-1", "", tuple(a.id for a in articles))], same)
    finding = Comparison("place", "place", Verdict.CONTRADICT, "Somerset", "Wellington", "two places")
    assert echoes.nested(ClaimPair(claims[0], claims[1], 0.8, 0.5), finding) == words
