"""The registry of formats. A writer is a function from a report to the text of its file.

Each writer is imported when it is used: the names alone are enough for `check --help`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.errors import SettingsError
from checker.records import Report
from checker.reports.atomic import write_whole
from checker.reports.context import Context
from checker.reports.story_pages import STORIES, remove_stale_pages

SCORES = "scores.csv"  # stands beside conflicts.csv


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its file, its text, and further pages (path in the folder -> text) if it has any."""

    file: str
    write: Callable[[Report, Context], str]
    pages: Callable[[Report, Context], dict[str, str]] | None = None


def _markdown(report: Report, context: Context) -> str:
    from checker.reports.markdown import write_markdown

    return write_markdown(report, context)


def _story_pages(report: Report, context: Context) -> dict[str, str]:
    from checker.reports.markdown import write_story_pages

    return write_story_pages(report, context)


def _html(report: Report, context: Context) -> str:
    from checker.reports.html import write_html

    return write_html(report, context)


def _json(report: Report, context: Context) -> str:
    from checker.reports.json_report import write_json

    return write_json(report, context)


def _conflicts_csv(report: Report, context: Context) -> str:
    from checker.reports.csv_tables import write_conflicts_csv

    return write_conflicts_csv(report, context)


def _scores_csv(report: Report, context: Context) -> dict[str, str]:
    from checker.reports.csv_tables import write_scores_csv

    return {SCORES: write_scores_csv(report, context)}


def _sarif(report: Report, context: Context) -> str:
    from checker.reports.sarif import write_sarif

    return write_sarif(report, context)


def _junit(report: Report, context: Context) -> str:
    from checker.reports.junit import write_junit

    return write_junit(report, context)


def _github(report: Report, context: Context) -> str:
    from checker.reports.github import write_github

    return write_github(report, context)


def _jsonld(report: Report, context: Context) -> str:
    from checker.reports.jsonld import write_jsonld

    return write_jsonld(report, context)


WRITERS: dict[str, Writer] = {
    "md": Writer("report.md", _markdown, _story_pages),
    "html": Writer("report.html", _html),
    "json": Writer("report.json", _json),
    "csv": Writer("conflicts.csv", _conflicts_csv, _scores_csv),
    "sarif": Writer("report.sarif", _sarif),
    "junit": Writer("report.junit.xml", _junit),
    "github": Writer("report.github.txt", _github),
    "jsonld": Writer("report.jsonld", _jsonld),
}


def write_reports(
    report: Report, folder: Path | str, formats: Iterable[str], context: Context | None = None
) -> list[Path]:
    """Write a report into a folder in each of the formats; the paths written, in that order.

    Every text is made before the first file is written. Raises SettingsError for an unknown format and
    CheckerError when a file can't be written.
    """
    context = context or Context()
    texts: dict[str, str] = {}
    for name in formats:
        writer = find_writer(name)
        texts[writer.file] = writer.write(report, context)
        if writer.pages is not None:
            texts |= writer.pages(report, context)
    paths = {Path(folder) / file: text for file, text in texts.items()}
    for path, text in paths.items():
        write_whole(path, text)
    if any(path.parent.name == STORIES for path in paths):
        remove_stale_pages(Path(folder) / STORIES, set(paths))
    return list(paths)


def write_one(report: Report, name: str, context: Context | None = None) -> str:
    """The text of one format, as `--out -` prints it."""
    return find_writer(name).write(report, context or Context())


def find_writer(name: str) -> Writer:
    """The writer of a format; raises SettingsError for a name that is none."""
    if name not in WRITERS:
        raise SettingsError(f"unknown format {name!r}: give one or more of {', '.join(WRITERS)}")
    return WRITERS[name]
