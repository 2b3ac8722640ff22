"""Lines whose ends were lost: at which width they were wrapped, and where each must have ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.articles.glue import word_splits
from checker.articles.words import log_frequency

_NEXT = re.compile(r"\S+")
_SAMPLE = 500  # lines that are enough to tell a width
_FITTING = 0.6  # share of the lines that must fit; those in which an end was not noticed are too long
_LOST = 0.4  # share of a page's lines, at that width, whose end must have been lost
_WIDTHS = range(40, 121)  # characters
_COMMON = -5.2  # log10 frequency above which a word is not taken for two, wherever it stands ("into", "cannot")
_REACH = 40  # characters around the width among which the line must have ended
_WORD = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines that were filled as far as they could be up to `width` characters."""

    width: int

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether a line [start, end) is within the width and the next word had no room on it."""
        word = _NEXT.match(text, end)
        return end - start <= self.width < end - start + 1 + (len(word.group()) if word else 0)


def find_layout(paragraphs: Sequence[tuple[str, Sequence[int]]]) -> Layout | None:
    """The width that explains nearly all given line ends of (paragraph, its sure line ends), or None.

    Line ends lost at random places have no such width, and a width that most lines keep their end at is
    chance.
    """
    lines = [(text, *line) for text, ends in paragraphs for line in pairwise([0, *ends])][:_SAMPLE]
    if len(lines) < 4:
        return None
    best = max(_WIDTHS, key=lambda width: sum(Layout(width).fits(*line) for line in lines))
    fitting = sum(Layout(best).fits(*line) for line in lines)
    expected = sum(len(text) // best for text, _ in paragraphs)
    found = sum(len(ends) for _, ends in paragraphs)
    return Layout(best) if fitting >= _FITTING * len(lines) and found >= _LOST * expected else None


def fill_ends(text: str, ends: Sequence[int], layout: Layout) -> list[int]:
    """All line ends of a paragraph: the given ones, and in each line too long the likeliest one inside it."""
    found: list[int] = []
    start = 0
    for end in [*ends, len(text)]:
        while end - start > layout.width:
            inner = _likeliest(text, start, end, layout)
            if inner is None:
                break
            found.append(inner)
            start = inner
        if end < len(text):
            found.append(end)
        start = end
    return found


def _likeliest(text: str, start: int, end: int, layout: Layout) -> int | None:
    """The best place inside a word at which a line that begins at `start` can have ended."""
    best = (0.0, -1)
    reach = start + layout.width
    for match in _WORD.finditer(text, max(start, reach - _REACH), min(end, reach + _REACH)):
        if log_frequency(match.group()) > _COMMON:
            continue
        for place, gain in word_splits(match.group()):
            if layout.fits(text, start, match.start() + place):
                best = max(best, (gain, match.start() + place))
    return best[1] if best[1] > 0 else None
