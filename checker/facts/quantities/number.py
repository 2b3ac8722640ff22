"""Numbers as news writes them: "1,500", "2.5 million", "twenty-three", "$284bn", "a dozen", "no"."""

from __future__ import annotations

import re
from typing import Final

SCALES: Final[dict[str, float]] = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "dozen": 12.0,
    "crore": 1e7,
    "lakh": 1e5,
}
SMALL: Final[dict[str, float]] = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
} | {w: 10.0 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
TENS: Final = frozenset(range(20, 100, 10))
DIGITS: Final = re.compile(r"^[$€£¥₹]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,2})?$")
ORDINAL_WORDS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINAL_DIGITS: Final = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


def single(word: str) -> float | None:
    """The value of one word ("12", "1,500", "3.9", "four", "284bn"); None when it is no number."""
    word = word.lower()
    if word in SMALL:
        return SMALL[word]
    match = DIGITS.match(word)
    if not match:
        return None
    scale = match.group(3)
    if scale and scale not in SCALES:
        return None
    return float(match.group(1).replace(",", "") + (match.group(2) or "")) * (SCALES[scale] if scale else 1.0)


def number(words: list[str]) -> float | None:
    """The value of a run of number words ("two", "hundred", "and", "six"); None when they are no one number.

    Hyphens are separate words or inside one ("twenty-three"); "and" joins only behind a hundred or thousand.
    """
    parts = [p for w in words for p in w.lower().split("-") if p and p not in ("a", "an")]
    total, current, before = 0.0, 0.0, ""
    for part in parts:
        value = single(part)
        if value is not None:
            if current and not _continues(current, value, part):
                return None  # "five 20", "30 and 40": two numbers, not one
            if before == "and" and not current and not total:
                return None
            current += value
        elif part in ("hundred", "dozen"):
            current = (current or 1.0) * SCALES[part]
        elif part in SCALES:
            total += (current or 1.0) * SCALES[part]
            current = 0.0
        elif part != "and" or before not in SCALES:
            return None
        before = part
    return total + current if parts and before != "and" else None


def _continues(current: float, value: float, part: str) -> bool:
    """Whether a word adds to what stands before it: "two hundred" + "six", "twenty" + "three"."""
    if current % 100 == 0:
        return value < 100
    return part in SMALL and value < 10 and current % 100 in TENS


def ordinal(word: str) -> int | None:
    """The rank an ordinal word gives ("third", "3rd", "twenty-first"); None when it is none."""
    word = word.lower()
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word]
    match = ORDINAL_DIGITS.match(word)
    if match:
        return int(match.group(1))
    tens, _, unit = word.partition("-")
    if tens in SMALL and unit in ORDINAL_WORDS:
        return int(SMALL[tens]) + ORDINAL_WORDS[unit]
    return None
