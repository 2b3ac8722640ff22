"""The whole flow on one screen: articles -> claims -> stories -> pairs -> conflicts -> scores -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.claims import reading_ahead, useful_jobs
from checker.conflicts import find_conflicts, group_conflicts
from checker.loading import Models, load_models
from checker.notes import not_checked
from checker.records import Article, ArticleSet, Report
from checker.scores.sources import comparable_own_pairs, score_sources
from checker.settings import Settings
from checker.stages import Progress, compare_articles


def check_articles(
    articles: ArticleSet | Iterable[Article],
    settings: Settings | None = None,
    progress: Progress = lambda stage, done, total: None,
    models: Models | None = None,
    jobs: int | None = 0,
) -> Report:
    """Checks the articles against each other and returns the report; the same input gives the same report.

    `jobs` processes read the articles while this one loads the models; None: as many as are useful here, 0: none.
    Raises ModelError when a model named in the settings can't be loaded.
    """
    settings = settings or Settings()
    given = articles if isinstance(articles, ArticleSet) else ArticleSet(tuple(articles))
    ordered = tuple(sorted(given.articles, key=lambda a: a.id))
    with reading_ahead(ordered, useful_jobs(ordered) if jobs is None else jobs) as extract:
        progress("models", 0, 1)
        models = models or load_models(settings)
        found = compare_articles(ordered, settings, models, progress, extract)
    conflicts, agreements = find_conflicts(
        found.pairs, found.comparisons, found.by_id, found.story_of, settings, found.echoes
    )
    disagreements = group_conflicts(conflicts)

    progress("scores", 0, 1)
    own_pairs = comparable_own_pairs(found.pairs, found.comparisons)
    scores = score_sources(ordered, found.claims, conflicts, disagreements, agreements, own_pairs, settings)
    return Report(
        articles=ordered,
        stories=found.stories,
        conflicts=conflicts,
        disagreements=disagreements,
        agreements=agreements,
        scores=scores,
        skipped=given.skipped,
        left_out=tuple(row for article in ordered for row in article.left_out),
        not_checked=not_checked(ordered, found.stories, given.skipped, Counter(c.article_id for c in found.claims)),
        funnel={
            "articles": len(ordered),
            "stories": len(found.stories),
            "claims": len(found.claims),
            "candidate_pairs": found.possible_pairs,
            "pairs": len(found.pairs),
            "comparisons": sum(map(len, found.comparisons)),
            "conflicts": len(conflicts),
        },
        models=models.info,
        settings=settings.to_dict(),
    )
