"""One-edit cases: does the edited word raise a conflict that was not there before?"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.conflicts.gold import Record, is_record
from checker.articles import read_articles
from checker.conflicts import find_conflicts
from checker.loading import Models
from checker.records import Article, Conflict
from checker.settings import Settings
from checker.stages import compare_articles


@dataclass(frozen=True, slots=True)
class Case:
    """One edit, whether it was detected, and what was shown of the edited pair of articles."""

    record: Record
    detected: bool
    shown: tuple[Conflict, ...]


def run_cases(root: Path, settings: Settings, models: Models) -> tuple[list[Case], list[int]]:
    """The cases, and the number of conflicts shown for each untouched pair of articles."""
    records = [json.loads(line) for line in (root / "injected_cases.jsonl").read_text("utf-8").splitlines()]

    @cache
    def article(path: str) -> Article:
        (found,) = read_articles(root / path)
        return replace(found, id=path)

    @cache
    def shown(one: str, other: str) -> tuple[Conflict, ...]:
        articles = tuple(sorted((article(one), article(other)), key=lambda a: a.id))
        found = compare_articles(articles, settings, models)
        conflicts, _ = find_conflicts(found.pairs, found.comparisons, found.by_id, found.story_of, settings, found.echoes)
        return tuple(c for c in conflicts if not c.pair.internal)

    cases = []
    untouched: dict[tuple[str, str], int] = {}
    for record in records:
        before = shown(record["before_path"], record["b_path"])
        after = shown(record["after_path"], record["b_path"])
        untouched[record["before_path"], record["b_path"]] = len(before)
        new = _flagged(after, record, "after") and not _flagged(before, record, "before")
        cases.append(Case(record, new, after))
    return cases, list(untouched.values())


def _flagged(conflicts: Sequence[Conflict], record: Record, when: str) -> bool:
    edited = {
        "a_file": record[f"{when}_path"],
        "a_sentence": record[f"a_sentence_{when}"],
        "b_file": record["b_path"],
        "b_sentence": record["b_sentence"],
    }
    return any(is_record(c.pair.left, c.pair.right, edited) for c in conflicts)


def figures(cases: Sequence[Case], untouched: Sequence[int]) -> dict[str, Any]:
    """Detected shares by alignment and, among the strongly aligned, by type; false alarms per untouched pair."""
    n: Counter[str] = Counter()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        alignment = case.record["alignment"]
        n[alignment] += 1
        n[f"{alignment}_detected"] += case.detected
        if alignment == "strong":
            types[case.record["type"]]["cases"] += 1
            types[case.record["type"]]["detected"] += case.detected
    return {
        "counts": dict(sorted(n.items())),
        "strong": round(n["strong_detected"] / max(1, n["strong"]), 4),
        "moderate": round(n["moderate_detected"] / max(1, n["moderate"]), 4),
        "false_alarms": round(sum(untouched) / max(1, len(untouched)), 4),
        "types": {name: dict(c) for name, c in sorted(types.items())},
    }
