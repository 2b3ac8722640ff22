"""What may count: single sources, times, voices, corrections, relayed text, clashing definitions."""

from __future__ import annotations

import pandas as pd
import pytest

from checker.scores.score import score_observations
from tests.scores.worlds import observations, planted

BASE = planted({"ann": 0.95, "ben": 0.9, "cas": 0.9, "dee": 0.85, "eve": 0.6}, 30)


def reasons(rows: pd.DataFrame) -> list[str]:
    return score_observations(rows).observations["reason"].tolist()


def scores_with(extra: pd.DataFrame, **columns: object) -> tuple[pd.Series, pd.Series]:
    """Agreement of everybody without and with the extra rows."""
    before = score_observations(BASE.assign(**columns)).scores["agreement"]
    after = score_observations(pd.concat([BASE.assign(**columns), extra], ignore_index=True)).scores["agreement"]
    return before, after.reindex(before.index)


def test_a_single_source_moves_nothing() -> None:
    before, after = scores_with(observations("eve alone 7", "eve alone2 9"))
    pd.testing.assert_series_equal(before, after)


def test_a_superseded_toll_moves_nothing_and_is_no_penalty() -> None:
    early = observations("eve toll 10", as_of="2020-01-01")
    late = observations("ann toll 14", "ben toll 14", "eve toll 14", as_of="2020-01-02")
    result = score_observations(pd.concat([early, late], ignore_index=True))
    assert result.observations["reason"].tolist() == ["superseded", "", "", ""]
    assert result.scores.loc["eve", "superseded"] == 1
    assert result.scores.loc["eve", "agreement"] == result.scores.loc["ann", "agreement"]
    before, after = scores_with(early.assign(item="i0"), as_of="2020-01-02")
    pd.testing.assert_series_equal(before, after)


def test_a_correction_is_never_a_penalty() -> None:
    rows = observations("eve toll 99", "eve toll 12", "ann toll 12", "ben toll 12", published=["1", "2", "1", "1"])
    result = score_observations(rows)
    assert result.observations["reason"].tolist() == ["corrected", "", "", ""]
    assert result.scores.loc["eve", "agreement"] == result.scores.loc["ann", "agreement"]
    assert result.scores.loc["eve", ["corrected", "unresolved", "own_pairs"]].tolist() == [1, 0, 1]


def test_two_values_at_once_vote_for_neither_and_count_as_unresolved() -> None:
    result = score_observations(observations("eve toll 99", "eve toll 12", "ann toll 12", "ben toll 12"))
    assert result.observations["reason"].tolist() == ["own conflict", "own conflict", "", ""]
    assert result.scores.loc["eve", ["evidence", "own_pairs", "unresolved"]].tolist() == [0, 1, 1]
    assert result.scores.loc["eve", "self_consistency"] == pytest.approx(9 / 11)  # Beta(9 + 1 - 1, 1 + 1)
    assert result.scores.loc["ann", "self_consistency"] == pytest.approx(9 / 10)  # Beta(9, 1)


def test_own_words_and_a_quotation_are_not_compared() -> None:
    rows = observations("ann toll 12", "ben toll 14", "cas toll 14", voice=["own", "mayor", "mayor"])
    result = score_observations(rows)
    assert result.observations["reason"].tolist() == ["single source", "", ""]
    assert result.scores["disputed"].sum() == 0


def test_low_confidence_and_no_span_score_nobody() -> None:
    rows = observations("ann toll 12", "ben toll 14", "cas toll 14", confidence=[0.9, 0.9, 0.3], span=["a", None, "c"])
    assert reasons(rows) == ["single source", "no span", "low confidence"]


@pytest.mark.parametrize("column", ["definition", "unit", "scope"])
def test_two_meanings_of_one_item_score_nobody(column: str) -> None:
    rows = observations("ann toll 12", "ben toll 14", "cas toll 14", **{column: ["x", "y", "y"]})
    result = score_observations(rows)
    assert set(result.observations["reason"]) == {f"{column} clash"}
    assert result.scores["evidence"].sum() == 0
    assert len(result.beliefs) == 2  # it is still shown


def test_relayed_text_votes_once_for_its_origin() -> None:
    copies = observations(
        "x toll 14", "y toll 14", "z toll 14", "ann toll 12", "ben toll 12", origin=["AP"] * 3 + [""] * 2
    )
    result = score_observations(copies)
    assert result.observations["reason"].tolist() == ["relayed"] * 3 + ["", ""]
    assert result.scores.loc[["x", "y", "z"], "evidence"].tolist() == [0, 0, 0]
    assert result.scores.loc[["x", "y", "z"], "relayed"].tolist() == [1, 1, 1]
    assert result.beliefs.set_index("value")["sources"].to_dict() == {"12": 2, "14": 1}
    assert result.scores.loc["AP", "comparable"] == 1  # the agency has its own record


