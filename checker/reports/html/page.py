"""Fills the template: article text is escaped by Jinja, and no script in it could run."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from checker.records import Report, Scope
from checker.reports.context import Context
from checker.reports.html.findings import Finding, Numbers, covers_of, view_findings
from checker.reports.html.sources import view_dissents, view_matrix, view_shared, view_sources
from checker.reports.html.texts import paragraphs
from checker.reports.index import ReportIndex, index_report
from checker.reports.order import SEVERITIES
from checker.reports.printable import printable
from checker.reports.score_words import MINORITY, OWN_VOTES, score_meaning
from checker.reports.shared_words import shared_count
from checker.reports.wording import NOT_TRUTH, SCOPE_TITLE, SEVERITY_MEANING, date_text
from checker.structure import report_to_dict


def write_html(report: Report, context: Context) -> str:
    """report.html: findings with filters, sources, and the full articles with the evidence highlighted."""
    environment = Environment(
        loader=PackageLoader("checker.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["printable"] = printable
    loader = environment.loader
    assert loader is not None
    style = loader.get_source(environment, "style.css")[0]
    script = loader.get_source(environment, "script.js")[0]
    index = index_report(report, context.known)
    return environment.get_template("report.html.j2").render(
        **_view(index), style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)
    )


def _view(index: ReportIndex) -> dict[str, Any]:
    articles = sorted(index.report.articles, key=lambda article: (article.path, article.id))
    numbers = Numbers(
        stories={story.id: number for number, story in enumerate(index.stories, start=1)},
        sources={name: number for number, name in enumerate(index.sources, start=1)},
        articles={article.id: number for number, article in enumerate(articles, start=1)},
    )
    findings = view_findings(index, numbers)
    covers = covers_of(index, findings)
    shown = {finding.id: finding.number for finding in findings}
    return {
        "report": index.report,
        "plain": report_to_dict(index.report, index.known),
        "stories": [printable(story.title or story.id) for story in index.stories],
        "sources": [printable(name) for name in index.sources],
        "kinds": sorted({finding.kind for finding in findings}),
        "severities": [(level.value, SEVERITY_MEANING[level]) for level in SEVERITIES],
        "sections": [(SCOPE_TITLE[scope], scope.value, _of(findings, scope)) for scope in Scope],
        "tallies": {scope.value: index.severities(index.select(scope)) for scope in Scope},
        "rows": view_sources(index, numbers.articles, shown),
        "dissents": view_dissents(index, numbers.articles, shown),
        "matrix": view_matrix(index),
        "shared": view_shared(index),
        "shared_count": shared_count(index.report.shared),
        "articles": [
            (
                numbers.articles[article.id],
                article,
                date_text(article.published),
                paragraphs(article, covers.get(article.id, ())),
            )
            for article in articles
        ],
        "not_truth": NOT_TRUTH,
        "score_meaning": score_meaning(index.report.settings),
        "minority": MINORITY,
        "own_votes": OWN_VOTES if any(score.own_votes_matter for score in index.report.scores) else "",
        "behind": any(score.counted for score in index.report.scores),
    }


def _of(findings: list[Finding], scope: Scope) -> list[Finding]:
    return [finding for finding in findings if finding.scope is scope]


def _hash(text: str) -> str:
    """What the page's own security policy allows to run: exactly this script and this style, nothing else."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
