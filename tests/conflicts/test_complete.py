"""Who else gives a disputed value."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from checker.claims import extract_claims
from checker.conflicts import TypedFacts, Wording, compare_pairs, find_conflicts
from checker.conflicts.complete import completed
from checker.records import ClaimPair, Disagreement, Scope
from checker.reports.places import mark_in
from checker.settings import Settings
from tests.conftest import alike, article

NINE, ELEVEN = "The blast at the mill killed nine people.", "The blast at the mill killed eleven people."


def told(*texts: str, like: float = 0.9, further: float = 0.9) -> Disagreement:
    """The disagreement of articles a, b, c ... with these sentences; only a and b are `like` enough for a conflict."""
    articles = {chr(97 + i): article(text, chr(97 + i), chr(65 + i)) for i, text in enumerate(texts)}
    claims = extract_claims(list(articles.values()))
    pairs = [
        ClaimPair(x, y, like if {x.article_id, y.article_id} == {"a", "b"} else further, 0.9)
        for x, y in combinations(claims, 2)
    ]
    comparisons = compare_pairs(pairs, [TypedFacts(alike), Wording()])
    between_two = [{p.left.article_id, p.right.article_id} == {"a", "b"} for p in pairs]
    stories = dict.fromkeys(articles, "story-1")
    settings = Settings(min_probability=0.05)
    alone = find_conflicts(
        [p for p, is_two in zip(pairs, between_two, strict=True) if is_two],
        [rows for rows, is_two in zip(comparisons, between_two, strict=True) if is_two],
        articles,
        stories,
        settings,
    )
    (found,) = completed(alone.disagreements, alone.conflicts, pairs, comparisons)
    return found


def voices(found: Disagreement) -> dict[str, str]:
    """The sources of each value."""
    return {v.value: "".join(sorted(c.source for c in v.claims)) for v in found.values}


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ("Nine people were killed in the blast at the mill.", {"nine": "AC", "eleven": "B"}),
        ("Eleven people were killed in the blast at the mill.", {"nine": "A", "eleven": "BC"}),
        ("At least nine people were killed in the blast at the mill.", {"nine": "A", "eleven": "B"}),  # fits eleven too
        ("The blast at the mill killed many people.", {"nine": "A", "eleven": "B"}),
        ("Nine people were hurt in the blast at the mill.", {"nine": "A", "eleven": "B"}),
    ],
)
def test_a_further_article_stands_in_the_row_of_its_value(third: str, expected: dict[str, str]) -> None:
    assert voices(told(NINE, ELEVEN, third)) == expected


def test_each_further_article_stands_there_once() -> None:
    third = "Nine people were killed in the blast at the mill. The blast at the mill killed nine people at once."
    found = told(NINE, ELEVEN, third, "The mill blast killed nine people.")
    assert voices(found) == {"nine": "ACD", "eleven": "B"}
    assert found.values[0].value == "nine"  # most sources first


def test_unlike_claims_are_of_another_thing() -> None:
    assert voices(told(NINE, ELEVEN, "The quake of 1990 killed nine people.", further=0.4)) == {
        "nine": "A",
        "eleven": "B",
    }


def test_its_words_can_be_shown() -> None:
    found = told(NINE, ELEVEN, "Nine people were killed in the blast at the mill.")
    claim = next(c for v in found.values for c in v.claims if c.source == "C")
    mark = mark_in(found, claim)
    assert mark is not None
    assert claim.sentence[mark.start : mark.end] == "Nine"


def test_disputes_between_speakers_stay_as_they_are() -> None:
    found = told(NINE, ELEVEN, "Nine people were killed in the blast at the mill.")
    dispute = replace(found, scope=Scope.DISPUTE)
    assert completed([dispute], [], [], []) == (dispute,)
