"""Near-copies: two texts that share long runs of words have one origin, however many outlets carry them."""

from __future__ import annotations

import re
from typing import Final

from checker.facts.overlap import overlap

WORD: Final = re.compile(r"[a-z0-9]+")
SHINGLE: Final = 5  # words; the containment of 5-grams is what docs/scoring.md measures origins with


def shingles(text: str, size: int = SHINGLE) -> frozenset[tuple[str, ...]]:
    """The runs of `size` words of a text, lower case; one run of all words when it is shorter."""
    words = WORD.findall(text.lower().replace("’", "").replace("'", ""))
    if len(words) < size:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def containment(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    """Which share of the smaller set's runs stands in the other too, 0 to 1 (Broder 1997, containment)."""
    return overlap(left, right)
