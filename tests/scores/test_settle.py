"""An attribute with two definitions, settled by the camp that agrees more elsewhere."""

from __future__ import annotations

import pandas as pd
import pytest

from checker.scores.options import ScoreOptions
from checker.scores.result import ScoreResult
from checker.scores.score import score_observations
from checker.scores.settle import judge_camps
from tests.scores.worlds import planted

SETTLE = ScoreOptions(settle_clashes=True)


def two_camps(rates: dict[str, float], sizes: dict[str, int] | None = None) -> pd.DataFrame:
    """Take-off and gate departure: camps of sources, each of its own opinion on every flight's departure, and two
    attributes on which a source is right at its camp's rate. What camp g says of a departure starts with a g."""
    sizes = sizes or dict.fromkeys(rates, 4)
    camps = {f"{camp}{n}": camp for camp in rates for n in range(sizes[camp])}
    right = {source: rates[camp] for source, camp in camps.items()}
    honest = [planted(right, 60, seed).assign(attribute=f"a{seed}") for seed in (1, 2)]
    clash = [
        planted({s: 0.95}, 60, ord(s[1])).assign(attribute="departure", value=lambda t, c=c: c + t["value"])
        for s, c in camps.items()
    ]
    return pd.concat([*honest, *clash], ignore_index=True)


def best_departures(result: ScoreResult) -> set[str]:
    """The camps whose values are the best of the departures."""
    best = result.beliefs[(result.beliefs["attribute"] == "departure") & result.beliefs["best"]]
    return set(best["value"].str[0])


def test_the_attribute_is_found_without_gold_and_scores_nobody() -> None:
    world = two_camps({"g": 0.92, "t": 0.92})
    departure = world["attribute"] == "departure"
    result = score_observations(world)
    assert result.clashes.query("clash")["attribute"].tolist() == ["departure"]
    assert set(result.observations.loc[departure, "reason"]) == {"two definitions"}
    alone = score_observations(world[~departure]).scores["agreement"]
    pd.testing.assert_series_equal(alone, result.scores["agreement"], atol=1e-6)


@pytest.mark.parametrize("better", ["g", "t"])
def test_the_better_camp_settles_it(better: str) -> None:
    world = two_camps({"g": 0.7, "t": 0.7} | {better: 0.95})
    departure = world["attribute"] == "departure"
    result = score_observations(world, options=SETTLE)
    clash = result.clashes.query("clash").iloc[0]
    assert {s[0] for s in clash[clash["likelier"]]} == {better}
    assert max(clash["p_left"], 1 - clash["p_left"]) > 0.9
    assert set(result.observations.loc[departure, "reason"]) == {""}
    assert best_departures(result) == {better}
    moved = result.scores["agreement"] - score_observations(world).scores["agreement"]
    assert (moved[moved.index.str[0] != better] < -0.1).all()  # judged by a definition that isn't theirs
    assert (moved[moved.index.str[0] == better] > -0.05).all()


def test_the_better_camp_settles_it_though_it_is_the_smaller_one() -> None:
    world = two_camps({"g": 0.7, "t": 0.95}, {"g": 9, "t": 5})
    assert best_departures(score_observations(world, options=SETTLE)) == {"t"}


def test_in_a_closed_slot_silent_votes_count_for_nothing() -> None:
    """Nine say the label after the one that five say, so that theirs would be the truth if they were heard."""
    world = two_camps({"g": 0.7, "t": 0.95}, {"g": 9, "t": 5})
    departure = world["attribute"] == "departure"
    told = world[departure]
    wrong = told["value"].str[1] == "w"
    number = told["item"].str[1:].astype(int) + (told["source"].str[0] == "g") + 2 * wrong
    world.loc[departure, "value"] = "label " + (number % 4).astype(str)
    world["item_kind"] = ["closed" if d else "open" for d in departure]
    result = score_observations(world, options=SETTLE)
    assert result.clashes.query("clash")["attribute"].tolist() == ["departure"]
    best = result.beliefs[(result.beliefs["attribute"] == "departure") & result.beliefs["best"]]
    meant = "label " + (best["item"].str[1:].astype(int) % 4).astype(str)
    assert (best["value"] == meant).mean() > 0.97  # but for items on which most of the five err


@pytest.mark.parametrize(("left", "right"), [(3, 10), (4, 10), (4, 11), (4, 4)])
def test_camps_that_agree_equally_elsewhere_settle_nothing(left: int, right: int) -> None:
    """All agree perfectly: what rounding leaves of the difference is no evidence."""
    world = two_camps({"g": 1.0, "t": 1.0}, {"g": left, "t": right})
    result = score_observations(world, options=SETTLE)
    clash = result.clashes.query("clash").iloc[0]
    assert (clash["p_left"], clash["likelier"]) == (0.5, "")
    assert set(result.observations.loc[world["attribute"] == "departure", "reason"]) == {"two definitions"}


def test_a_camp_that_is_hardly_the_better_one_settles_nothing() -> None:
    clashes = pd.DataFrame({"left": [("a", "b", "c")], "right": [("x", "y", "z")], "clash": [True]})
    agreement = [0.80, 0.85, 0.90, 0.79, 0.84, 0.89]
    scores = pd.DataFrame({"agreement": agreement, "evidence": 50.0}, index=list("abcxyz"))
    pairs = pd.DataFrame(columns=["left", "right", "probability"])
    (row,) = judge_camps(clashes, scores, pairs, ScoreOptions()).to_dict("records")
    assert 0.5 < row["p_left"] < 0.75
    assert row["likelier"] == ""
    (row,) = judge_camps(clashes, scores, pairs, ScoreOptions(settle_least=0.55)).to_dict("records")
    assert row["likelier"] == "left"


def test_sources_without_evidence_elsewhere_say_nothing_of_their_camp() -> None:
    clashes = pd.DataFrame({"left": [("a", "b", "c")], "right": [("x", "y", "z")], "clash": [True]})
    scores = pd.DataFrame({"agreement": [0.8, 0.85, 0.1, 0.5, 0.55, 0.99]}, index=list("abcxyz"))
    scores["evidence"] = [50.0, 50.0, 0.5, 50.0, 50.0, 0.5]
    pairs = pd.DataFrame(columns=["left", "right", "probability"])
    (row,) = judge_camps(clashes, scores, pairs, ScoreOptions()).to_dict("records")
    assert row["p_left"] > 0.95
    copies = pd.DataFrame({"left": ["a"], "right": ["b"], "probability": [1.0]})
    (row,) = judge_camps(clashes, scores, copies, ScoreOptions()).to_dict("records")
    assert row["p_left"] == 0.5  # one origin is no camp


def test_what_only_the_other_camp_says_scores_nobody() -> None:
    world = two_camps({"g": 0.95, "t": 0.7})
    last = world["item"].str[1:].astype(int) >= 50
    alone = (world["attribute"] == "departure") & (world["source"].str[0] == "g") & last
    result = score_observations(world[~alone], options=SETTLE)
    only_t = (world["attribute"] == "departure") & (world["source"].str[0] == "t") & last
    assert set(result.observations.loc[only_t[~alone], "reason"]) == {"no vote"}


def test_a_silent_camp_makes_no_interval_wider() -> None:
    """It is wrong together on every item, which says nothing of how the others' claims hang together."""
    world = two_camps({"g": 0.95, "t": 0.7})
    scores = score_observations(world, options=SETTLE).scores
    assert scores.loc["g0", "high"] - scores.loc["g0", "low"] < 0.15
    assert bool(scores.loc["t0", "enough_evidence"])
