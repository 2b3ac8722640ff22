"""Words glued at lost line ends, parted again: only in an article where that happened systematically."""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Sequence

from checker.articles.draft import Paragraph
from checker.articles.glue import find_splits
from checker.articles.layout import fill_ends, find_layout
from checker.articles.located import Located, concatenate
from checker.articles.words import log_frequency

_ENOUGH = 4  # different sure cases in one article before anything is repaired, at least one in so many words
_WORDS_PER_CASE = 120
_WITHOUT_LAYOUT = 2  # times as much evidence is asked for where the cases follow no line width
_ENGLISH = 0.7  # share of an article's words that must be English words
_AROUND = re.compile(r"\S*\Z")
_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def repair_glued(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs with lost spaces put in, and each repair as 'glued -> parted'.

    Evidence is what no writer does: a token that is no word but two, no space after a comma. With enough of
    it, the width at which the lines were wrapped is worked out; that tells also the places where the glued
    token is itself a word ("aswell" is in word lists, "redlines" too). Without such a width only the sure
    cases are repaired.
    """
    splits = [list(find_splits(paragraph.text)) for paragraph in paragraphs]
    cases = {_row(p.text, end) for p, each in zip(paragraphs, splits, strict=True) for end in each}
    if len(cases) < _ENOUGH:
        return list(paragraphs), []
    words = _LETTERS.findall(" ".join(paragraph.text for paragraph in paragraphs))
    if len(cases) * _WORDS_PER_CASE < len(words) or not _is_english(words):
        return list(paragraphs), []
    layout = find_layout([(p.text, each) for p, each in zip(paragraphs, splits, strict=True)])
    if layout is None and len(cases) * _WORDS_PER_CASE < len(words) * _WITHOUT_LAYOUT:
        return list(paragraphs), []
    repaired: list[Paragraph] = []
    rows: list[str] = []
    for paragraph, each in zip(paragraphs, splits, strict=True):
        ends = fill_ends(paragraph.text, each, layout) if layout else each
        rows += [_row(paragraph.text, end) for end in ends]
        repaired.append(Paragraph(_with_spaces(paragraph.body, ends), paragraph.gap))
    return repaired, rows


def _is_english(words: Sequence[str]) -> bool:
    sample = words[:2000]
    return sum(log_frequency(word) > -math.inf for word in sample) >= _ENGLISH * len(sample)


def _with_spaces(body: Located, ends: Sequence[int]) -> Located:
    """A space put in at each place; it stands where the character after it stands."""
    parts: list[Located] = []
    last = 0
    for end in ends:
        parts += [body.cut(last, end), Located(" ", array("i", [body.at[end]]))]
        last = end
    return concatenate([*parts, body.cut(last)])


def _row(text: str, end: int) -> str:
    left, right = _AROUND.search(text, max(0, end - 60), end), _TOKEN.match(text, end)
    before, after = left.group() if left else "", right.group() if right else ""
    return f"{before}{after} -> {before} {after}"
