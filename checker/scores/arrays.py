"""Array types of scores/: float64 and int64 vectors; every function states what one entry stands for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def sum_by(codes: Ints, weights: Floats, size: int) -> Floats:
    """Sum `weights` per code, shape (size,); the order of addition is the order of the rows."""
    return np.bincount(codes, weights, minlength=size).astype(np.float64)


def ratio(top: Floats, bottom: Floats) -> Floats:
    """top / bottom, and 0 where bottom is 0."""
    return np.divide(top, bottom, out=np.zeros_like(top, dtype=np.float64), where=bottom > 0)
