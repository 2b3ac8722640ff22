"""Denials: whether one source says that somebody did what another says that they deny."""

from __future__ import annotations

import re
from typing import Final

from checker.facts.anchor import Similar, coverage
from checker.facts.deeds.deed import ACTS, Deed
from checker.records import Comparison, Verdict

RULE = "denial"
VAGUE: Final = frozenset("area country city territory border region place south north east west new".split())
SUFFIX: Final = re.compile(r"(?:ation|ition|sion|tion|ion|ment|al|ing|ance|ence|ure|y)$")
UNITS: Final = frozenset(  # what a country acts by; with the country named, which of them doesn't matter
    "government army military force troop air warplane plane aircraft jet bomber soldier official spokesman minister "
    "ministry armed authority regime state".split()
)


def compare(left: Deed, right: Deed, similar: Similar) -> Comparison | None:
    """Whether one says that somebody did what the other denies."""
    if left.denied == right.denied or left.hedged or right.hedged:
        return None
    denial, told = (left, right) if left.denied else (right, left)
    if not one_act(denial.act, told.act) or not (denial.explicit or _singular(denial, told)):
        return None
    agent, patient = _same_agent(denial.subject, told.subject, similar), _same_patient(denial.rest, told.rest, similar)
    if agent < 0.6 or patient < 0.4:
        return None
    strength = round(agent * (0.4 + 0.6 * patient), 4)
    item = f"whether {' '.join(sorted(told.subject)[:2])} {told.act}"
    message = f"{told.text}: denied"
    return Comparison(
        RULE, "negation", Verdict.CONTRADICT, left.text, right.text, message, strength, left.mark, right.mark, item
    )


def _singular(denial: Deed, told: Deed) -> bool:
    """Whether the deed can be one and the same though nobody is said to deny it: a grave one, or one done to a thing.

    "The champion did not recover" has no object, and people do and don't do many things.
    """
    return any(denial.act in group for group in ACTS) or bool(denial.rest and told.rest)


def _same_patient(denied: frozenset[str], told: frozenset[str], similar: Similar) -> float:
    """How surely it is done to the same; .5 where a side doesn't say, 0 for something else."""
    if not denied or not told:
        return 0.5
    return max(coverage(denied, told, similar), 0.7 if (denied & told) - VAGUE else 0.0)


def one_act(left: str, right: str) -> bool:
    """Whether the two lemmas name one deed: equal, of one line of ACTS, or the noun of its verb."""
    if left == right or any(left in group and right in group for group in ACTS):
        return True
    return _made_of(left, right) or _made_of(right, left)


def _made_of(noun: str, verb: str) -> bool:
    stem = SUFFIX.sub("", noun)
    return (
        stem != noun
        and len(stem) >= 3
        and (verb == stem or verb == stem + "e" or (verb.startswith(stem) and len(verb) <= len(stem) + 2))
    )


def _same_agent(denier: frozenset[str], doer: frozenset[str], similar: Similar) -> float:
    """How surely the one who denies is the one who is said to have done it. A "we" may be anybody."""
    if denier == {"we"}:
        return 0.8 if doer != {"we"} else 0.0
    own, other = denier - UNITS, doer - UNITS
    if not own or not other:
        return 0.7 if denier & doer and not own and not other else 0.0
    return coverage(own, other, similar) if own & other else 0.0
