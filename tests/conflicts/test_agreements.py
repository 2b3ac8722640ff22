"""Which sentences make one claim: words, numbers and nearness within the story, and who copied whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import extract_claims
from checker.conflicts.agreements import _denied, find_agreements, same_claim, sentence_pairs
from checker.conflicts.nearness import each_others_nearest, usual_similarity
from checker.conflicts.rarity import Rarity, numbers, telling
from checker.records import Agreement, Claim, ClaimPair, Comparison, Verdict
from checker.settings import Settings
from tests.conftest import article

STORIES = {"a": "story-1", "b": "story-1", "c": "story-1"}
WORDS = st.lists(st.sampled_from("The mill fire killed 12 workers on Monday in Lima said Jo Marsh".split())).map(
    " ".join
)


def claims_of(text: str, id_: str) -> tuple[Claim, ...]:
    """The claims of one article."""
    return extract_claims([article(text, id_, id_.upper())])


def all_pairs(left: Sequence[Claim], right: Sequence[Claim], similarity: float = 0.8) -> list[ClaimPair]:
    """Every clause of one article with every clause of the other, all equally near."""
    return [ClaimPair(a, b, similarity, 0.9) for a in left for b in right]


def agreements(
    pairs: Sequence[ClaimPair], rows: Sequence[Comparison] = (), least: float = 0.5
) -> tuple[Agreement, ...]:
    """What agrees, with the same comparisons on every pair."""
    return find_agreements(pairs, [list(rows)] * len(pairs), STORIES, Settings(min_agreement=least))


def test_two_sentences_agree_once_however_many_clauses_they_have() -> None:
    left = claims_of("The mill burned down on Monday, while the harbour stayed open until the evening.", "a")
    right = claims_of("The old mill burned down on Monday, while the harbour stayed open until dusk.", "b")
    assert len(left) == len(right) == 2
    (found,) = agreements(all_pairs(left, right))
    assert found.pair.left.text == "The mill burned down on Monday"
    assert found.pair.right.text == "The old mill burned down on Monday"


def test_what_is_said_is_agreed_on_and_not_who_says_it() -> None:
    frame = "A family from the old fishing suburbs of the harbour town said"
    left = claims_of(f"{frame} that five of the drowned sailors were relatives.", "a")
    right = claims_of(f"{frame} that five of the drowned sailors were cousins of theirs.", "b")
    assert len(left) == len(right) == 2
    (found,) = agreements(all_pairs(left[1:], right[1:]) + all_pairs(left[:1], right[:1], similarity=0.3))
    assert "sailors" in found.pair.left.text


def test_a_copy_always_agrees_and_is_not_independent() -> None:
    pair = ClaimPair(*claims_of("The ferry sank.", "a"), *claims_of("The talks failed on Monday.", "b"), 0.3, 0.1)
    assert agreements([pair]) == ()
    (found,) = agreements([replace(pair, copied=True)])
    assert not found.independent


def test_what_the_other_denies_is_no_agreement() -> None:
    pairs = all_pairs(claims_of("The ferry sank off Lima.", "a"), claims_of("The ferry sank off Lima.", "b"), 0.99)
    row = Comparison("polarity", "negation", Verdict.CONTRADICT, "sank", "did not sink", "")
    assert agreements(pairs)
    assert agreements(pairs, [row]) == ()
    assert agreements(pairs, [replace(row, kind="quantity")])


def test_two_sides_of_a_conflict_do_not_agree() -> None:
    """And a third sentence agrees with the side that it is more like."""
    (left,) = claims_of("The patients were moved because of a torn roof.", "a")
    (right,) = claims_of("The patients were moved because of a failed generator.", "b")
    (third,) = claims_of("Patients were moved because of the failed generator.", "c")
    pairs = [ClaimPair(left, right, 0.8, 0.9), ClaimPair(left, third, 0.75, 0.9), ClaimPair(right, third, 0.95, 0.9)]
    sentences = [frozenset(((p.left.article_id, 0), (p.right.article_id, 0))) for p in pairs]
    nothing: list[list[Comparison]] = [[], [], []]
    all_three = find_agreements(pairs, nothing, STORIES, Settings(min_agreement=0.05))
    assert len(all_three) == 3
    [found] = find_agreements(pairs, nothing, STORIES, Settings(min_agreement=0.05), {sentences[0]: False})
    assert {found.pair.left.article_id, found.pair.right.article_id} == {"b", "c"}
    assert len(find_agreements(pairs, nothing, STORIES, Settings(min_agreement=0.05), {sentences[0]: True})) == 3
    copied = [replace(p, copied=True) for p in pairs]
    assert len(find_agreements(copied, nothing, STORIES, Settings(), {sentences[0]: False})) == 3


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("Rescuers found twelve sailors near the reef.", "Rescuers found 15 sailors near the reef."),
        ("Divers pulled 12 sailors off the reef.", "The reef is a nature reserve of the island."),
        ("12 sailors were found near the reef by rescuers.", "Rescuers said the weather had been fair until noon."),
    ],
)
def test_the_same_claim_is_likelier_than_a_look_alike(near: str, far: str) -> None:
    left = claims_of("Rescuers found 12 sailors near the reef.", "a")
    pairs = all_pairs(left, claims_of(near, "b"), 0.7) + all_pairs(left, claims_of(far, "c"), 0.7)
    one, other = (same_claim(v) for _, _, v in sentence_pairs(pairs, [[]] * len(pairs), STORIES))
    assert one > other


def test_the_id_is_of_the_sentences() -> None:
    left, right = claims_of("The ferry sank off Lima.", "a"), claims_of("The ferry sank off Lima.", "b")
    one = agreements(all_pairs(left, right))
    moved = tuple(replace(c, id=f"{c.article_id}:0007") for c in right)
    assert [a.id for a in one] == [a.id for a in agreements(all_pairs(left, moved))]


def test_numbers_are_numbers_however_written() -> None:
    assert numbers("Three men and 1,500 sheep") == numbers("3 dogs, 1500 cats") == {"3", "1500"}


def test_a_name_weighs_as_one_word() -> None:
    rarity = Rarity([])
    name = rarity.common("It was Marina Ortega Salgado who left.", "We saw that Marina Ortega Salgado stayed.")
    assert name == pytest.approx(rarity.common("It was the harbour that burned.", "We saw the harbour at noon."))
    assert telling("we saw Marina Ortega there") == telling("we saw Marina Ortega’s there")


def test_a_headline_in_capitals_is_no_name() -> None:
    assert set(telling("Ferry Sinks Off Lima Harbour").values()) == {1.0}


def test_words_of_every_sentence_tell_nothing() -> None:
    story = [f"The ferry {verb}." for verb in ("sank", "left", "burned", "turned", "stopped")] * 30
    rarity = Rarity([*story, "The harbour closed.", "The harbour reopened."])
    assert rarity.common("The ferry sank.", "The ferry left.") < 0.2
    assert rarity.common("The harbour closed.", "The harbour reopened.") > 0.5


@given(WORDS, WORDS)
def test_shared_words_are_a_share_and_symmetric(left: str, right: str) -> None:
    rarity = Rarity([left, right])
    assert rarity.shared(left, right) == pytest.approx(rarity.shared(right, left))
    assert 0.0 <= rarity.shared(left, right) <= 1.0 + 1e-9


def test_nearness_is_against_what_is_usual() -> None:
    left = claims_of("The ferry sank. The talks in Lima failed.", "a")
    right = claims_of("The ferry went down. The mill burned.", "b")
    pairs = [ClaimPair(left[0], right[0], 0.8, 0.5), ClaimPair(left[0], right[1], 0.5, 0.5)]
    usual = usual_similarity(pairs)
    assert usual[left[0].id] == pytest.approx((0.8 + 0.5 + 0.2) / 3)
    assert usual[right[1].id] == pytest.approx((0.5 + 0.2 + 0.2) / 3)
    assert each_others_nearest(pairs, 0.4) == [True, False]
    assert each_others_nearest(pairs, 0.81) == [False, False]


def row(rule: str, kind: str, strength: float, verdict: Verdict = Verdict.CONTRADICT) -> Comparison:
    return Comparison(rule, kind, verdict, "a", "b", "", strength)


@pytest.mark.parametrize(
    ("rows", "denied"),
    [
        ([row("nli", "other", 0.9)], True),
        ([row("nli", "other", 0.6)], False),
        ([row("nli", "other", 0.9), row("ordinal", "ordinal", 0.7)], False),
        ([row("polarity", "negation", 0.6)], True),
        ([row("quantity", "quantity", 1.0)], False),
        ([row("nli", "other", 0.9, Verdict.AGREE)], False),
    ],
)
def test_the_model_denies_only_where_no_rule_found_the_detail(rows: list[Comparison], denied: bool) -> None:
    assert _denied(rows) == denied
