"""The cosine by the same-fact encoder is put on every pair, and each claim is encoded once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.pairs import add_same_fact
from checker.records import Claim, ClaimPair, Span


class Clock:
    """An encoder that puts "3 o'clock" at 90 degrees, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors in the plane."""
        self.asked += sentences
        angles = np.radians([30 * int(text.split()[0]) for text in sentences])
        return np.stack([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


def claim(article: str, hour: int) -> Claim:
    """What an article says of the hour."""
    text = f"{hour} o'clock"
    return Claim(f"{article}:{hour}", article, article, text, Span(0, 1, 1, 1), 0, len(text), text, 0, hour)


def test_every_pair_gets_its_cosine() -> None:
    pairs = [ClaimPair(claim("a", 0), claim("b", hour), 0.5, 0.5) for hour in (0, 2, 3, 6)]
    encoder = Clock()
    found = add_same_fact(pairs, encoder)
    assert [pair.same_fact for pair in found] == [1.0, 0.5, 0.0, -1.0]
    assert [pair.similarity for pair in found] == [0.5] * 4
    assert sorted(encoder.asked) == sorted({"0 o'clock", "2 o'clock", "3 o'clock", "6 o'clock"})
    assert add_same_fact([], encoder) == ()
