"""Every format of the sample report, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.records import Report
from checker.reports import WRITERS, Context, write_one, write_reports
from tests.golden.compare import FOLDER, assert_golden
from tests.reports.test_structure import shuffled

CONTEXT = Context(frozenset({"c-day"}), "high", "news/")


def test_every_format_and_page(ferry: Report, tmp_path: Path) -> None:
    written = write_reports(ferry, tmp_path, WRITERS, CONTEXT)
    for path in written:
        name = path.relative_to(tmp_path).as_posix()
        assert_golden(f"ferry/{name}", path.read_text(encoding="utf-8"))
    kept = {path.relative_to(FOLDER / "ferry") for path in (FOLDER / "ferry").rglob("*") if path.is_file()}
    assert kept == {path.relative_to(tmp_path) for path in written}


@pytest.mark.parametrize("name", WRITERS)
def test_order_of_the_records_does_not_matter(ferry: Report, name: str) -> None:
    assert write_one(shuffled(ferry), name, CONTEXT) == write_one(ferry, name, CONTEXT)


@pytest.mark.parametrize("name", WRITERS)
def test_an_empty_report_can_be_written(empty: Report, name: str) -> None:
    text = write_one(empty, name)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in WRITERS if name not in ("csv", "scores")])
def test_no_format_drops_a_finding(ferry: Report, name: str) -> None:
    text = write_one(ferry, name)
    for word in ("Fifteen", "Wednesday", "running", "221"):
        assert word in text


def test_formats_are_in_the_docs() -> None:
    page = (FOLDER.parents[1] / "docs" / "formats-out.md").read_text(encoding="utf-8")
    for name, writer in WRITERS.items():
        assert f"`{name}`" in page
        assert f"`{writer.file}`" in page
