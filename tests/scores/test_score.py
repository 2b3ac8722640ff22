"""Cases that can be checked by hand, and planted worlds that must be recovered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from checker.errors import InputError
from checker.scores.options import ScoreOptions
from checker.scores.score import score_observations
from tests.scores.worlds import observations, planted

GOOD = {"ann": 0.95, "ben": 0.9, "cas": 0.9, "dee": 0.85}


@pytest.mark.parametrize(("steps", "ann", "cas", "belief"), [(1, 0.76, 0.64, 0.716), (2, 0.776, 0.624, 0.79)])
def test_the_worked_example_of_the_page(steps: int, ann: float, cas: float, belief: float) -> None:
    """docs/scoring.md does these two steps by hand, with the prior held at Beta(3, 1)."""
    held = ScoreOptions(max_steps=steps, prior_spread=1e-4)
    result = score_observations(observations("ann toll 12", "ben toll 12", "cas toll 14"), options=held)
    assert result.scores["agreement"].tolist() == pytest.approx([ann, ann, cas], abs=5e-4)
    assert result.beliefs["belief"].tolist() == pytest.approx([belief, 1 - belief], abs=5e-4)
    assert result.scores["comparable"].tolist() == result.scores["disputed"].tolist() == [1, 1, 1]
    page = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text("utf-8")
    assert all(f"{number:.3g}" in page for number in (ann, cas, belief))


def test_the_prior_is_three_to_one_with_few_sources() -> None:
    scores = score_observations(observations("ann toll 12", "ben place x")).scores
    assert scores["agreement"].tolist() == [0.75, 0.75]
    assert scores["evidence"].tolist() == [0.0, 0.0]
    assert scores["uncorroborated"].tolist() == [1, 1]


def test_a_planted_bad_source_is_found() -> None:
    scores = score_observations(planted({**GOOD, "eve": 0.3}, 60)).scores
    assert scores["agreement"].idxmin() == "eve"
    assert scores.loc["eve", "low"] <= 0.3 <= scores.loc["eve", "high"]
    assert scores.loc["eve", "high"] < scores.loc["ann", "low"]


def test_planted_rates_are_recovered() -> None:
    rates = {f"s{n}": rate for n, rate in enumerate(np.linspace(0.5, 0.95, 12))}
    scores = score_observations(planted(rates, 150)).scores
    assert np.abs(scores["agreement"] - pd.Series(rates)).max() < 0.08


def test_a_planted_copier_is_found_and_its_votes_weigh_less() -> None:
    world = planted({**GOOD, "eve": 0.6}, 60)
    copies = [world[world["source"] == "eve"].assign(source=f"copy{n}") for n in range(3)]
    result = score_observations(pd.concat([world, *copies]))
    camp = ["copy0", "copy1", "copy2", "eve"]
    sure = result.dependence[result.dependence["probability"] > 0.99]
    assert set(zip(sure["left"], sure["right"], strict=True)) == {(a, b) for a in camp for b in camp if a < b}
    theirs = result.beliefs[result.beliefs["value"].str.startswith("w") & (result.beliefs["sources"] == 4)]
    assert len(theirs) > 5
    assert theirs["votes"].max() < 1.5
    best = result.beliefs[result.beliefs["best"]]
    assert best["value"].str.startswith("t").mean() > 0.9


def test_four_votes_of_one_origin_do_not_outvote_three_others() -> None:
    world = planted({"ann": 0.95, "ben": 0.95, "cas": 0.95, "eve": 0.5}, 40)
    copies = [world[world["source"] == "eve"].assign(source=f"copy{n}") for n in range(4)]
    best = score_observations(pd.concat([world, *copies])).beliefs.query("best")
    assert best["value"].str.startswith("t").mean() > 0.9


def test_yes_and_no_need_two_rates() -> None:
    """Half of the sources nearly always say no: one rate would believe them, two rates see that it says little."""
    rng = np.random.default_rng(1)
    truth = np.where(rng.random(100) < 0.4, "yes", "no")
    rows = [(f"lazy{s}", f"i{n}", "yes" if rng.random() < 0.05 else "no") for s in range(5) for n in range(100)]
    for s in range(4):
        flip = np.where(truth == "yes", "no", "yes")
        said = np.where(rng.random(100) < 0.85, truth, flip)
        rows += [(f"keen{s}", f"i{n}", said[n]) for n in range(100)]
    world = pd.DataFrame(rows, columns=["source", "item", "value"])
    best = score_observations(world.assign(item_kind="yesno")).beliefs.query("best").set_index("item")["value"]
    two_rates = np.mean([best[f"i{n}"] == truth[n] for n in range(100)])
    best = score_observations(world.assign(item_kind="open")).beliefs.query("best").set_index("item")["value"]
    one_rate = np.mean([best[f"i{n}"] == truth[n] for n in range(100)])
    assert two_rates >= 0.9 > one_rate


def test_reused_labels_are_seen_as_a_closed_set_without_being_told() -> None:
    world = planted(GOOD, 60).assign(value=lambda t: np.where(t["value"].str.startswith("t"), "yes", "no"))
    told = score_observations(world.assign(item_kind="yesno"))
    seen = score_observations(world)
    pd.testing.assert_frame_equal(told.scores, seen.scores)


def test_a_place_within_a_place_is_compatible() -> None:
    tree = pd.DataFrame({"value": ["kabul", "herat"], "parent": ["afghanistan", "afghanistan"]})
    rows = observations("ann where kabul", "ben where afghanistan", "cas where herat", "dee where kabul")
    flat, deep = score_observations(rows), score_observations(rows, hierarchy=tree)
    assert deep.scores.loc["ben", "agreement"] > flat.scores.loc["ben", "agreement"]
    beliefs = deep.beliefs.set_index("value")
    assert beliefs.loc["afghanistan", "belief"] > 0.9
    assert not beliefs.loc["afghanistan", "contested"]
    assert beliefs.loc["kabul", "contested"]
    assert beliefs.query("best").index.tolist() == ["kabul"]  # the most specific that is well supported


def test_a_cycle_in_the_hierarchy_ends() -> None:
    tree = pd.DataFrame({"value": ["a", "b"], "parent": ["b", "a"]})
    beliefs = score_observations(observations("x i a", "y i b"), hierarchy=tree).beliefs
    assert beliefs["belief"].min() > 0.9


def test_own_votes_that_carry_a_score_are_pointed_out() -> None:
    """Always alone against one: half of what such a score rests on is the source's own vote."""
    rows = [f"{other} i{n} {other}{n}" for n in range(20) for other in ("eve", ("ann", "ben", "cas", "dee")[n % 4])]
    scores = score_observations(observations(*rows), options=ScoreOptions(own_vote_points=5.0)).scores
    drop = 100 * (scores["agreement"] - scores["without_own_votes"])
    assert (scores["own_votes_matter"] == (drop.abs() > 5)).all()
    assert scores["own_votes_matter"].any()


