"""Average the weights of two checkpoints of one network: a run and what it started from, for instance.

    python -m training.average --work ../training-cache --checkpoints nli_shipped nli4 --name nli_mean

What a further run learns often costs something that was known before; the mean of both keeps most of either
("model soups", Wortsman et al., ICML 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight; what isn't a number with a fraction is taken from the first. Raises ValueError where the
    networks aren't of one kind."""
    first = states[0]
    if any(state.keys() != first.keys() for state in states):
        raise ValueError("the checkpoints hold different weights: they are no networks of one kind")
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in first.items()
    }


def main() -> None:
    """Write WORK/NAME/checkpoint.pt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--checkpoints", nargs="+", required=True, help="folders under WORK")
    parser.add_argument("--name", required=True, help="folder under WORK for the mean")
    options = parser.parse_args()
    loaded = [torch.load(options.work / name / "checkpoint.pt", weights_only=True) for name in options.checkpoints]
    folder = options.work / options.name
    folder.mkdir(parents=True, exist_ok=True)
    made = {"network": average([one["network"] for one in loaded]), "layers": loaded[0]["layers"]}
    torch.save(made, folder / "checkpoint.pt")


if __name__ == "__main__":
    main()
