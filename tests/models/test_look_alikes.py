"""Sentences that only look like contradictions: complete, and pairs that say which label they have."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np

from training import look_alikes
from training.rows import NOT_CONTRADICTION, overlap


class Encoder:
    def encode(self, texts: list[str]) -> np.ndarray:
        return np.eye(len(texts))


def test_every_event_is_complete() -> None:
    events = look_alikes.read_events()
    assert len(events) >= 108
    for name, event in events.items():
        texts = [*event["consistent"], *(item["text"] for item in event["conflicts"])]
        assert len(event["consistent"]) == 14, name
        assert len(event["conflicts"]) >= 6, name
        assert all(0 <= item["with"] < 14 for item in event["conflicts"]), name
        assert len(set(texts)) == len(texts), name
        assert all(text == text.strip() != "" for text in texts), name


def test_an_event_is_held_out_as_a_whole() -> None:
    names = list(look_alikes.read_events())
    assert 0.05 < sum(name.endswith(look_alikes.HELD_OUT) for name in names) / len(names) < 0.2


def test_pairs_of_an_event() -> None:
    event = {"consistent": [f"{n} died." for n in range(4)], "conflicts": [{"with": 2, "text": "Two survived."}]}
    rows = look_alikes.event_pairs("Z_01", event, random.Random(1), Encoder())
    assert Counter(row["label"] for row in rows) == {NOT_CONTRADICTION: 6, "contradiction": 1}
    assert {rows[-1]["premise"], rows[-1]["hypothesis"]} == {"2 died.", "Two survived."}
    assert len({row["id"] for row in rows}) == len(rows)


def test_overlap_is_the_share_of_words_in_both() -> None:
    assert overlap("Two died here", "two lived") == 0.25
    assert overlap("Two died", "two DIED") == 1.0
