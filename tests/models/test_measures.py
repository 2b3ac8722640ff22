"""Figures that can be checked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.models.measures import (
    area_under_roc,
    average_precision,
    expected_calibration_error,
    precision_recall,
    recall_at,
    with_temperature,
)

SCORES = [0.9, 0.8, 0.7, 0.6]
GOLD = [True, False, True, False]


def test_precision_and_recall() -> None:
    assert precision_recall([True, True, False], [True, False, True]) == (0.5, 0.5)
    assert precision_recall([False], [True]) == (0.0, 0.0)


def test_area_counts_ordered_pairs() -> None:
    assert area_under_roc(SCORES, GOLD) == pytest.approx(0.75)
    assert area_under_roc([0.5] * 4, GOLD) == pytest.approx(0.5)
    assert area_under_roc([0.1, 0.9], [False, True]) == pytest.approx(1.0)


def test_average_precision() -> None:
    assert average_precision(SCORES, GOLD) == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)


def test_recall_at_a_precision() -> None:
    assert recall_at(SCORES, GOLD, 0.8) == (0.5, 0.9)
    assert recall_at(SCORES, GOLD, 0.6) == (1.0, 0.7)
    assert recall_at([0.9, 0.1], [False, True], 0.8) == (0.0, float("inf"))


def test_equal_scores_are_taken_together() -> None:
    assert recall_at([0.9, 0.9, 0.1], [True, False, True], 0.8) == (0.0, float("inf"))


def test_a_model_that_is_as_right_as_it_says_has_no_calibration_error() -> None:
    always = np.array([[0.75, 0.25]] * 4, dtype=np.float32)
    assert expected_calibration_error(always, [0, 0, 0, 1]) == pytest.approx(0.0)
    assert expected_calibration_error(always, [1, 1, 1, 1]) == pytest.approx(0.75)


def test_temperature_of_two_and_back() -> None:
    made = np.array([[0.8, 0.2]], dtype=np.float32)
    softer = with_temperature(made, 2.0)
    assert softer[0, 0] == pytest.approx(2 / 3)
    assert with_temperature(softer, 0.5) == pytest.approx(made)
