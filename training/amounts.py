"""Amounts as news put them, "at least 40", "some 1,200", "two to three dozen", and which of two can both be true.

An amount is an interval of counts. Of a vague one the edges are open: `core` holds what it surely allows, `outer`
all that it may allow; of a bound, `core` is what a reporter would still put that way ("up to 40" of 3 is odd). Pairs
that depend on the part between get no label.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from training import wordlists as words

Interval = tuple[float, float]
TENS = words.split_words("twenty thirty forty fifty sixty seventy eighty ninety")

FLAT = ("{n}", "{n}", "{n}", "{n}", "exactly {n}", "a total of {n}", "just {n}", "only {n}")
AT_LEAST = (
    "at least {n}",
    "no fewer than {n}",
    "not less than {n}",
    "a minimum of {n}",
    "{n} or more",
    "no less than {n}",
)
MORE = ("more than {n}", "over {n}", "upwards of {n}", "above {n}", "in excess of {n}")
AT_MOST = (
    "up to {n}",
    "at most {n}",
    "no more than {n}",
    "not more than {n}",
    "as many as {n}",
    "a maximum of {n}",
    "{n} or fewer",
)
FEWER = ("fewer than {n}", "less than {n}", "under {n}", "below {n}")
ABOUT = (
    "about {n}",
    "around {n}",
    "some {n}",
    "approximately {n}",
    "roughly {n}",
    "an estimated {n}",
    "close to {n}",
    "{n} or so",
)
NEARLY = ("nearly {n}", "almost {n}", "just under {n}")
JUST_OVER = ("just over {n}", "slightly more than {n}", "a little over {n}")
CROWDS: tuple[tuple[str, Interval, Interval], ...] = (
    ("a handful of", (3, 6), (2, 10)),
    ("dozens of", (24, 99), (20, 200)),
    ("scores of", (40, 99), (20, 250)),
    ("hundreds of", (200, 999), (150, 2500)),
    ("thousands of", (2000, 9999), (1500, 30000)),
)
BOUNDS = ("at_least", "more", "at_most", "fewer")
WEIGHTS = {
    "flat": 42,
    "at_least": 14,
    "more": 10,
    "at_most": 9,
    "fewer": 7,
    "about": 11,
    "nearly": 3,
    "over": 2,
    "range": 2,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """Words for a count, its kind, and the counts that they allow."""

    text: str
    kind: str
    core: Interval
    outer: Interval


def draw_amount(number: int, unit: str, draw: random.Random) -> Amount:
    """An amount of a random kind around `number`; `unit` is the form that the number is put in."""
    if unit == "{n}" and number >= 3 and draw.random() < 0.03:
        for text, core, outer in CROWDS:
            if core[0] <= number <= core[1]:
                return Amount(text, "crowd", core, outer)
    kind = draw.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    return amount(kind, number, unit, draw)


def amount(kind: str, number: int, unit: str, draw: random.Random) -> Amount:
    """An amount of one kind."""
    shown = unit.format(n=spell(number, draw, words_fit=unit == "{n}"))
    n = float(number)
    if kind == "range":
        high = number + max(1, round(number * draw.uniform(0.1, 0.4)))
        wording = draw.choice(("between {a} and {b}", "from {a} to {b}"))
        numbers = {"a": unit.format(n=f"{number:,}"), "b": unit.format(n=f"{high:,}")}
        return Amount(wording.format(**numbers), kind, (n, high), (n, high))
    wordings, core, outer = {
        "flat": (FLAT, (n, n), (n, n)),
        "at_least": (AT_LEAST, (n, 5 * n), (n, math.inf)),
        "more": (MORE, (n + 1, 5 * n), (n + 1, math.inf)),
        "at_most": (AT_MOST, (0.3 * n, n), (0, n)),
        "fewer": (FEWER, (0.3 * n, n - 1), (0, n - 1)),
        "about": (ABOUT, (0.92 * n, 1.08 * n), (0.65 * n, 1.5 * n)),
        "nearly": (NEARLY, (0.92 * n, n - 1), (0.7 * n, 1.1 * n)),
        "over": (JUST_OVER, (n + 1, 1.08 * n + 1), (0.95 * n, 1.3 * n + 1)),
    }[kind]
    return Amount(draw.choice(wordings).format(n=shown), kind, core, outer)


def spell(number: int, draw: random.Random, words_fit: bool = True) -> str:
    """1200, 1,200, 1.2 million, twelve hundred: the number in one of its usual forms."""
    if number >= 1_000_000 and number % 100_000 == 0:
        return draw.choice((f"{number / 1_000_000:g} million", f"{number:,}"))
    if words_fit and ((number <= 12 and draw.random() < 0.5) or (number < 100 and draw.random() < 0.15)):
        return number_words(number)
    if words_fit and number in range(100, 1000, 100) and draw.random() < 0.3:
        return f"{words.NUMBERS[number // 100]} hundred"
    return f"{number:,}" if number < 1000 or draw.random() < 0.8 else str(number)


def number_words(number: int) -> str:
    """A number below 100 in words."""
    if number <= 20:
        return words.NUMBERS[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{words.NUMBERS[ones]}" if ones else "")


def relation(premise: Amount, hypothesis: Amount) -> str | None:
    """entailment, neutral or contradiction of two amounts of one thing; None where the words leave it open."""
    if premise.text == hypothesis.text or (premise.core, premise.outer) == (hypothesis.core, hypothesis.outer):
        return "entailment"
    if not _meet(premise.outer, hypothesis.outer):
        return "contradiction"
    if not _meet(premise.core, hypothesis.core):
        return None
    if _inside(premise.outer, hypothesis.outer if hypothesis.kind in BOUNDS else hypothesis.core):
        return "entailment"
    return None if _inside(premise.core, hypothesis.outer) else "neutral"


def _inside(inner: Interval, outer: Interval) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _meet(left: Interval, right: Interval) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
