"""The whole flow on one screen: articles -> claims -> stories -> pairs -> conflicts -> scores -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.claims import reading_ahead, useful_jobs
from checker.loading import Models, load_models
from checker.notes import not_checked
from checker.records import Article, ArticleSet, Report
from checker.scores.sources import comparable_own_pairs, score_sources
from checker.settings import Settings
from checker.stages import Progress, compare_articles, conclude


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
        told = compare_articles(ordered, settings, models, progress, extract)
    found = conclude(told, settings)

    progress("scores", 0, 1)
    own_pairs = comparable_own_pairs(told.pairs, told.comparisons)
    scores = score_sources(
        ordered, told.claims, found.conflicts, found.disagreements, found.shared, own_pairs, settings
    )
    return Report(
        articles=ordered,
        stories=told.stories,
        conflicts=found.conflicts,
        disagreements=found.disagreements,
        agreements=found.agreements,
        scores=scores,
        skipped=given.skipped,
        left_out=tuple(row for article in ordered for row in article.left_out),
        not_checked=not_checked(ordered, told.stories, given.skipped, Counter(c.article_id for c in told.claims)),
        funnel={
            "articles": len(ordered),
            "stories": len(told.stories),
            "claims": len(told.claims),
            "candidate_pairs": told.possible_pairs,
            "pairs": len(told.pairs),
            "comparisons": sum(map(len, told.comparisons)),
            "conflicts": len(found.conflicts),
        },
        models=models.info,
        settings=settings.to_dict(),
        shared=found.shared,
    )
