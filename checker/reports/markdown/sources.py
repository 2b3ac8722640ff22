"""What agrees, and how the sources score, in Markdown."""

from __future__ import annotations

from checker.records import Agreement, SourceScore
from checker.reports.index import ReportIndex
from checker.reports.markdown.escape import code, escape, quote
from checker.reports.markdown.table import table
from checker.reports.wording import NOT_ENOUGH, SCORE_MEANING, interval, score_text

_SCORE_HEAD = [
    "Source",
    "Agreement",
    "Comparable",
    "Agree",
    "Differ",
    "Uncorroborated",
    "Copied",
    "Agrees with itself",
]


def write_agreements(index: ReportIndex, story_id: str, most: int | None = None) -> str:
    """A list of what two sources both say; `most` cuts it (the story's page has all)."""
    found = index.agreements(story_id)
    if not found:
        return "Nothing was found that two sources both say."
    shown = found[:most]
    text = "\n".join(_agreement(index, agreement) for agreement in shown)
    independent = sum(agreement.independent for agreement in found)
    lead = f"{len(found)} found, {independent} of them independent (neither text is a copy of the other)."
    rest = f"\n\n{len(found) - len(shown)} more on the story's page." if len(found) > len(shown) else ""
    return f"{lead}\n\n{text}{rest}"


def write_scores(scores: tuple[SourceScore, ...]) -> str:
    """A row per source: its score with interval, or "not enough evidence", and always the counts."""
    if not scores:
        return "No source could be scored."
    rows = [
        [
            escape(score.source),
            score_text(score),
            str(score.comparable),
            str(score.agreeing),
            str(score.disputed),
            str(score.uncorroborated),
            str(score.relayed),
            _own(score),
        ]
        for score in sorted(scores, key=lambda score: score.source)
    ]
    return f"{SCORE_MEANING}\n\n{table(rows, _SCORE_HEAD, right=_SCORE_HEAD[2:7])}"


def _agreement(index: ReportIndex, agreement: Agreement) -> str:
    lines = ["- independent:" if agreement.independent else "- of one origin, counted once:"]
    lines += [
        f"  - {escape(claim.source)}, {code(index.place(claim))}: {quote(claim.sentence)}"
        for claim in (agreement.pair.left, agreement.pair.right)
    ]
    return "\n".join(lines)


def _own(score: SourceScore) -> str:
    own = score.self_consistency
    counted = f"{own.unresolved} of {own.comparable} unresolved"
    return f"{interval(own.value, own.low, own.high) or NOT_ENOUGH} ({counted})"
