"""Which claims meet: the nearest from either side, those with a fact of one thing, and near-copies."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from checker.claims import extract_claims
from checker.facts.copies import containment, edited_copy, shingles
from checker.pairs import align_claims
from checker.records import Claim, ClaimPair, Span, Story
from checker.settings import Settings
from tests.conftest import FakeEncoder, article

WORDS = st.lists(st.sampled_from("the mill fire killed twelve workers on monday night".split()), max_size=20).map(
    " ".join
)


def claim(article_id: str, number: int, text: str = "The fire killed twelve workers.") -> Claim:
    """A claim without facts."""
    key = f"{article_id}:{number:04d}"
    place = Span(0, len(text), 1, 1)
    return Claim(key, article_id, article_id.upper(), text, place, 0, len(text), text, 0, number)


def unit(*angles: float) -> NDArray[np.float32]:
    """Vectors on the unit circle, by their angle in degrees."""
    radians = np.deg2rad(angles)
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


def align(
    claims: list[Claim], vectors: NDArray[np.float32], stories: list[str] | None = None, **given: float
) -> set[tuple[str, str]]:
    """The ids of the pairs; `stories` are the article ids of each story, as in "ab"."""
    found = align_claims(claims, vectors, [Story(s, "", tuple(s)) for s in stories or ["ab"]], Settings(**given))  # type: ignore[arg-type]
    return {(p.left.id, p.right.id) for p in found}


def test_the_nearest_is_asked_from_either_side() -> None:
    claims = [claim("a", 0), claim("b", 0), claim("b", 1), claim("b", 2)]
    vectors = unit(0, 10, 20, 170)
    # b0 is the nearest of a0; a0 is the nearest of b1 too, though b1 isn't that of a0; b2 is too far
    across = {ids for ids in align(claims, vectors, neighbours=1) if ids[0][0] != ids[1][0]}
    assert across == {("a:0000", "b:0000"), ("a:0000", "b:0001")}


def test_pairs_under_the_least_similarity_are_left_out() -> None:
    claims = [claim("a", 0), claim("b", 0)]
    assert align(claims, unit(0, 60), min_similarity=0.49) == {("a:0000", "b:0000")}
    assert align(claims, unit(0, 60), min_similarity=0.51) == set()


def test_claims_of_two_stories_never_meet() -> None:
    claims = [claim("a", 0), claim("b", 0)]
    assert align(claims, unit(0, 0), ["a", "b"]) == set()


def test_pairs_of_one_article_must_be_close() -> None:
    claims = [claim("a", 0), claim("a", 1), claim("a", 2)]
    assert align(claims, unit(0, 30, 120), ["a"]) == {("a:0000", "a:0001")}


def test_two_clauses_of_one_sentence_never_meet() -> None:
    claims = [claim("a", 0), replace(claim("a", 1), sentence_index=0)]
    assert align(claims, unit(0, 0), ["a"]) == set()


def test_an_article_never_meets_itself_across_sources() -> None:
    claims = [claim("a", 0)]
    assert align(claims, unit(0), ["a"]) == set()
    assert align([], np.zeros((0, 2), dtype=np.float32), ["a"]) == set()


def test_facts_of_one_row_meet_however_they_are_worded() -> None:
    texts = {
        "a": "The second round of talks in Lima failed. " + " ".join(f"The river rose {n} times." for n in "no"),
        "b": "Experts see little hope after a third round of talks in Lima fell through. The talks will go on soon.",
    }
    claims = list(extract_claims([article(t, i, i.upper()) for i, t in texts.items()]))
    vectors = FakeEncoder().encode([c.text for c in claims])
    ranked = {c.id for c in claims if "round" in c.text}
    assert tuple(sorted(ranked)) in align(claims, vectors, neighbours=1)


def records(one: str, other: str) -> ClaimPair:
    """The pair of two sentences."""
    claims = [claim("a", 0, one), claim("b", 0, other)]
    (pair,) = align_claims(claims, unit(0, 0), [Story("s", "", ("a", "b"))], Settings())
    return pair


def test_a_near_copy_is_recognised() -> None:
    text = "A fire in the old mill killed twelve workers on Monday night, police said."
    assert records(text, text.replace("police", "officials")).copied
    assert not records(text, "Twelve workers died on Monday when the old mill burned down, officials said.").copied


def test_a_pair_has_one_order() -> None:
    claims = [claim("a", 0), claim("b", 0)]
    (pair,) = align_claims(claims, unit(0, 20), [Story("s", "", ("b", "a"))], Settings())
    assert (pair.left.id, pair.right.id) == ("a:0000", "b:0000")
    assert pair.similarity == pytest.approx(np.cos(np.deg2rad(20)), abs=1e-4)
    assert 0.0 <= pair.same_event <= 1.0


@given(WORDS, WORDS)
def test_containment_is_symmetric_and_a_share(one: str, other: str) -> None:
    a, b = shingles(one), shingles(other)
    assert containment(a, b) == containment(b, a)
    assert 0.0 <= containment(a, b) <= 1.0
    assert containment(a, a) == (1.0 if a else 0.0)


@given(st.lists(st.integers(min_value=0, max_value=359), min_size=2, max_size=8), st.integers(min_value=1, max_value=3))
def test_all_pairs_lie_across_articles_or_within_one(angles: list[int], neighbours: int) -> None:
    claims = [claim("a" if 2 * i < len(angles) else "b", i) for i in range(len(angles))]
    found = align_claims(claims, unit(*angles), [Story("s", "", ("a", "b"))], Settings(neighbours=neighbours))
    ids = [(p.left.id, p.right.id) for p in found]
    assert ids == sorted(ids)
    assert set(ids) <= set(combinations(sorted(c.id for c in claims), 2))
    assert len(ids) == len(set(ids))


def test_an_edited_copy_is_recognised_and_still_compared() -> None:
    text = "Witnesses said there were three further explosions at the pier shortly before noon."
    edited = text.replace("three further", "two other").replace("shortly", "long")
    assert records(text, text.replace("three", "seven")).copied
    assert records("It was felt far away. " + text, text.replace("further", "other")).copied
    assert not records(text, edited).copied


def test_a_short_phrase_is_no_edited_copy() -> None:
    assert not edited_copy("The mill burned down on Monday.", "The mill burned down on Monday morning.")
    text = "The old mill by the harbour burned down on Monday."
    assert edited_copy(text, text.replace("Monday", "Friday"))


@pytest.mark.parametrize(("angle", "meet"), [(50, True), (65, False)])
def test_all_clauses_of_two_near_sentences_meet(angle: int, meet: bool) -> None:
    claims = [claim("a", 0), claim("a", 1), claim("b", 0), replace(claim("b", 1), sentence_index=0)]
    across = align(claims, unit(0, 135, angle, 70), neighbours=1)
    assert {("a:0000", "b:0000"), ("a:0001", "b:0001")} <= across
    assert (("a:0000", "b:0001") in across) is meet


def test_times_of_day_meet() -> None:
    texts = {
        "a": "The lorry left at 10:30 p.m. " + "The crowd ran to the shore. " * 2,
        "b": "A man from Lyon was seen on the quay around 10:45 p.m. The lorry left the depot.",
    }
    claims = list(extract_claims([article(t, i, i.upper()) for i, t in texts.items()]))
    timed = {c.id for c in claims if "p.m." in c.text}
    vectors = unit(*(0.0 if c.id in timed and c.article_id == "a" else 60.0 if c.id in timed else 5.0 for c in claims))
    assert tuple(sorted(timed)) in align(claims, vectors, neighbours=1)
