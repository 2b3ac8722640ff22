"""Teasers of other articles at the end of a page, known by where they stand and how they break off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.articles.headline import looks_like_headline

_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_LONGEST = 60  # words of a teaser


_AHEAD = 60  # paragraphs that a list of other articles has at most
_ENOUGH = 2  # teasers that break off make a list even where ordinary paragraphs come after it


def count_teasers(after: Sequence[str], *, headlines: bool) -> int:
    """How many paragraphs right after a heading such as "Related articles" are teasers of other articles.

    `after` are the paragraphs that follow, "" for furniture among them. A teaser breaks off in an ellipsis,
    or, with `headlines`, is a line in a list of headlines that runs to the end of the page. A section name
    or a headline before a teaser goes with it. One paragraph alone that breaks off inside an article is
    none: people trail off.
    """
    count = cut_off = 0
    for i, text in enumerate(after[:_AHEAD]):
        if _is_cut_off(text):
            count, cut_off = i + 1, cut_off + 1
        elif text and not looks_like_headline(text):
            break
    rest = after[count : count + _AHEAD]
    to_the_end = len(rest) == len(after) - count and all(not text or looks_like_headline(text) for text in rest)
    if to_the_end and (headlines or not any(rest)):
        return len(after) if headlines else count
    return count if cut_off >= _ENOUGH else 0


def _is_cut_off(text: str) -> bool:
    return bool(_CUT_OFF.search(text)) and text.count(" ") < _LONGEST
