"""The fit of the evidence weights: data move a weight, and never across 0."""

from __future__ import annotations

import pytest

from training.fit_fusion import fit
from training.fusion_data import Candidate, evened


def candidates(value: float, label: int, count: int = 60) -> list[Candidate]:
    return [Candidate({"row": value}, label, 1.0, f"s{n}") for n in range(count)]


@pytest.mark.parametrize("prior", [0.5, -0.5])
def test_a_weight_follows_the_data_on_its_own_side(prior: float) -> None:
    with_it = candidates(1.0, int(prior > 0)) + candidates(0.0, int(prior < 0))
    assert fit(with_it, {"prior": -1.0, "row": prior})["row"] / prior > 2


@pytest.mark.parametrize("prior", [0.5, -0.5])
def test_a_weight_stops_at_zero_where_the_data_would_have_it_change_sides(prior: float) -> None:
    against = candidates(1.0, int(prior < 0)) + candidates(0.0, int(prior > 0))
    assert fit(against, {"prior": -1.0, "row": prior})["row"] == 0.0


def test_a_row_without_a_side_may_go_either_way() -> None:
    either = candidates(1.0, 0) + candidates(0.0, 1)
    assert fit(either, {"prior": -1.0, "row": 0.0})["row"] < -1


def test_a_row_that_no_candidate_has_stays_where_it_was() -> None:
    assert fit(candidates(0.0, 0), {"prior": -3.0, "row": 1.7})["row"] == pytest.approx(1.7)


def test_what_the_model_alone_sees_has_weights_of_its_own() -> None:
    alone = [Candidate({"model alone, row": 1.0, "model alone, unknown": 1.0}, 0, 1.0, f"m{n}") for n in range(60)]
    weights = fit([*alone, *candidates(1.0, 1)], {"prior": -1.0, "row": 1.0})
    assert weights["model alone, row"] == 0.0
    assert weights["row"] > 2
    assert "model alone, unknown" not in weights


@pytest.mark.parametrize(("judged", "weight"), [(0, 1.0), (5, 1.0), (20, 0.25)])
def test_many_pairs_about_one_question_weigh_as_much_as_a_few(judged: int, weight: float) -> None:
    made = [Candidate({"row": 1.0}, 1, 1.0, "s", judged=n < judged) for n in range(30)]
    assert {c.weight for c in evened(made, most=5)} == {weight}
