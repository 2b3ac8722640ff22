"""write_reports: the files it says it wrote, whole or not at all."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import CheckerError, SettingsError
from checker.records import Report
from checker.reports import write_reports
from checker.reports.atomic import write_whole


def test_returns_what_it_wrote(ferry: Report, tmp_path: Path) -> None:
    paths = write_reports(ferry, tmp_path / "deep" / "er", ["json", "md"])
    names = ["report.json", "report.md", "story-1.md", "story-2.md"]
    assert [path.name for path in paths] == names
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == names


def test_an_unknown_format_writes_nothing(ferry: Report, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="unknown format 'docx': give one or more of md, html"):
        write_reports(ferry, tmp_path, ["md", "docx"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException] | BaseException
) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((KeyboardInterrupt, CheckerError)):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_written_files_can_be_read_by_others(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_whole(tmp_path / "a", "text")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_line_ends_and_odd_characters(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", "one\ntwo\ud800é\n")
    assert (tmp_path / "a").read_bytes() == "one\ntwo?é\n".encode()


def test_pages_of_stories_that_are_gone_go_and_other_files_stay(ferry: Report, tmp_path: Path) -> None:
    write_reports(ferry, tmp_path, ["md"])
    (tmp_path / "stories" / "notes.md").write_text("my own notes")
    write_reports(replace(ferry, stories=ferry.stories[:1]), tmp_path, ["md"])
    assert sorted(path.name for path in (tmp_path / "stories").iterdir()) == ["notes.md", "story-1.md"]
