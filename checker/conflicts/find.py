"""ClaimPair -> Comparison -> Conflict or Agreement."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from checker.conflicts.agreements import find_agreements
from checker.conflicts.comparators import Comparator
from checker.conflicts.complete import completed
from checker.conflicts.echoes import Echoes
from checker.conflicts.explain import explanation_of, resolution_of
from checker.conflicts.features import features
from checker.conflicts.fusion import evidence_of, probability
from checker.conflicts.group import group_conflicts, opposed_sentences
from checker.conflicts.inference import RULE as NLI
from checker.conflicts.joined import joined
from checker.conflicts.saying import who_said_it
from checker.conflicts.severity import severity_of
from checker.conflicts.shared import shared_claims
from checker.records import (
    Agreement,
    Article,
    ClaimPair,
    Comparison,
    Conflict,
    Disagreement,
    Scope,
    SharedClaim,
    Verdict,
    Voice,
)
from checker.settings import Settings

COUNTED: Final = frozenset({"quantity", "ordinal", "occurrence", "tally", "age", "date", "penalty"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the pairs of claims, each sorted by weight; every conflict is in exactly one disagreement."""

    conflicts: tuple[Conflict, ...]
    disagreements: tuple[Disagreement, ...]
    agreements: tuple[Agreement, ...]
    shared: tuple[SharedClaim, ...]


def compare_pairs(pairs: Sequence[ClaimPair], comparators: Iterable[Comparator]) -> list[list[Comparison]]:
    """All comparisons of each pair, in the order of the pairs and of the comparators."""
    rows: list[list[Comparison]] = [[] for _ in pairs]
    for comparator in comparators:
        for own, found in zip(rows, comparator(pairs), strict=True):
            own.extend(found)
    return rows


def find_conflicts(
    pairs: Sequence[ClaimPair],
    comparisons: Sequence[Sequence[Comparison]],
    articles: Mapping[str, Article],
    stories: Mapping[str, str],
    settings: Settings,
    echoes: Echoes | None = None,
) -> Found:
    """The conflicts at or above `settings.min_probability`, their disagreements, the agreements and shared claims.

    `articles` is by article id; `stories` gives the story id of an article id; `echoes` what other articles say.
    """
    echoes = echoes or Echoes()
    possible = [
        conflict
        for pair, rows in zip(pairs, comparisons, strict=True)
        for conflict in possible_conflicts(
            pair, rows, articles, stories[pair.left.article_id], echoes, settings.min_probability
        )
    ]
    shown: dict[str, Conflict] = {}
    for conflict in joined(possible, settings.min_probability):
        known = shown.get(conflict.id)
        if conflict.probability >= settings.min_probability and (known is None or _rank(known) < _rank(conflict)):
            shown[conflict.id] = conflict
    conflicts = tuple(sorted(shown.values(), key=lambda c: (-c.probability, c.id)))
    disagreements = completed(group_conflicts(conflicts), conflicts, pairs, comparisons)
    opposed = opposed_sentences(possible, disagreements, conflicts)
    agreements = find_agreements(pairs, comparisons, stories, settings, opposed)
    return Found(conflicts, disagreements, agreements, shared_claims(agreements))


def possible_conflicts(
    pair: ClaimPair,
    rows: Sequence[Comparison],
    articles: Mapping[str, Article],
    story: str,
    echoes: Echoes,
    least: float = 0.5,
) -> list[Conflict]:
    """The conflicts of a pair, however unlikely, the likeliest first; of two rules on the same words one.

    The NLI model's word is about the whole claims. It gives way to a typed rule that says which detail is disputed,
    where that one has a probability of `least`; else the likelier of both stays.
    """
    found = [_conflict(pair, f, rows, articles, story, echoes) for f in findings(rows)]
    kept: list[Conflict] = []
    for conflict in sorted(found, key=lambda c: (c.rule != NLI and c.probability >= least, _rank(c)), reverse=True):
        if not any(_same_words(conflict.comparison, k.comparison) for k in kept):
            kept.append(conflict)
    return sorted(kept, key=_rank, reverse=True)


def _same_words(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons are about overlapping words on both sides; without marks they are taken to be."""
    sides = ((one.left_mark, other.left_mark), (one.right_mark, other.right_mark))
    return all(a is None or b is None or (a.start < b.end and b.start < a.end) for a, b in sides)


def findings(rows: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons that speak of a conflict.

    The NLI model alone does not count where a typed rule has set counts, ranks, ages or dates against each other: the
    rule knows of later updates and of bounds, and the model would raise the same numbers again.
    """
    opposed = [r for r in rows if r.verdict is not Verdict.AGREE]
    return [r for r in opposed if r.rule != NLI or not any(o.rule in COUNTED for o in opposed)]


def _rank(conflict: Conflict) -> tuple[float, float, str]:
    return conflict.probability, conflict.comparison.strength, conflict.id


def _conflict(
    pair: ClaimPair,
    finding: Comparison,
    rows: Sequence[Comparison],
    articles: Mapping[str, Article],
    story: str,
    echoes: Echoes,
) -> Conflict:
    others = [r for r in rows if r is not finding]
    left, right = articles[pair.left.article_id], articles[pair.right.article_id]
    evidence = evidence_of(features(pair, finding, others, left, right, echoes))
    scope = scope_of(pair, finding)
    severity = severity_of(pair, finding, scope)
    return Conflict(
        id=conflict_id(pair, finding),
        kind=finding.kind,
        rule=finding.rule,
        severity=severity,
        probability=probability(evidence),
        scope=scope,
        story_id=story,
        pair=pair,
        comparison=finding,
        evidence=evidence,
        explanation=explanation_of(pair, finding, scope),
        resolve=resolution_of(pair, finding, scope),
    )


def scope_of(pair: ClaimPair, finding: Comparison) -> Scope:
    """A dispute when two different speakers are quoted or reported; otherwise internal or across sources.

    Where who said it is the question, it is the sources that differ.
    """
    left, right = pair.left, pair.right
    voices = Voice.OWN not in (left.voice, right.voice) and left.speaker and right.speaker
    if voices and not who_said_it(pair, finding):
        names = [set(re.findall(r"\w+", c.speaker.lower())) for c in (left, right)]
        if not names[0] & names[1]:
            return Scope.DISPUTE
    return Scope.INTERNAL if pair.internal else Scope.CROSS


def conflict_id(pair: ClaimPair, finding: Comparison) -> str:
    """A stable id: of the kind, the sources, both values and sentences, whatever their order or line breaks."""
    sides = sorted(
        "\n".join((claim.source, " ".join(value.lower().split()), " ".join(claim.sentence.lower().split())))
        for claim, value in ((pair.left, finding.left_value), (pair.right, finding.right_value))
    )
    return hashlib.sha256("\n\n".join((finding.kind, *sides)).encode()).hexdigest()[:12]
