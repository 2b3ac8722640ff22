"""CSV for spreadsheets: a row per conflict, and a row per source."""

from __future__ import annotations

from typing import Any

import pandas as pd

from checker.records import Report
from checker.reports.context import Context
from checker.structure import report_to_dict

_CONFLICT = [
    "id",
    "disagreement",
    "story",
    "scope",
    "severity",
    "probability",
    "kind",
    "rule",
    "item",
    "known",
]
_SIDE = ["source", "speaker", "published", "file", "line", "value", "text"]
_AFTER = ["explanation", "resolve"]
_SCORE = [
    "source",
    "agreement",
    "low",
    "high",
    "enough_evidence",
    "comparable",
    "agreeing",
    "disputed",
    "origins",
]
_SCORE += ["uncorroborated", "corrected", "relayed"]
_OWN = ["value", "low", "high", "comparable", "unresolved"]
# a spreadsheet runs a cell that begins like this as a formula; a quote in an article must not become one
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_conflicts_csv(report: Report, context: Context) -> str:
    """conflicts.csv: one row per conflict, each side's columns named left_... and right_..."""
    plain = report_to_dict(report, context.known)
    rows = [
        [
            *(row[name] for name in _CONFLICT),
            *_side(row["left"]),
            *_side(row["right"]),
            *(row[n] for n in _AFTER),
        ]
        for row in plain["conflicts"]
    ]
    sides = [f"{side}_{name}" for side in ("left", "right") for name in _SIDE]
    return _csv(rows, [*_CONFLICT, *sides, *_AFTER])


def write_scores_csv(report: Report, _: Context) -> str:
    """scores.csv: one row per source; numbers are empty where there is not enough evidence."""
    rows = [
        [*(row[name] for name in _SCORE), *(row["self_consistency"][name] for name in _OWN)]
        for row in report_to_dict(report)["scores"]
    ]
    return _csv(rows, [*_SCORE, *(f"self_consistency_{name}" for name in _OWN)])


def _side(side: dict[str, Any]) -> list[Any]:
    return [side[name] for name in _SIDE]


def _csv(rows: list[list[Any]], names: list[str]) -> str:
    frame = pd.DataFrame([[_cell(value) for value in row] for row in rows], columns=names, dtype=object)
    text = frame.to_csv(index=False, lineterminator="\n")
    assert isinstance(text, str)  # pandas returns text where no file is given
    return text


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
