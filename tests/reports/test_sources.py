"""The sources section: scores with their counts, each count with its claims, lone dissents, and what a score means."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.records import CountedClaim, Report
from checker.reports import Context, write_one
from checker.reports.index import index_report
from checker.reports.markdown.page import write_markdown
from checker.reports.score_words import lines_of, score_meaning
from checker.settings import Settings
from tests.reports.build import make_score
from tests.reports.ferry import ABOARD, ASHORE, COUNTED, FIFTEEN, MIDDAY, TWELVE, WEDNESDAY
from tests.reports.test_html import Page


@pytest.fixture
def counted(ferry: Report) -> Report:
    """The sample report with claims behind its scores: one of each count, a lone dissent, and an agency."""
    against = ("Arlen Gazette", "Harbour Herald")
    wire = (
        CountedClaim("agreeing", MIDDAY, ("Harbour Herald",)),
        CountedClaim("disputed", FIFTEEN, against, disagreement="d-hurt", alone=True),
    )
    herald = (CountedClaim("agreeing", ASHORE, ("Coast Wire",)), CountedClaim("relayed", TWELVE, (), "Bay Press"))
    gazette = tuple(CountedClaim("uncorroborated", claim) for claim in (ABOARD, COUNTED, WEDNESDAY))
    scores = (
        replace(make_score("Harbour Herald", 78.4, 9, 8, relayed=1), counted=herald),
        replace(make_score("Coast Wire", None, 2, 1), counted=wire),
        replace(make_score("Arlen Gazette", None, 0, 0, uncorroborated=3), counted=gazette),
        replace(make_score("Bay Press", None, 1, 1), carriers=("Coast Wire", "Harbour Herald")),
    )
    return replace(ferry, scores=scores)


def section(page: str) -> str:
    return page.split("\n## Sources\n", 1)[1].split("\n## ", 1)[0]


def test_a_score_has_its_interval_or_there_is_not_enough_evidence(counted: Report) -> None:
    text = section(write_markdown(counted, Context()))
    assert re.search(r"\| Harbour Herald +\| 78 \(69-87\)", text)
    assert re.search(r"\| Coast Wire +\| not enough evidence", text)


def test_sources_stand_by_name_without_ranks_or_letters(counted: Report) -> None:
    for report in (counted, replace(counted, scores=counted.scores[::-1])):
        text = section(write_markdown(report, Context()))
        rows = re.findall(r"^\| ([A-Z][^|]*?) +\|", text, re.MULTILINE)
        assert rows[1:] == [
            "Arlen Gazette",
            "Bay Press (text in Coast Wire, Harbour Herald)",
            "Coast Wire",
            "Harbour Herald",
        ]
        assert re.search(r"\b(rank|grade|[A-F][+-]|best|worst|\d(st|nd|rd|th))\b", text, re.IGNORECASE) is None


def test_every_count_leads_to_its_claims_in_markdown(counted: Report) -> None:
    text = section(write_markdown(counted, Context()))
    links = re.findall(r"\[(\d+)\]\(#(source-[\w-]+)\)", text)
    assert len(links) == 5
    for _, anchor in links:
        assert text.count(f'<a id="{anchor}"></a>') == 1
    assert "- `a2.txt:3`: " in text
    assert "(also Coast Wire)" in text
    assert "(compare Arlen Gazette, Harbour Herald)" in text
    assert "(Bay Press)" in text


def test_every_count_leads_to_its_claims_in_html(counted: Report) -> None:
    page = Page(write_one(counted, "html"))
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a" and re.match(r"#s\d+-", attrs["href"] or "")]
    assert links == ["#s1-uncorroborated", "#s3-agreeing", "#s3-disputed", "#s4-agreeing", "#s4-relayed"]
    assert {link[1:] for link in links if link} <= ids


def test_lone_dissents_are_a_minority_report(counted: Report) -> None:
    text = section(write_markdown(counted, Context()))
    assert "Coast Wire alone says **Fifteen** (`a2.txt:" in text
    assert "against Arlen Gazette, Harbour Herald: [number of passengers hurt](#1-high" in text
    page = Page(write_one(counted, "html")).text
    assert "Minority report" in page
    assert "no sign of being wrong" in page
    assert "Minority report" not in write_markdown(replace(counted, scores=counted.scores[:1]), Context())


def test_a_score_that_rests_on_its_own_votes_says_so(counted: Report) -> None:
    said = "own votes moves this score by more than 10 points"
    marked = tuple(replace(s, own_votes_matter=s.source == "Harbour Herald") for s in counted.scores)
    for name in ("md", "html"):
        text = write_one(replace(counted, scores=marked), name)
        assert said in text
        assert "78 (69-87)\\*" in text or "78 (69-87)*" in text
        assert said not in write_one(counted, name)


def test_the_meaning_names_the_limits_that_were_set(ferry: Report) -> None:
    assert "fewer than 5 comparable claims, or an interval wider than 40 points" in score_meaning(Settings().to_dict())
    report = replace(ferry, settings=Settings(min_comparable=8, max_width=30.0).to_dict())
    for name in ("md", "html"):
        text = write_one(report, name)
        assert "fewer than 8 comparable claims, or an interval wider than 30 points" in text
        assert "It is not accuracy" in text


def test_lines_are_told_in_runs(counted: Report) -> None:
    claims = [each for score in counted.scores for each in score.counted if each.count == "uncorroborated"]
    index = index_report(counted)
    assert [index.place(each.claim) for each in claims] == ["a3.txt:4", "a3.txt:4", "a3.txt:3"]
    assert lines_of(index, claims) == [("a3", "3-4")]
    assert lines_of(index, claims[:1]) == [("a3", "4")]
