"""Which claims the NLI model is asked about, and how its answers are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.conflicts.inference import Inference, _stands_alone
from checker.conflicts.same_event import ask_same_event
from checker.records import ClaimPair, Comparison, Verdict
from tests.conflicts.build import claim_of


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The government welcomed the deal.", True),
        ("when it went dark over the lake", False),
        ("Two supervisors remain.", False),
        ("“As we said, nobody was hurt,” she said.", False),
        ("that officers had fired rubber bullets", True),
    ],
)
def test_only_what_stands_alone(text: str, alone: bool) -> None:
    assert _stands_alone(text) == alone


class Clauses:
    """Takes clauses for opposed, and whole sentences for not."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked.extend(pairs)
        return np.array([(0.0, 0.9, 0.1) if "," in a + b else (0.0, 0.1, 0.9) for a, b in pairs], dtype=np.float32)


def test_clauses_that_contradict_are_read_in_their_sentences_too() -> None:
    left, right = (claim_of(t, t)[1] for t in ("The mill may enter the market.", "The mill may not enter the market."))
    whole = replace(left, sentence="The mill may enter the market, if it is clean.")
    model = Clauses()
    [[row]] = Inference(model)([ClaimPair(whole, right, 0.9, 0.5)])
    assert (round(row.strength, 2), round(row.in_context or 0.0, 2)) == (0.9, 0.1)
    assert row.item == "mill, enter, market"
    assert len(model.asked) == 4
    model = Clauses()
    [[row]] = Inference(model)([ClaimPair(left, right, 0.9, 0.5)])
    assert row.in_context == row.strength
    assert len(model.asked) == 2


def test_a_line_that_an_article_repeats_is_asked_about_once() -> None:
    left, right = (claim_of(t, t)[1] for t in ("The mill may open on Monday.", "The mill may not open on Monday."))
    model = Clauses()
    rows = Inference(model)([ClaimPair(left, right, 0.9, 0.5)] * 3)
    assert len(model.asked) == 2
    assert rows[0] == rows[1] == rows[2] != []


class Counting:
    """A same-event model that counts what it is asked."""

    asked = 0

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += len(pairs)
        return np.full(len(pairs), 0.75, dtype=np.float32)


def test_the_same_event_is_asked_about_once_too() -> None:
    left, right = (claim_of(t, t)[1] for t in ("The mill opens on Monday.", "The mill opens on Friday."))
    differ = [Comparison("date", "date", Verdict.CONTRADICT, "Monday", "Friday", "two days")]
    model = Counting()
    pairs = ask_same_event([ClaimPair(left, right, 0.9, 0.5)] * 3, [differ, differ, []], model)
    assert [p.same_event for p in pairs] == [0.75, 0.75, 0.5]
    assert model.asked == 1
