"""News agencies: their credits stay in the text, and they are not the outlet that carries their copy."""

from __future__ import annotations

import re

from checker.facts.people.agencies import AGENCIES

SHORT = frozenset({"AA", "PA"})  # two letters that stand in many lines which credit nobody
AGENCY = re.compile(
    r"\b(?:" + "|".join([*(p for n in AGENCIES.values() for p in n.split("|") if p not in SHORT), "Agencies"]) + r")\b"
)


def names_agency(text: str) -> bool:
    """Whether a line credits a news agency."""
    return bool(AGENCY.search(text))
