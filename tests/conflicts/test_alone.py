"""What speaks against a contradiction that only the NLI model sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checker.conflicts.alone import as_of_model, model_alone
from checker.conflicts.feature import Feature
from checker.records import ClaimPair, Comparison, Verdict
from tests.conflicts.build import claim_of

FOUND = Comparison("nli", "other", Verdict.CONTRADICT, "", "", "", 0.5)


def rows(left: str, right: str, similarity: float = 0.4, agreeing: tuple[Comparison, ...] = ()) -> dict[str, float]:
    """The features of the pair that count, by name."""
    pair = ClaimPair(claim_of(left, "a")[1], claim_of(right, "b")[1], similarity, 0.5)
    return {f.name: f.value for f in model_alone(pair, FOUND, agreeing) if f.value}


@pytest.mark.parametrize(
    ("left", "right", "numbers"),
    [
        ("The crash killed 12 people.", "Ten Americans were on board.", True),
        ("The flight turned back after four hours.", "It landed eight hours later.", True),
        ("The crash killed 12 people.", "The pilot was on board.", False),
        ("Nobody was hurt in the crash.", "Someone was hurt in the crash.", False),
        ("The crash killed 12 people.", "Twelve Americans were on board.", False),
    ],
)
def test_numbers_on_both_sides(left: str, right: str, numbers: bool) -> None:
    assert ("model alone, numbers" in rows(left, right)) == numbers


def test_a_number_in_common_is_a_row_of_its_own() -> None:
    found = rows("The crash killed 12 people.", "Twelve Americans were on board.")
    assert found["model alone, a number in common"] == 1.0
    assert "model alone, a number in common" not in rows("The crash killed 12 people.", "Ten Americans were on board.")


@pytest.mark.parametrize(("similarity", "excess"), [(0.5, 0.0), (0.51, 0.01), (0.9, 0.4)])
def test_like_wording_counts_from_usual_rewording_on(similarity: float, excess: float) -> None:
    found = rows("The mayor opened the bridge.", "The bridge was opened by the mayor.", similarity)
    assert found.get("model alone, like wording", 0.0) == pytest.approx(excess)


def test_facts_that_agree() -> None:
    row = Comparison("place", "place", Verdict.AGREE, "Lyon", "Lyon", "both say Lyon")
    found = rows("The mayor opened the bridge.", "The bridge was closed.", agreeing=(row,))
    assert found == {"model alone, facts agree": 1.0}


def test_rows_of_what_the_model_alone_sees_have_names_of_their_own() -> None:
    rows = [Feature(name, 1.0, "why") for name in ("rule nli", "clearness nli", "model alone, numbers", "shared words")]
    made = as_of_model(rows)
    assert [r.name for r in made] == ["rule nli", "clearness nli", "model alone, numbers", "model alone, shared words"]
    assert {(r.value, r.detail) for r in made} == {(1.0, "why")}


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The man was captured on Monday.", "The man was still on the run on Thursday.", "Monday; Thursday"),
        ("The man was captured on Monday.", "The man was still on the run on Monday.", ""),
        ("The man was captured on Monday.", "The man was still on the run.", ""),
        ("The singer died on Friday.", "The singer died yesterday.", "Friday; yesterday"),
    ],
)
def test_other_days_on_both_sides(left: str, right: str, apart: str) -> None:
    pair = ClaimPair(claim_of(left, "a")[1], claim_of(right, "b")[1], 0.4, 0.5)
    assert [f.detail for f in model_alone(pair, FOUND, ()) if f.name == "model alone, other days"] == [apart]


def test_a_relayed_claim_is_of_the_day_on_which_it_was_said() -> None:
    _, captured = claim_of("The man was captured on Monday.", "a")
    for speaker, apart in (("Lee", "Monday; Thursday"), ("", "")):
        said = replace(claim_of("The man was on the run.", "b")[1], speaker=speaker, sentence="Lee spoke on Thursday.")
        made = model_alone(ClaimPair(captured, said, 0.4, 0.5), FOUND, ())
        assert [f.detail for f in made if f.name == "model alone, other days"] == [apart]


def test_a_yesterday_is_a_day_where_the_report_has_a_date() -> None:
    _, friday = claim_of("The singer died on Friday.", "a", date(2024, 5, 18))
    _, yesterday = claim_of("The singer died yesterday.", "b", date(2024, 5, 18))
    made = model_alone(ClaimPair(friday, yesterday, 0.4, 0.5), FOUND, ())
    assert [f.value for f in made if f.name == "model alone, other days"] == [0.0]


def test_what_is_so_until_then_counts_on_one_side_only() -> None:
    assert "model alone, until then" in rows("The man is still on the run.", "The man was captured at the harbour.")
    assert "model alone, until then" not in rows("The man is still on the run.", "The man is still in prison.")


def test_one_list_in_two_orders() -> None:
    assert "model alone, another order" in rows("Reed and Bell opened the bridge.", "Bell and Reed left the bridge.")
    assert "model alone, another order" not in rows(
        "Reed and Bell opened the bridge.", "Reed and Bell left the bridge."
    )


@pytest.mark.parametrize(("in_context", "value"), [(None, 2.2), (0.5, 0.0), (0.1, -2.2)])
def test_what_the_model_says_of_the_whole_sentences(in_context: float | None, value: float) -> None:
    pair = ClaimPair(claim_of("The mayor opened the bridge.", "a")[1], claim_of("It is shut.", "b")[1], 0.4, 0.5)
    finding = replace(FOUND, strength=0.9, in_context=in_context)
    [row] = [f for f in model_alone(pair, finding, ()) if f.name == "model alone, whole sentences"]
    assert round(row.value, 1) == value
