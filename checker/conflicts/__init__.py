"""ClaimPair -> Comparison -> Conflict or Agreement: typed comparators, NLI, fusion, severity, disagreements."""

from __future__ import annotations

from checker.conflicts.comparators import Comparator, TypedFacts, Wording
from checker.conflicts.echoes import Echoes
from checker.conflicts.exchange import Exchanged
from checker.conflicts.find import Found, compare_pairs, find_conflicts
from checker.conflicts.group import group_conflicts
from checker.conflicts.inference import Inference, add_inference
from checker.conflicts.same_event import ask_same_event

__all__ = [
    "Comparator",
    "Echoes",
    "Exchanged",
    "Found",
    "Inference",
    "TypedFacts",
    "Wording",
    "add_inference",
    "ask_same_event",
    "compare_pairs",
    "find_conflicts",
    "group_conflicts",
]
