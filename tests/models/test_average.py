"""The mean of two networks."""

from __future__ import annotations

import pytest
import torch

from training.average import average


def test_the_mean_of_two_networks() -> None:
    one = {"weight": torch.tensor([1.0, 2.0]), "places": torch.tensor([0, 1])}
    other = {"weight": torch.tensor([3.0, 6.0]), "places": torch.tensor([0, 1])}
    made = average([one, other])
    assert made["weight"].tolist() == [2.0, 4.0]
    assert made["places"].tolist() == [0, 1]


@pytest.mark.parametrize("swapped", [False, True])
def test_networks_of_two_kinds_have_no_mean(swapped: bool) -> None:
    states = [{"weight": torch.zeros(2)}, {"weight": torch.zeros(2), "more": torch.zeros(2)}]
    with pytest.raises(ValueError, match="one kind"):
        average(states[::-1] if swapped else states)
