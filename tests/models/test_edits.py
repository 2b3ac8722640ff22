"""The generator of training pairs: each edit changes what it says it changes, and nothing that may not be changed."""

from __future__ import annotations

import random

import pytest

from training import bounds, edits, templates

SENTENCES = {
    "number": "The fire destroyed 12 houses in the village.",
    "ordinal": "The ministers met for the second round of talks.",
    "weekday": "The mayor resigned on Thursday after the vote.",
    "date": "The bridge was opened on October 19 by the governor.",
    "place": "The delegation arrived in Geneva after midnight.",
    "person": "The prize went to Peter Larsen for his novel.",
    "title": "The prime minister spoke to the workers.",
    "negation": "The company has paid the fine in full.",
    "antonym": "Exports rose in the last quarter of the year.",
}


@pytest.mark.parametrize("kind", sorted(edits.CONFLICTS))
def test_each_edit_changes_its_sentence(kind: str) -> None:
    changed = edits.CONFLICTS[kind](SENTENCES[kind], random.Random(1))
    assert changed
    assert changed != SENTENCES[kind]
    assert changed == edits.CONFLICTS[kind](SENTENCES[kind], random.Random(1))


@pytest.mark.parametrize("kind", sorted(set(edits.CONFLICTS) - {"negation"}))
def test_an_edit_leaves_a_sentence_without_its_kind_alone(kind: str) -> None:
    assert edits.CONFLICTS[kind]("Nobody came.", random.Random(1)) is None


@pytest.mark.parametrize("vague", ["about 20", "at least 20", "more than 20", "up to 20", "nearly 20"])
def test_vague_counts_are_not_changed(vague: str) -> None:
    assert edits.change_number(f"The storm hit {vague} farms.", random.Random(1)) is None


def test_a_negation_is_taken_away_as_well() -> None:
    draw = random.Random(1)
    assert edits.change_negation("The law was not passed.", draw) == "The law was passed."
    assert edits.change_negation("The envoy did not sign the deal.", draw) == "The envoy signed the deal."


def test_other_words_keep_the_figures() -> None:
    draw = random.Random(1)
    assert edits.rewrite_number("The fire destroyed 12 houses.", draw) == "The fire destroyed twelve houses."
    assert edits.rewrite_ordinal("It was the second round.", draw) == "It was the 2nd round."
    assert edits.move_day("The mayor resigned on Thursday.", draw) == "On Thursday, the mayor resigned."


def test_compatible_bounds_are_never_contradictions() -> None:
    draw = random.Random(3)
    made = [bounds.count_pair(bounds.TRAIN_COUNTS, draw) for _ in range(400)]
    labels = {(label, kind) for _, _, label, kind in made}
    assert {label for label, kind in labels if kind in ("compatible_bound", "update")} == {"neutral"}
    assert {"entailment", "neutral", "contradiction"} == {label for label, _ in labels}


def test_training_and_held_out_share_no_statement() -> None:
    train = {wording for _, wordings in templates.TRAIN for wording in wordings}
    held_out = {wording for _, wordings in templates.HELD_OUT for wording in wordings}
    assert not train & held_out
    assert not set(bounds.TRAIN_COUNTS) & set(bounds.HELD_OUT_COUNTS)


def test_a_changed_event_differs_in_its_fact_only() -> None:
    draw = random.Random(5)
    for kind, wordings in templates.TRAIN:
        facts = templates.fill(draw)
        changed = templates.changed(facts, kind, wordings[0], draw)
        assert sum(facts[slot] != changed[slot] for slot in facts) == 1
