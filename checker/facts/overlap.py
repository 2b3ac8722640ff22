"""How much two sets have in common, as a share of the smaller one."""

from __future__ import annotations

from typing import TypeVar

Item = TypeVar("Item")


def overlap(left: frozenset[Item], right: frozenset[Item]) -> float:
    """Which share of the smaller set is in the other, 0 to 1; 0 when either is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
