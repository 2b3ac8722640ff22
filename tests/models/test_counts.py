"""Pairs of counts: the label follows from the amounts, whatever words they are in."""

from __future__ import annotations

import random

import pytest

from training import bounds, count_stories, counts
from training.amounts import amount, draw_amount, number_words, relation, spell


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        (("flat", 25), ("at_least", 20), "entailment"),
        (("at_least", 20), ("flat", 25), "neutral"),
        (("at_least", 20), ("flat", 19), "contradiction"),
        (("at_least", 20), ("at_least", 15), "entailment"),
        (("at_least", 15), ("at_least", 20), "neutral"),
        (("more", 20), ("flat", 20), "contradiction"),
        (("at_most", 40), ("flat", 35), "neutral"),
        (("flat", 35), ("at_most", 40), "entailment"),
        (("fewer", 30), ("at_least", 30), "contradiction"),
        (("fewer", 30), ("at_most", 30), "entailment"),
        (("about", 100), ("flat", 98), "neutral"),
        (("flat", 98), ("about", 100), "entailment"),
        (("about", 100), ("flat", 200), "contradiction"),
        (("about", 100), ("flat", 130), None),  # how far "about" reaches is open
        (("flat", 500), ("at_least", 20), None),  # true, but nobody would put it so
        (("flat", 12), ("flat", 12), "entailment"),
        (("flat", 12), ("flat", 13), "contradiction"),
    ],
)
def test_the_relation_of_two_amounts(premise: tuple[str, int], hypothesis: tuple[str, int], label: str | None) -> None:
    draw = random.Random(2)
    assert relation(amount(*premise, "{n}", draw), amount(*hypothesis, "{n}", draw)) == label


def test_contradiction_has_no_direction() -> None:
    draw = random.Random(5)
    for _ in range(2000):
        left, right = (draw_amount(draw.randint(3, 60), "{n}", draw) for _ in range(2))
        assert (relation(left, right) == "contradiction") == (relation(right, left) == "contradiction")


def test_numbers_in_words() -> None:
    assert [number_words(number) for number in (7, 20, 42, 90)] == ["seven", "twenty", "forty-two", "ninety"]
    assert spell(2_500_000, random.Random(1)) in ("2.5 million", "2,500,000")


def test_pairs_of_counts() -> None:
    made = counts.count_pairs(count_stories.TRAIN, 500, random.Random(3))
    assert len(made) == 500
    assert made == counts.count_pairs(count_stories.TRAIN, 500, random.Random(3))
    assert {label for _, _, label, _ in made} == {"entailment", "neutral", "contradiction"}
    never = ("compatible_bound", "update", "other_count", "other_event")
    assert {label for _, _, label, kind in made if kind in never} == {"neutral"}
    for premise, hypothesis, _, _ in made:
        assert premise != hypothesis
        assert "{" not in premise + hypothesis
        assert premise[0] == premise[0].upper()


def test_training_and_held_out_share_no_wording() -> None:
    train, held_out = (
        {wording for story in stories for thing in story for wording in thing.wordings}
        for stories in (count_stories.TRAIN, count_stories.HELD_OUT)
    )
    assert not train & held_out
    assert not (train | held_out) & {wording for pair in bounds.HELD_OUT_COUNTS for wording in pair}
