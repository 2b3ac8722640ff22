"""Claims of invented events: complete, and pairs that say which label they have."""

from __future__ import annotations

import random
from collections import Counter

import pytest
import torch

from training import claim_pairs
from training.nli_train import loss_of, put_in
from training.rows import LABELS, NOT_CONTRADICTION

EVENT = {
    "event": "a flood",
    "facts": [
        {"kind": "quantity", "about": "dead", "a": ["Two died.", "Two are dead.", "Both died."], "b": ["Six died."]}
    ],
    "look_alikes": [{"why": "bounds", "x": ["At least 12 left."], "y": ["Fifteen left."]}],
    "fillers": ["It rained.", "A bridge is old."],
}


def test_every_event_is_complete() -> None:
    events = claim_pairs.read_events()
    assert len(events) >= 48
    for name, event in events.items():
        assert len(event["facts"]) == 12, name
        assert len(event["look_alikes"]) == 6, name
        assert len(event["fillers"]) >= 14, name
        for fact in event["facts"]:
            assert (len(fact["a"]), len(fact["b"])) == (3, 2), (name, fact["about"])
            assert not set(fact["a"]) & set(fact["b"]), (name, fact["about"])


def test_pairs_of_an_event() -> None:
    class Encoder:
        def encode(self, texts: list[str]) -> object:
            return torch.eye(len(texts)).numpy()

    rows = claim_pairs.event_pairs("Z_01", EVENT, random.Random(1), Encoder())
    counts = Counter((row["type"], row["label"]) for row in rows)
    assert counts["quantity", "contradiction"] == 3
    assert counts["quantity_same", NOT_CONTRADICTION] == 3
    assert counts["bounds", NOT_CONTRADICTION] == 1
    assert counts["other_fact", "neutral"] == 21  # of 8 sentences in 4 groups: 28 pairs, less 6 and 1 within a group
    assert len({row["id"] for row in rows}) == len(rows)


def test_loss_of_a_label_that_leaves_two_open() -> None:
    logits = torch.tensor([[1.0, 0.5, -0.3]], requires_grad=True)
    shares = logits.softmax(1)[0]
    for label, share in zip(LABELS, shares, strict=True):
        assert loss_of(logits, [{"label": label}]).item() == pytest.approx(-share.log().item())
    loss = loss_of(logits, [{"label": NOT_CONTRADICTION}])
    assert loss.item() == pytest.approx(-(1 - shares[2]).log().item())
    loss.backward()
    assert not logits.grad.isnan().any()


class Stack(torch.nn.Module):
    """Names of weights as in a PairClassifier."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = torch.nn.Module()
        self.encoder.encoder = torch.nn.Module()
        self.encoder.encoder.layer = torch.nn.ModuleList(torch.nn.Linear(2, 2) for _ in range(layers))
        self.output = torch.nn.Linear(2, 3)


def test_weights_of_fewer_layers_go_into_the_lowest() -> None:
    small, large = Stack(2), Stack(3)
    top = large.encoder.encoder.layer[2].weight.clone()
    put_in(large, small.state_dict())
    assert torch.equal(large.encoder.encoder.layer[1].weight, small.encoder.encoder.layer[1].weight)
    assert torch.equal(large.encoder.encoder.layer[2].weight, top)
    with pytest.raises(ValueError, match="another network"):
        put_in(Stack(1), small.state_dict())
    with pytest.raises(ValueError, match="another network"):
        put_in(large, {k: v for k, v in small.state_dict().items() if not k.startswith("output")})
