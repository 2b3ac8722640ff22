"""Builds reports by hand: a made-up story told by made-up outlets, small enough to be read in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.conflicts.group import group_conflicts
from checker.conflicts.shared import shared_claims
from checker.records import (
    Agreement,
    Article,
    Claim,
    ClaimPair,
    Comparison,
    Conflict,
    Disagreement,
    Evidence,
    LeftOut,
    Mark,
    ModelInfo,
    Published,
    Report,
    Scope,
    SelfConsistency,
    Severity,
    Skipped,
    SourceScore,
    Story,
    Verdict,
    Voice,
)
from checker.settings import Settings

FUNNEL = ("articles", "stories", "claims", "candidate_pairs", "pairs", "comparisons", "conflicts")


def make_article(id_: str, source: str, text: str, day: date | None = None, path: str = "") -> Article:
    """An article whose file holds exactly `text`; its title is the first line."""
    starts = [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]
    published = Published(day, day, "day", "metadata", day.isoformat()) if day else Published()
    title = text.split("\n", 1)[0]
    return Article(id_, source, title, text, published, path=path or f"{id_}.txt", line_starts=tuple(starts))


def make_claim(article: Article, sentence: str, speaker: str = "") -> Claim:
    """The claim that is a whole sentence of an article; the sentence has to stand in it."""
    start = article.text.index(sentence)
    return Claim(
        id=f"{article.id}:{start}",
        article_id=article.id,
        source=article.source,
        text=sentence,
        span=article.span(start, start + len(sentence)),
        start=start,
        end=start + len(sentence),
        sentence=sentence,
        sentence_start=start,
        sentence_index=article.text.count(".", 0, start),
        speaker=speaker,
        voice=Voice.REPORTED if speaker else Voice.OWN,
    )


def make_conflict(
    id_: str,
    left: tuple[Claim, str],
    right: tuple[Claim, str],
    item: str,
    severity: Severity = Severity.HIGH,
    probability: float = 0.9,
    scope: Scope = Scope.CROSS,
    kind: str = "quantity",
    story: str = "story-1",
) -> Conflict:
    """A conflict between two (claim, value); the value is marked where the sentence holds it."""
    marks = [_mark(claim.sentence, value) for claim, value in (left, right)]
    message = f"{left[0].source} says {left[1]}, {right[0].source} says {right[1]}"
    said = Comparison(kind, kind, Verdict.CONTRADICT, left[1], right[1], message, 0.9, *marks, item=item)
    evidence = (
        Evidence("starting point", -2.0, "most look-alike claims are about different things"),
        Evidence("same event", 1.9, "both tell of one event: 0.93"),
        Evidence(f"{kind} differs", 2.3, f"{left[1]} against {right[1]}"),
    )
    pair = ClaimPair(left[0], right[0], 0.81, 0.93)
    resolve = "Ask the port authority for its tally of that day."
    return Conflict(id_, kind, kind, severity, probability, scope, story, pair, said, evidence, message + ".", resolve)


def group(id_: str, *conflicts: Conflict) -> Disagreement:
    """The disagreement that some conflicts make: each value with all who give it."""
    (found,) = group_conflicts(conflicts)
    return replace(found, id=id_)


def only(report: Report, *ids: str) -> Report:
    """A report with just these of its conflicts, and the disagreements that they make."""
    conflicts = tuple(found for found in report.conflicts if found.id in ids)
    groups = tuple(each for each in report.disagreements if set(each.conflict_ids) <= set(ids))
    return replace(report, conflicts=conflicts, disagreements=groups)


def make_score(source: str, agreement: float | None, comparable: int, agreeing: int, **more: int) -> SourceScore:
    """A score with an interval of +-9 points, or without one where `agreement` is None."""
    low, high = (None, None) if agreement is None else (agreement - 9, agreement + 9)
    own = SelfConsistency(90.0, 74.2, 98.5, 12, 1) if comparable >= 5 else SelfConsistency(None, None, None, 1, 0)
    counts = {"origins": 3, "uncorroborated": 4, "corrected": 0, "relayed": 0} | more
    return SourceScore(
        source,
        agreement,
        low,
        high,
        comparable,
        agreeing,
        comparable - agreeing,
        enough_evidence=agreement is not None,
        self_consistency=own,
        **counts,
    )


def make_report(
    articles: tuple[Article, ...] = (),
    stories: tuple[Story, ...] = (),
    conflicts: tuple[Conflict, ...] = (),
    disagreements: tuple[Disagreement, ...] = (),
    agreements: tuple[Agreement, ...] = (),
    scores: tuple[SourceScore, ...] = (),
    skipped: tuple[Skipped, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
    not_checked: tuple[str, ...] = (),
) -> Report:
    """A report with the funnel and models filled in."""
    counts = (len(articles), len(stories), 60, 140, 31, 9, len(conflicts))
    return Report(
        articles,
        stories,
        conflicts,
        disagreements,
        agreements,
        scores,
        skipped,
        left_out,
        not_checked,
        dict(zip(FUNNEL, counts, strict=True)),
        (ModelInfo("encoder", "all-MiniLM-L6-v2", "0.1.0", "ab" * 32), ModelInfo("nli", "none")),
        Settings().to_dict(),
        shared_claims(agreements),
    )


def _mark(sentence: str, value: str) -> Mark | None:
    start = sentence.find(value)
    return Mark(start, start + len(value)) if start >= 0 else None
