"""How a run ends: 0 nothing fails it, 1 new conflicts at or above --fail-on, 2 something wasn't checked."""

from __future__ import annotations

from dataclasses import dataclass

from checker.records import Conflict, Report
from checker.reports.context import Context
from checker.reports.order import weightiest_first
from checker.reports.places import sentence_span
from checker.reports.printable import printable, shorten
from checker.reports.rooted import rooted
from checker.reports.wording import count, voice_name

PASSED, FAILED, NOT_CHECKED = 0, 1, 2
MOST_LINES = 10  # findings named on stderr; the reports have them all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate found.

    `failing` are the conflicts that fail the run; `known` counts those in the baseline, `gone` the baseline's
    conflicts that weren't found any more; `lines` say all this on stderr.
    """

    code: int
    failing: tuple[Conflict, ...]
    known: int
    gone: int
    unchecked: tuple[str, ...]
    lines: tuple[str, ...]


def judge(report: Report, context: Context, strict: bool = False) -> Outcome:
    """The outcome of a run; one that read no article, or that is strict and missed something, ends with 2."""
    failing = tuple(sorted((found for found in report.conflicts if context.fails(found)), key=weightiest_first))
    ids = {found.id for found in report.conflicts}
    unchecked = (*report.not_checked, *(f"{row.file}: {row.reason}" for row in report.skipped))
    code = FAILED if failing else PASSED
    if not report.articles or (strict and unchecked):
        code = NOT_CHECKED
    known, gone = len(ids & context.known), len(context.known - ids)
    lines = (
        *_gate_lines(report, context, failing, (known, gone), missed=strict and bool(unchecked)),
        *_unchecked_lines(report, unchecked, strict),
    )
    return Outcome(code, failing, known, gone, unchecked, lines)


def _gate_lines(
    report: Report, context: Context, failing: tuple[Conflict, ...], baseline: tuple[int, int], missed: bool
) -> list[str]:
    known, gone = baseline
    if context.fail_on == "never":
        return []
    level = context.fail_on if context.fail_on == "high" else f"{context.fail_on} or above"
    aside = f", {known} known" if known else ""
    total = f"{count(len(report.conflicts), 'conflict')} in all{aside}"
    if failing:
        lines = [f"failed: {count(len(failing), 'new conflict')} of severity {level} ({total})"]
        lines += [f"  {describe(report, found, context.root)}" for found in failing[:MOST_LINES]]
        if len(failing) > MOST_LINES:
            lines.append(f"  ... and {len(failing) - MOST_LINES} more in the reports")
    else:
        passed = "not passed: not all was checked, and" if missed else "passed:"
        lines = [f"{passed} no new conflict of severity {level} ({total})"]
    if gone:
        lines.append(f"{count(gone, 'known conflict')} not found any more: --update-baseline drops what is gone")
    return lines


def _unchecked_lines(report: Report, unchecked: tuple[str, ...], strict: bool) -> list[str]:
    if not report.articles:
        lines = ["no article could be read, so nothing was checked"]
    elif unchecked:
        lines = [f"not checked: {count(len(unchecked), 'item')}{' (--strict: exit 2)' if strict else ''}"]
    else:
        return []
    lines += [f"  {shorten(printable(text), 160)}" for text in unchecked[:MOST_LINES]]
    if len(unchecked) > MOST_LINES:
        lines.append(f"  ... and {len(unchecked) - MOST_LINES} more in the reports")
    return lines


def describe(report: Report, found: Conflict, root: str = "") -> str:
    """One line: where a conflict stands, what it is about, and who says what."""
    articles = {article.id: article for article in report.articles}
    left, right, said = found.pair.left, found.pair.right, found.comparison
    places = [
        rooted(root, f"{article.path}:{sentence_span(article, claim).line}")
        for claim, article in ((left, articles[left.article_id]), (right, articles[right.article_id]))
    ]
    text = (
        f"{places[0]}: {found.severity.value}: {said.item or found.kind}: "
        f"{voice_name(left.source, left.speaker, found.scope)} says {said.left_value}, "
        f"{voice_name(right.source, right.speaker, found.scope)} says {said.right_value} ({places[1]}) [{found.id}]"
    )
    return printable(text)
