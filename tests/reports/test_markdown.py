"""Markdown: what an editor reads, and article text that stays text."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker.records import LeftOut, Mark, Report, Skipped
from checker.reports import Context
from checker.reports.markdown import write_markdown, write_story_pages
from checker.reports.markdown.escape import code, escape, escape_line, quote, slug
from checker.reports.printable import printable
from tests.reports.build import make_article, make_claim, make_conflict, make_report

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NASTY = st.text(alphabet="ab 1_*`~[]()<>|\\&;#!$@:./\"'“”’-\n\tא\u202e\x1b", max_size=30)


def shown(markdown: str) -> str:
    """What a reader sees of one line of Markdown; any markup but bold stays visible as tags."""
    rendered = re.sub(r"</?(strong|b)>", "", GITHUB.renderInline(markdown))
    return " ".join(html.unescape(rendered).split())


@given(NASTY)
@example("a_b _c_ **d** `e` <i>f</i> [g](h) &amp; ~~i~~ \\| $1 and $2")
@example("<script>alert(1)</script>")
@example("&lt;not a tag&gt;")
@example("ends with a backslash \\")
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    assert shown(escape(text)) == printable(text)


@given(NASTY, st.data())
def test_quotes_with_a_mark_show_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    # a mark can cut a run of white space in two; that is all that may differ
    assert shown(quote(text, Mark(start, end))).replace(" ", "") == printable(text).replace(" ", "")


@given(NASTY)
@example("# no heading #")
@example("> no quote")
@example("1. no list")
@example("---")
def test_a_line_begins_no_block(text: str) -> None:
    tokens = {token.type for token in GITHUB.parse(f"- {escape_line(text)}")}
    assert tokens <= {"bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close"} | {
        "list_item_close",
        "bullet_list_close",
    }


@given(NASTY)
def test_a_cell_holds_its_text_and_breaks_no_table(text: str) -> None:
    rendered = GITHUB.render(f"| a | b |\n|---|---|\n| {escape(text)} | {code(text)} |\n")
    cells = re.findall(r"<td[^>]*>(.*?)</td>", rendered, re.DOTALL)
    assert rendered.count("<tr>") == 2
    assert [html.unescape(re.sub("</?code>", "", cell)).strip() for cell in cells] == [printable(text)] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the second round", "the **second** round"),
        ("“second” round", "**“second”** round"),
        ("pre“second”post", "pre<b>“second”</b>post"),
    ],
)
def test_value_is_bold(text: str, expected: str) -> None:
    value = re.search("“?second”?", text)
    assert value is not None
    marked = quote(text, Mark(*value.span()))
    assert marked == expected if "<b>" in expected else marked.endswith(expected)
    assert re.search(r"<(strong|b)>“?second”?</(strong|b)>", GITHUB.renderInline(marked))


@pytest.mark.parametrize("url", ["https://example.org", "HTTP://example.org", "see www.example.org"])
def test_addresses_in_articles_are_no_links(url: str) -> None:
    assert re.search(r"(https?|www)[:.]", escape(url), re.IGNORECASE) is None
    assert shown(escape(url)) == url


def test_one_price_stays_readable_and_two_are_no_formula() -> None:
    assert escape("It cost $4 million.") == "It cost $4 million."
    assert escape("From $4 to $5.") == r"From \$4 to \$5."


def test_slug_is_that_of_github() -> None:
    assert slug("1. high: number of rounds, “in” Istanbul") == "1-high-number-of-rounds-in-istanbul"


def test_links_to_findings_lead_to_headings(ferry: Report) -> None:
    page = write_markdown(ferry, Context())
    tokens = GITHUB.parse(page)
    headings = {slug(shown(after.content)) for token, after in pairwise(tokens) if token.type == "heading_open"}
    links = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert len(links) == 5  # four findings and what was not checked
    assert links <= headings


def test_says_both_sides_and_never_who_is_wrong(ferry: Report) -> None:
    page = write_markdown(ferry, Context())
    assert "Harbour Herald says Tuesday; Arlen Gazette says Wednesday" in page
    assert "Agreement is not truth" in page
    assert re.search(r"(Herald|Wire|Gazette) is (wrong|false|mistaken)", page) is None


def test_a_run_that_missed_something_says_so_at_the_top(ferry: Report) -> None:
    first = write_markdown(ferry, Context()).split("\n## ", 1)[0]
    assert "**Not checked: 2 items**" in first
    clean = replace(ferry, skipped=(), not_checked=())
    assert "Not checked" not in write_markdown(clean, Context()).split("\n## ", 1)[0]


def test_known_findings_stay_visible(ferry: Report) -> None:
    page = write_markdown(ferry, Context(known=frozenset({"c-day"})))
    assert "medium, known" in page
    assert "#### 2. medium: day of the accident" in page


def test_nothing_found_is_said_plainly(empty: Report) -> None:
    page = write_markdown(empty, Context())
    assert page.startswith("# No disagreement found between sources\n")
    assert "No article was read." in page


def test_a_story_page_has_all_the_evidence(ferry: Report) -> None:
    pages = write_story_pages(ferry, Context())
    assert list(pages) == ["stories/story-1.md", "stories/story-2.md"]
    assert "`c-hurt-1`" in pages["stories/story-1.md"]
    assert "`c-hurt-2`" in pages["stories/story-1.md"]
    assert "`c-hurt-2`" not in write_markdown(ferry, Context())


def test_hostile_articles_make_no_markup() -> None:
    bad = "</details><img src=x onerror=alert(1)> | **12** died\x1b[31m [x](javascript:a) `y`"
    left = make_article("x", "<b>Out|let</b>", f"{bad} today.", path="a|b`<i>.txt")
    right = make_article("y", "[Other](http://o)", f"{bad} 13.")
    conflict = make_conflict(
        "c", (make_claim(left, f"{bad} today."), "12"), (make_claim(right, f"{bad} 13."), "13"), bad
    )
    report = make_report(
        (left, right),
        conflicts=(conflict,),
        skipped=(Skipped(bad, bad),),
        left_out=(LeftOut(bad, 1, bad, bad),),
    )
    for page in (write_markdown(report, Context()), *write_story_pages(report, Context()).values()):
        rendered = GITHUB.render(page)
        assert "<img" not in rendered
        assert "<i>" not in rendered
        assert 'javascript:a"' not in rendered
        assert "\x1b" not in page
        assert rendered.count("<details>") == rendered.count("</details>")
