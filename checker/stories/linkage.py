"""Average-linkage clustering in which some pairs may not meet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def average_linkage(near: NDArray[np.float64], allowed: NDArray[np.bool_], threshold: float) -> list[list[int]]:
    """Merges the two groups of highest mean similarity while it is at least `threshold`.

    `near` and `allowed` are (n, n) and symmetric; groups with a pair that isn't allowed are never merged.
    Returns groups of ascending indices in the order of their first one. UPGMA (Sokal and Michener 1958).
    """
    groups: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    mean = np.where(allowed, near, -np.inf)
    np.fill_diagonal(mean, -np.inf)
    while len(groups) > 1:
        a, b = sorted(int(i) for i in np.unravel_index(int(np.argmax(mean)), mean.shape))
        if mean[a, b] < threshold:
            break
        sizes = len(groups[a]), len(groups[b])
        merged = (mean[a] * sizes[0] + mean[b] * sizes[1]) / sum(sizes)
        mean[a], mean[:, a] = merged, merged
        mean[b], mean[:, b] = -np.inf, -np.inf
        mean[a, a] = -np.inf
        groups[a] = sorted(groups[a] + groups.pop(b))
    return sorted(groups.values())
