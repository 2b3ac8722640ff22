"""Ways to read a text as if it were a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.articles import read_articles
from checker.records import Article, ArticleSet

CASES = Path(__file__).parents[1] / "cases" / "articles"
SEEDS = Path(__file__).parents[2] / "seeds"

ReadOne = Callable[..., Article]
ReadSet = Callable[..., ArticleSet]


def cases(name: str) -> list[Any]:
    """The named cases of a rule, as pytest parameters."""
    loaded = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]


@pytest.fixture
def read_set(tmp_path: Path) -> ReadSet:
    """Files by name -> what is read from the folder that holds them."""

    def read(**files: str | bytes) -> ArticleSet:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_articles(tmp_path)

    return read


@pytest.fixture
def read_one(read_set: ReadSet) -> ReadOne:
    """A text, and the name of its file -> the one article in it."""

    def read(text: str | bytes, name: str = "one.txt") -> Article:
        (article,) = read_set(**{name: text})
        return article

    return read
