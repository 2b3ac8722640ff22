"""Files that check itself wrote are no articles: `check .` would otherwise read its own report the second time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.records import ArticleSet
from checker.reports.story_pages import STORIES, is_story_page
from checker.reports.writers import SCORES, WRITERS


def without_own_files(articles: ArticleSet, path: Path, out: Path | None, baseline: Path | None) -> ArticleSet:
    """The articles and skipped files at `path` but for what a run writes: the reports in `out`, the baseline."""
    own = {file.resolve() for file in (*_reports(out), *([baseline] if baseline else []))}
    root = (path if path.is_dir() else path.parent).resolve()
    return replace(
        articles,
        articles=tuple(each for each in articles.articles if root / each.path not in own),
        skipped=tuple(each for each in articles.skipped if root / each.file not in own),
    )


def _reports(out: Path | None) -> list[Path]:
    if out is None:
        return []
    pages = [page for page in (out / STORIES).glob("*.md") if is_story_page(page)]
    return [*(out / writer.file for writer in WRITERS.values()), out / SCORES, *pages]
