"""The models behind the seam are asked only about pairs whose answer can matter."""

from __future__ import annotations

import pytest

from checker.conflicts import Inference, TypedFacts, add_inference, ask_same_event, compare_pairs
from checker.records import ClaimPair, Verdict
from tests.conflicts.build import Recorder, claim_of
from tests.conftest import alike

DIFFERING = ("The fire in the mill killed 12 workers.", "The fire in the mill killed 15 workers.")
AGREEING = ("The fire in the mill killed 12 workers.", "Twelve workers were killed in the mill.")


def pair(left: str, right: str, similarity: float) -> ClaimPair:
    return ClaimPair(claim_of(left, "a")[1], claim_of(right, "b")[1], similarity, 0.4)


def test_the_same_event_model_answers_where_a_rule_found_a_difference() -> None:
    pairs = [pair(*DIFFERING, 0.9), pair(*AGREEING, 0.8)]
    model = Recorder(0.75)
    found = ask_same_event(pairs, compare_pairs(pairs, [TypedFacts(alike)]), model)
    assert [p.same_event for p in found] == [0.75, 0.4]
    assert model.asked == [DIFFERING]


def test_the_nli_model_is_asked_both_ways_and_not_about_distant_pairs() -> None:
    pairs = [pair(*DIFFERING, 0.9), pair(*AGREEING, 0.2)]
    model = Recorder((0.1, 0.1, 0.8))
    rows = add_inference(pairs, compare_pairs(pairs, [TypedFacts(alike)]), Inference(model))
    assert model.asked == [DIFFERING, DIFFERING[::-1]]
    (answer,) = [r for r in rows[0] if r.rule == "nli"]
    assert answer.verdict is Verdict.CONTRADICT
    assert answer.strength == pytest.approx(0.8)
    assert not [r for r in rows[1] if r.rule == "nli"]
