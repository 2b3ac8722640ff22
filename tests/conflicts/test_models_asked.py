"""The models behind the seam are asked only about pairs whose answer can matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.claims import extract_claims
from checker.conflicts import Inference, TypedFacts, add_inference, ask_same_event, compare_pairs
from checker.records import Article, ClaimPair, Verdict
from tests.conflicts.build import claim_of
from tests.conftest import alike

DIFFERING = ("The fire in the mill killed 12 workers.", "The fire in the mill killed 15 workers.")
AGREEING = ("The fire in the mill killed 12 workers.", "Twelve workers were killed in the mill.")


class Recorder:
    """A model that remembers what it was asked and gives every pair the same answer."""

    def __init__(self, answer: float | tuple[float, float, float]) -> None:
        self.asked: list[tuple[str, str]] = []
        self._answer = np.array(answer, dtype=np.float32)

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked.extend(pairs)
        return np.array([self._answer] * len(pairs), dtype=np.float32)


def pair(left: str, right: str, similarity: float) -> ClaimPair:
    return ClaimPair(claim_of(left, "a")[1], claim_of(right, "b")[1], similarity, 0.4)


def test_the_same_event_model_answers_where_a_rule_found_a_difference() -> None:
    pairs = [pair(*DIFFERING, 0.9), pair(*AGREEING, 0.8)]
    model = Recorder(0.75)
    found = ask_same_event(pairs, compare_pairs(pairs, [TypedFacts(alike)]), model)
    assert [p.same_event for p in found] == [0.75, 0.4]
    assert model.asked == [DIFFERING]


def test_the_same_event_model_is_told_the_headlines() -> None:
    under_headlines = pair(*DIFFERING, 0.9)
    left = replace(under_headlines.left, context="Mill burns down in Tarn")
    right = replace(under_headlines.right, context="Fire kills 15", is_title=True)
    one = replace(under_headlines, left=left, right=right)
    model = Recorder(0.75)
    ask_same_event([one], compare_pairs([one], [TypedFacts(alike)]), model)
    assert model.asked == [(f"{DIFFERING[0]} [Mill burns down in Tarn]", DIFFERING[1])]


def test_the_nli_model_is_asked_both_ways_and_not_about_distant_pairs() -> None:
    pairs = [pair(*DIFFERING, 0.9), pair(*AGREEING, 0.2)]
    model = Recorder((0.1, 0.1, 0.8))
    rows = add_inference(pairs, compare_pairs(pairs, [TypedFacts(alike)]), Inference(model))
    assert model.asked == [DIFFERING, DIFFERING[::-1]]
    (answer,) = [r for r in rows[0] if r.rule == "nli"]
    assert answer.verdict is Verdict.CONTRADICT
    assert answer.strength == pytest.approx(0.8)
    assert not [r for r in rows[1] if r.rule == "nli"]


def test_a_denial_is_asked_about_in_a_wider_ring_and_first_one_way() -> None:
    denial = ("No shot was fired during the raid.", "The pistol went off towards the ceiling.")
    near = [pair(*denial, 0.32), pair(*denial, 0.28), pair(*denial[:1], denial[0], 0.32)]
    for answer, asked in (((0.1, 0.0, 0.9), [denial, denial, denial[::-1]]), ((0.1, 0.7, 0.2), [denial])):
        model = Recorder(answer)
        rows = add_inference(near, [[] for _ in near], Inference(model))
        assert model.asked == asked
        assert [bool(r) for r in rows] == [answer[2] > 0.5, False, False]


def test_a_denial_is_asked_about_among_the_few_nearest_only() -> None:
    denial = claim_of("No shot was fired during the raid.", "a")[1]
    article = Article(
        "b", "B", "", "The raid began at noon. The raid was soon over. The raid drew a crowd. A pistol went off."
    )
    others = extract_claims([article])
    pairs = [ClaimPair(denial, other, 0.38 - n / 100, 0.4) for n, other in enumerate(others)]
    model = Recorder((0.1, 0.7, 0.2))
    add_inference(pairs, [[] for _ in pairs], Inference(model))
    assert [right for _, right in model.asked] == [c.text for c in others[:3]]
