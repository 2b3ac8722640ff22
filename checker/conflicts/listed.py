"""The same things listed in two orders, which an NLI model takes for two statements."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import Final

from checker.conflicts.rarity import telling

BREAK: Final = re.compile(r"([,;]\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)")
LONGEST: Final = 8  # telling words of one item: "leaving the scene of an accident resulting in death"
MOST: Final = 100  # items and what stands between them; a longer text is no sentence


def listed_otherwise(left: str, right: str) -> tuple[str, str] | None:
    """Two items that one text lists in one order and the other in the opposite one; None where there are none.

    An item is what stands between commas or an "and". The first and the last of a list run on into the sentence
    ("charged with theft, fraud and arson"); they count where the other text has the item by itself.
    """
    one, other = BREAK.split(left), BREAK.split(right)  # items at even places, what stands between them at odd ones
    if not all(1 < len(parts) <= MOST for parts in (one, other)):
        return None
    met = [
        (i, j, item)
        for i, j in product(range(0, len(one), 2), range(0, len(other), 2))
        if (item := _common(one[i], other[j]))
    ]
    for (i, j, x), (k, m, y) in combinations(met, 2):
        if (i - k) * (j - m) < 0 and _one_list(one, i, k) and _one_list(other, j, m):
            return x, y
    return None


def _common(one: str, other: str) -> str:
    """The shorter of two stretches where all its telling words are in the other; "" where they aren't."""
    a, b = telling(one).keys(), telling(other).keys()
    item, small, large = (one, a, b) if len(a) <= len(b) else (other, b, a)
    return item.strip(" .") if 0 < len(small) <= LONGEST and small <= large else ""


def _one_list(parts: list[str], one: int, other: int) -> bool:
    """Whether an "and" stands between or beside the two items: without one, they are a name and what it stands for."""
    low, high = sorted((one, other))
    return any(re.search(r"\w|&", gap) for gap in parts[max(1, low - 1) : high + 2 : 2])
