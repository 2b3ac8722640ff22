"""The one order of findings in every report: nothing depends on the order of files or of a set."""

from __future__ import annotations

import re
from typing import Any

from checker.records import Agreement, Conflict, Disagreement, Severity, SharedClaim

SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Orders "story-2" before "story-10"."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def weightiest_first(found: Conflict | Disagreement) -> tuple[Any, ...]:
    """The order of findings everywhere: by story, then severity, then probability, then id."""
    rank = SEVERITIES.index(found.severity)
    return natural_key(found.story_id), rank, -round(found.probability, 4), found.id


def shared_order(shared: SharedClaim) -> tuple[Any, ...]:
    """By story, the independent ones first, then those of most sources, then by probability, then by id."""
    sources = len({claim.source for claim in shared.claims})
    story = natural_key(shared.story_id)
    return story, not shared.independent, -sources, -round(shared.probability, 4), shared.id


def agreement_order(agreement: Agreement) -> tuple[Any, ...]:
    """By story, the independent ones first, then by probability, then by id."""
    story = natural_key(agreement.story_id)
    return story, not agreement.independent, -round(agreement.probability, 4), agreement.id
