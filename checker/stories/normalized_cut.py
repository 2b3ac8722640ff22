"""The cut of a group into two parts that are each alike within and unlike across."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FEWEST = 2  # articles on either side: one that digresses is no story of its own


def normalized_cut(affinity: NDArray[np.float64]) -> tuple[NDArray[np.bool_], float]:
    """The members of one part, (n,), and how much of the affinity the cut goes through.

    `affinity` is (n, n), symmetric and nowhere negative, with n of at least twice `FEWEST`; its diagonal is left out.
    The second number is 0 where the parts have nothing in common and 1 where all are equally alike. Among the cuts
    along the second eigenvector of the normalized Laplacian the one of least value is taken (Shi and Malik 2000,
    "Normalized cuts and image segmentation"); the value is divided by what it is in a group of equals, n / (n - 1).
    Unlike linkage it sees all members at once: two articles that few names tell apart fall to the side of the rest.
    """
    size = len(affinity)
    weights = affinity - np.diag(np.diag(affinity))
    degree = np.maximum(weights.sum(axis=1), 1e-9)
    root = np.sqrt(degree)
    laplacian = np.eye(size) - weights / np.outer(root, root)
    order = np.argsort(np.linalg.eigh(laplacian)[1][:, 1] / root, kind="stable")
    inside = np.diag(weights[np.ix_(order, order)].cumsum(axis=0).cumsum(axis=1))  # affinity among the first k
    volume = degree[order].cumsum()
    across = volume - inside
    values = across[:-1] / volume[:-1] + across[:-1] / np.maximum(volume[-1] - volume[:-1], 1e-9)
    allowed = values[FEWEST - 1 : size - FEWEST]
    first = int(np.argmin(allowed)) + FEWEST
    part = np.zeros(size, dtype=np.bool_)
    part[order[:first]] = True
    return part, float(allowed[first - FEWEST]) * (size - 1) / size
