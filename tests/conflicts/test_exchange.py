"""Sentences alike but for one exchange, which the NLI model judges."""

from __future__ import annotations

import pytest

from checker.conflicts.exchange import Exchanged, the_exchange
from checker.records import ClaimPair, Comparison, Verdict
from tests.conflicts.build import Recorder, claim_of

DRUGS = (
    "The value of the drugs found in the old mill is put very high.",
    "The value of the food found in the old mill is put very high.",
)


def pair(left: str, right: str, *, internal: bool = False) -> ClaimPair:
    return ClaimPair(claim_of(left, "a")[1], claim_of(right, "a" if internal else "b")[1], 0.9, 0.5)


def told(pairs: list[ClaimPair], contradiction: float) -> list[list[Comparison]]:
    return Exchanged(Recorder((0.0, 1.0 - contradiction, contradiction)))(pairs)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (*DRUGS, ("drugs", "food")),
        (
            "Police said that a guard opened the gate of the mill at night.",
            "Police said that the owner opened the gate of the mill at night.",
            ("guard", "owner"),
        ),
        (
            "The couple, who live in Lima, restored the old control tower of the airfield.",
            "The couple, who live in Lima, demolished the old control tower of the airfield.",
            ("restored", "demolished"),
        ),
        (
            "They restored the old control tower of the small airfield.",
            "The couple restored the old control tower of the small airfield.",
            None,
        ),
        (
            "The mill has been bought for a sum of 4 million dollars.",
            "The mill has been bought for a sum of 9 million dollars.",
            None,
        ),
        ("The mill has been sold to its owner on Monday.", "The mill has been sold to its owner yesterday.", None),
        (
            "Ann Bray, the governor, accused Sudan of carrying out the attack.",
            "Ann Bray, the governor, accused Khartoum of carrying out the attack.",
            None,
        ),
        (
            "The value of the drugs found in the old mill is put very high.",
            "The weight of the food found in the old mill is put very high.",
            None,
        ),
        (
            "The old dam in the north was not in immediate danger of collapse on Monday.",
            "The old dam in the north was in grave danger of collapse on Monday.",
            None,
        ),
        ("The drugs were found in the old mill.", "Ann Bray opened a new bridge over the river.", None),
    ],
)
def test_what_was_exchanged(left: str, right: str, words: tuple[str, str] | None) -> None:
    found = the_exchange(pair(left, right))
    assert (found and tuple(" ".join(w.text for w in side) for side in (found.left, found.right))) == words


def test_the_model_decides() -> None:
    [[row]] = told([pair(*DRUGS)], 0.9)
    assert (row.rule, row.verdict, row.left_value, row.right_value) == (
        "exchange",
        Verdict.CONTRADICT,
        "drugs",
        "food",
    )
    assert row.strength == pytest.approx(0.9)
    assert row.left_mark is not None
    assert DRUGS[0][row.left_mark.start : row.left_mark.end] == "drugs"
    assert told([pair(*DRUGS)], 0.4) == [[]]


def test_one_article_is_not_asked_about() -> None:
    assert told([pair(*DRUGS, internal=True)], 0.9) == [[]]


def test_two_sentences_are_asked_about_once() -> None:
    model = Recorder((0.0, 0.1, 0.9))
    rows = Exchanged(model)([pair(*DRUGS), pair(*DRUGS)])
    assert model.asked == [DRUGS, DRUGS[::-1]]
    assert [len(r) for r in rows] == [1, 1]
