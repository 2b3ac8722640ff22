"""What a date hangs on in its sentence, and whether that is one end of a day, once more, or to come."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Anchor
from checker.facts.times.calendar import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

AGAIN: Final = frozenset("previously first again formerly once return returned returns returning also last".split())
LATE: Final = re.compile(r"\b(?:late(?: on)?|overnight(?: \w+)?) $", re.IGNORECASE)
NIGHT: Final = re.compile(r"(?:'s|’s)? (?:late )?(?:night|evening|midnight|overnight)\b", re.IGNORECASE)
EARLY: Final = re.compile(r"\b(?:early(?: on)?|before dawn(?: on)?) $", re.IGNORECASE)
MORNING: Final = re.compile(r"(?:'s|’s)? (?:early )?morning\b", re.IGNORECASE)


def event_of(token: Token) -> Token:
    """What the date tells the time of: the noun or verb that the date's phrase hangs on."""
    node = token
    while node.head != node and (
        node.ent_type_ in ("DATE", "TIME")
        or node.dep_ in ("prep", "pobj", "npadvmod", "nummod", "compound", "pcomp", "advmod")
        or node.lower_ in WEEKDAYS
    ):
        node = node.head
        if node.pos_ in ("VERB", "AUX") and node.lower_ != "am":  # "at 5:30 am": a verb to the parser
            break
    return node


def with_particle(event: Token, anchor: Anchor) -> Anchor:
    """The anchor with the verb's particle: "take off" is another event than "take"."""
    particle = next((c for c in event.children if c.dep_ == "prt" or _parts(c)), None)
    return anchor if particle is None else replace(anchor, head=f"{anchor.head} {particle.lower_}")


def _parts(child: Token) -> bool:
    """Whether the word turns the verb into its opposite, whatever the parser takes it for: "checked out of"."""
    return child.lower_ in ("out", "off", "away") and child.dep_ in ("prep", "advmod") and child.i == child.head.i + 1


def after_another(event: Token, date: Token) -> bool:
    """Whether the date may be that of an earlier event just before it: "was charged after a shooting on Friday"."""
    if event.pos_ not in ("VERB", "AUX") or date.i < event.i:
        return False
    # "shortly after 2 a.m." is the time of the event itself
    own = {date.i - 1, date.head.i}
    return any(c.lower_ in ("after", "following") and event.i < c.i < date.i and c.i not in own for c in event.children)


def edge_of(before: str, behind: str) -> str:
    """Which end of its day is meant: "Friday night", "early Saturday"."""
    if LATE.search(before) or NIGHT.match(behind):
        return "end"
    return "start" if EARLY.search(before) or MORNING.match(behind) else ""


def one_of_several(event: Token) -> bool:
    """Whether it is said to be one time of several: "previously hosted", "returned to host"."""
    return any(t.lower_ in AGAIN for t in (event.head, *event.children))


def to_come(event: Token) -> bool:
    """Whether it is planned: "to host", "will host"."""
    return any(c.dep_ == "aux" and c.lower_ in ("to", "will", "would") for c in event.children)
