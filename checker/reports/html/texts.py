"""Whole articles cut into pieces, so that each sentence of a finding can be highlighted where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.records import Article
from checker.reports.printable import visible

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Cover:
    """A sentence of finding `number`: `start`, `end` and the value's `mark` are in the article's text."""

    number: int
    anchor: str
    start: int
    end: int
    mark: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of the findings `said`; `anchors` begin here, the sentences of `notes` end here."""

    text: str
    said: tuple[int, ...]
    value: bool
    anchors: tuple[str, ...]
    notes: tuple[int, ...]


def paragraphs(article: Article, covers: Iterable[Cover]) -> list[list[Piece]]:
    """The article's text as paragraphs of pieces; together the pieces hold all of the visible text."""
    ordered = sorted(covers, key=lambda cover: (cover.start, cover.number))
    found, start = [], 0
    for gap in [*_BREAK.finditer(article.text), None]:
        end = gap.start() if gap else len(article.text)
        if article.text[start:end].strip():
            found.append(_pieces(article.text, start, end, ordered))
        start = gap.end() if gap else end
    return found


def _pieces(text: str, start: int, end: int, covers: Sequence[Cover]) -> list[Piece]:
    inside = [cover for cover in covers if cover.start < end and cover.end > start]
    edges = {start, end}
    for cover in inside:
        edges |= {cover.start, cover.end, *(cover.mark or ())}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    return [
        Piece(
            text=visible(text[left:right]),
            said=_numbers(cover for cover in inside if cover.start <= left < cover.end),
            value=any(cover.mark and cover.mark[0] <= left < cover.mark[1] for cover in inside),
            anchors=tuple(cover.anchor for cover in inside if cover.start == left),
            notes=_numbers(cover for cover in inside if cover.end == right),
        )
        for left, right in pairwise(cuts)
    ]


def _numbers(covers: Iterable[Cover]) -> tuple[int, ...]:
    return tuple(sorted({cover.number for cover in covers}))
