"""Cases per rule; the texts are in tests/cases/articles."""

from __future__ import annotations

from typing import Any

import pytest

from checker.articles.characters import tidy
from checker.articles.furniture import furniture_reason
from checker.articles.furniture_rules import RULES
from checker.articles.glue import find_splits
from checker.articles.located import Located
from checker.articles.published import find_published, is_date
from checker.articles.source import find_source
from checker.articles.stamps import is_date_line
from tests.articles.conftest import ReadOne, cases


@pytest.mark.parametrize("case", cases("furniture"))
def test_furniture(case: dict[str, Any]) -> None:
    assert furniture_reason(case["text"]) == case["reason"]


def test_every_furniture_reason_has_a_case() -> None:
    told = {case.values[0]["reason"] for case in cases("furniture")}
    assert {rule.reason for rule in RULES} <= told


@pytest.mark.parametrize("case", cases("headline"))
def test_headline(case: dict[str, Any], read_one: ReadOne) -> None:
    article = read_one(case["text"])
    assert article.title == case["title"]
    assert [row.reason for row in article.left_out] == case.get("left_out", [])
    assert article.text.startswith(article.title)


@pytest.mark.parametrize("case", cases("published"))
def test_published(case: dict[str, Any]) -> None:
    stated = case.get("stated", "")
    found = find_published(stated, case.get("url", ""), case.get("lines", []), case.get("text", []))
    assert [found.earliest, found.latest, found.precision, found.origin, found.stamp] == case["expect"]


def test_a_date_that_cannot_be_read_is_told() -> None:
    assert is_date("2024-03-05")
    assert not is_date("two days ago")
    assert not is_date("31 June 2024")


@pytest.mark.parametrize("case", cases("date_line"))
def test_date_line(case: dict[str, Any]) -> None:
    assert is_date_line(case["text"]) is case["is"]


@pytest.mark.parametrize("case", cases("source"))
def test_source(case: dict[str, Any]) -> None:
    found = find_source(
        case.get("stated", ""),
        case.get("url", ""),
        case.get("opening", ""),
        case.get("lines", []),
        case.get("id", "one.txt"),
    )
    assert list(found) == case["expect"]


@pytest.mark.parametrize("case", cases("teasers"))
def test_teasers(case: dict[str, Any], read_one: ReadOne) -> None:
    article = read_one("\n\n".join(case["text"]))
    left_out = [row.text for row in article.left_out if row.reason == "teaser of another article"]
    assert len(left_out) == case["teasers"]
    for text in case["text"]:
        told = [row for row in article.left_out if row.text == text]
        assert (text in article.text) != bool(told)


@pytest.mark.parametrize("case", cases("characters"))
def test_characters(case: dict[str, Any]) -> None:
    assert tidy(Located.of(case["text"])).text == case["tidy"]


@pytest.mark.parametrize("case", cases("glue"))
def test_glue(case: dict[str, Any]) -> None:
    token = case["token"]
    parted = [token[:place] + " " + token[place:] for place in find_splits(token)]
    assert parted == ([case["split"]] if case["split"] else [])


def test_a_file_name_that_is_no_utf_8_gives_a_name_that_can_be_printed() -> None:
    name, origin = find_source("", "", "", [], "caf\udce9.txt")
    assert (name, origin) == ("caf�", "file name")
