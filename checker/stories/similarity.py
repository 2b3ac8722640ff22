"""How alike two articles are, by the meaning of their openings and of their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.models import Encoder
from checker.records import Article

OPENING = 1200  # characters: headline and lead say what the story is
PARAGRAPHS = 12


def similarities(articles: Sequence[Article], encoder: Encoder) -> NDArray[np.float64]:
    """(n, n) mean of two cosines: of the openings, and of the mean paragraph vectors.

    The opening alone misses articles that open with colour, the mean alone those that digress.
    """
    openings = encoder.encode([" ".join(a.text.split())[:OPENING] for a in articles])
    blocks = [[b for b in a.text.split("\n\n") if len(b.split()) >= 6][:PARAGRAPHS] or [a.text] for a in articles]
    flat = encoder.encode([b for own in blocks for b in own])
    means, start = [], 0
    for own in blocks:
        mean = flat[start : start + len(own)].mean(axis=0)
        means.append(mean / max(float(np.linalg.norm(mean)), 1e-9))
        start += len(own)
    bodies = np.stack(means)
    return np.asarray((openings @ openings.T + bodies @ bodies.T) / 2, dtype=np.float64)
