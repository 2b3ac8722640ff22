"""Sources, who disagrees with whom, and what agrees, as the page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from checker.records import CountedClaim, Scope, SourceScore
from checker.reports.html.bars import Bar, bar
from checker.reports.index import ReportIndex
from checker.reports.printable import printable, shorten
from checker.reports.score_words import COUNTS, behind, lines_of, lone_dissents, marked_score, source_name, value_of
from checker.reports.shared_words import MOST_QUOTES, shared_words
from checker.reports.wording import NOT_ENOUGH, interval

LENGTH = 160  # characters of a claim in the lists behind the counts


@dataclass(frozen=True, slots=True)
class Behind:
    """A claim behind a count: the number of its article and of its finding (0 without one), and who else speaks."""

    place: str
    article: int
    text: str
    others: str
    origin: str
    finding: int


@dataclass(frozen=True, slots=True)
class Count:
    """One of a source's counts and the claims behind it; `id` is where their list stands."""

    id: str
    name: str
    label: str
    number: int
    claims: tuple[Behind, ...]
    lines: tuple[tuple[int, str, str], ...]  # instead of the claims where they are most of an article


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source's score with its counts; `bar` is the interval and `dot` the mean, or None."""

    name: str
    score: str
    bar: Bar | None
    dot: float | None
    own: str
    comparable: int
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """A source that is alone with its value: an entry of the minority report."""

    source: str
    value: str
    against: str
    place: str
    article: int
    item: str
    finding: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two sources disagree; `shade` in 0-4 is how dark the cell is drawn."""

    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What several articles say: how sure that is and what they dispute in it, quotes, and where else it stands."""

    story: str
    independent: bool
    words: str
    quotes: tuple[tuple[str, str, str], ...]
    further: tuple[tuple[str, str], ...]


def view_sources(index: ReportIndex, articles: Mapping[str, int], findings: Mapping[str, int]) -> list[SourceRow]:
    """A row per source, by name: no ranks. The numbers of articles and findings are those that the page links to."""
    ordered = sorted(index.report.scores, key=lambda score: score.source)
    return [_row(index, number, score, articles, findings) for number, score in enumerate(ordered, start=1)]


def view_dissents(index: ReportIndex, articles: Mapping[str, int], findings: Mapping[str, int]) -> list[Dissent]:
    """The minority report, by source."""
    groups = {group.id: group for group in index.groups}
    found = []
    for source, each in lone_dissents(index.report.scores):
        group = groups.get(each.disagreement)
        found.append(
            Dissent(
                source=printable(source),
                value=printable(value_of(group, each.claim.id) if group else ""),
                against=printable(", ".join(each.others)),
                place=printable(index.place(each.claim)),
                article=articles[each.claim.article_id],
                item=printable(group.item or group.kind) if group else "",
                finding=findings.get(each.disagreement, 0),
            )
        )
    return found


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


def view_shared(index: ReportIndex) -> list[Shared]:
    """What several articles say, by story, the independent ones first."""
    return [
        Shared(
            printable(story.title or story.id),
            each.independent,
            printable(shared_words(index, each).lstrip(";, ")),
            tuple(
                (printable(claim.source), printable(index.place(claim)), printable(claim.sentence))
                for claim in each.claims[:MOST_QUOTES]
            ),
            tuple((printable(claim.source), printable(index.place(claim))) for claim in each.claims[MOST_QUOTES:]),
        )
        for story in index.stories
        for each in index.shared(story.id)
    ]


def _row(
    index: ReportIndex, number: int, score: SourceScore, articles: Mapping[str, int], findings: Mapping[str, int]
) -> SourceRow:
    own = score.self_consistency
    text = interval(own.value, own.low, own.high) or NOT_ENOUGH
    shown = score.enough_evidence and score.low is not None and score.high is not None
    return SourceRow(
        name=printable(source_name(score)),
        score=marked_score(score),
        bar=bar(score.low, score.high) if shown and score.low is not None and score.high is not None else None,
        dot=round(score.agreement, 2) if shown and score.agreement is not None else None,
        own=f"{text}; {own.unresolved} of {own.comparable} unresolved",
        comparable=score.comparable,
        counts=tuple(_count(index, f"s{number}", score, name, articles, findings) for name in COUNTS),
    )


def _count(
    index: ReportIndex,
    row: str,
    score: SourceScore,
    name: str,
    articles: Mapping[str, int],
    findings: Mapping[str, int],
) -> Count:
    claims = behind(score, name)
    alone = name == "uncorroborated"
    return Count(
        id=f"{row}-{name}",
        name=name,
        label=COUNTS[name],
        number=getattr(score, name),
        claims=() if alone else tuple(_behind(index, each, articles, findings) for each in claims),
        lines=tuple(
            (articles[article], printable(index.articles[article].path), lines)
            for article, lines in (lines_of(index, claims) if alone else ())
        ),
    )


def _behind(
    index: ReportIndex, counted: CountedClaim, articles: Mapping[str, int], findings: Mapping[str, int]
) -> Behind:
    return Behind(
        place=printable(index.place(counted.claim)),
        article=articles[counted.claim.article_id],
        text=shorten(printable(counted.claim.sentence), LENGTH),
        others=printable(", ".join(counted.others)),
        origin=printable(counted.origin),
        finding=findings.get(counted.disagreement, 0),
    )


def _cell(number: int, most: int) -> Cell:
    return Cell(number, -(-4 * number // most) if number else 0)
