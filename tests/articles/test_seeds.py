"""What is read from the sample articles: titles, sources, dates, and all that is left out of them."""

from __future__ import annotations

from datetime import date

import pytest

from checker.articles import read_articles
from checker.records import Article
from tests.articles.conftest import SEEDS

PARTED = (
    "mediate between|Pakistani authorities|that promotes|through diplomatic|engaging in|challenges emanating",
    "initiatives, including|as well as two|These engagements|of establishing|stakeholders in|to power",
    "Pakistan’s diplomatic|can succeed|terrorism. Intelligence|militant groups|from sanctuaries",
    "undermining any|outreach in South|Western influence|spill-over. The|Shanghai Cooperation",
    "parallel track|verifiable mechanisms|terrorist infrastructure|and security|red lines|restraint ring",
    "without compromising|trust deficit|extract concrete|to feature",
)


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    return {article.path[:3]: article for article in read_articles(SEEDS)}


def test_titles(seeds: dict[str, Article]) -> None:
    assert [article.title for article in seeds.values()] == [
        "Pakistan Responds to Russian Mediation Offer on Afghan Issue",
        "Russia offers mediation as tensions between Pakistan and Afghanistan rise",
        "",
        "Pakistan supports Russian proposition for Afghan peace",
        "Russia, Pakistan Discuss Regional Cooperation for Peace in Afghanistan",
    ]


def test_sources(seeds: dict[str, Article]) -> None:
    assert (seeds["002"].source, seeds["002"].source_origin) == ("RASC News Agency", "text")
    assert seeds["002"].text.startswith("Russia has urged both")
    assert {seeds[key].source_origin for key in ("000", "001", "003", "004")} == {"file name"}


def test_dates(seeds: dict[str, Article]) -> None:
    assert seeds["004"].published.stamp == "2024-11-15T23:55"
    assert seeds["004"].published.day == date(2024, 11, 15)
    assert seeds["000"].published.earliest == date(2021, 1, 1)
    assert seeds["001"].published.precision == "unknown"
    told = seeds["003"].published
    assert told.precision == "bounds"
    assert told.earliest is not None
    assert told.latest is not None
    assert told.earliest < date(2021, 3, 1) < told.latest


def test_glued_words_are_parted(seeds: dict[str, Article]) -> None:
    (row,) = [row for row in seeds["000"].left_out if row.reason.startswith("repaired")]
    pairs = "|".join(PARTED).split("|")
    assert row.reason == f"repaired: {len(pairs)} pairs of words that were glued together"
    for pair in pairs:
        assert pair in seeds["000"].text
    for key in ("001", "002", "003", "004"):
        assert not [row for row in seeds[key].left_out if row.reason.startswith("repaired")]


def test_a_repaired_place_is_found_in_the_file(seeds: dict[str, Article]) -> None:
    article = seeds["000"]
    raw = (SEEDS / article.path).read_text(encoding="utf-8")
    start = article.text.index("mediate between")
    span = article.span(start, start + len("mediate between"))
    assert raw[span.start : span.end] == "mediatebetween"
    assert (span.line, span.column) == (5, raw.split("\n")[4].index("mediatebetween") + 1)


def test_furniture_is_left_out_and_listed(seeds: dict[str, Article]) -> None:
    rows = {
        key: [(row.line, row.reason) for row in article.left_out if not row.reason.startswith("repaired")]
        for key, article in seeds.items()
    }
    assert rows == {
        "000": [(3, "headline repeated"), (15, "source links")],
        "001": [
            (13, "link to another article"),
            (27, "link to another article"),
            (33, "comment form"),
            (35, "comment form"),
            (37, "navigation"),
        ],
        "002": [(1, "source name")],
        "003": [
            (1, "navigation"),
            (3, "navigation"),
            (5, "above the headline (section name or picture description)"),
            (44, "media label"),
            (45, "byline"),
            (47, "teaser of another article"),
            (49, "teaser of another article"),
            (52, "teaser of another article"),
            (55, "teaser of another article"),
            (58, "teaser of another article"),
        ],
        "004": [
            (1, "above the headline (section name or picture description)"),
            (5, "publication date"),
            (7, "headline repeated"),
            (27, "related articles"),
            (29, "navigation"),
        ],
    }


def test_nothing_real_is_lost(seeds: dict[str, Article]) -> None:
    assert seeds["001"].text.endswith("raising fears of further escalation along their shared border.")
    assert "Failed talks" in seeds["001"].text
    assert "Spokesperson stresses that lasting resolution" in seeds["001"].text
    assert seeds["003"].text.endswith("something that will pose threat to these countries.")
    assert seeds["004"].text.endswith("overshadowing relations between Kabul and Islamabad.")
    assert seeds["002"].text.count("\n\n") == 6
