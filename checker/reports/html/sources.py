"""Sources, who disagrees with whom, and what agrees, as the page shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.records import Scope, SourceScore
from checker.reports.html.bars import Bar, bar
from checker.reports.index import ReportIndex
from checker.reports.printable import printable
from checker.reports.wording import NOT_ENOUGH, interval, score_text


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source's score with its counts; `bar` is the interval and `dot` the mean, or None."""

    name: str
    score: str
    bar: Bar | None
    dot: float | None
    own: str
    counts: SourceScore


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two sources disagree; `shade` in 0-4 is how dark the cell is drawn."""

    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two sources both say."""

    story: str
    independent: bool
    sides: tuple[tuple[str, str, str], ...]


def view_sources(index: ReportIndex) -> list[SourceRow]:
    """A row per source, by name: no ranks."""
    return [_row(score) for score in sorted(index.report.scores, key=lambda score: score.source)]


def view_matrix(index: ReportIndex) -> list[list[Cell | None]]:
    """A square of counts in the order of `index.sources`; None on the diagonal."""
    pairs: Counter[frozenset[str]] = Counter()
    for group in index.select(Scope.CROSS):
        # from the conflicts, not from the values: "second round" and "two rounds" are two values that agree
        pairs.update({frozenset((each.pair.left.source, each.pair.right.source)) for each in index.of_group(group)})
    most = max(pairs.values(), default=1)
    return [
        [None if row == column else _cell(pairs[frozenset((row, column))], most) for column in index.sources]
        for row in index.sources
    ]


def view_agreements(index: ReportIndex) -> list[Shared]:
    """What agrees, by story, the independent ones first."""
    return [
        Shared(
            printable(story.title or story.id),
            agreement.independent,
            tuple(
                (printable(claim.source), printable(index.place(claim)), printable(claim.sentence))
                for claim in (agreement.pair.left, agreement.pair.right)
            ),
        )
        for story in index.stories
        for agreement in index.agreements(story.id)
    ]


def _row(score: SourceScore) -> SourceRow:
    own = score.self_consistency
    text = interval(own.value, own.low, own.high) or NOT_ENOUGH
    shown = score.enough_evidence and score.low is not None and score.high is not None
    return SourceRow(
        name=printable(score.source),
        score=score_text(score),
        bar=bar(score.low, score.high) if shown and score.low is not None and score.high is not None else None,
        dot=round(score.agreement, 2) if shown and score.agreement is not None else None,
        own=f"{text}; {own.unresolved} of {own.comparable} unresolved",
        counts=score,
    )


def _cell(number: int, most: int) -> Cell:
    return Cell(number, -(-4 * number // most) if number else 0)
