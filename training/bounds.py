"""Counts that look as if they conflict: bounds, rounding, updates, parts and wholes, each with the true
label.

Written for this project. Premise and hypothesis are asked in this order; entailment is not symmetric.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from training import wordlists as words
from training.templates import ACCIDENTS, number_word

Pair = tuple[str, str, str, str]  # premise, hypothesis, label, type

TRAIN_COUNTS: tuple[tuple[str, str], ...] = (
    ("{n} people were killed in the {accident} near {city}", "the {accident} near {city} killed {n} people"),
    (
        "{n} passengers were injured in the {accident} in {city}",
        "in {city} {n} passengers were hurt in the {accident}",
    ),
    ("police arrested {n} protesters in {city}", "{n} protesters were detained by police in {city}"),
    ("{n} houses were destroyed by the storm near {city}", "the storm near {city} wrecked {n} houses"),
    ("the group seized {n} hostages in {city}", "{n} hostages were taken by the group in {city}"),
)
HELD_OUT_COUNTS: tuple[tuple[str, str], ...] = (
    ("{n} miners were trapped after the accident near {city}", "the accident near {city} trapped {n} miners"),
    ("the flood in {city} left {n} families homeless", "{n} families lost their homes in the {city} flood"),
    ("{n} soldiers were wounded in the clash outside {city}", "a clash outside {city} wounded {n} soldiers"),
)
LOW = ("at least {n}", "more than {n}", "no fewer than {n}", "upwards of {n}", "over {n}")
HIGH = ("fewer than {n}", "up to {n}", "at most {n}", "no more than {n}")
NEAR = ("about {n}", "around {n}", "some {n}", "nearly {n}", "approximately {n}", "roughly {n}")
FLAT = ("{n}", "exactly {n}", "{n}", "{n}")


def count_pair(counts: tuple[tuple[str, str], ...], draw: random.Random) -> Pair:
    """One pair drawn from one of the kinds below."""
    kind = draw.choice(KINDS)
    wordings = draw.choice(counts)
    names = {"accident": draw.choice(ACCIDENTS)[1], "city": draw.choice(words.CITIES)}
    left, right = (wordings[0], draw.choice(wordings)) if draw.random() < 0.5 else (wordings[1], draw.choice(wordings))

    def put(wording: str, amount: str, number: int) -> str:
        shown = amount.format(n=number_word(number, draw))
        text = wording.format(n=shown, **names)
        return text[0].upper() + text[1:]

    return kind(put, left, right, draw)


Put = Callable[[str, str, int], str]


def _number(draw: random.Random) -> int:
    return draw.choice([*range(3, 21), 24, 28, 35, 40, 47, 60, 75, 90, 120, 150, 300])


def _floor(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = _number(draw)
    more = n + draw.randint(1, max(3, n // 2))
    case = draw.randrange(5)
    low = draw.choice(LOW)
    if case == 0:  # a floor below the flat count: true of it, the other way round open
        return put(left, draw.choice(FLAT), more) + ".", put(right, low, n) + ".", "entailment", "bound"
    if case in (1, 2):
        return put(left, low, n) + ".", put(right, "{n}", more) + ".", "neutral", "compatible_bound"
    if case == 3:
        return (
            put(left, low, more) + ".",
            put(right, draw.choice(FLAT), n - 1) + ".",
            "contradiction",
            "bound",
        )
    return put(left, draw.choice(FLAT), n - 1) + ".", put(right, low, more) + ".", "contradiction", "bound"


def _ceiling(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = _number(draw)
    more = n + draw.randint(1, max(3, n // 2))
    case = draw.randrange(4)
    high = draw.choice(HIGH)
    if case == 0:
        return put(left, "{n}", n) + ".", put(right, high, more) + ".", "entailment", "bound"
    if case == 1:
        return put(left, high, more) + ".", put(right, "{n}", n) + ".", "neutral", "compatible_bound"
    if case == 2:
        return put(left, high, n) + ".", put(right, "{n}", more) + ".", "contradiction", "bound"
    return put(left, "{n}", more) + ".", put(right, high, n) + ".", "contradiction", "bound"


def _rounded(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = draw.choice([20, 30, 40, 50, 60, 80, 100, 150, 200])
    near = n + draw.choice([-1, 1]) * draw.randint(1, max(1, n // 15))
    case = draw.randrange(4)
    if case == 0:
        return put(left, "{n}", near) + ".", put(right, draw.choice(NEAR), n) + ".", "entailment", "rounding"
    if case in (1, 2):
        return (
            put(left, draw.choice(NEAR), n) + ".",
            put(right, "{n}", near) + ".",
            "neutral",
            "compatible_bound",
        )
    far = draw.choice([n * 3, n * 2, n // 3])
    return put(left, draw.choice(NEAR), n) + ".", put(right, "{n}", far) + ".", "contradiction", "rounding"


def _update(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = _number(draw)
    more = n + draw.randint(1, max(3, n // 2))
    early = draw.choice(
        [
            "by noon",
            "in the first hours",
            "according to an early count",
            "by Monday evening",
            "as of the morning",
            "initially",
        ]
    )
    late = draw.choice(
        [
            "by night",
            "later that day",
            "by the next morning",
            "according to the final count",
            "by Tuesday",
            "a week later",
        ]
    )
    pair = [f"{put(left, '{n}', n)} {early}.", f"{put(right, '{n}', more)} {late}."]
    if draw.random() < 0.3:
        body = put(right, "{n}", more)
        pair[1] = f"The toll rose from {n} to {more}: {body[0].lower()}{body[1:]}."
    draw.shuffle(pair)
    return pair[0], pair[1], "neutral", "update"


def _part(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = draw.choice(range(8, 60))
    part = draw.randint(2, n // 2)
    group = draw.choice(["women", "foreigners", "students", "local residents", "teenagers"])
    whole = f"{put(left, '{n}', n)}, {number_word(part, draw)} of them {group}."
    case = draw.randrange(4)
    if case == 0:
        return whole, f"{put(right, '{n}', n)}.", "entailment", "part_and_whole"
    if case == 1:
        return whole, f"{put(right, '{n}', n + draw.randint(1, 9))}.", "contradiction", "part_and_whole"
    only = f"{put(right, '{n}', part)} from one village alone."
    pair = [f"{put(left, '{n}', n)}.", only]
    draw.shuffle(pair)
    return pair[0], pair[1], "neutral", "part_and_whole"


def _flat(put: Put, left: str, right: str, draw: random.Random) -> Pair:
    n = _number(draw)
    if draw.random() < 0.4:
        return put(left, "{n}", n) + ".", put(right, "{n}", n) + ".", "entailment", "number"
    other = n + draw.randint(1, max(3, n // 2))
    pair = [put(left, "{n}", n) + ".", put(right, "{n}", other) + "."]
    draw.shuffle(pair)
    return pair[0], pair[1], "contradiction", "number"


KINDS = (_floor, _ceiling, _rounded, _update, _part, _flat)
