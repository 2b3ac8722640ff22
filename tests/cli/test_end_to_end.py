"""The command as a user has it: real articles, real models, real files."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import jsonschema
import pytest

from checker.articles import read_articles
from checker.loading import Models, load_models
from checker.pipeline import check_articles
from checker.records import Report
from checker.reports import WRITERS
from checker.settings import Settings

pytestmark = pytest.mark.models
ROOT = Path(__file__).parents[2]

TAIL = """
The sea was calm when the ship struck, and the crew put on life jackets and waited on the upper deck for help to come.
Two boats of the coast guard took everybody ashore within an hour, and a doctor looked after those who were hurt. The
wreck lies on a sandbank two miles off the coast; a tug from the naval yard will try to pull it free at the next high
tide. Investigators will listen to the recorder of the bridge and speak with the captain later this week.
"""
HERALD = f"""Ferry runs aground off Port Arlen

Twelve passengers were hurt when the ferry Marwen ran aground off Port Arlen on Tuesday. The ferry carried 212 people.
{TAIL}
The operator Nordlane did not suspend the service.
"""
WIRE = f"""Passengers hurt in ferry accident off Port Arlen

Fifteen passengers were hurt when the ferry Marwen ran aground off Port Arlen on Tuesday. The ferry carried 212 people.
{TAIL}
The operator Nordlane suspended the service.
"""
MARKET = """Cod is dear this spring

Fishermen in Tarvik landed less cod in March, and its price rose by a third.
"""


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models(Settings())


def found(folder: Path, models: Models, **articles: str) -> Report:
    """The report on articles, each written to a file of its name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return check_articles(read_articles(folder), Settings(), models=models)


def ids(report: Report) -> set[str]:
    return {conflict.id for conflict in report.conflicts}


def rewrapped(text: str, width: int) -> str:
    """The text with its paragraphs wrapped at another width."""
    return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


@pytest.mark.parametrize("width", [60, 1000])
def test_conflict_ids_survive_rewrapping(tmp_path: Path, models: Models, width: int) -> None:
    first = found(tmp_path / "a", models, herald=HERALD, wire=WIRE)
    assert len(first.conflicts) >= 2
    assert ids(found(tmp_path / "a", models, herald=HERALD, wire=rewrapped(WIRE, width))) == ids(first)


def test_conflict_ids_survive_new_articles_before_and_after(tmp_path: Path, models: Models) -> None:
    first = found(tmp_path / "a", models, herald=HERALD, wire=WIRE)
    more = found(tmp_path / "a", models, another=MARKET, herald=HERALD, wire=WIRE, yet_another=MARKET)
    assert ids(more) >= ids(first)


def test_the_command_on_the_seeds(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "checker", "seeds", "--out", str(tmp_path), "--format", ",".join(WRITERS)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("Checked 5 articles from 5 sources")
    assert "\x1b" not in ended.stdout
    assert "Traceback" not in ended.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8")))
    for row in [*report["conflicts"], *report["agreements"]]:
        for side in (row["left"], row["right"]):
            original = (ROOT / "seeds" / side["file"]).read_text(encoding="utf-8")
            assert original.count("\n", 0, side["start"]) + 1 == side["line"]
    sample = ROOT / "reports" / "sample"
    for path in sample.rglob("*.*"):
        made = (tmp_path / path.relative_to(sample)).read_text(encoding="utf-8")
        assert but_for_last_digits(made, path.read_text(encoding="utf-8")), f"{path}: make sample"


NUMBER = re.compile(r"(?<![\w.])(\d+\.\d+)(?![\w.])")


def but_for_last_digits(one: str, other: str) -> bool:
    """Whether two texts are equal, decimal numbers nearly so: an int8 model rounds otherwise on another kind of CPU.

    Numbers may differ by .03, or by 1% as the lengths of bars do.
    """
    left, right = NUMBER.split(one), NUMBER.split(other)
    if len(left) != len(right) or left[::2] != right[::2]:
        return False
    numbers = zip(map(float, left[1::2]), map(float, right[1::2]), strict=True)
    return all(abs(a - b) <= max(0.03, 0.01 * b) for a, b in numbers)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("weight 0.752, line 3", "weight 0.758, line 3", True),
        ("weight 0.75, line 3", "weight 0.85, line 3", False),
        ("weight 0.75, line 3", "weight 0.75, line 4", False),
        ("version 1.2.3", "version 1.2.4", False),
    ],
)
def test_what_counts_as_the_last_digits(one: str, other: str, same: bool) -> None:
    assert but_for_last_digits(one, other) == same


@pytest.mark.parametrize("path", ["missing", "empty"])
def test_nothing_to_check_is_an_error_of_one_line(tmp_path: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    command = [sys.executable, "-m", "checker", str(tmp_path / path), "--out", str(tmp_path / "out")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("check: ")
