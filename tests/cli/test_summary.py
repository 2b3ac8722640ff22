"""What the terminal shows: plain when piped, colour in a terminal, never what an article would like to do to it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from checker.records import Report
from checker.reports import Context
from checker.reports.summary import print_summary
from tests.cli.conftest import Check
from tests.golden.compare import assert_golden
from tests.reports.build import group, make_article, make_claim, make_conflict, make_report


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def summary(report: Report, out: io.StringIO) -> str:
    print_summary(report, Context(), [Path("reports/report.md")], out)
    return out.getvalue()


def test_piped_summary_is_plain_text(check: Check) -> None:
    assert_golden("summary.txt", check("--format", "md").stdout)


def test_colour_in_a_terminal_unless_no_color(check: Check, ferry: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;31mhigh" in summary(ferry, Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in summary(ferry, Terminal())


def test_quiet_says_nothing_on_stdout(check: Check, complete: Report) -> None:
    result = check("--quiet", report=complete)
    assert (result.stdout, result.stderr) == ("", "")
    assert Path("reports/report.md").is_file()


def test_an_article_cannot_steer_the_terminal() -> None:
    text = "[bold]12[/bold] \x1b]0;owned\x07\x1b[2Jdied."
    left, right = make_article("l", f"[red]{text}", text), make_article("r", "Other", text)
    found = make_conflict("c", (make_claim(left, text), text), (make_claim(right, text), "13"), text)
    shown = summary(make_report((left, right), conflicts=(found,), disagreements=(group("d", found),)), io.StringIO())
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]12[/bold]" in shown


def test_at_most_ten_findings_are_named(ferry: Report) -> None:
    article, other = make_article("l", "L", "One."), make_article("r", "R", "Two.")
    sides = (make_claim(article, "One."), "One"), (make_claim(other, "Two."), "Two")
    conflicts = tuple(make_conflict(f"c{number}", *sides, f"item {number}") for number in range(13))
    shown = summary(make_report((article, other), conflicts=conflicts), io.StringIO())
    assert shown.count("  item ") + shown.count("high   item") >= 10
    assert "... and 3 more in the reports" in shown
