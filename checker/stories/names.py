"""Which rare names two articles share: the same people and places, not only the same countries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from checker.records import Article, Claim

COMMON = 5.0  # Zipf frequency from which on a name says nothing of the event ("US", "London"); 3 is once in a million


def name_affinity(articles: Sequence[Article], claims: Sequence[Claim]) -> NDArray[np.float64]:
    """(n, n) cosine of the articles' name counts, each name weighted by the square of its rarity.

    Rarity is COMMON less the name's Zipf frequency in general English (wordfreq), at least 0. Articles on
    one theme share countries and organisations; those on one event share its people and places as well.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        counts[claim.article_id].update(w for name in claim.participants for w in name.split() if len(w) > 2)
    words = sorted({w for count in counts.values() for w in count})
    column = {w: i for i, w in enumerate(words)}
    table = np.zeros((len(articles), max(len(words), 1)))
    for row, article in enumerate(articles):
        for word, n in counts[article.id].items():
            table[row, column[word]] = rarity(word) ** 2 * (1.0 + np.log(n))
    length = np.linalg.norm(table, axis=1, keepdims=True)
    unit = np.divide(table, length, out=np.zeros_like(table), where=length > 0)
    return np.asarray(unit @ unit.T, dtype=np.float64)


@cache
def rarity(word: str) -> float:
    """COMMON less the Zipf frequency of the word in general English, at least 0."""
    from wordfreq import zipf_frequency

    return max(0.0, COMMON - float(zipf_frequency(word, "en")))
