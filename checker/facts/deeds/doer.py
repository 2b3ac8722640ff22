"""Who did it: one deed that is done by one person or body, told of two."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from rapidfuzz import fuzz

from checker.facts.anchor import Similar, coverage
from checker.facts.deeds.deed import Deed
from checker.facts.deeds.denial import one_act
from checker.facts.people.nations import nations_in
from checker.facts.times.calendar import MONTHS, WEEKDAYS
from checker.records import Comparison, Verdict

RULE = "doer"
# What is mostly done once, by one: many may visit, praise, sign or attend, so that two names there conflict in nothing.
DONE_BY_ONE: Final = frozenset(
    "author draft compose design build found invent discover order evacuation appoint nominate sack dismiss land "
    "pilot fly drive steer command lead chair head kill shoot stab own buy acquire purchase sell fund finance score "
    "captain referee direct produce broker mediate host record film photograph detonate ignite start preside".split()
)
# Of these, what the same or others do again at the next occasion.
DONE_AGAIN: Final = frozenset(
    "host lead chair captain referee preside head fly pilot drive steer command score order broker mediate film".split()
)
TIMES: Final = frozenset(
    {*WEEKDAYS, *MONTHS, *"today yesterday morning afternoon evening night week month year".split()}
)
OCCASION: Final = re.compile(r"\b(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th))\b|\b(?:first|last|again)\b")
SAME_THING: Final = 0.5
INITIALS: Final = 5  # letters of a name that is short for another
SPELLING: Final = 65  # of 100: "Velkov" and "Welkow"


def compare(left: Deed, right: Deed, similar: Similar) -> Comparison | None:
    """Whether one deed is told of two named persons or bodies; None where it may be two deeds, or both did it."""
    if left.denied or right.denied or left.hedged or right.hedged or not (left.names and right.names):
        return None
    if left.act not in DONE_BY_ONE or not one_act(left.act, right.act):
        return None
    one, other = (frozenset(OCCASION.findall(d.text)) for d in (left, right))
    if one != other and ((one and other) or left.act in DONE_AGAIN):
        return None  # "hosts the 2014 awards", "hosted the 85th awards"
    if any(fuzz.ratio(a, b) >= SPELLING for a, b in product(left.names, right.names)):
        return None
    if _short_for(left, right) or _short_for(right, left):
        return None
    thing = coverage(_what(left) - right.names, _what(right) - left.names, similar)
    if thing < SAME_THING:
        return None
    message = f"{' '.join(sorted(left.names))} and {' '.join(sorted(right.names))} are each said to have done it"
    strength = round(0.3 + 0.6 * thing, 4)
    return Comparison(
        RULE, "actor", Verdict.CONTRADICT, left.text, right.text, message, strength, left.mark, right.mark,
        f"who did it: {left.act}",
    )  # fmt: skip


def _what(deed: Deed) -> frozenset[str]:
    """What it is done to, without times and countries: two things of one country are two."""
    return frozenset(w for w in deed.rest - TIMES if not nations_in([w.title()]))


def _short_for(short: Deed, long: Deed) -> bool:
    """Whether the one names in capitals what the other may name in full: "RJR", "RJ Reynolds Tobacco"."""
    capitals = [n for n in short.names if 2 <= len(n) <= INITIALS and re.search(rf"\b{n.upper()}\b", short.text)]
    return any(word[0] == name[0] for name in capitals for word in long.subject)
