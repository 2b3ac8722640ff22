"""Where a report was written is no part of its first sentence."""

from __future__ import annotations

import pytest

from checker.claims import extract_claims
from checker.claims.dateline import dateline_end
from checker.facts import Quantity
from tests.conftest import article


@pytest.mark.parametrize(
    "dateline",
    [
        "KITWE, Zambia, April 17 - ",
        "PARIS, April 17 – ",
        "TOKYO (Coast Wire) — ",
        "ZAGREB, Nov 8 (Coast Wire) – ",
        "SOFIA, April 7, 2013 - ",
        "Lima, 15 May (Coast Wire) - ",
        "ERIE, Pa. — ",
        "SAN JOSE, Costa Rica -- ",
        "LISBON: ",
        "(Coast Wire) - ",
    ],
)
@pytest.mark.parametrize("behind", ["Nine miners were killed.", "12 people died.", "“We are safe,” he said."])
def test_a_dateline_ends_where_the_report_begins(dateline: str, behind: str) -> None:
    assert dateline_end(f"{dateline}{behind}") == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "HOLM: I think it was dark.",
        "Monday, May 3 - Talks begin in Lisbon.",
        "Sept. 11, 2001 - The attack.",
        "LONDON-BASED firm Holm said so.",
        "NATO - The alliance of the two - said so.",
        "The zoo said - Jo Marsh was there - that it would open.",
        "Lisbon: A town in fear.",
        "Nine miners were killed in Kitwe on April 17.",
    ],
)
def test_other_beginnings_are_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_the_first_sentence_is_read_without_it() -> None:
    text = "Mine fire\n\nKITWE, Zambia, April 17 - Nine miners were killed on Tuesday.\n\nLISBON - Twelve died there."
    claims = extract_claims([article(text, "a")])
    [first] = [c for c in claims if "Nine" in c.sentence]
    assert text[first.start : first.end] == first.text == first.sentence == "Nine miners were killed on Tuesday."
    [fact] = [f for f in first.facts if isinstance(f, Quantity)]
    assert (fact.text, fact.measures) == ("Nine", frozenset({"death"}))
    assert any(c.sentence.startswith("LISBON - ") for c in claims)  # an article has one dateline
