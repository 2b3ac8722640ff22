"""Nearest neighbours by cosine, computed in blocks so that a huge article doesn't fill the memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
BLOCK = 512  # rows at a time: 512 x 100,000 cosines are 200 MB


def nearest_rows(vectors: Vectors, rows: list[int], others: list[int], count: int) -> Iterator[tuple[int, int, float]]:
    """(row, other, cosine) for the `count` nearest of `others` to each of `rows`, itself excepted.

    `vectors` is (claims, dimensions) of unit length. Among equally near ones the first is taken.
    """
    if not rows or not others:
        return
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        cosine = vectors[block] @ vectors[others].T
        keep = min(count + 1, len(others))
        for row, near in zip(block, cosine, strict=True):
            best = np.argsort(-near, kind="stable")[:keep] if keep * 4 > len(others) else _largest(near, keep)
            found = [(others[int(i)], float(near[i])) for i in best if others[int(i)] != row]
            yield from ((row, other, value) for other, value in found[:count])


def _largest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Indices of the `count` largest values, largest first, ties in order."""
    least = np.partition(values, -count)[-count]
    candidates = np.flatnonzero(values >= least)
    order = np.argsort(-values[candidates], kind="stable")
    return np.asarray(candidates[order][:count], dtype=np.intp)
