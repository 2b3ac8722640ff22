"""Runs the command with the pipeline replaced by a report made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checker import cli
from checker.records import Report
from tests.reports.ferry import ferry_report

Check = Callable[..., Result]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """`check(*options, report=...)` runs `check news OPTIONS` in an empty folder; `report` can be an error to raise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "news").mkdir()

    def run(*options: str, report: Report | BaseException | None = None) -> Result:
        def pretend(*_: object) -> Report:
            if isinstance(report, BaseException):
                raise report
            return report or ferry_report()

        monkeypatch.setattr(cli, "run_check", pretend)
        return CliRunner().invoke(cli.app, ["news", *options], prog_name="check")

    return run


@pytest.fixture
def complete() -> Report:
    """The ferry report as if everything had been checked."""
    return replace(ferry_report(), skipped=(), not_checked=())


@pytest.fixture
def ferry() -> Report:
    """The sample report: one of everything."""
    return ferry_report()
