"""Files that check itself wrote are no articles: `check .` would otherwise read its own report the second time.

They are known by what is in them, and not by their names: an article may be called report.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from checker.errors import SettingsError
from checker.records import ArticleSet
from checker.reports.story_pages import STORIES, is_story_page
from checker.reports.wording import NOT_TRUTH
from checker.reports.writers import SCORES, WRITERS

BEGINNING: Final = 200  # characters
MARKS: Final = {  # what only a report has, and whether at the beginning
    "report.md": (NOT_TRUTH, False),
    "report.html": (NOT_TRUTH, False),
    "report.json": ('"schema_version": ', True),
    "conflicts.csv": ("id,disagreement,story,scope,", True),
    SCORES: ("source,agreement,low,high,", True),
}


def without_own_files(
    articles: ArticleSet, path: Path, out: Path | None, baseline: Path | None, formats: Iterable[str] = WRITERS
) -> ArticleSet:
    """The articles and skipped files at `path` but for what this run or an earlier one wrote, and the baseline.

    Raises SettingsError where a report in one of the `formats` would be written over an article.
    """
    root = (path if path.is_dir() else path.parent).resolve()
    files = {each.path for each in articles.articles} | {each.file for each in articles.skipped}
    written = _reports(out, formats)
    known = {baseline.resolve()} if baseline else set()
    own = {file for file in files if root / file in known or _is_own(root / file, written)}
    for file in sorted(files - own):
        if root / file in written:
            raise SettingsError(
                f"{root / file}: a report would be written over this file, which check did not write; "
                "give another folder with --out"
            )
    return replace(
        articles,
        articles=tuple(each for each in articles.articles if each.path not in own),
        skipped=tuple(each for each in articles.skipped if each.file not in own),
    )


def _is_own(file: Path, written: set[Path]) -> bool:
    """By its name first: only what may be a report is opened, and not every article once more."""
    if file.parent.name == STORIES and file.suffix == ".md":
        return file.is_file() and is_story_page(file)
    if file.name not in MARKS:
        return file in written  # of a suffix that no article has
    if not file.is_file():
        return False
    mark, at_beginning = MARKS[file.name]
    text = file.read_text(encoding="utf-8", errors="replace")
    return mark in (text[:BEGINNING] if at_beginning else text)


def _reports(out: Path | None, formats: Iterable[str]) -> set[Path]:
    if out is None:
        return set()
    names = {WRITERS[name].file for name in formats} | ({SCORES} if "csv" in formats else set())
    return {out.resolve() / name for name in names}
