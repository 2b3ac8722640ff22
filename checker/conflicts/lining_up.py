"""Lines the words of two sentences up and says what stands in one in the place of what stands in the other.

The words are lined up with difflib (Ratcliff and Obershelp's longest matching blocks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from checker.conflicts.wording_words import Word, spelt_alike, title_cased, words_of
from checker.records import Claim, Mark

LEAST_IN_FRAME: Final = 0.4  # of the shorter sentence's words; with fewer in common nothing is lined up
SHORTEST: Final = 5  # words of a sentence; less is a heading
ARTICLES: Final = frozenset({"a", "an", "the"})
LIGHT: Final = ARTICLES | frozenset(
    "about around some he she it they we i you his her its their this that these those be have do will would so also "
    "just then still already out up off of in on to by".split()
)
JOINED: Final = re.compile(r"(?:-[A-Za-z]+)+")
Block = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of either side that stand in one place of otherwise equal wording; `frame` are the equal ones around."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    frame: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class LinedUp:
    """Two sentences, lined up: what differs, and which share of the shorter and of the longer one's words is equal.

    `headline`: one of them has capitals in nearly all words, so that they mark no names.
    """

    exchanges: tuple[Exchange, ...]
    of_shorter: float
    of_longer: float
    headline: bool


def line_up(left: Claim, right: Claim) -> LinedUp | None:
    """The claims' sentences, lined up; None where they are equal, short, or have too little in common."""
    if left.sentence == right.sentence:
        return None
    lemmas = dict((*left.lemmas, *right.lemmas))
    a, b = words_of(left.sentence, lemmas), words_of(right.sentence, lemmas)
    shorter = min(len(a), len(b))
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    if shorter < SHORTEST or len(set(keys_a) & set(keys_b)) < LEAST_IN_FRAME * min(len(set(keys_a)), len(set(keys_b))):
        return None
    blocks = SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes()
    equal = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal")
    if equal < LEAST_IN_FRAME * shorter:
        return None
    headline = title_cased(a) or title_cased(b)
    return LinedUp(tuple(_exchanges(blocks, a, b)), equal / shorter, equal / max(len(a), len(b)), headline)


def _exchanges(blocks: Sequence[Block], a: list[Word], b: list[Word]) -> list[Exchange]:
    """What was exchanged between equal words, or on one side of them at a sentence's edge."""
    found = []
    for position, (tag, i1, i2, j1, j2) in enumerate(blocks):
        if tag != "equal":
            left, right = _trimmed(a[i1:i2], b[j1:j2])
            frame = (*_equal(blocks, position - 1, a), *_equal(blocks, position + 1, a))
            found.append(Exchange(tuple(left), tuple(right), frame))
    return found


def _equal(blocks: Sequence[Block], position: int, words: list[Word]) -> list[Word]:
    if not 0 <= position < len(blocks) or blocks[position][0] != "equal":
        return []
    _, start, end, _, _ = blocks[position]
    return words[start:end]


def _trimmed(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Both sides without what is one word in two spellings at their ends, and without articles."""
    while left and right and spelt_alike(left[-1].key, right[-1].key):
        left, right = left[:-1], right[:-1]
    while left and right and spelt_alike(left[0].key, right[0].key):
        left, right = left[1:], right[1:]
    return _without_articles(left), _without_articles(right)


def _without_articles(words: list[Word]) -> list[Word]:
    return words[1:] if len(words) > 1 and words[0].key in ARTICLES else words


def mark_of(words: Sequence[Word], sentence: str) -> Mark:
    """Where the words stand, with what hyphens join to the last of them: "four-year-old"."""
    end = words[-1].end
    joined = JOINED.match(sentence, end)
    return Mark(words[0].start, joined.end() if joined else end)
