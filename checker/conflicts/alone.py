"""What speaks for and against a contradiction that only the NLI model sees, in the claims as wholes."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import Final

from checker.conflicts.feature import Feature, log_odds
from checker.conflicts.rarity import numbers
from checker.facts import Day
from checker.records import Claim, ClaimPair, Comparison

ALIKE: Final = 0.5  # cosine of usual rewording
ALONE: Final = "model alone, "


def model_alone(pair: ClaimPair, finding: Comparison, agreeing: Sequence[Comparison]) -> list[Feature]:
    """What it says of the whole sentences; and like wording, numbers and facts that agree: what it stumbles over.

    `agreeing` are the typed comparisons of the pair that agree.
    """
    context = finding.strength if finding.in_context is None else finding.in_context
    excess = max(0.0, round(pair.similarity - ALIKE, 4))
    left, right = numbers(pair.left.text), numbers(pair.right.text)
    both = f"{', '.join(sorted(left))}; {', '.join(sorted(right))}: often of two things" if left and right else ""
    days, others = _days(pair.left), _days(pair.right)
    apart = f"{min(days)}; {min(others)}" if days and others and not days & others else ""
    facts = "; ".join(c.message for c in agreeing[:2])
    return [
        Feature(f"{ALONE}whole sentences", log_odds(context), f"model, of both sentences as wholes: {context:.2f}"),
        Feature(f"{ALONE}like wording", excess, "it stumbles over reworded claims"),
        Feature(f"{ALONE}numbers", float(bool(both)), both),
        Feature(f"{ALONE}other days", float(bool(apart)), apart),
        Feature(f"{ALONE}facts agree", float(bool(agreeing)), facts),
    ]


def _days(claim: Claim) -> frozenset[str]:
    """The days that a claim names, by date where the publication date settles it, else by weekday."""
    named = set()
    for fact in claim.facts:
        if isinstance(fact, Day) and fact.resolved is not None:
            named.add(fact.resolved.isoformat())
        elif isinstance(fact, Day) and fact.weekday is not None:
            named.add(calendar.day_name[fact.weekday])
    return frozenset(named)


def as_of_model(rows: Sequence[Feature]) -> list[Feature]:
    """The features under names of their own, but for the rule's.

    What like wording, shared names or another speaker say of two values that a rule has compared, they don't say of
    two sentences that a model takes for opposed.
    """
    return [
        r if r.name.startswith((ALONE, "rule ", "clearness ")) else Feature(f"{ALONE}{r.name}", r.value, r.detail)
        for r in rows
    ]
