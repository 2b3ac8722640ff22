"""The fit of what makes one claim: judged pairs by hash, and weights that follow the examples."""

from __future__ import annotations

import json

from checker.conflicts.agreements import sentence_pairs
from checker.records import ClaimPair
from tests.conflicts.test_agreements import STORIES, claims_of
from training.fit_agreement import JUDGED, OUT, Row, cross_validate, fit, held_out, pair_key, read_judged


def row(story: str, value: float, same: float) -> Row:
    """A judged pair with one feature."""
    return Row({"alike": value}, same, 1.0, story, "", frozenset(), False, True, ("", ""))


def test_the_judged_pairs_are_hashes_and_verdicts() -> None:
    judged = read_judged(JUDGED)
    assert len(judged) > 200
    assert set(judged.values()) == {0.0, 0.5, 1.0}
    assert {len(key) for key in judged} == {16}


def test_a_key_knows_no_order_and_no_line_breaks() -> None:
    assert pair_key("The ferry sank.", "It  burned\nout.") == pair_key("it burned out.", "The ferry sank.")


def test_the_weights_follow_the_examples() -> None:
    rows = [row(s, v, float(v > 0.5)) for s in "ab" for v in (0.1, 0.2, 0.3, 0.7, 0.8, 0.9)]
    assert fit(rows)["alike"] > 0
    found = held_out(rows, cross_validate(rows))
    assert (found["judged_taken"], found["judged_taken_right"]) == (6, 6)


def test_the_written_weights_are_those_of_the_features() -> None:
    pair = ClaimPair(*claims_of("The ferry sank off Lima.", "a"), *claims_of("The ferry sank.", "b"), 0.9, 0.9)
    ((_, _, values),) = sentence_pairs([pair], [[]], STORIES)
    assert json.loads(OUT.read_text(encoding="utf-8"))["weights"].keys() == {"intercept", *values}
