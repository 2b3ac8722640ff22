"""How alike two articles are, by the meaning of their openings and of their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.models import Encoder
from checker.records import Article, Claim

OPENING = 1200  # characters: headline and lead say what the story is


def similarities(
    articles: Sequence[Article], claims: Sequence[Claim], vectors: NDArray[np.float32], encoder: Encoder
) -> NDArray[np.float64]:
    """(n, n) mean of two cosines: of the openings, and of the mean claim vectors; `vectors` is (claims, dimensions).

    The opening alone misses articles that open with colour, the mean alone those that digress.
    """
    openings = encoder.encode([" ".join(a.text.split())[:OPENING] for a in articles])
    rows: dict[str, list[int]] = defaultdict(list)
    for row, claim in enumerate(claims):
        rows[claim.article_id].append(row)
    # an article without a claim is as its opening is
    means = [vectors[rows[a.id]].mean(axis=0) if rows[a.id] else openings[i] for i, a in enumerate(articles)]
    bodies = np.stack([m / max(float(np.linalg.norm(m)), 1e-9) for m in means])
    return np.asarray((openings @ openings.T + bodies @ bodies.T) / 2, dtype=np.float64)
