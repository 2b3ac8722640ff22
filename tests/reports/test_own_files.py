"""A run never reads what an earlier run wrote, and reads everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.articles import read_articles
from checker.errors import SettingsError
from checker.records import Report
from checker.reports import WRITERS, write_reports
from checker.reports.own_files import without_own_files


def names(folder: Path, out: Path | None, baseline: Path | None = None) -> list[str]:
    """The files that a run would look at."""
    found = without_own_files(read_articles(folder), folder, out, baseline)
    return sorted({article.path for article in found.articles} | {row.file for row in found.skipped})


def test_reports_among_the_articles_are_left_alone(ferry: Report, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One sentence of an article that is long enough to be read as one.")
    (tmp_path / "report.md").write_text("# An article\n\nThat is called report.md and was written by somebody.")
    out = tmp_path / "reports"
    write_reports(ferry, out, WRITERS)
    (out / "stories" / "mine.md").write_text("# Mine\n\nAn article that somebody put into the folder of the pages.")
    assert names(tmp_path, out) == ["a.txt", "report.md", "reports/stories/mine.md"]


def test_reports_beside_the_articles(ferry: Report, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One sentence of an article that is long enough to be read as one.")
    (tmp_path / "known.json").write_text('{"baseline_version": 1, "conflicts": []}')
    write_reports(ferry, tmp_path, WRITERS)
    assert names(tmp_path, tmp_path, tmp_path / "known.json") == ["a.txt"]


def test_an_article_that_a_report_would_be_written_over(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# An article\n\nThat is called report.md and was written by somebody.")
    with pytest.raises(SettingsError, match=r"report\.md: a report would be written over this file"):
        names(tmp_path, tmp_path)
    found = without_own_files(read_articles(tmp_path), tmp_path, tmp_path, None, ["json"])
    assert [article.path for article in found.articles] == ["report.md"]


def test_reports_of_an_earlier_run_into_another_folder(ferry: Report, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One sentence of an article that is long enough to be read as one.")
    write_reports(ferry, tmp_path / "earlier", ["md", "html", "json", "csv"])
    assert names(tmp_path, tmp_path / "reports") == names(tmp_path, None) == ["a.txt"]


def test_on_stdout_nothing_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# An article\n\nThat is called report.md and was written by somebody.")
    assert names(tmp_path, None) == ["report.md"]
