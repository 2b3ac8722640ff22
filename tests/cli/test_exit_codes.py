"""Exit codes: 0 done, 1 new conflicts at or above --fail-on, 2 something is wrong, 130 interrupted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker import cli
from checker.errors import InputError, ModelError
from checker.records import Report, Scope, Skipped
from checker.settings import FAIL_ON, FORMATS
from tests.cli.conftest import Check
from tests.reports.build import make_report, only

ROOT = Path(__file__).parents[2]
PRINT_FERRY = """
import sys
from dataclasses import replace
from checker import cli
from tests.reports.ferry import ferry_report

ferry = ferry_report()
cli.run_check = lambda *_: replace(ferry, settings=ferry.settings | {"encoder": "Łódź"})
sys.argv = ["check", ".", "--out", "-"]
cli.main()
"""


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "high"], 1),
        (["--fail-on", "medium"], 1),
        (["--fail-on", "low"], 1),
        (["--fail-on", "low", "--exit-zero"], 0),
        (["--strict"], 0),
        (["--strict", "--fail-on", "high"], 1),
        (["--fail-on", "everything"], 2),
        (["--format", "docx"], 2),
        (["--format", ","], 2),
        (["--min-probability", "1.5"], 2),
        (["--min-probability", "nan"], 2),
        (["--stories", "many"], 2),
        (["--update-baseline"], 2),
        (["--baseline", "missing.json"], 2),
        (["--out", "-", "--format", "md,json"], 2),
        (["--no-such-option"], 2),
        (["second-folder"], 2),
    ],
)
def test_exit_code(check: Check, complete: Report, options: list[str], code: int) -> None:
    assert check(*options, report=complete).exit_code == code


@pytest.mark.parametrize(("level", "code"), [("high", 0), ("medium", 1), ("low", 1)])
def test_only_conflicts_at_or_above_the_level_fail(check: Check, complete: Report, level: str, code: int) -> None:
    assert check("--fail-on", level, report=only(complete, "c-day")).exit_code == code


def test_disputes_between_quoted_parties_never_fail(check: Check, complete: Report) -> None:
    dispute = only(complete, "c-engine")
    assert [found.scope for found in dispute.conflicts] == [Scope.DISPUTE]
    assert check("--fail-on", "low", report=dispute).exit_code == 0


def test_strict_makes_what_was_not_checked_an_error(check: Check) -> None:
    result = check("--strict", "--fail-on", "high", "--exit-zero")
    assert result.exit_code == 2
    assert "check: not checked: 2 items (--strict: exit 2)" in result.stderr
    assert Path("reports/report.md").is_file()


def test_strict_and_unchecked_is_not_passed(check: Check, complete: Report) -> None:
    missed = replace(only(complete, "c-engine"), skipped=(Skipped("photo.jpg", "not a text file"),))
    result = check("--strict", "--fail-on", "high", report=missed)
    assert result.exit_code == 2
    assert "check: not passed: not all was checked, and no new conflict of severity high" in result.stderr


def test_not_checked_is_said_without_strict_too(check: Check) -> None:
    result = check("--quiet")
    assert result.exit_code == 0
    assert "photo.jpg: not a text file" in result.stderr


def test_a_run_that_read_no_article_is_no_clean_run(check: Check) -> None:
    result = check(report=make_report())
    assert result.exit_code == 2
    assert "no article could be read" in result.stderr


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("no folder at news: give one"), 2, "check: no folder at news: give one"),
        (ModelError("can't load it"), 2, "check: can't load it"),
        (KeyboardInterrupt(), 130, "check: interrupted; no half-written report is left"),
        (MemoryError(), 2, "check: out of memory: check fewer articles at a time"),
        (
            ValueError("a\nb"),
            2,
            "check: internal error: ValueError: a b; please report it (CHECKER_TRACEBACK=1 shows where)",
        ),
    ],
)
def test_an_error_is_one_line(check: Check, error: BaseException, code: int, line: str) -> None:
    result = check(report=error)
    assert result.exit_code == code
    assert result.stderr == f"{line}\n"
    assert not Path("reports").exists()


def test_an_empty_path_is_not_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.app, [""], prog_name="check")
    assert result.exit_code == 2
    assert "is empty; give the folder that holds the articles" in result.stderr


def test_developers_can_have_a_traceback(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_TRACEBACK", "1")
    assert isinstance(check(report=ValueError("x")).exception, ValueError)
    assert isinstance(check(report=OSError(28, "No space left on device")).exception, OSError)


@pytest.mark.parametrize("folder", ["taken", "taken/of/today"])
def test_a_report_folder_that_is_a_file_is_told_before_the_check(check: Check, tmp_path: Path, folder: str) -> None:
    (tmp_path / "taken").write_text("")
    result = check("--out", folder, report=AssertionError("the check ran"))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"check: can't write to {folder}: ")
    assert "taken is no folder" in result.stderr


def test_a_report_folder_that_is_closed(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ferry: Report
) -> None:
    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "closed")
    result = check("--out", "closed/reports", report=AssertionError("the check ran"))
    assert result.exit_code == 2
    assert result.stderr.startswith("check: can't write to closed/reports: Permission denied")
    assert check("--out", "open/reports", report=ferry).exit_code == 0
    assert not (tmp_path / "closed/reports").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_one_line(tmp_path: Path) -> None:
    process = run_ferry(tmp_path, stdout="/dev/full")
    assert process.returncode == 2
    assert process.stderr.decode() == "check: can't read or write the output: No space left on device\n"


def test_a_report_on_stdout_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    process = run_ferry(tmp_path, PYTHONIOENCODING="cp1252")
    assert process.returncode == 0
    assert "Łódź" in (tmp_path / "out").read_text(encoding="utf-8")


def run_ferry(folder: Path, stdout: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The ferry report printed to a file by a process of its own."""
    with Path(stdout or folder / "out").open("wb") as out:
        return subprocess.run(
            [sys.executable, "-c", PRINT_FERRY],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.PIPE,
            env=os.environ | environment,
            check=False,
        )


def test_a_reader_that_closes_the_pipe_sees_no_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PRINT_FERRY], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 2
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


def test_the_choices_of_the_command_line_are_those_of_the_settings() -> None:
    assert tuple(cli.FailOn) == FAIL_ON
    assert set(FORMATS) <= set(cli.WRITERS)


def test_gate_summary_says_what_failed_and_where(check: Check) -> None:
    errors = check("--fail-on", "high").stderr.splitlines()
    assert errors[0] == "check: failed: 2 new conflicts of severity high (5 conflicts in all)"
    assert errors[1] == (
        "check:   news/a1.txt:3: high: number of passengers hurt: Harbour Herald says Twelve, "
        "Coast Wire says Fifteen (news/a2.txt:3) [c-hurt-1]"
    )


def test_one_format_on_stdout_and_nothing_else(check: Check) -> None:
    result = check("--out", "-", "--format", "json")
    assert json.loads(result.stdout)["schema_version"] == 1
    assert not Path("reports").exists()
    assert check("--out", "-").stdout.startswith("# 2 disagreements between sources\n")
