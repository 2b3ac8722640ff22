"""The stage of stories on the sister events of ECB+, alone and before the same-event model, as the pipeline has it.

Each held-out topic is a folder of short articles about two events of one kind; of a document the annotated sentences
are given, mostly one to five.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.grouping import together
from checker.claims import extract_claims
from checker.models import Encoder
from checker.records import Article, Published
from checker.settings import Settings
from checker.stories import find_stories
from training.rows import Row

Topics = Mapping[int, Sequence[Row]]


def stories_of(topics: Topics, encoder: Encoder) -> dict[str, str]:
    """The story that the stage puts each document in, by document; every topic is grouped by itself."""
    found: dict[str, str] = {}
    for topic, rows in sorted(topics.items()):
        texts: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            texts[row["doc"]].append(row["text"])
        articles = [Article(doc, doc, "", "\n\n".join(texts[doc]), Published()) for doc in sorted(texts)]
        claims = extract_claims(articles)
        vectors = encoder.encode([claim.standalone for claim in claims])
        for story in find_stories(articles, claims, vectors, encoder, Settings()):
            found.update(dict.fromkeys(story.article_ids, f"{topic}-{story.id}"))
    return found


def kept_together(topics: Topics, story: Mapping[str, str]) -> dict[str, Any]:
    """Of the pairs of documents of one story, and of two sister stories, the share that the stage puts together."""
    pairs: Counter[bool] = Counter()
    kept: Counter[bool] = Counter()
    for rows in topics.values():
        of_topic = together({row["doc"]: row["subtopic"] for row in rows}, story)
        pairs += of_topic[0]
        kept += of_topic[1]
    names = {"one_story": True, "sister_stories": False}
    return {
        "pairs": {name: pairs[same] for name, same in names.items()},
        "kept_together": {name: kept[same] / pairs[same] for name, same in names.items()},
    }


def behind(scores: Sequence[float], rows: Sequence[Row], story: Mapping[str, str]) -> list[float]:
    """The probabilities of the same event, 0 where the stage keeps the two documents apart."""
    together = [story[one] == story[other] for one, other in (row["documents"] for row in rows)]
    return [score if kept else 0.0 for score, kept in zip(scores, together, strict=True)]
