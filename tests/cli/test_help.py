"""The help: quick, grouped, complete, and the same as docs/cli.md."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from typer.testing import CliRunner

from checker import __version__, cli
from docs.make_cli import cli_page

ROOT = Path(__file__).parents[2]


def test_docs_have_the_options_as_they_are() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == cli_page(), "run: python -m docs.make_cli"


def test_every_option_is_explained() -> None:
    rows = [line for line in cli_page().splitlines() if line.startswith("| `-")]
    assert len(rows) > 12
    assert [row for row in rows if len(row.split(" | ")[-1]) < 15] == []


def test_help_names_the_exit_codes() -> None:
    shown = CliRunner().invoke(cli.app, ["--help"], prog_name="check", terminal_width=100).output
    for part in ("Exit codes:", "Gate for CI", "--baseline", "130 interrupted"):
        assert part in shown


def test_help_imports_nothing_heavy() -> None:
    heavy = "{'torch', 'pandas', 'spacy', 'sentence_transformers', 'jinja2', 'tqdm', 'numpy', 'trafilatura'}"
    code = f"import sys, checker.cli; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


def test_help_is_quick() -> None:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "checker", "--help"], cwd=ROOT, capture_output=True, check=True)
    assert time.perf_counter() - began < 5  # 0.3 s on an idle laptop; the slack is for a busy test machine


def test_version() -> None:
    assert CliRunner().invoke(cli.app, ["--version"]).output == f"check {__version__}\n"


def test_shell_completion() -> None:
    settings = {"_CHECK_COMPLETE": "complete_bash", "COMP_WORDS": "check --fail", "COMP_CWORD": "1"}
    shown = subprocess.run(
        [sys.executable, "-m", "checker"], cwd=ROOT, env=os.environ | settings, capture_output=True, text=True
    )
    assert shown.stdout.split() == ["--fail-on"]
