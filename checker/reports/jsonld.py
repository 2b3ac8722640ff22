"""schema.org JSON-LD: a `Claim` for each value of a disagreement, with the articles that it appears in.

Only `Claim` is written. A `ClaimReview` carries a rating, which is a human's verdict and isn't made up here.
"""

from __future__ import annotations

import json
from typing import Any

from checker.records import Article, Claim, Disagreement, Report, VoicedValue
from checker.reports.context import Context
from checker.reports.index import index_report
from checker.reports.order import shared_order
from checker.reports.places import published_text, sentence_span
from checker.reports.rooted import as_uri

_Node = dict[str, Any]


def write_jsonld(report: Report, context: Context) -> str:
    """A graph: claims of a disagreement share their `about`; a shared claim is one in several articles."""
    index = index_report(report)
    graph: list[_Node] = []
    for group in index.groups:
        about = {"@type": "Thing", "@id": f"#{group.id}", "name": group.item or group.kind}
        for number, voiced in enumerate(group.values, start=1):
            graph.append(_value(group, number, voiced, index.articles, context) | {"about": about})
    ordered = sorted(report.shared, key=shared_order)
    graph += [_claim(f"#{shared.id}", shared.claims, index.articles, context) for shared in ordered]
    content = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _value(
    group: Disagreement, number: int, voiced: VoicedValue, articles: dict[str, Article], context: Context
) -> _Node:
    node = _claim(f"#{group.id}-{number}", voiced.claims, articles, context)
    return node | {"name": f"{group.item or group.kind}: {voiced.value}"}


def _claim(id_: str, claims: tuple[Claim, ...], articles: dict[str, Article], context: Context) -> _Node:
    node: _Node = {"@type": "Claim", "@id": id_}
    if claims:
        node["text"] = claims[0].sentence
    speakers = sorted({claim.speaker for claim in claims if claim.speaker})
    if speakers:
        # whether a speaker is a person or an organisation isn't known, so no `author` is given a type
        node["creditText"] = ", ".join(speakers)
    node["appearance"] = [_appearance(claim, articles[claim.article_id], context) for claim in claims]
    return node


def _appearance(claim: Claim, article: Article, context: Context) -> _Node:
    line = sentence_span(article, claim).line
    node: _Node = {
        "@type": "NewsArticle",
        "@id": f"{as_uri(context.root, article.path)}#L{line}",
        "headline": article.title,
        "publisher": {"@type": "Organization", "name": article.source},
    }
    if article.url:
        node["url"] = article.url
    published = published_text(article.published)
    if published and "/" not in published:
        node["datePublished"] = published
    return node
