"""Claims of invented events: complete, and pairs that say which label they have."""

from __future__ import annotations

import random
from collections import Counter

import pytest
import torch

from training import claim_pairs
from training.claim_events import claim_event_pairs
from training.draw import by_kind
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


KINDS = {"quantity", "date", "place", "actor", "ordinal", "negation", "stance", "certainty", "cause", "other"}


def test_every_event_is_complete() -> None:
    events = claim_pairs.read_events()
    assert len(events) >= 310
    for name, event in events.items():
        facts, look_alikes = event["facts"], event["look_alikes"]
        assert len(facts) == 12, name
        assert {fact["kind"] for fact in facts} <= KINDS, name
        assert len(look_alikes) >= (16 if "sister" in event else 6), name
        assert len(event["fillers"]) >= 8, name
        assert "sister" not in event or len(event["sister"]["lines"]) == len(facts), name
        versions = [version for fact in facts for version in (fact["a"], fact["b"])]
        claims = [claim for pair in look_alikes for claim in (pair["x"], pair["y"])]
        assert all([*versions, *claims]), name
        texts = [text for group in (*versions, *claims) for text in group] + event["fillers"]
        assert all(text.strip() for text in texts), name
        assert len(set(texts)) == len(texts), name


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


def test_a_sister_sentence_needs_a_name_or_year_of_its_own() -> None:
    fact = {"a": ["Nine died in Tarn on Monday."], "b": ["Twelve were killed."]}
    lines = ["Four died in Ruvo.", "Four died on Monday.", "Four died in Tarn.", "Four died in 2019."]
    event = {"facts": [fact] * 4, "sister": {"lines": lines}}
    texts = [*fact["a"], *fact["b"]]
    assert [line for line, _ in claim_pairs.sister_lines(event, texts)] == ["Four died in Ruvo.", "Four died in 2019."]
    pairs = claim_pairs.sister_pairs(event, [texts], random.Random(1))
    assert set(pairs) == {(line, text) for line in (lines[0], lines[3]) for text in texts}
    assert claim_pairs.sister_lines(EVENT, []) == []


def test_event_pairs_hold_no_event_that_is_held_out() -> None:
    events = claim_pairs.read_events()
    held = {text for name in events if name.endswith("_03") for f in events[name]["facts"] for text in f["a"] + f["b"]}
    pairs = claim_event_pairs(1)
    assert not held & {row[side] for row in pairs for side in ("premise", "hypothesis")}
    assert not any(row["same"] and row["sister"] for row in pairs)
    assert {row["same"] for row in pairs} == {True, False}


def test_claims_are_drawn_by_what_they_are() -> None:
    kinds = {"date": "contradiction", "date_same": NOT_CONTRADICTION, "other_fact": "neutral", "units": "neutral"}
    rows = [{"label": label, "type": kind} for kind, label in kinds.items() for _ in range(5)]
    wanted = {"contradiction": 2, "same": 3, "look_alike": 9, "other_fact": 1}
    drawn = Counter(row["type"] for row in by_kind(rows, wanted, random.Random(1)))
    assert drawn == {"date": 2, "date_same": 3, "units": 5, "other_fact": 1}


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
