"""The order of the columns comes from the model's own names for its labels."""

from __future__ import annotations

import numpy as np
import pytest

from checker.errors import ModelError
from checker.models.nli import LABELS, NliCrossEncoder, label_columns, symmetric


@pytest.mark.parametrize(
    ("id2label", "columns"),
    [
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, [0, 1, 2]),
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, [1, 2, 0]),
        ({0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}, [2, 1, 0]),
    ],
)
def test_columns_follow_the_names(id2label: dict[int, str], columns: list[int]) -> None:
    assert label_columns(id2label, "a model") == columns


@pytest.mark.parametrize("id2label", [{0: "LABEL_0"}, {0: "entailment", 1: "not_entailment"}, {}])
def test_a_model_without_the_three_labels_is_refused(id2label: dict[int, str]) -> None:
    with pytest.raises(ModelError, match="a model is no NLI model"):
        label_columns(id2label, "a model")


def test_four_labels_are_refused() -> None:
    with pytest.raises(ModelError):
        label_columns(dict(enumerate([*LABELS, "unsure"])), "a model")


def test_predictions_are_put_into_one_order() -> None:
    def contradiction_first(pairs: list[tuple[str, str]]) -> list[list[float]]:
        return [[5.0, 0.0, 1.0] for _ in pairs]

    model = NliCrossEncoder(
        contradiction_first, label_columns({0: "contradiction", 1: "entailment", 2: "neutral"}, "x")
    )
    predicted = model.predict([("a", "b")])
    assert predicted.shape == (1, 3)
    assert predicted[0].argmax() == LABELS.index("contradiction")
    assert predicted.sum() == pytest.approx(1.0)


def test_temperature_softens_and_keeps_the_order() -> None:
    def logits(pairs: list[tuple[str, str]]) -> list[list[float]]:
        return [[3.0, 0.0, -1.0] for _ in pairs]

    sharp = NliCrossEncoder(logits, [0, 1, 2]).predict([("a", "b")])[0]
    soft = NliCrossEncoder(logits, [0, 1, 2], temperature=2.0).predict([("a", "b")])[0]
    assert soft[0] < sharp[0]
    assert np.argsort(soft).tolist() == np.argsort(sharp).tolist()


class LengthModel:
    """A fake whose answer depends on the direction."""

    def predict(self, pairs: list[tuple[str, str]]) -> np.ndarray:
        made = [[0.2, 0.0, 0.8] if len(left) > len(right) else [0.6, 0.0, 0.4] for left, right in pairs]
        return np.array(made, dtype=np.float32)


def test_both_directions_give_a_pair_and_its_mirror_one_answer() -> None:
    pairs = [("longer", "short"), ("a", "bb")]
    mirrored = [(right, left) for left, right in pairs]
    both = symmetric(LengthModel(), pairs)
    assert both == pytest.approx(symmetric(LengthModel(), mirrored))
    assert both[0] == pytest.approx([0.4, 0.0, 0.6])


def test_no_pairs_give_no_rows() -> None:
    model = NliCrossEncoder(lambda pairs: pytest.fail("asked without pairs"), [0, 1, 2])
    assert model.predict([]).shape == (0, 3)
