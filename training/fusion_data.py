"""Candidates and labels for the fusion weights, from annotated stories and injected one-edit pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.conflicts.gold import AnnotatedStory, is_record
from benchmarks.conflicts.injected import Edit
from benchmarks.conflicts.news import verdict_of
from checker.conflicts.features import features
from checker.conflicts.find import conflict_id, findings
from checker.loading import Models
from checker.records import ClaimPair, Comparison
from checker.settings import Settings
from checker.stages import Compared, compare_articles

UNJUDGED = 0.5  # weight of a pair nobody annotated: nearly all are about different things
REAL = 5.0  # weight of a pair of real news beside one of an invented story: disputes are far denser in those
SHORT = 5  # judged pairs of a real story in a few sentences that weigh as much as they are
EDITED = 0.5  # weight of an injected pair, of which there are many of one simple kind


@dataclass(frozen=True)
class Candidate:
    """One finding on one pair: its features, 1 for a conflict or 0, how much it counts, which story it is of, and
    whether a person has judged it."""

    features: dict[str, float]
    label: int
    weight: float
    story: str
    judged: bool = False


def annotated(
    story: AnnotatedStory, verdicts: Mapping[str, bool], models: Models, weight: float = 1.0
) -> Iterator[Candidate]:
    """The candidates of one annotated story: gold pairs 1, look-alikes 0, others by hand or 0 at a lower weight.

    `verdicts` are hand-made, by conflict id, on flags without a record; every pair counts `weight` times.
    """
    compared = compare_articles(story.articles, Settings(stories="one"), models)
    for pair, finding, values in _findings(compared):
        known = {"right": True, "wrong": False}.get(verdict_of(pair.left, pair.right, story))
        if known is None:
            known = verdicts.get(conflict_id(pair, finding))
        counts = weight * (UNJUDGED if known is None else 1.0)
        yield Candidate(values, int(bool(known)), counts, story.name, judged=known is not None)


def evened(candidates: Sequence[Candidate], most: int = SHORT) -> list[Candidate]:
    """The candidates of one story, each with less weight where more than `most` of them were judged.

    One question that ten articles answer in two ways makes twenty-five pairs, and is still one.
    """
    share = min(1.0, most / max(1, sum(c.judged for c in candidates)))
    return [replace(c, weight=c.weight * share) for c in candidates]


def injected(edits: Sequence[Edit], stories: set[str], models: Models) -> Iterator[Candidate]:
    """The candidates of the injected cases: the edited sentence against its partner 1, everything else once 0.

    What else the articles of the annotated `stories` hold is left to their annotation.
    """
    seen: set[tuple[str, ...]] = set()
    for edit in edits:
        articles = sorted(edit.articles, key=lambda a: a.id)
        for pair, finding, values in _findings(compare_articles(articles, Settings(stories="one"), models)):
            if pair.internal:
                continue
            hit = is_record(pair.left, pair.right, edit.gold)
            key = (pair.left.sentence, pair.right.sentence, finding.rule, finding.left_value, finding.right_value)
            if hit or (edit.story not in stories and key not in seen):
                yield Candidate(values, int(hit), EDITED, edit.story)
            seen.add(key)


def _findings(compared: Compared) -> Iterator[tuple[ClaimPair, Comparison, dict[str, float]]]:
    """Every finding, with its features."""
    articles = compared.by_id
    for pair, rows in zip(compared.pairs, compared.comparisons, strict=True):
        for finding in findings(rows):
            others = [r for r in rows if r is not finding]
            left, right = articles[pair.left.article_id], articles[pair.right.article_id]
            found = features(pair, finding, others, left, right, compared.echoes)
            yield pair, finding, {f.name: f.value for f in found}