def test_a_lone_dissent_is_reported_with_what_stands_against_it() -> None:
    rows = observations(*[f"{s} toll 12" for s in ("ann", "ben", "cas", "dee")], "eve toll 13")
    dissent = score_observations(rows).dissents
    assert dissent[["source", "value", "against"]].to_numpy().tolist() == [["eve", "13", "12"]]


def test_every_row_comes_back_with_what_it_counted_for() -> None:
    rows = observations("ann toll 12", "ben toll 12", "cas other 1").set_index(pd.Index(["c7", "c3", "c5"]))
    told = score_observations(rows).observations
    assert told.index.tolist() == ["c7", "c3", "c5"]
    assert told["counted"].tolist() == [True, True, False]
    assert told["reason"].tolist() == ["", "", "single source"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (pd.DataFrame({"source": ["a"], "item": ["i"]}), "lack the column.*value"),
        (observations("a i v", item_kind="often"), "'often' is not known"),
        (observations("a i v", confidence=2.0), "outside 0..1"),
    ],
)
def test_bad_input_is_refused_with_a_reason(rows: pd.DataFrame, message: str) -> None:
    with pytest.raises(InputError, match=message):
        score_observations(rows)


def test_nothing_in_nothing_out() -> None:
    result = score_observations(pd.DataFrame({"source": [], "item": [], "value": []}))
    assert result.scores.empty
    assert result.beliefs.empty
