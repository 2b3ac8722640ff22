"""The short summary of a run on stdout: readable in a terminal, plain text when piped or under NO_COLOR."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.records import Disagreement, Report, Scope, Severity
from checker.reports.context import Context
from checker.reports.index import ReportIndex, index_report
from checker.reports.printable import printable, shorten
from checker.reports.wording import count, probability_words, score_text, voice_name

MOST_FINDINGS = 10  # disagreements in the summary; the reports have them all
_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}
_SCOPE = {
    Scope.CROSS: ("between sources", "disagreement"),
    Scope.INTERNAL: ("inside an article", "disagreement"),
    Scope.DISPUTE: ("between quoted parties", "dispute"),
}


def print_summary(report: Report, context: Context, written: Sequence[Path], out: TextIO | None = None) -> None:
    """Print what was checked, the first disagreements, the sources and where the reports are."""
    console = Console(file=out, highlight=False, emoji=False)
    index = index_report(report, context.known)
    articles, sources = count(len(report.articles), "article"), count(len(index.sources), "source")
    _line(console, f"Checked {articles} from {sources} in {count(len(report.stories), 'story', 'stories')}.")
    shown = 0
    for scope, (where, noun) in _SCOPE.items():
        groups = index.select(scope)
        if groups or scope is Scope.CROSS:
            tally = ", ".join(f"{number} {level.value}" for level, number in index.severities(groups).items())
            total = f"{count(len(groups), noun)} {where}" + (f": {tally}" if groups else "")
            _line(console, f"\n{total}", "bold")
        for group in groups[: max(0, MOST_FINDINGS - shown)]:
            _finding(console, index, group)
        shown += len(groups)
    if shown > MOST_FINDINGS:
        _line(console, f"  ... and {shown - MOST_FINDINGS} more in the reports")
    _sources(console, report)
    missed = len(report.not_checked) + len(report.skipped)
    if missed:
        _line(console, f"\nNot checked: {count(missed, 'item')}, listed in the reports.")
    if written:
        _line(console, f"\nReports: {', '.join(str(path) for path in written)}")


def _finding(console: Console, index: ReportIndex, group: Disagreement) -> None:
    line = Text("  ")
    line.append(f"{group.severity.value:<7}", _STYLE[group.severity])
    line.append(printable(group.item or group.kind))
    known = ", known" if index.is_known(group) else ""
    line.append(f"  {probability_words(group.probability)}{known}", "dim")
    console.print(line, soft_wrap=True)
    for voiced in group.values:
        for claim in voiced.claims:
            text = f"{index.place(claim)}  {voice_name(claim.source, claim.speaker, group.scope)} says {voiced.value}"
            _line(console, "         " + shorten(printable(text), 140))


def _sources(console: Console, report: Report) -> None:
    if not report.scores:
        return
    table = Table(box=None, pad_edge=False, title_justify="left", header_style="dim")
    for name in ("  Source", "Agreement with independent reporting", "Comparable claims"):
        table.add_column(name, no_wrap=True, justify="right" if name.startswith("Comp") else "left")
    for score in sorted(report.scores, key=lambda score: score.source):
        # a Text, not a str: rich would read brackets in a source's name as markup
        table.add_row(Text("  " + shorten(printable(score.source), 40)), score_text(score), str(score.comparable))
    console.print()
    console.print(table)


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(text, style), soft_wrap=True)
