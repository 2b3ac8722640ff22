"""All annotated stories in one folder: does the stage of stories find each again?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from benchmarks.conflicts.news import Checked
from benchmarks.grouping import together
from checker.models import Encoder
from checker.settings import Settings
from checker.stories import find_stories


def mixed_figures(checked: Sequence[Checked], settings: Settings, encoder: Encoder) -> dict[str, Any]:
    """Of the pairs of articles of one annotated story the share kept together, and how many of two were joined."""
    articles, claims, truth = [], [], {}
    for one in checked:
        new = {article.id: f"{one.story.name}/{article.id}" for article in one.compared.articles}
        articles += [replace(article, id=new[article.id]) for article in one.compared.articles]
        claims += [replace(claim, article_id=new[claim.article_id]) for claim in one.compared.claims]
        truth.update(dict.fromkeys(new.values(), one.story.name))
    articles.sort(key=lambda article: article.id)
    vectors = encoder.encode([claim.standalone for claim in claims])
    found = find_stories(articles, claims, vectors, encoder, settings)
    pairs, kept = together(truth, {article: story.id for story in found for article in story.article_ids})
    return {
        "annotated": len(checked),
        "articles": len(articles),
        "found": len(found),
        "kept_together": round(kept[True] / pairs[True], 4),
        "joined_wrongly": kept[False],
    }
