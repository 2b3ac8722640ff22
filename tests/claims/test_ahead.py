"""Articles that other processes read give the same claims, and none is lost where a process fails."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.claims import ahead, extract_claims
from checker.records import Article
from tests.conftest import article

ARTICLES = (
    article("Twelve people were hurt on Monday. Police said that nobody died.", "a"),
    article("The mine in Tarvik will close next year, its owner said.", "b"),
    article("", "c"),
)


def read(articles: Sequence[Article], jobs: int) -> tuple[tuple[object, ...], list[int]]:
    """The claims, and what was said of the progress."""
    steps: list[int] = []
    with ahead.reading_ahead(articles, jobs) as extract:
        return extract(articles, steps.append), steps


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_claims_are_those_of_one_process(jobs: int) -> None:
    claims, steps = read(ARTICLES, jobs)
    assert claims == extract_claims(ARTICLES)
    assert steps == [1, 2, 3]


@pytest.mark.parametrize("command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_what_a_process_does_not_bring_is_read_here(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "COMMAND", command)
    claims, steps = read(ARTICLES, 2)
    assert claims == extract_claims(ARTICLES)
    assert steps == [1, 2, 3]


def test_code_beside_the_articles_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("open('was_run', 'w').close()\nraise SystemExit\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)  # who sets it to "." wants the working folder
    claims, _ = read(ARTICLES, 1)
    assert claims == extract_claims(ARTICLES)
    assert [path.name for path in tmp_path.iterdir()] == ["pickle.py"]


def test_a_block_that_is_left_early_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))
    started: list[ahead._Reader] = []
    build = ahead._Reader.__init__

    def remember(self: ahead._Reader, share: list[tuple[int, Article]]) -> None:
        build(self, share)
        started.append(self)

    monkeypatch.setattr(ahead._Reader, "__init__", remember)
    with pytest.raises(KeyboardInterrupt), ahead.reading_ahead(ARTICLES, 2):
        raise KeyboardInterrupt
    assert [r._process is not None and r._process.returncode is not None for r in started] == [True, True]


def test_shares_are_of_about_one_size() -> None:
    articles = [article("x" * size, str(size)) for size in (900, 500, 400, 10)]
    shares = ahead._shares(articles, 2)
    assert [[number for number, _ in share] for share in shares] == [[0, 3], [1, 2]]


@pytest.mark.parametrize(
    ("cores", "ready", "letters", "jobs"),
    [(1, False, 500_000, 0), (2, False, 500, 1), (2, True, 500, 0), (8, False, 500_000, 4), (8, True, 100_000, 2)],
)
def test_how_many(cores: int, ready: bool, letters: int, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: cores)

    class Loaded:
        currsize = int(ready)

    monkeypatch.setattr(ahead.parser, "cache_info", Loaded, raising=False)
    articles = [article("x" * (letters // 5), str(n)) for n in range(5)]
    assert ahead.useful_jobs(articles) == jobs
