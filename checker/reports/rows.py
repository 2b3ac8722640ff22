"""The rows of report.json: findings and scores as plain dicts, lists, strings, numbers and None."""

from __future__ import annotations

from typing import Any

from checker.records import (
    Agreement,
    Article,
    Claim,
    Conflict,
    Disagreement,
    Evidence,
    Mark,
    SelfConsistency,
    SharedClaim,
    SourceScore,
)
from checker.reports.places import mark_in, published_text, sentence_span

Plain = dict[str, Any]


def side_row(claim: Claim, article: Article, mark: Mark | None) -> Plain:
    """A claim as one side of a finding: its whole sentence, where it stands, and who says it."""
    span = sentence_span(article, claim)
    return {
        "article": article.id,
        "source": claim.source,
        "file": article.path,
        "line": span.line,
        "start": span.start,
        "end": span.end,
        "text": claim.sentence,
        "mark": [mark.start, mark.end] if mark else None,
        "speaker": claim.speaker,
        "voice": claim.voice.value,
        "certainty": claim.certainty.value,
        "published": published_text(article.published),
    }


def conflict_row(found: Conflict, articles: dict[str, Article], group: str | None, known: bool) -> Plain:
    """A conflict with both sides and the evidence; `group` is the id of its disagreement."""
    left, right, said = found.pair.left, found.pair.right, found.comparison
    return {
        "id": found.id,
        "disagreement": group,
        "kind": found.kind,
        "rule": found.rule,
        "item": said.item,
        "severity": found.severity.value,
        "probability": _number(found.probability),
        "scope": found.scope.value,
        "story": found.story_id,
        "explanation": found.explanation,
        "resolve": found.resolve,
        "known": known,
        "left": {**side_row(left, articles[left.article_id], said.left_mark), "value": said.left_value},
        "right": {**side_row(right, articles[right.article_id], said.right_mark), "value": said.right_value},
        "evidence": [_evidence(row) for row in found.evidence],
    }


def _evidence(row: Evidence) -> Plain:
    return {"name": row.name, "weight": _number(row.weight), "detail": row.detail}


def disagreement_row(
    group: Disagreement,
    articles: dict[str, Article],
    known: frozenset[str],
) -> Plain:
    """A disagreement: each value with its voices; known when all of its conflicts are."""
    return {
        "id": group.id,
        "kind": group.kind,
        "item": group.item,
        "severity": group.severity.value,
        "probability": _number(group.probability),
        "scope": group.scope.value,
        "story": group.story_id,
        "known": bool(group.conflict_ids) and known.issuperset(group.conflict_ids),
        "values": [
            {
                "value": voiced.value,
                "voices": [
                    side_row(claim, articles[claim.article_id], mark_in(group, claim)) for claim in voiced.claims
                ],
            }
            for voiced in group.values
        ],
        "conflicts": list(group.conflict_ids),
    }


def agreement_row(found: Agreement, articles: dict[str, Article]) -> Plain:
    """Two claims that say the same."""
    left, right = found.pair.left, found.pair.right
    return {
        "id": found.id,
        "kind": found.kind,
        "story": found.story_id,
        "independent": bool(found.independent),
        "probability": _number(found.probability),
        "left": side_row(left, articles[left.article_id], None),
        "right": side_row(right, articles[right.article_id], None),
    }


def shared_row(found: SharedClaim, articles: dict[str, Article]) -> Plain:
    """A claim that several articles make, with all of its voices and the agreements that it is made of."""
    return {
        "id": found.id,
        "story": found.story_id,
        "independent": bool(found.independent),
        "probability": _number(found.probability),
        "voices": [side_row(claim, articles[claim.article_id], None) for claim in found.claims],
        "agreements": list(found.agreement_ids),
    }


def score_row(score: SourceScore) -> Plain:
    """A source's score with its counts; numbers are None without enough evidence."""
    return {
        "source": score.source,
        "agreement": _number(score.agreement),
        "low": _number(score.low),
        "high": _number(score.high),
        "enough_evidence": bool(score.enough_evidence),
        "comparable": int(score.comparable),
        "agreeing": int(score.agreeing),
        "disputed": int(score.disputed),
        "origins": int(score.origins),
        "uncorroborated": int(score.uncorroborated),
        "corrected": int(score.corrected),
        "relayed": int(score.relayed),
        "self_consistency": _self_consistency(score.self_consistency),
        "conflicts": sorted(score.conflict_ids),
    }


def _self_consistency(own: SelfConsistency) -> Plain:
    return {
        "value": _number(own.value),
        "low": _number(own.low),
        "high": _number(own.high),
        "comparable": int(own.comparable),
        "unresolved": int(own.unresolved),
    }


def _number(value: float | None) -> float | None:
    # + 0.0 turns -0.0 into 0.0, which would otherwise depend on the order of additions
    return None if value is None else round(float(value), 4) + 0.0
