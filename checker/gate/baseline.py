"""The baseline: known conflicts, which fail no run. A small JSON file whose diff can be reviewed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from checker.errors import InputError
from checker.records import Report
from checker.reports.atomic import write_whole
from checker.reports.order import weightiest_first

BASELINE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The ids of the known conflicts; they survive reordered files, re-wrapped text and added articles."""

    ids: frozenset[str] = frozenset()


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises InputError where there is none, or something else."""
    hint = "make one with --update-baseline"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError(f"no baseline at {path}: {hint}") from error
    except OSError as error:
        raise InputError(f"can't read the baseline {path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:  # a file nested too deep is as little a baseline
        raise InputError(f"{path} is no baseline: not JSON ({error}); {hint}") from error
    if not isinstance(data, dict) or data.get("baseline_version") != BASELINE_VERSION:
        raise InputError(f"{path} is no baseline of version {BASELINE_VERSION}: {hint}")
    rows = data.get("conflicts")
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "id" in row for row in rows):
        raise InputError(f"{path} is no baseline: every row of 'conflicts' needs an 'id'; {hint}")
    return Baseline(frozenset(str(row["id"]) for row in rows))


def write_baseline(path: Path, report: Report) -> None:
    """Write all conflicts of a report as known; each row also says what it is, for whoever reviews it."""
    rows = [
        {
            "id": found.id,
            "severity": found.severity.value,
            "kind": found.kind,
            "item": found.comparison.item,
            "left": f"{found.pair.left.source}: {found.comparison.left_value}",
            "right": f"{found.pair.right.source}: {found.comparison.right_value}",
        }
        for found in sorted(report.conflicts, key=weightiest_first)
    ]
    content = {"baseline_version": BASELINE_VERSION, "conflicts": rows}
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
