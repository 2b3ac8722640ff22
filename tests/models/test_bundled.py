"""The weights in the package: what they must get right on sentences written for this test."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.models import LABELS, Encoder, NliModel, SameEventModel, load_nli, load_same_event, load_same_fact

pytestmark = pytest.mark.models

CONTRADICTION = LABELS.index("contradiction")
NEUTRAL = LABELS.index("neutral")

CONFLICTING = [
    ("The second round of talks ended in Geneva.", "The third round of talks ended in Geneva."),
    (  # happens once; one may say a thing on Thursday and again on Friday
        "The bridge collapsed on Thursday, the governor said.",
        "On Friday the bridge collapsed, according to the governor.",
    ),
    ("Twelve miners were killed in the blast.", "The blast killed nine miners."),
    ("The committee approved the plan.", "The committee rejected the plan."),
    ("The company has not paid the fine.", "The company paid the fine."),
]
COMPATIBLE = [
    ("The committee approved the plan on Monday.", "The plan was approved by the committee."),
    ("Twelve miners were killed in the blast.", "The blast killed 12 miners."),
    ("The mayor of Oslo opened a library.", "Heavy rain flooded farms in the south of Peru."),
    ("A truck hit a bus in Kenya, killing four.", "A train derailed in Spain, killing nine."),
]


@pytest.fixture(scope="module")
def nli() -> NliModel:
    return load_nli()


@pytest.fixture(scope="module")
def same_event() -> SameEventModel:
    return load_same_event()


@pytest.mark.parametrize("pair", CONFLICTING)
def test_conflicts_are_seen(nli: NliModel, pair: tuple[str, str]) -> None:
    assert nli.predict([pair])[0].argmax() == CONTRADICTION


@pytest.mark.parametrize("pair", COMPATIBLE)
def test_what_can_both_be_true_is_no_contradiction(nli: NliModel, pair: tuple[str, str]) -> None:
    assert nli.predict([pair])[0].argmax() != CONTRADICTION


def test_a_claim_does_not_contradict_itself(nli: NliModel) -> None:
    sentences = [sentence for pair in CONFLICTING + COMPATIBLE for sentence in pair]
    predicted = nli.predict([(sentence, sentence) for sentence in sentences])
    assert (predicted.argmax(axis=1) == LABELS.index("entailment")).all()


def test_the_order_of_the_pairs_does_not_matter(nli: NliModel) -> None:
    pairs = CONFLICTING + COMPATIBLE
    forward, backward = nli.predict(pairs), nli.predict(pairs[::-1])[::-1]
    assert forward == pytest.approx(backward, abs=0.02)  # batches are padded and scaled alike, not exactly alike


def test_same_event_beats_other_event(same_event: SameEventModel) -> None:
    told = "A magnitude 5.9 earthquake struck the Turkish province of Van on Monday, killing 31 people."
    same = "At least 31 people died when a strong quake hit Van, Turkey, on Monday."
    other = "A 5.4 quake shook the Chilean port of Valparaiso in March; nobody was hurt."
    mirrored = same_event.predict([(same, told)])[0]
    right, wrong = same_event.predict([(told, same), (told, other)])
    assert right > 0.5 > wrong
    assert right == mirrored


FACTS = [  # of one story: two about one fact in other words, and one about another with more words of the first
    (
        "The blaze at the cannery was started by a welder's torch, the fire chief said.",
        "Investigators believe a short circuit set the plant alight.",
        "Ninety firefighters fought the blaze at the cannery through the night.",
    ),
    (
        "Rescuers pulled eleven people from the river on Sunday.",
        "Nine passengers were saved from drowning.",
        "The river had risen by two metres since Sunday.",
    ),
]


@pytest.fixture(scope="module")
def same_fact() -> Encoder:
    return load_same_fact()


@pytest.mark.parametrize(("claim", "rival", "neighbour"), FACTS)
def test_one_fact_is_nearer_than_other_facts_of_the_story(
    same_fact: Encoder, claim: str, rival: str, neighbour: str
) -> None:
    first, second, third = same_fact.encode([claim, rival, neighbour])
    assert first @ second > first @ third
    assert first @ first == pytest.approx(1.0, abs=1e-4)


def test_inference_needs_no_torch() -> None:
    code = (
        "import sys; from checker.models import load_nli, load_same_event, load_same_fact; "
        "load_nli().predict([('a', 'b')]); load_same_event().predict([('a', 'b')]); load_same_fact().encode(['a']); "
        "print('torch' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "False"
