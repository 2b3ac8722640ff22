"""The JSON structure of a report: plain dicts, lists, strings, numbers and None, always in the same order.

No clock, no absolute path and no set order gets in, so that the same input gives the same bytes.
docs/report.schema.json describes the result.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from pathlib import PurePath
from typing import Any

from checker import __version__
from checker.records import (
    Agreement,
    Article,
    Claim,
    Conflict,
    Disagreement,
    Evidence,
    Mark,
    ModelInfo,
    Report,
    SelfConsistency,
    SourceScore,
    Story,
)
from checker.reports.order import agreement_order, natural_key, weightiest_first
from checker.reports.places import mark_in, published_text, sentence_span, voice_marks

SCHEMA_VERSION = 1

Plain = dict[str, Any]


def home_page() -> str:
    """The project's home page as its metadata gives it, without a final "/"; "" where it gives none."""
    try:
        links = metadata("checker").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    pairs = dict(link.split(", ", 1) for link in links if ", " in link)
    return str(pairs.get("Homepage", "")).rstrip("/")


def report_to_dict(report: Report, known: frozenset[str] = frozenset()) -> Plain:
    """The whole report as plain values; conflicts whose ids are in `known` (a baseline) are marked so."""
    articles = {article.id: article for article in report.articles}
    group_of = {id_: group.id for group in report.disagreements for id_ in group.conflict_ids}
    marks = voice_marks(report.conflicts)
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "settings": {name: _no_folder(value) for name, value in report.settings.items()},
        "models": {model.role: _model(model) for model in sorted(report.models, key=lambda model: model.role)},
        "articles": _articles(report),
        "stories": [_story(story, articles) for story in sorted(report.stories, key=lambda s: natural_key(s.id))],
        "disagreements": [
            _disagreement(group, articles, marks, known) for group in sorted(report.disagreements, key=weightiest_first)
        ],
        "conflicts": [
            _conflict(found, articles, group_of.get(found.id), found.id in known)
            for found in sorted(report.conflicts, key=weightiest_first)
        ],
        "agreements": [_agreement(found, articles) for found in sorted(report.agreements, key=agreement_order)],
        "scores": [_score(score) for score in sorted(report.scores, key=lambda score: score.source)],
        "skipped": [
            {"file": row.file, "reason": row.reason}
            for row in sorted(report.skipped, key=lambda row: (row.file, row.reason))
        ],
        "left_out": [
            {"file": row.file, "line": row.line, "text": row.text, "reason": row.reason}
            for row in sorted(report.left_out, key=lambda row: (row.file, row.line, row.text))
        ],
        "not_checked": list(report.not_checked),
        "funnel": dict(report.funnel),
    }


def _number(value: float | None) -> float | None:
    # + 0.0 turns -0.0 into 0.0, which would otherwise depend on the order of additions
    return None if value is None else round(float(value), 4) + 0.0


def _no_folder(value: Any) -> Any:
    """A setting without the folders of the machine it ran on (a model can be given as a folder)."""
    return PurePath(value).name if isinstance(value, str) and PurePath(value).is_absolute() else value


def _model(model: ModelInfo) -> Plain:
    return {"name": _no_folder(model.name), "version": model.version, "sha256": model.sha256}


def _articles(report: Report) -> list[Plain]:
    story_of = {id_: story.id for story in report.stories for id_ in story.article_ids}
    return [
        {
            "id": article.id,
            "source": article.source,
            "source_origin": article.source_origin,
            "title": article.title,
            "published": published_text(article.published),
            "published_precision": article.published.precision,
            "url": article.url,
            "file": article.path,
            "story": story_of.get(article.id),
        }
        for article in sorted(report.articles, key=lambda article: (article.path, article.id))
    ]


def _story(story: Story, articles: dict[str, Article]) -> Plain:
    window = story.window
    return {
        "id": story.id,
        "title": story.title,
        "articles": sorted(story.article_ids),
        "sources": sorted({articles[id_].source for id_ in story.article_ids}),
        "from": window.earliest.isoformat() if window.earliest else None,
        "to": window.latest.isoformat() if window.latest else None,
    }


def _side(claim: Claim, article: Article, mark: Mark | None) -> Plain:
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


def _conflict(found: Conflict, articles: dict[str, Article], group: str | None, known: bool) -> Plain:
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
        "left": {**_side(left, articles[left.article_id], said.left_mark), "value": said.left_value},
        "right": {**_side(right, articles[right.article_id], said.right_mark), "value": said.right_value},
        "evidence": [_evidence(row) for row in found.evidence],
    }


def _evidence(row: Evidence) -> Plain:
    return {"name": row.name, "weight": _number(row.weight), "detail": row.detail}


def _disagreement(
    group: Disagreement,
    articles: dict[str, Article],
    marks: dict[tuple[str, str], Mark],
    known: frozenset[str],
) -> Plain:
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
                    _side(claim, articles[claim.article_id], mark_in(group, claim, marks)) for claim in voiced.claims
                ],
            }
            for voiced in group.values
        ],
        "conflicts": list(group.conflict_ids),
    }


def _agreement(found: Agreement, articles: dict[str, Article]) -> Plain:
    left, right = found.pair.left, found.pair.right
    return {
        "id": found.id,
        "kind": found.kind,
        "story": found.story_id,
        "independent": found.independent,
        "probability": _number(found.probability),
        "left": _side(left, articles[left.article_id], None),
        "right": _side(right, articles[right.article_id], None),
    }


def _score(score: SourceScore) -> Plain:
    return {
        "source": score.source,
        "agreement": _number(score.agreement),
        "low": _number(score.low),
        "high": _number(score.high),
        "enough_evidence": score.enough_evidence,
        "comparable": score.comparable,
        "agreeing": score.agreeing,
        "disputed": score.disputed,
        "origins": score.origins,
        "uncorroborated": score.uncorroborated,
        "corrected": score.corrected,
        "relayed": score.relayed,
        "self_consistency": _self_consistency(score.self_consistency),
        "conflicts": sorted(score.conflict_ids),
    }


def _self_consistency(own: SelfConsistency) -> Plain:
    return {
        "value": _number(own.value),
        "low": _number(own.low),
        "high": _number(own.high),
        "comparable": own.comparable,
        "unresolved": own.unresolved,
    }
