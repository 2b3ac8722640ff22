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
from checker.loading import Models
from checker.records import Article, Conflict
from checker.settings import Settings
from checker.stages import compare_articles, conclude


@dataclass(frozen=True, slots=True)
class Edit:
    """One case: the article before and after the edit, the other outlet's article, and the case's record."""

    before: Article
    after: Article
    other: Article
    record: Record

    @property
    def story(self) -> str:
        """The story the case is made from."""
        return str(self.record["story"])

    @property
    def articles(self) -> tuple[Article, Article]:
        """The edited pair."""
        return self.after, self.other

    @property
    def gold(self) -> Record:
        """The planted conflict, as a gold record of the edited pair."""
        return self.sentences("after")

    def sentences(self, when: str) -> Record:
        """The sentence "before" or "after" the edit and its partner, as a gold record."""
        return {
            "a_file": self.record[f"{when}_path"],
            "a_sentence": self.record[f"a_sentence_{when}"],
            "b_file": self.record["b_path"],
            "b_sentence": self.record["b_sentence"],
        }


def read_edits(root: Path) -> list[Edit]:
    """The cases in the order of their file; the id of each article is its path under `root`."""

    @cache
    def article(path: str) -> Article:
        (found,) = read_articles(root / path)
        return replace(found, id=path)

    records = [json.loads(line) for line in (root / "injected_cases.jsonl").read_text("utf-8").splitlines()]
    return [Edit(article(r["before_path"]), article(r["after_path"]), article(r["b_path"]), r) for r in records]


@dataclass(frozen=True, slots=True)
class Case:
    """One edit, whether it was detected, and what was shown of the edited pair of articles."""

    edit: Edit
    detected: bool
    shown: tuple[Conflict, ...]


def run_cases(
    edits: Sequence[Edit], settings: Settings, models: Models
) -> tuple[list[Case], dict[str, tuple[Conflict, ...]]]:
    """The cases, and the conflicts shown for each untouched pair of articles, by both paths."""
    known: dict[tuple[str, str], tuple[Conflict, ...]] = {}

    def shown(one: Article, other: Article) -> tuple[Conflict, ...]:
        if (one.id, other.id) not in known:
            both = compare_articles(sorted((one, other), key=lambda a: a.id), settings, models)
            known[one.id, other.id] = tuple(c for c in conclude(both, settings).conflicts if not c.pair.internal)
        return known[one.id, other.id]

    cases = []
    untouched: dict[str, tuple[Conflict, ...]] = {}
    for edit in edits:
        before, after = shown(edit.before, edit.other), shown(edit.after, edit.other)
        untouched[f"{edit.before.id} {edit.other.id}"] = before
        new = _flagged(after, edit.gold) and not _flagged(before, edit.sentences("before"))
        cases.append(Case(edit, new, after))
    return cases, untouched


def _flagged(conflicts: Sequence[Conflict], record: Record) -> bool:
    return any(is_record(c.pair.left, c.pair.right, record) for c in conflicts)


def figures(cases: Sequence[Case], untouched: dict[str, tuple[Conflict, ...]]) -> dict[str, Any]:
    """Detected shares by alignment and, among the strongly aligned, by type; false alarms per untouched pair."""
    n: Counter[str] = Counter()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        alignment = case.edit.record["alignment"]
        n[alignment] += 1
        n[f"{alignment}_detected"] += case.detected
        if alignment == "strong":
            types[case.edit.record["type"]]["cases"] += 1
            types[case.edit.record["type"]]["detected"] += case.detected
    alarms = sum(map(len, untouched.values()))
    return {
        "counts": dict(sorted(n.items())),
        "strong": round(n["strong_detected"] / max(1, n["strong"]), 4),
        "moderate": round(n["moderate_detected"] / max(1, n["moderate"]), 4),
        "untouched_pairs": len(untouched),
        "false_alarms": round(alarms / max(1, len(untouched)), 4),
        "types": {name: dict(c) for name, c in sorted(types.items())},
    }
