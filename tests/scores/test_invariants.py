"""What holds for any table of observations."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.scores.options import ScoreOptions
from checker.scores.score import score_observations

ROWS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("ijklmn"), st.sampled_from("xyz")), min_size=1, max_size=40
)
KIND = st.sampled_from(["open", "yesno"])


def table(rows: list[tuple[str, str, str]], kind: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source", "item", "value"]).assign(item_kind=kind)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(ROWS, KIND, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_makes_no_difference(rows: list[tuple[str, str, str]], kind: str, chance: object) -> None:
    first = score_observations(table(rows, kind))
    chance.shuffle(rows)  # type: ignore[attr-defined]
    second = score_observations(table(rows, kind))
    pd.testing.assert_frame_equal(first.scores, second.scores, check_exact=True)
    pd.testing.assert_frame_equal(first.beliefs, second.beliefs, check_exact=True)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(ROWS, KIND)
def test_figures_stay_in_their_range(rows: list[tuple[str, str, str]], kind: str) -> None:
    result = score_observations(table(rows, kind))
    s = result.scores
    assert ((s["low"] <= s["agreement"]) & (s["agreement"] <= s["high"])).all()
    assert s["agreement"].between(0, 1).all()
    assert (s["agreed"] <= s["evidence"] + 1e-9).all()
    assert (s["evidence"] <= s["comparable"] + 1e-9).all()
    assert result.beliefs["belief"].between(0, 1 + 1e-9).all()
    assert (result.beliefs.groupby("key")["belief"].sum() <= 1 + 1e-9).all()
    assert (result.beliefs.groupby("key")["best"].sum() == 1).all()


@settings(max_examples=5, deadline=None, derandomize=True)
@given(ROWS, KIND, st.integers(1, 5))
def test_saying_a_thing_again_moves_no_agreement(rows: list[tuple[str, str, str]], kind: str, times: int) -> None:
    once, often = score_observations(table(rows, kind)), score_observations(table(rows * times, kind))
    pd.testing.assert_series_equal(once.scores["agreement"], often.scores["agreement"], check_exact=True)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(ROWS, st.sampled_from("ijklmn"), st.integers(1, 3))
def test_agreement_of_another_source_never_lowers_a_score(
    rows: list[tuple[str, str, str]], item: str, more: int
) -> None:
    """Newcomers say what `a` says on one item: `a` loses no point by it, the prior being equal.

    The learned prior is of all sources: newcomers who side with `a` against a majority lower it for everybody.
    """
    held = ScoreOptions(prior_spread=1e-4)
    before = table([r for r in rows if r[:2] != ("a", item)] + [("a", item, "x")], "open")
    extra = table([(f"new{n}", item, "x") for n in range(more)], "open")
    low = score_observations(before, options=held).scores.loc["a", "agreement"]
    high = score_observations(pd.concat([before, extra]), options=held).scores.loc["a", "agreement"]
    assert high >= low - 0.01


def test_the_cost_of_pairs_is_bounded() -> None:
    """Items with more voters than `max_item_sources` never enter pair counts: a popular item isn't quadratic."""
    rows = [(f"s{s}", f"i{i}", f"v{(s * i) % 3}") for s in range(151) for i in range(6)]
    result = score_observations(pd.DataFrame(rows, columns=["source", "item", "value"]).assign(item_kind="open"))
    assert result.dependence.empty
    assert np.isfinite(result.scores["agreement"]).all()
