"""Single formulas, by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.scores.compare import compare_sources, probability_higher
from checker.scores.display import display_score
from checker.scores.interval import agreement_beta, beta_interval, design_size
from checker.scores.options import ScoreOptions
from checker.scores.prior import fit_prior
from checker.scores.score import score_observations
from tests.scores.worlds import planted


@pytest.mark.parametrize(
    ("value", "low", "high", "evidence", "shown"),
    [
        (0.78, 0.64, 0.88, 9, "78 (64-88)"),
        (0.78, 0.64, 0.88, 4.9, "not enough evidence"),
        (0.78, 0.64, 0.88, 5, "78 (64-88)"),
        (0.6, 0.3, 0.71, 50, "not enough evidence"),
        (0.6, 0.3, 0.7, 50, "60 (30-70)"),
    ],
)
def test_display(value: float, low: float, high: float, evidence: float, shown: str) -> None:
    assert display_score(value, low, high, evidence) == shown


def test_design_size_by_hand() -> None:
    sizes = design_size(np.array([0.0, 1.0, 21.0, 1e9]), 0.05)
    assert sizes == pytest.approx([0, 1, 10.5, 20.0], rel=1e-6)


def test_agreement_beta_by_hand() -> None:
    """k = 8 of n = 10 with Beta(3, 1) and rho 0: mean 11 / 14; no doubt about a claim leaves the Beta as it is."""
    a, b = agreement_beta(np.array([8.0]), np.array([10.0]), np.array([0.0]), (3.0, 1.0), 0.0)
    assert (a[0], b[0]) == pytest.approx((11, 3))
    wide = agreement_beta(np.array([8.0]), np.array([10.0]), np.array([2.5]), (3.0, 1.0), 0.0)
    assert wide[0] / (wide[0] + wide[1]) == pytest.approx(11 / 14)
    assert wide[0] + wide[1] < 14


@given(st.floats(0, 1), st.floats(0, 500), st.floats(0, 1), st.floats(0, 0.2))
def test_the_interval_contains_the_point(share: float, n: float, doubt: float, rho: float) -> None:
    a, b = agreement_beta(np.array([share * n]), np.array([n]), np.array([doubt * n / 4]), (3.0, 1.0), rho)
    low, high = beta_interval(a, b, 0.9)
    assert 0 <= low[0] <= a[0] / (a[0] + b[0]) <= high[0] <= 1


@given(st.floats(0.5, 30), st.floats(0.5, 30), st.floats(0.5, 30), st.floats(0.5, 30))
def test_probabilities_of_a_pair_and_its_mirror_sum_to_one(a: float, b: float, c: float, d: float) -> None:
    assert probability_higher((a, b), (c, d)) + probability_higher((c, d), (a, b)) == pytest.approx(1, abs=2e-3)


def test_probability_higher_by_hand() -> None:
    assert probability_higher((2, 1), (1, 2)) == pytest.approx(5 / 6, abs=1e-3)  # the integral of 2x (2x - x^2)
    assert probability_higher((4, 2), (4, 2)) == pytest.approx(0.5, abs=1e-3)


def test_sources_differ_only_where_it_is_sure() -> None:
    scores = score_observations(planted({"ann": 0.95, "ben": 0.93, "cas": 0.9, "eve": 0.3}, 60)).scores
    assert compare_sources(scores, "ann", "eve")[1]
    assert compare_sources(scores, "eve", "ann")[1]
    assert not compare_sources(scores, "ann", "ben")[1]
    with pytest.raises(InputError, match="nobody"):
        compare_sources(scores, "ann", "nobody")


def test_the_prior_finds_the_planted_spread() -> None:
    rng = np.random.default_rng(0)
    n = np.full(2000, 30.0)
    k = rng.binomial(30, rng.beta(4, 2, 2000)).astype(float)
    a, b = fit_prior(k, n, ScoreOptions())
    assert (a, b) == pytest.approx((4, 2), rel=0.15)
    assert sum(fit_prior(np.full(500, 24.0), np.full(500, 30.0), ScoreOptions())) == pytest.approx(8)  # the cap
    assert fit_prior(np.zeros(3), np.zeros(3), ScoreOptions()) == (3.0, 1.0)
    few = fit_prior(np.array([5.0, 4.0]), np.array([5.0, 5.0]), ScoreOptions())
    assert few == pytest.approx((3, 1), rel=0.35)


def test_the_correlation_follows_how_claims_go_together() -> None:
    from checker.scores.correlation import claim_correlation

    def rho(hard: float) -> float:
        rng = np.random.default_rng(2)
        ease = np.where(rng.random(400) < 0.5, 0.5 + hard, 0.5 - hard)
        support = (rng.random((400, 5)) < ease[:, None]).astype(float).ravel()
        rows = pd.DataFrame(
            {"key": np.repeat(np.arange(400), 5), "source": np.tile(np.arange(5), 400), "support": support}
        )
        return claim_correlation(rows.assign(evidence=1.0, weight=1.0), ScoreOptions(correlation_bounds=(0, 1)))

    assert rho(0.0) < 0.02
    assert rho(0.25) == pytest.approx(0.25, abs=0.03)  # variance between items 1/16 of 1/4
