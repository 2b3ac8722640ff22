"""Every position of an article's text leads back to the same character in its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.articles import read_articles
from checker.articles.build import build_article
from checker.articles.characters import tidy
from checker.articles.decode import NotTextError, decode
from checker.articles.draft import Meta
from checker.articles.located import Located, concatenate, join
from checker.articles.paragraphs import split_paragraphs
from checker.articles.plain import read_plain
from checker.records import Article
from tests.articles.conftest import SEEDS

_NEWSLIKE = st.text(st.sampled_from("aB. ,;:\n\r\t\u00a0\u00ad\u200b\ufeff\u2028“”’-…1é中😀"), max_size=200)
_ANY = st.one_of(st.text(max_size=300), _NEWSLIKE)


def _article(raw: str) -> Article | None:
    (draft,) = read_plain(raw, "a.txt")
    article = build_article(draft, Meta())
    return article if isinstance(article, Article) else None


def _check_places(article: Article, raw: str) -> None:
    for i, character in enumerate(article.text):
        place = article.span(i, i + 1)
        assert 0 <= place.start < len(raw)
        assert character.isspace() or raw[place.start] == character
        line_start = article.line_starts[place.line - 1]
        assert place.column == place.start - line_start + 1
        assert place.line == len(re.findall(r"\r\n|\r|\n", raw[: place.start] + "x")) + 1 - _inside_crlf(
            raw, place.start
        )


def _inside_crlf(raw: str, place: int) -> int:
    """A position between \\r and \\n is still on the line that they end."""
    return int(raw[place - 1 : place + 1] == "\r\n")


@given(_ANY)
@settings(deadline=None)
def test_any_text_leads_back_to_its_file(raw: str) -> None:
    if article := _article(raw):
        _check_places(article, raw)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_the_sample_articles_lead_back_to_their_files(path: Path) -> None:
    (article,) = read_articles(path)
    _check_places(article, path.read_text(encoding="utf-8"))


@given(_ANY)
@settings(deadline=None)
def test_every_word_is_in_the_text_or_left_out(raw: str) -> None:
    """Nothing is lost: what is not in the text is listed."""
    tidied = " ".join(tidy(line).text for line in Located.of(raw).split(re.compile(r"[\r\n\u2028]")))
    words = re.findall(r"[^\W_]+", tidied)
    article = _article(raw)
    if article is None:
        return
    told = " ".join([article.text, *(row.text for row in article.left_out)])
    for word in words:
        assert word in told


@given(_ANY)
@settings(deadline=None)
def test_tidying_twice_changes_nothing_more(raw: str) -> None:
    once = tidy(Located.of(raw))
    assert tidy(once).text == once.text


@given(st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1), max_size=8))
def test_paragraphs_of_one_line_come_back(lines: list[str]) -> None:
    texts = [text for line in lines if (text := tidy(Located.of(line)).text)]
    found = split_paragraphs(Located.of("\n\n".join(texts)))
    assert [paragraph.text for paragraph in found] == texts


def test_a_clean_article_is_left_as_it_is() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        (article,) = read_articles(path)
        again = _article(article.text)
        assert again is not None
        assert again.text == article.text


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotTextError:
        return
    text.encode("utf-8")


@given(st.text(), st.text())
def test_concatenation_keeps_places(first: str, second: str) -> None:
    whole = concatenate([Located.of(first), Located.of(second, len(first))])
    assert whole.text == first + second
    assert list(whole.at) == list(range(len(first + second)))


def test_join_puts_the_separator_between_the_parts() -> None:
    raw = Located.of("one\n\ntwo\nthree")
    joined = join([raw.cut(0, 3), raw.cut(5, 8), raw.cut(9)], "\n\n")
    assert joined.text == "one\n\ntwo\n\nthree"
    assert list(joined.at) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13]


def test_join_of_parts_in_another_order_stays_inside_the_file() -> None:
    raw = Located.of("one two")
    assert list(join([raw.cut(4), raw.cut(0, 3)], "\n\n").at) == [4, 5, 6, 6, 6, 0, 1, 2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_one_paragraph(end: str) -> None:
    lines = [
        "The harbour council said on Tuesday that work on the new bridge",
        "would start in June, three months later than planned, because a",
        "supplier had failed to deliver the steel for the second time in",
        "a year.",
        "",
        "The mayor blamed the weather.",
    ]
    paragraphs = split_paragraphs(Located.of(end.join(lines)))
    assert [p.text for p in paragraphs] == [" ".join(lines[:4]), lines[5]]
    assert paragraphs[1].gap == 1


def test_lines_that_end_on_purpose_stay_paragraphs() -> None:
    lines = [
        "The bridge closed on Monday.",
        "It opens again in May, the council said on Tuesday.",
        "The mayor left.",
    ]
    assert [p.text for p in split_paragraphs(Located.of("\n".join(lines)))] == lines


def test_a_word_broken_at_a_line_end_keeps_its_hyphen() -> None:
    text = (
        "The harbour council said on Tuesday that the work on the cross-\n"
        "harbour bridge would start in June, three months later than in\n"
        "the plan that it had agreed with the people of the old town in\n"
        "March."
    )
    assert "cross-harbour bridge" in split_paragraphs(Located.of(text))[0].text


@pytest.mark.parametrize(
    "lines",
    [
        ["and the bridge, the old bridge, was closed on Monday, the council said, because of the weather" * 2] * 3,
        ["the old bridge over the harbour", "is closed", "and the ferry", "runs late in the wind and the rain"],
    ],
    ids=["long lines", "verse"],
)
def test_other_lines_stay_paragraphs(lines: list[str]) -> None:
    assert [p.text for p in split_paragraphs(Located.of("\n".join(lines)))] == lines
