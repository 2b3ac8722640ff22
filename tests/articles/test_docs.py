"""docs/formats.md says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.articles import fields
from checker.articles.furniture_rules import RULES
from checker.articles.read import READERS

DOCS = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", READERS)
def test_every_suffix_is_documented(suffix: str) -> None:
    assert f"`{suffix}`" in DOCS


@pytest.mark.parametrize("name", [*fields.TITLE, *fields.TEXT, *fields.SOURCE, *fields.PUBLISHED, *fields.URL])
def test_every_field_name_is_documented(name: str) -> None:
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize("reason", sorted({rule.reason for rule in RULES}))
def test_every_kind_of_furniture_is_documented(reason: str) -> None:
    assert reason in DOCS.split("## What is left out")[1]
