"""A report's records by id, in the order reports show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from checker.records import (
    Article,
    Claim,
    Conflict,
    Disagreement,
    Mark,
    Report,
    Scope,
    SentenceKey,
    Severity,
    SharedClaim,
    Story,
    VoicedValue,
)
from checker.reports.order import SEVERITIES, natural_key, shared_order, weightiest_first
from checker.reports.places import mark_in, sentence_span

Sentences = frozenset[SentenceKey]  # the two sentences of a pair
MOST_REASONS = 3  # the pairs of a disagreement are many when its sources are; the evidence has them all


@dataclass(frozen=True, slots=True)
class ReportIndex:
    """Look-ups that writers for people need; `groups` holds each conflict in exactly one disagreement."""

    report: Report
    articles: dict[str, Article]
    stories: tuple[Story, ...]
    conflicts: dict[str, Conflict]
    groups: tuple[Disagreement, ...]
    known: frozenset[str]
    disputes: dict[Sentences, Disagreement]

    def article(self, claim: Claim) -> Article:
        """The article that a claim stands in."""
        return self.articles[claim.article_id]

    def place(self, claim: Claim) -> str:
        """E.g. "001.txt:23": the file and the line at which the claim's sentence starts."""
        article = self.article(claim)
        return f"{article.path}:{sentence_span(article, claim).line}"

    def mark(self, group: Disagreement, claim: Claim) -> Mark | None:
        """The stretch of the claim's sentence that shows its value in a disagreement."""
        return mark_in(group, claim)

    def of_group(self, group: Disagreement) -> tuple[Conflict, ...]:
        """The conflicts behind a disagreement, the weightiest first."""
        return tuple(sorted((self.conflicts[id_] for id_ in group.conflict_ids), key=weightiest_first))

    def reasons(self, group: Disagreement) -> tuple[str, ...]:
        """Why a disagreement was flagged: the explanations of its weightiest conflicts, at most MOST_REASONS."""
        texts = (found.explanation for found in self.of_group(group) if found.explanation)
        return tuple(dict.fromkeys(texts))[:MOST_REASONS]

    def is_known(self, group: Disagreement) -> bool:
        """Whether every conflict of a disagreement stands in the baseline."""
        return bool(group.conflict_ids) and self.known.issuperset(group.conflict_ids)

    def select(self, scope: Scope, story_id: str | None = None) -> tuple[Disagreement, ...]:
        """The disagreements of a scope, in one story or in all."""
        return tuple(g for g in self.groups if g.scope is scope and story_id in (None, g.story_id))

    def shared(self, story_id: str) -> tuple[SharedClaim, ...]:
        """What several articles of a story say, the independent ones first."""
        return tuple(sorted((s for s in self.report.shared if s.story_id == story_id), key=shared_order))

    def disputed(self, shared: SharedClaim) -> tuple[Disagreement, ...]:
        """The disagreements between sentences that agree in the main and differ in something."""
        pairs = (_sentences(both) for both in combinations(shared.claims, 2))
        return tuple({g.id: g for g in (self.disputes.get(pair) for pair in pairs) if g is not None}.values())

    def severities(self, groups: Iterable[Disagreement]) -> dict[Severity, int]:
        """How many disagreements there are of each severity, high first, zeros included."""
        counted = list(groups)
        return {severity: sum(g.severity is severity for g in counted) for severity in SEVERITIES}

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the articles, by name."""
        return tuple(sorted({article.source for article in self.report.articles}))


def _sentences(both: Iterable[Claim]) -> Sentences:
    """The keys of both sentences."""
    return frozenset(claim.sentence_key for claim in both)


def index_report(report: Report, known: frozenset[str] = frozenset()) -> ReportIndex:
    """Index a report; `known` are the conflict ids of a baseline."""
    conflicts = {found.id: found for found in report.conflicts}
    grouped = {id_ for group in report.disagreements for id_ in group.conflict_ids}
    alone = [_group_alone(found) for found in report.conflicts if found.id not in grouped]
    groups = tuple(sorted((*report.disagreements, *alone), key=weightiest_first))
    disputes: dict[Sentences, Disagreement] = {}
    for group in groups:
        for both in group.opposed(report.conflicts):
            disputes.setdefault(_sentences(both), group)
    return ReportIndex(
        report=report,
        articles={article.id: article for article in report.articles},
        stories=tuple(sorted(_stories(report, groups), key=lambda story: natural_key(story.id))),
        conflicts=conflicts,
        groups=groups,
        known=known,
        disputes=disputes,
    )


def _stories(report: Report, groups: Iterable[Disagreement]) -> tuple[Story, ...]:
    """The stories, and a bare one for each that only findings name: no finding may fall out of a report."""
    listed = {story.id for story in report.stories}
    missing = {group.story_id for group in groups} - listed
    return (*report.stories, *(Story(id_, id_, ()) for id_ in missing))


def _group_alone(found: Conflict) -> Disagreement:
    """A conflict that stands in no disagreement still has to be seen: it becomes one of its own."""
    said, pair = found.comparison, found.pair
    return Disagreement(
        id=found.id,
        kind=found.kind,
        item=said.item,
        severity=found.severity,
        probability=found.probability,
        scope=found.scope,
        story_id=found.story_id,
        values=(
            _voice(pair.left, said.left_value, said.left_mark),
            _voice(pair.right, said.right_value, said.right_mark),
        ),
        conflict_ids=(found.id,),
    )


def _voice(claim: Claim, value: str, mark: Mark | None) -> VoicedValue:
    return VoicedValue(value, (claim,), ((claim.id, mark),) if mark else ())
