"""Every rule against its named cases in cases/<rule>.yaml: two sentences, and what the rule has to say of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.conflicts.comparators import RULES, TypedFacts
from checker.conflicts.echoes import LOOSE
from checker.conflicts.substitution import RULE as WORDING
from checker.conflicts.substitution import compare_wording
from checker.facts import find_facts
from checker.records import Claim, ClaimPair, Comparison, Span, Verdict
from tests.conftest import alike

CASES = Path(__file__).parent / "cases"
EXPECTED = frozenset({"conflict", "loosely", "agree", "no_conflict", "not_comparable"})
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def cases() -> list[Any]:
    """(rule, case) of every file, as pytest parameters."""
    loaded = [(name, case) for name in NAMES for case in yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))]
    return [pytest.param(rule, case, id=f"{rule}: {case['name']}") for rule, case in loaded]


def claim(text: str, key: str, published: date | None, parse: Callable[[str], Any]) -> Claim:
    """The whole sentence as one claim."""
    sentence = parse(text)
    return Claim(
        id=key,
        article_id=key,
        source=key,
        text=text,
        span=Span(0, len(text), 1, 1),
        start=0,
        end=len(text),
        sentence=text,
        sentence_start=0,
        sentence_index=0,
        facts=find_facts(sentence, published),
        lemmas=tuple((t.lower_, t.lemma_.lower()) for t in sentence),
    )


def compare(rule: str, left: Claim, right: Claim) -> list[Comparison]:
    """What the rule says of the two, in a stable order."""
    if rule == WORDING:
        row = compare_wording(left, right)
        return [row] if row is not None else []
    rows = TypedFacts(alike)([ClaimPair(left, right, 0.9, 0.9)])[0]
    return sorted((r for r in rows if r.rule == rule), key=lambda r: (r.verdict, r.message))


def opposed(rows: list[Comparison]) -> list[Comparison]:
    """The rows that speak of a conflict."""
    return [r for r in rows if r.verdict is not Verdict.AGREE]


@pytest.mark.parametrize(("rule", "case"), cases())
def test_case(rule: str, case: dict[str, Any], parse: Callable[[str], Any]) -> None:
    published = case.get("published")
    left, right = (claim(case[side], side, published, parse) for side in ("left", "right"))
    rows = compare(rule, left, right)
    found = [(r.verdict.value, r.left_value, r.right_value) for r in rows]
    match case["expect"]:
        case "conflict":
            assert opposed(rows), found
        case "loosely":  # a candidate, which needs other evidence to be told
            assert [r.strength < LOOSE for r in opposed(rows)] == [True], found
        case "agree":
            assert rows, [left.facts, right.facts]
            assert opposed(rows) == []
        case "no_conflict":
            assert opposed(rows) == []
        case "not_comparable":
            assert found == []
    if "values" in case:
        assert [tuple(case["values"])] == [row[1:] for row in found if row[0] != "agree" or case["expect"] == "agree"]


@pytest.mark.parametrize(("rule", "case"), cases())
def test_mirror_and_self(rule: str, case: dict[str, Any], parse: Callable[[str], Any]) -> None:
    """A pair and its mirror get one verdict, and no sentence contradicts itself."""
    left, right = (claim(case[side], side, case.get("published"), parse) for side in ("left", "right"))
    there, back = compare(rule, left, right), compare(rule, right, left)
    assert sorted((r.verdict, r.left_value, r.right_value, round(r.strength, 9)) for r in there) == sorted(
        (r.verdict, r.right_value, r.left_value, round(r.strength, 9)) for r in back
    )
    for side in (left, right):
        again = claim(side.text, "again", case.get("published"), parse)
        assert opposed(compare(rule, side, again)) == []


def test_every_rule_has_cases() -> None:
    names = {sys.modules[compare.__module__].RULE for _, _, compare in RULES} | {WORDING}
    assert set(NAMES) == names


@pytest.mark.parametrize("rule", NAMES)
def test_cases_are_well_formed(rule: str) -> None:
    loaded = yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8"))
    assert len(loaded) >= 8
    assert len({case["name"] for case in loaded}) == len(loaded)
    assert {case["expect"] for case in loaded} <= EXPECTED
    assert {"conflict"} < {case["expect"] for case in loaded}