def test_a_quotation_is_scored_on_whether_it_was_said() -> None:
    """Two papers quote the mayor with different tolls and a third has its own: only the quotations are compared."""
    rows = observations(
        "ann toll 12", "ben toll 12", "cas toll 14", "dee toll 19", voice=["mayor", "mayor", "mayor", "own"]
    )
    result = score_observations(rows)
    assert result.observations["reason"].tolist() == ["", "", "", "single source"]
    assert result.observations["contested"].tolist() == [True, True, True, False]
    assert result.scores.loc["cas", "agreement"] < result.scores.loc["ann", "agreement"]
    without = score_observations(rows[:3]).scores
    pd.testing.assert_series_equal(result.scores["agreement"][:3], without["agreement"])


def test_shared_text_of_nobody_known_has_one_vote() -> None:
    rows = observations(
        "ann toll 12", "ben toll 14", "cas toll 14", "dee toll 14", "eve toll 12", shared=["", "t", "t", "t", ""]
    )
    result = score_observations(rows)
    votes = result.beliefs.set_index("value")["votes"].to_dict()
    assert votes == {"12": 2, "14": pytest.approx(1)}
    assert result.beliefs.query("best")["value"].tolist() == ["12"]
    assert result.scores.loc[["ben", "cas", "dee"], "evidence"].tolist() == [1, 1, 1]
    assert reasons(rows[1:4]) == ["single source"] * 3


@pytest.mark.parametrize("kind", ["open", "yesno"])
@pytest.mark.parametrize("carriers", [2, 40])
def test_n_carriers_of_a_shared_text_move_nobody(carriers: int, kind: str) -> None:
    """eve and her carriers are one voice: nobody's score moves by a point, eve's neither."""
    wire = BASE[BASE["source"] == "eve"]
    value = BASE["value"].str[:1] if kind == "yesno" else BASE["value"]
    base = BASE.assign(value=value, shared=BASE["source"].map({"eve": "text"}).fillna(""), item_kind=kind)
    copies = [base.loc[wire.index].assign(source=f"c{n:02d}") for n in range(carriers)]
    before = score_observations(base).scores["agreement"]
    after = score_observations(pd.concat([base, *copies], ignore_index=True)).scores["agreement"]
    assert (before - after.reindex(before.index)).abs().max() < 0.01


@pytest.mark.parametrize("copies", [2, 40])
def test_n_copies_of_a_wire_move_no_own_score(copies: int) -> None:
    wire = pd.concat([BASE[BASE["source"] == "eve"].assign(source=f"c{n:02d}", origin="eve") for n in range(copies)])
    before, after = scores_with(wire, origin="")
    pd.testing.assert_series_equal(before, after)


@pytest.mark.parametrize("copies", [3, 10])
def test_unmarked_copies_move_own_scores_no_further_than_the_second_one(copies: int) -> None:
    """Where nobody says that it is copied: statistics sees it, and more copies add (nearly) nothing."""
    world = planted({f"s{n}": 0.9 - n / 40 for n in range(8)}, 80)

    def copied(times: int) -> pd.Series:
        rows = [world[world["source"] == "s5"].assign(source=f"copy{n}") for n in range(times)]
        return score_observations(pd.concat([world, *rows])).scores["agreement"].filter(regex="^s")

    assert (copied(copies) - copied(1)).abs().max() < 0.01


def test_one_copied_text_is_no_second_definition() -> None:
    world = planted({f"s{n}": 0.95 for n in range(5)}, 60)
    odd = planted({"odd": 0.95}, 60, 9).assign(value=lambda t: "o" + t["value"])
    copies = [odd.assign(source=f"odd{n}") for n in range(4)]
    clashes = score_observations(pd.concat([world, *copies])).clashes
    assert clashes["across"].max() < 0.25  # they do form a camp ...
    assert not clashes["clash"].any()  # ... of one origin


def test_verified_is_hidden_below_ten_and_never_moves_agreement() -> None:
    truth = pd.DataFrame({"item": [f"i{n}" for n in range(30)], "value": [f"t{n}" for n in range(30)]})
    few, many = score_observations(BASE, truth=truth[:9]).scores, score_observations(BASE, truth=truth).scores
    assert few["verified"].isna().all()
    assert few["adjudicated"].tolist() == [9] * 5
    right = BASE[BASE["source"] == "eve"]["value"].str.startswith("t").sum()
    assert many.loc["eve", "verified"] == pytest.approx((1 + right) / 32)
    pd.testing.assert_series_equal(few["agreement"], score_observations(BASE).scores["agreement"])
