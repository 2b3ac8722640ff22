"""What speaks for and against a contradiction that only the NLI model sees, in the claims as wholes."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from typing import Final

from checker.conflicts.feature import Feature, log_odds
from checker.conflicts.listed import listed_otherwise
from checker.conflicts.rarity import numbers
from checker.facts import Day
from checker.records import Claim, ClaimPair, Comparison

ALIKE: Final = 0.5  # cosine of usual rewording
ALONE: Final = "model alone, "
WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(calendar.day_name)})\b")
NO_DATE: Final = re.compile(r"\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
UNTIL_THEN: Final = re.compile(r"\b(?:still|so far|for now|until now|as of now|not yet|yet to)\b", re.IGNORECASE)


def model_alone(pair: ClaimPair, finding: Comparison, agreeing: Sequence[Comparison]) -> list[Feature]:
    """What it says of the whole sentences; and what it stumbles over: like wording, numbers, days, lists, agreement.

    `agreeing` are the typed comparisons of the pair that agree.
    """
    context = finding.strength if finding.in_context is None else finding.in_context
    excess = max(0.0, round(pair.similarity - ALIKE, 4))
    left, right = numbers(pair.left.text), numbers(pair.right.text)
    both = f"{', '.join(sorted(left))}; {', '.join(sorted(right))}: often of two things" if left and right else ""
    common = ", ".join(sorted(left & right))
    days, others = _days(pair.left), _days(pair.right)
    apart = f"{min(days)}; {min(others)}" if days and others and not days & others else ""
    facts = "; ".join(c.message for c in agreeing[:2])
    listed = listed_otherwise(pair.left.text, pair.right.text)
    until = [f"“{m.group()}”: it may have changed" for c in (pair.left, pair.right) if (m := UNTIL_THEN.search(c.text))]
    return [
        Feature(f"{ALONE}whole sentences", log_odds(context), f"model, of both sentences as wholes: {context:.2f}"),
        Feature(f"{ALONE}like wording", excess, "it stumbles over reworded claims"),
        Feature(f"{ALONE}numbers", float(bool(both) and not common), both),
        Feature(f"{ALONE}a number in common", float(bool(common)), common),
        Feature(f"{ALONE}other days", float(bool(apart)), apart),
        Feature(f"{ALONE}another order", float(listed is not None), "both list " + " and ".join(listed or ())),
        Feature(f"{ALONE}until then", float(len(until) == 1), "; ".join(until)),
        Feature(f"{ALONE}facts agree", float(bool(agreeing)), facts),
    ]


def _days(claim: Claim) -> frozenset[str]:
    """The days that a claim names, by date where the publication date settles it, else by their words.

    Without a publication date nobody knows which day "yesterday" is. What a speaker says without naming a day is of the
    day on which it was said, where the sentence has that.
    """
    named = set()
    for fact in claim.facts:
        if isinstance(fact, Day) and fact.resolved is not None:
            named.add(fact.resolved.isoformat())
        elif isinstance(fact, Day) and fact.weekday is not None:
            named.add(calendar.day_name[fact.weekday])
    if named:
        return frozenset(named)
    unsettled = frozenset(word.lower() for word in NO_DATE.findall(claim.text))
    return unsettled or frozenset(WEEKDAY.findall(claim.sentence) if claim.speaker else ())


def as_of_model(rows: Sequence[Feature]) -> list[Feature]:
    """The features under names of their own, but for the rule's.

    What like wording, shared names or another speaker say of two values that a rule has compared, they don't say of
    two sentences that a model takes for opposed.
    """
    return [
        r if r.name.startswith((ALONE, "rule ", "clearness ")) else Feature(f"{ALONE}{r.name}", r.value, r.detail)
        for r in rows
    ]
