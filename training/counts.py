"""Pairs of counts of one thing in many wordings: bounds, rounding, ranges, other forms of the same number, updates.

The label follows from the amounts (training/amounts.py). Beside them stand pairs whose counts are of different things
of one event, or of different events: whatever their numbers, neither contradicts the other.
"""

from __future__ import annotations

import math
import random

from training import wordlists as words
from training.amounts import Amount, draw_amount, relation, spell
from training.bounds import Pair
from training.count_stories import SIZES, Story, Thing
from training.templates import ACCIDENTS, MATTERS

OPENINGS = (
    "officials said {it}",
    "according to police, {it}",
    "rescue workers reported that {it}",
    "{it}, officials said",
    "{it}, according to the governor",
    "{it}, state media reported",
    "the ministry said on {weekday} that {it}",
    "{it}, a spokesman said on {weekday}",
    "on {weekday}, {it}",
    "local media said that {it}",
)
EARLY = ("by midday", "in the first hour", "by a first count", "as of {weekday} evening", "at first", "so far")
LATE = ("by the evening", "a day later", "by the latest count", "in the end", "two days on", "by the weekend")


EAGER = ("entailment", "neutral", "contradiction", "contradiction")
WARY = ("entailment", "entailment", "neutral", "neutral", "neutral", "contradiction")
"""Labels of the pairs by their amounts, as often as they are drawn: in the second run, and in the third."""


def count_pairs(
    stories: tuple[Story, ...], count: int, draw: random.Random, labels: tuple[str, ...] = EAGER
) -> list[Pair]:
    """`count` pairs: three of four by their amounts, labelled as often as in `labels`; the others other things or
    updates."""
    made: list[Pair] = []
    while len(made) < count:
        kind = draw.choice(("amounts",) * 6 + ("other", "update"))
        story = draw.choice(stories)
        if kind == "other":
            pair = _other_thing(story, draw)
        elif kind == "update" and (growing := [thing for thing in story if thing.unit == "{n}"]):
            pair = _update(growing, draw)
        else:
            pair = _by_amounts(story, draw, labels)
        if pair[0] != pair[1]:
            made.append(pair)
    return made


def _by_amounts(story: Story, draw: random.Random, labels: tuple[str, ...]) -> Pair:
    thing, names = draw.choice(story), _names(draw)
    wanted = draw.choice(labels)
    while True:
        number = _number(thing, draw)
        left = draw_amount(number, thing.unit, draw)
        right = draw_amount(_another_number(number, thing, draw), thing.unit, draw)
        plain = left.kind == right.kind == "flat"
        if relation(left, right) == wanted and (not plain or draw.random() < 0.5):
            break
    kind = _type_of(left, right, wanted)
    return _say(thing, left, names, draw), _say(thing, right, names, draw), wanted, kind


def _other_thing(story: Story, draw: random.Random) -> Pair:
    """Two things of one event, or one thing of two events."""
    names = _names(draw)
    things = draw.sample(story, 2) if len(story) > 1 and draw.random() < 0.6 else [draw.choice(story)] * 2
    others = names if things[0] is not things[1] else _names_of_another(names, draw)
    kind = "other_count" if things[0] is not things[1] else "other_event"
    left, right = (draw_amount(_number(thing, draw), thing.unit, draw) for thing in things)
    return _say(things[0], left, names, draw), _say(things[1], right, others, draw), "neutral", kind


def _update(growing: list[Thing], draw: random.Random) -> Pair:
    """An early and a later count of one of the things that may still grow."""
    thing, names = draw.choice(growing), _names(draw)
    number = _number(thing, draw)
    more = number + max(1, round(number * draw.uniform(0.05, 1.0)))
    told = []
    for value, when in ((number, draw.choice(EARLY)), (more, draw.choice(LATE))):
        text = draw.choice(thing.wordings).format(n=thing.unit.format(n=spell(value, draw)), **names)
        time = when.format(weekday=names["weekday"])
        told.append(_sentence(f"{time}, {text}" if draw.random() < 0.4 else f"{text} {time}"))
    draw.shuffle(told)
    return told[0], told[1], "neutral", "update"


def _names(draw: random.Random) -> dict[str, str]:
    country, country2 = draw.sample(words.COUNTRIES, 2)
    return {
        "city": draw.choice(words.CITIES),
        "country": country,
        "country2": country2,
        "person": f"{draw.choice(words.FIRST_NAMES)} {draw.choice(words.LAST_NAMES)}",
        "accident": draw.choice(ACCIDENTS)[1],
        "matter": draw.choice(MATTERS),
        "weekday": draw.choice(words.WEEKDAYS),
    }


def _names_of_another(names: dict[str, str], draw: random.Random) -> dict[str, str]:
    while True:
        other = _names(draw)
        if all(other[slot] != names[slot] for slot in ("city", "country", "country2", "person")):
            return other


def _number(thing: Thing, draw: random.Random) -> int:
    """A count of the thing's size, small ones more often, round ones too."""
    low, high = SIZES[thing.size]
    number = round(low * math.pow(high / low, draw.random()))
    digits = len(str(number)) - (1 if draw.random() < 0.6 else 2)
    return max(low, round(number, -max(0, digits))) if draw.random() < 0.5 else number


def _another_number(number: int, thing: Thing, draw: random.Random) -> int:
    """The same number, a near one or a far one."""
    low, high = SIZES[thing.size]
    near = (0, draw.choice((-2, -1, 1, 2)), round(number * draw.uniform(-0.07, 0.07)))
    far = (round(number * draw.uniform(-0.45, 0.6)), round(number * draw.choice((-0.7, -0.5, 1, 2, 3))))
    return min(high, max(low - 1, number + draw.choice(near + far)))


def _type_of(left: Amount, right: Amount, label: str) -> str:
    kinds = {left.kind, right.kind}
    if kinds == {"flat"}:
        return "number"
    if label == "neutral":
        return "compatible_bound"
    return "rounding" if kinds & {"about", "nearly", "over", "crowd"} else "bound"


def _say(thing: Thing, amount: Amount, names: dict[str, str], draw: random.Random) -> str:
    text = draw.choice(thing.wordings).format(n=amount.text, **names)
    if draw.random() < 0.35:
        text = draw.choice(OPENINGS).format(it=text, weekday=names["weekday"])
    return _sentence(text)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
