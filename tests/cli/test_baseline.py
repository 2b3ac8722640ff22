"""The baseline: known conflicts stay visible and fail nothing; new ones fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.records import Report
from tests.cli.conftest import Check
from tests.reports.build import only

GATE = ("--fail-on", "low", "--baseline", "known.json", "--format", "json")


def test_known_conflicts_fail_no_more_and_stay_visible(check: Check, complete: Report) -> None:
    assert check("--fail-on", "low", report=complete).exit_code == 1
    made = check(*GATE, "--update-baseline", report=complete)
    assert made.exit_code == 0
    assert "check: 5 known conflicts written to known.json" in made.stderr
    again = check(*GATE, report=complete)
    assert again.exit_code == 0
    assert "passed: no new conflict of severity low or above (5 conflicts in all, 5 known)" in again.stderr
    assert all(row["known"] for row in json.loads(Path("reports/report.json").read_text())["conflicts"])


def test_a_new_conflict_fails(check: Check, complete: Report) -> None:
    fewer = only(complete, "c-hurt-2", "c-day", "c-engine", "c-own")
    check(*GATE, "--update-baseline", report=fewer)
    result = check(*GATE, report=complete)
    assert result.exit_code == 1
    assert "failed: 1 new conflict of severity low or above (5 conflicts in all, 4 known)" in result.stderr
    assert "c-hurt-1" in result.stderr
    assert "c-day" not in result.stderr


def test_what_is_gone_is_said_and_dropped_by_an_update(check: Check, complete: Report) -> None:
    check(*GATE, "--update-baseline", report=complete)
    fewer = only(complete, "c-hurt-1", "c-hurt-2")
    result = check(*GATE, report=fewer)
    assert result.exit_code == 0
    assert "3 known conflicts not found any more" in result.stderr
    check(*GATE, "--update-baseline", report=fewer)
    assert [row["id"] for row in json.loads(Path("known.json").read_text())["conflicts"]] == ["c-hurt-1", "c-hurt-2"]


def test_the_file_can_be_reviewed(check: Check, complete: Report) -> None:
    check(*GATE, "--update-baseline", report=complete)
    assert json.loads(Path("known.json").read_text())["conflicts"][0] == {
        "id": "c-hurt-1",
        "severity": "high",
        "kind": "quantity",
        "item": "number of passengers hurt",
        "left": "Harbour Herald: Twelve",
        "right": "Coast Wire: Fifteen",
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not JSON"),
        ("[]", "no baseline of version 1"),
        ("[" * 100_000, "not JSON"),
        ('{"baseline_version": 2, "conflicts": []}', "no baseline of version 1"),
        ('{"baseline_version": 1}', "every row of 'conflicts' needs an 'id'"),
        ('{"baseline_version": 1, "conflicts": [{"severity": "low"}]}', "every row of 'conflicts' needs an 'id'"),
    ],
)
def test_a_damaged_baseline_is_an_error_not_an_empty_one(check: Check, content: str, message: str) -> None:
    Path("known.json").write_text(content)
    result = check(*GATE)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "--update-baseline" in result.stderr
