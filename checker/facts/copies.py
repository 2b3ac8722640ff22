"""Near-copies: two texts that share long runs of words have one origin, however many outlets carry them."""

from __future__ import annotations

import re
from typing import Final

from checker.facts.overlap import overlap

WORD: Final = re.compile(r"[a-z0-9]+")
SHINGLE: Final = 5  # words; the containment of 5-grams is what docs/scoring.md measures origins with
RUN: Final = 4  # words in a row that an edited copy still shares
EDITED: Final = 0.75  # of the shorter text's words in such runs, from which on it is an edited copy
LEAST: Final = 8  # words; in a shorter text one usual phrase is most of it


def shingles(text: str, size: int = SHINGLE) -> frozenset[tuple[str, ...]]:
    """The runs of `size` words of a text, lower case; one run of all words when it is shorter."""
    words = _words(text)
    if len(words) < size:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "").replace("'", ""))


def containment(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    """Which share of the smaller set's runs stands in the other too, 0 to 1 (Broder 1997, containment)."""
    return overlap(left, right)


def same_words(left: str, right: str) -> bool:
    """Whether two sentences are one text: the same words throughout, or nearly all of the shorter one's in runs."""
    return _words(left) == _words(right) or edited_copy(left, right)


def edited_copy(left: str, right: str) -> bool:
    """Whether nearly all of the shorter text is runs of the other's words.

    One word exchanged in the middle breaks five 5-grams, so that the containment of a copied sentence with a new
    number in it may be low; the words in runs are still all but one.
    """
    short, long = sorted((_words(left), _words(right)), key=len)
    if len(short) < LEAST:
        return False
    known = {tuple(long[i : i + RUN]) for i in range(len(long) - RUN + 1)}
    starts = [i for i in range(len(short) - RUN + 1) if tuple(short[i : i + RUN]) in known]
    return len({i + k for i in starts for k in range(RUN)}) >= EDITED * len(short)
