"""What speaks for and against a conflict of two numbers: tolls of other events, updates, none against some."""

from __future__ import annotations

import math
import re
from typing import Final

from checker.conflicts.feature import Feature
from checker.conflicts.marked import facts_of
from checker.facts import Quantity
from checker.facts.lexicon import CUMULATIVE
from checker.records import Article, ClaimPair, Comparison

FEW: Final = 3
REWORDED: Final = 0.2  # 1 less the cosine from which on two claims are not the same words any more
PROVISIONAL: Final = re.compile(
    r"\b(so far|preliminary|initial(?:ly)?|at first|earlier (?:said|put|reported)|as of |by late|provisional(?:ly)?"
    r"|(?:grew|grown|climbed|risen|rose) "
    r"|(?:could|may|might|expected to|likely to) (?:rise|climb|grow|increase))\b",
    re.IGNORECASE,
)


def amounts(
    pair: ClaimPair, finding: Comparison, left: Article, right: Article, values: int, apart: str
) -> list[Feature]:
    """The features of two numbers; none where the finding is about something else.

    Every disaster in an article has a toll, and tolls grow: most of those that differ are of two events or times. So
    a toll speaks the more against a conflict the more `values` the story gives for it. `apart` says why the two sides
    are of two times, or is "".
    """
    sides = facts_of(pair, finding, Quantity)
    if sides is None:
        return []
    a, b = sides
    rows = []
    none = (a.value.high == 0) != (b.value.high == 0)
    if none:
        rows.append(Feature("none against some", 1.0, "one side says there was none"))
    low, high = sorted((a.value.figure, b.value.figure))
    if a.dimension == "count" and low > 0 and high <= FEW:
        rows.append(Feature("small counts", 1.0, "one, two or three of something are often others of it"))
    ratio = high / max(low, 1.0)  # "none" and a million are as far apart as one and a million
    if ratio > 1:
        other_thing = min(1.0, (1.0 - pair.similarity) / REWORDED)  # in like words it is a slip or a misprint
        far = round(min(3.0, math.log10(ratio)) * other_thing, 4)
        rows.append(Feature("values far apart", far, f"{ratio:.3g} times, so perhaps of other things"))
    if (a.measures | b.measures) & CUMULATIVE and not a.degree:
        rows += _toll(pair, 0 if none else max(2, values), apart)
        if _raised(a, b, left, right):
            rows.append(Feature("later update", 1.0, "a running total that the later article raises"))
    return rows


def _toll(pair: ClaimPair, values: int, apart: str) -> list[Feature]:
    rows = []
    if values:
        rows.append(Feature("a toll", min(1.0, (values - 1) / 4), f"{values} tolls in the story"))
        told = next((m.group() for c in (pair.left, pair.right) if (m := PROVISIONAL.search(c.text))), "")
        if told:
            rows.append(Feature("a provisional toll", 1.0, f"“{told.strip()}”"))
    if apart:
        rows.append(Feature("a toll of another time", 1.0, apart))
    return rows


def _raised(a: Quantity, b: Quantity, left: Article, right: Article) -> bool:
    """Whether the later article gives the higher total. "None" is a denial, not a total that is raised."""
    first, second = left.published.stamp, right.published.stamp
    if not first or not second or first == second:
        return False
    earlier, later = (a, b) if first < second else (b, a)
    return later.value.low > earlier.value.low > 0
