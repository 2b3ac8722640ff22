"""The whole flow on one screen: articles -> claims -> stories -> pairs -> conflicts -> scores -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from checker.claims import extract_claims
from checker.conflicts import (
    Inference,
    TypedFacts,
    Wording,
    add_inference,
    ask_same_event,
    compare_pairs,
    find_conflicts,
    group_conflicts,
)
from checker.facts.terms import TermSimilarity, words_of
from checker.loading import Models, load_models
from checker.notes import not_checked
from checker.pairs import align_claims
from checker.records import Article, ArticleSet, Claim, Report, Story
from checker.scores.sources import comparable_own_pairs, score_sources
from checker.settings import Settings
from checker.stories import find_stories

Progress = Callable[[str, int, int], object]  # stage, done, total


def check_articles(
    articles: ArticleSet | Iterable[Article],
    settings: Settings | None = None,
    progress: Progress = lambda stage, done, total: None,
    models: Models | None = None,
) -> Report:
    """Checks the articles against each other and returns the report; the same input gives the same report.

    Raises ModelError when a model named in the settings can't be loaded.
    """
    settings = settings or Settings()
    given = articles if isinstance(articles, ArticleSet) else ArticleSet(tuple(articles))
    ordered = tuple(sorted(given.articles, key=lambda a: a.id))
    progress("models", 0, 1)
    models = models or load_models(settings)

    claims = extract_claims(ordered, lambda done: progress("claims", done, len(ordered)))
    progress("stories", 0, 1)
    vectors = models.encoder.encode([c.resolved or c.text for c in claims])
    stories = find_stories(ordered, claims, vectors, models.encoder, settings)
    progress("pairs", 0, 1)
    pairs = align_claims(claims, vectors, stories, settings)

    progress("conflicts", 0, 1)
    similar = TermSimilarity(models.encoder, words_of(fact for claim in claims for fact in claim.facts))
    comparisons = compare_pairs(pairs, [TypedFacts(similar), Wording()])
    if models.same_event is not None:
        pairs = ask_same_event(pairs, comparisons, models.same_event)
    if models.nli is not None:
        comparisons = add_inference(pairs, comparisons, Inference(models.nli))
    story_of = {article: story.id for story in stories for article in story.article_ids}
    by_id = {a.id: a for a in ordered}
    conflicts, agreements = find_conflicts(pairs, comparisons, by_id, story_of, settings)
    disagreements = group_conflicts(conflicts)

    progress("scores", 0, 1)
    own_pairs = comparable_own_pairs(pairs, comparisons)
    scores = score_sources(ordered, claims, conflicts, disagreements, agreements, own_pairs, settings)
    return Report(
        articles=ordered,
        stories=stories,
        conflicts=conflicts,
        disagreements=disagreements,
        agreements=agreements,
        scores=scores,
        skipped=given.skipped,
        left_out=tuple(row for article in ordered for row in article.left_out),
        not_checked=not_checked(ordered, stories, given.skipped, Counter(c.article_id for c in claims)),
        funnel={
            "articles": len(ordered),
            "stories": len(stories),
            "claims": len(claims),
            "candidate_pairs": _candidates(claims, stories),
            "pairs": len(pairs),
            "comparisons": sum(map(len, comparisons)),
            "conflicts": len(conflicts),
        },
        models=models.info,
        settings=settings.to_dict(),
    )


def _candidates(claims: Sequence[Claim], stories: Sequence[Story]) -> int:
    """How many pairs of claims of different articles there are within the stories, before any is left out."""
    size = Counter(c.article_id for c in claims)
    return sum(size[a] * size[b] for s in stories for a, b in combinations(s.article_ids, 2))
