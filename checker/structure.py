"""The JSON structure of a report: plain dicts, lists, strings, numbers and None, always in the same order.

No clock, no absolute path and no set order gets in, so that the same input gives the same bytes.
docs/report.schema.json describes the result.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from pathlib import PurePath
from typing import Any

from checker import __version__
from checker.records import Article, ModelInfo, Report, Story
from checker.reports.order import agreement_order, natural_key, shared_order, weightiest_first
from checker.reports.places import published_text
from checker.reports.rows import Plain, agreement_row, conflict_row, disagreement_row, score_row, shared_row

SCHEMA_VERSION = 1


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
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "settings": {name: _no_folder(value) for name, value in report.settings.items()},
        "models": {model.role: _model(model) for model in sorted(report.models, key=lambda model: model.role)},
        "articles": _articles(report),
        "stories": [_story(story, articles) for story in sorted(report.stories, key=lambda s: natural_key(s.id))],
        "disagreements": [
            disagreement_row(group, articles, known) for group in sorted(report.disagreements, key=weightiest_first)
        ],
        "conflicts": [
            conflict_row(found, articles, group_of.get(found.id), found.id in known)
            for found in sorted(report.conflicts, key=weightiest_first)
        ],
        "agreements": [agreement_row(found, articles) for found in sorted(report.agreements, key=agreement_order)],
        "shared_claims": [shared_row(found, articles) for found in sorted(report.shared, key=shared_order)],
        "scores": [score_row(score) for score in sorted(report.scores, key=lambda score: score.source)],
        "skipped": [
            {"file": row.file, "reason": row.reason}
            for row in sorted(report.skipped, key=lambda row: (row.file, row.reason))
        ],
        "left_out": [
            {"file": row.file, "line": row.line, "text": row.text, "reason": row.reason}
            for row in sorted(report.left_out, key=lambda row: (row.file, row.line, row.text))
        ],
        "not_checked": list(report.not_checked),
        "funnel": {name: int(number) for name, number in report.funnel.items()},
    }


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
