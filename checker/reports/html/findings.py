"""The findings as the page shows them: one view per disagreement."""

from __future__ import annotations

from dataclasses import dataclass

from checker.records import Claim, Disagreement, Scope
from checker.reports.html.bars import Waterfall, moments, waterfall
from checker.reports.html.texts import Cover
from checker.reports.index import ReportIndex
from checker.reports.printable import around_mark, printable, visible
from checker.reports.wording import date_text, probability_words


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a value, when, where and in which words; `moment` is its place on the time line (0-100)."""

    source: str
    speaker: str
    date: str
    place: str
    anchor: str
    article: int
    before: str
    value: str
    after: str
    moment: float | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a disagreement and its voices."""

    text: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One conflict behind a disagreement."""

    id: str
    rule: str
    places: str
    sum: Waterfall


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement; `sources` and `story` are numbers that the filters use."""

    number: int
    id: str
    severity: str
    scope: Scope
    kind: str
    item: str
    story: int
    sources: tuple[int, ...]
    articles: tuple[int, ...]
    percent: int
    sure: str
    why: tuple[str, ...]
    settle: tuple[str, ...]
    known: bool
    values: tuple[Value, ...]
    pairs: tuple[Pair, ...]
    timed: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that filters and links use: names from articles never become ids or classes."""

    stories: dict[str, int]
    sources: dict[str, int]
    articles: dict[str, int]


def view_findings(index: ReportIndex, numbers: Numbers) -> list[Finding]:
    """All disagreements, numbered from 1, by scope and then by story and weight."""
    scopes = list(Scope)
    ordered = sorted(index.groups, key=lambda group: scopes.index(group.scope))
    return [_finding(index, number, group, numbers) for number, group in enumerate(ordered, start=1)]


def covers_of(index: ReportIndex, findings: list[Finding]) -> dict[str, list[Cover]]:
    """Article id -> the sentences of it that stand in a finding."""
    by_id = {finding.id: finding for finding in findings}
    covers: dict[str, list[Cover]] = {}
    for group in index.groups:
        for claim in _claims(group):
            start = claim.sentence_start
            end = min(start + len(claim.sentence), len(index.article(claim).text))
            mark = index.mark(group, claim)
            value = (start + mark.start, start + mark.end) if mark else None
            number = by_id[group.id].number
            covers.setdefault(claim.article_id, []).append(
                Cover(number, _anchor(number, group, claim), start, end, value)
            )
    return covers


def _finding(index: ReportIndex, number: int, group: Disagreement, numbers: Numbers) -> Finding:
    found = index.of_group(group)
    claims = _claims(group)
    places = moments([index.article(claim).published for claim in claims])
    when = {claim.id: place for claim, place in zip(claims, places, strict=True)}
    return Finding(
        number=number,
        id=group.id,
        severity=group.severity.value,
        scope=group.scope,
        kind=group.kind,
        item=printable(group.item or group.kind),
        story=numbers.stories.get(group.story_id, 0),
        sources=tuple(sorted({numbers.sources[claim.source] for claim in claims})),
        articles=tuple(dict.fromkeys(numbers.articles[claim.article_id] for claim in claims)),
        percent=round(100 * group.probability),
        sure=probability_words(group.probability),
        why=tuple(printable(text) for text in index.reasons(group)),
        settle=tuple(dict.fromkeys(printable(each.resolve) for each in found if each.resolve)),
        known=index.is_known(group),
        values=tuple(
            Value(
                printable(voiced.value),
                tuple(_voice(index, number, group, claim, when[claim.id], numbers) for claim in voiced.claims),
            )
            for voiced in group.values
        ),
        pairs=tuple(
            Pair(
                each.id,
                each.rule,
                f"{index.place(each.pair.left)} against {index.place(each.pair.right)}",
                waterfall(each),
            )
            for each in found
        ),
        timed=any(place is not None for place in places),
    )


def _voice(
    index: ReportIndex, number: int, group: Disagreement, claim: Claim, moment: float | None, numbers: Numbers
) -> Voice:
    before, value, after = around_mark(claim.sentence, index.mark(group, claim))
    return Voice(
        source=printable(claim.source),
        speaker=printable(claim.speaker),
        date=date_text(index.article(claim).published),
        place=printable(index.place(claim)),
        anchor=_anchor(number, group, claim),
        article=numbers.articles[claim.article_id],
        before=visible(before),
        value=visible(value),
        after=visible(after),
        moment=moment,
    )


def _claims(group: Disagreement) -> list[Claim]:
    return [claim for voiced in group.values for claim in voiced.claims]


def _anchor(number: int, group: Disagreement, claim: Claim) -> str:
    """The id of a voice's sentence in the full text: numbers only, whatever the ids of claims hold."""
    return f"q{number}-{[each.id for each in _claims(group)].index(claim.id) + 1}"
