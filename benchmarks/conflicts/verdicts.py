"""What a person made of flags that the annotation doesn't know, by conflict id: real or not, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.conflicts.news import Checked, verdict_of
from checker.records import Conflict

FILE = Path(__file__).with_name("verdicts.json")


def read_verdicts(file: Path = FILE) -> dict[str, bool]:
    """Whether the flag is real, by conflict id."""
    if not file.exists():
        return {}
    return {row["id"]: bool(row["real"]) for row in json.loads(file.read_text(encoding="utf-8"))}


def unjudged(checked: Sequence[Checked]) -> list[tuple[str, Conflict]]:
    """The shown flags without a gold record, each with its story."""
    return [
        (one.story.name, c)
        for one in checked
        for c in one.shown
        if verdict_of(c.pair.left, c.pair.right, one.story) == "unjudged"
    ]


def figures(checked: Sequence[Checked], verdicts: dict[str, bool]) -> dict[str, Any]:
    """How many shown flags without a gold record were judged by hand, and which share of those is real."""
    shown = [c.id for _, c in unjudged(checked)]
    judged = [verdicts[i] for i in shown if i in verdicts]
    return {
        "unjudged_flags": len(shown),
        "judged_by_hand": len(judged),
        "real": sum(judged),
        "share_real": round(sum(judged) / len(judged), 4) if judged else 0.0,
    }
