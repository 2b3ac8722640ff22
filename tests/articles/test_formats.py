"""Each input format: what is read, and that every word is found again on its line of the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.articles import read_articles
from checker.records import Article
from tests.articles.conftest import ReadOne, ReadSet

FIRST = "The harbour council said on Tuesday that work on the bridge would start in June."
SECOND = "The mayor, Ana Duarte, blamed a supplier for the delay."


def _line(article: Article, words: str) -> int:
    start = article.text.index(words)
    return article.span(start, start + len(words)).line


MARKDOWN = f"""---
title: "Bridge work delayed"
source: The Harbour Times
date: 2024-03-05
url: https://example.org/bridge
tags:
---

# Bridge work delayed

![the old bridge](bridge.jpg)

The **harbour** council said on _Tuesday_ that work on the [bridge](https://example.org/b "a")
would start in June.

> {SECOND}

- first `item` of snake_case
- second item, 5 * 3 \\* 2

Why
---

[ref]: https://example.org/x
"""


def test_markdown(read_one: ReadOne) -> None:
    article = read_one(MARKDOWN, "one.md")
    assert article.text.split("\n\n") == [
        "Bridge work delayed",
        FIRST,
        SECOND,
        "first item of snake_case",
        "second item, 5 * 3 * 2",
        "Why",
    ]
    assert (article.title, article.source, article.source_origin) == (
        "Bridge work delayed",
        "The Harbour Times",
        "metadata",
    )
    assert (article.published.stamp, article.url) == ("2024-03-05", "https://example.org/bridge")
    assert _line(article, "harbour council") == 13
    assert _line(article, "would start") == 14
    assert _line(article, "The mayor") == 16
    assert [row.reason for row in article.left_out] == ["headline repeated"]


def test_markdown_without_front_matter(read_one: ReadOne) -> None:
    article = read_one(f"---\n\n# Bridge work delayed\n\n{FIRST}\n\n{SECOND}\n", "one.md")
    assert article.title == "Bridge work delayed"
    assert article.text.split("\n\n")[1:] == [FIRST, SECOND]


PAGE = f"""<!DOCTYPE html><html><head><title>Bridge &amp; road work delayed - The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times"/>
<meta property="article:published_time" content="2024-03-05T08:30:00+01:00"/>
<script>var x = "<p>{FIRST}</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
<!-- {FIRST} -->
<article><h1>Bridge &amp; road work delayed</h1>
<p>The <b>harbour</b> council said on Tuesday that work on the bridge
would start in June.</p>
<p>The mayor, <a href="/ana">Ana Duarte</a>, blamed a supplier for the delay.</p>
<p>&ldquo;We need&nbsp;more time,&rdquo; she said, and promised that the road would be finished before the
summer.</p> <ul><li>Bridge: 12 million euros</li><li>Road: 4 million euros</li></ul> <p>The council will
meet again on Friday to vote on the new plan, which costs 16 million euros.</p> </article> <footer>Copyright
2024 The Harbour Times</footer></body></html>
"""


def test_html(read_one: ReadOne) -> None:
    article = read_one(PAGE, "one.html")
    assert article.text.split("\n\n")[:4] == [
        "Bridge & road work delayed",
        FIRST,
        SECOND,
        "“We need more time,” she said, and promised that the road would be finished before the summer.",
    ]
    assert "Bridge: 12 million euros" in article.text
    assert (article.title, article.source) == ("Bridge & road work delayed", "The Harbour Times")
    assert article.published.stamp == "2024-03-05T08:30:00+01:00"
    lines = {
        "Bridge & road": 7,
        "harbour council": 8,
        "would start": 9,
        "Ana Duarte": 10,
        "more time": 11,
        "Road: 4": 12,
        "16 million": 13,
    }
    assert {words: _line(article, words) for words in lines} == lines


def test_html_places_are_the_words_themselves(read_one: ReadOne) -> None:
    article = read_one(PAGE, "one.htm")
    for word in ("council", "supplier", "million"):
        start = article.text.index(word)
        span = article.span(start, start + len(word))
        assert PAGE[span.start : span.end] == word


def test_html_without_an_article(read_set: ReadSet) -> None:
    found = read_set(**{"a.html": "<html><body></body></html>", "b.txt": FIRST})
    assert [(row.file, row.reason) for row in found.skipped] == [("a.html", "no article text found in the page")]


RECORD = {
    "Headline": "Bridge work delayed",
    "body": f'{FIRST}\n\n"We need more time," she said \u2013 in the caf\u00e9.\U0001f600\\',
    "outlet": "The Harbour Times",
    "date": "2024-03-05",
    "link": "https://example.org/bridge",
    "nested": {"body": "not this", "list": ["nor", {"title": "this"}]},
}


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize(
    ("name", "wrap", "ids"),
    [
        ("a.json", "{}", ["a.json"]),
        ("a.json", "[{0}, {0}]", ["a.json#1", "a.json#2"]),
        ("a.json", '{{"articles": [{}]}}', ["a.json#1"]),
        ("a.jsonl", "{}\n\n{}\n", ["a.jsonl#1", "a.jsonl#2"]),
    ],
)
def test_json(escaped: bool, name: str, wrap: str, ids: list[str], read_set: ReadSet) -> None:
    record = json.dumps(RECORD, ensure_ascii=escaped)
    raw = wrap.format(record, record) if name == "a.jsonl" else wrap.format(record)
    found = read_set(**{name: raw})
    assert [article.id for article in found] == ids
    assert not found.skipped
    for article in found:
        assert article.text == f"{RECORD['Headline']}\n\n" + str(RECORD["body"])
        assert (article.source, article.published.stamp, article.url) == (
            "The Harbour Times",
            "2024-03-05",
            "https://example.org/bridge",
        )
        span = article.span(article.text.index("council"), article.text.index("council") + 7)
        assert raw[span.start : span.end] == "council"


def test_json_lines_of_the_file(read_set: ReadSet) -> None:
    raw = json.dumps([{"text": FIRST}, {"text": SECOND}], indent=1)
    first, second = read_set(**{"a.json": raw})
    assert raw.split("\n")[_line(first, "council") - 1].strip() == json.dumps({"text": FIRST})[1:-1]
    assert _line(second, "mayor") == 6


def test_jsonl_rows_that_are_no_articles(read_set: ReadSet) -> None:
    rows = [
        json.dumps({"text": FIRST}),
        "{",
        "[1]",
        json.dumps({"title": "x"}),
        '{"text": "a"} x',
        json.dumps({"text": ""}),
    ]
    found = read_set(**{"a.jsonl": "\n".join(rows)})
    no_text = "no text (looked for text, body, content, article)"
    assert len(found) == 1
    assert [row.reason for row in found.skipped] == [
        "row 2: not valid JSON",
        "row 3: not a JSON object",
        f"row 4: {no_text}",
        "row 5: not valid JSON",
        f"row 6: {no_text}",
    ]
    assert {row.file for row in found.skipped} == {"a.jsonl"}


def test_json_keeps_what_comes_before_an_error(read_set: ReadSet) -> None:
    record = json.dumps({"text": FIRST})
    found = read_set(**{"a.json": f"[{record}, 3, {record} {record}]", "b.json": f"[{record}, tru"})
    assert [article.id for article in found] == ["a.json#1", "a.json#3", "b.json#1"]
    reasons = [row.reason for row in found.skipped]
    assert reasons[0] == "row 2: not a JSON object"
    assert reasons[1] == "row 4: not valid JSON; nothing from here on was read"
    assert reasons[2].startswith("row 2: not valid JSON (")
    assert reasons[2].endswith("; nothing after it was read")


@pytest.mark.parametrize("raw", ["[" * 100_000, "3", "{", '{"articles": 3}', "[]x"])
def test_json_that_holds_no_article(raw: str, read_set: ReadSet) -> None:
    found = read_set(**{"a.json": raw, "b.txt": FIRST})
    assert [article.path for article in found] == ["b.txt"]
    assert found.skipped


def test_json_behind_the_first_value_is_told(read_set: ReadSet) -> None:
    record = json.dumps({"text": FIRST})
    found = read_set(**{"a.json": f"{record}\n{record}", "b.json": f"[{record}][{record}]"})
    assert [article.id for article in found] == ["a.json", "b.json#1"]
    assert [(row.file, row.reason[:24]) for row in found.skipped] == [
        ("a.json", "not read from line 2 on:"),
        ("b.json", "not read from line 1 on:"),
    ]


def test_a_list_of_articles_deeper_in_the_object_is_not_the_one(read_set: ReadSet) -> None:
    raw = json.dumps({"meta": {"articles": []}, "articles": [{"text": FIRST}]})
    assert [article.text for article in read_set(**{"a.json": raw})] == [FIRST]


def test_files_without_an_article_are_told(read_set: ReadSet) -> None:
    found = read_set(**{"a.json": "[]", "b.csv": "source,text\n", "c.txt": FIRST})
    assert [(row.file, row.reason) for row in found.skipped] == [
        ("a.json", "no article in it"),
        ("b.csv", "no article in it"),
    ]


def test_equal_names_in_two_folders_are_two_sources(tmp_path: Path) -> None:
    for folder in ("herald", "wire"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ferry.txt").write_text(FIRST)
        (tmp_path / folder / f"{folder}-1.txt").write_text(SECOND)
    found = read_articles(tmp_path)
    assert [article.source for article in found] == ["herald/ferry", "herald-1", "wire/ferry", "wire-1"]


def test_a_year_without_news_is_no_date(read_set: ReadSet) -> None:
    found = read_set(**{"a.json": json.dumps({"text": FIRST, "date": "0001-01-01"})})
    assert found.articles[0].published.precision == "unknown"
    assert found.skipped


def test_a_lone_surrogate_is_replaced(read_one: ReadOne) -> None:
    article = read_one('{"text": "The bridge \\ud83d closed \\ude00 again \\ud83d\\ude00 on Monday."}', "one.json")
    assert article.text == "The bridge \ufffd closed \ufffd again \U0001f600 on Monday."
    article.text.encode("utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(end: str, delimiter: str, read_set: ReadSet) -> None:
    rows = [
        ["title", "Text", "source", "published", "url"],
        ["Bridge work delayed", f'"{FIRST}{end}{end}""Never,"" she; said."', "Times", "2024-03-05", ""],
        ["", f'"{SECOND}"', "", "", ""],
        ["Empty", "", "x", "", ""],
        ["too", "many", "cells", "in", "this", "row"],
    ]
    raw = end.join(delimiter.join(row) for row in rows)
    first, second = (found := read_set(**{"a.csv": raw}))
    assert first.text == f'Bridge work delayed\n\n{FIRST}\n\n"Never," she; said.'
    assert (first.id, first.path, first.source, first.published.stamp) == (
        "a.csv#1",
        "a.csv",
        "Times",
        "2024-03-05",
    )
    assert (second.text, second.source, second.source_origin) == (SECOND, "a#2", "file name")
    assert (_line(first, "council"), _line(first, "Never"), _line(second, "mayor")) == (2, 4, 5)
    span = second.span(0, len(second.text))
    assert raw[span.start : span.end] == SECOND
    assert [row.reason for row in found.skipped] == [
        "row 3: no text (looked for text, body, content, article)",
        "row 4: 6 cells, but the header names 5 columns; put text with commas in quotation marks",
    ]


def test_csv_without_a_text_column(read_set: ReadSet) -> None:
    found = read_set(**{"a.csv": "name,value\nx,1\n", "b.txt": FIRST})
    assert [row.reason for row in found.skipped] == [
        "no column with the text (looked for text, body, content, article)"
    ]


def test_csv_with_empty_cells_at_the_end_and_blank_lines(read_set: ReadSet) -> None:
    found = read_set(
        **{
            "a.csv": f'\ntext,title,source\n\n{FIRST},,\n\n"{SECOND}",,',
            "b.csv": f'text,title\n{FIRST},"a" b\n',
        }
    )
    assert [(article.id, article.text) for article in found] == [
        ("a.csv#1", FIRST),
        ("a.csv#2", SECOND),
        ("b.csv#1", f'a" b\n\n{FIRST}'),
    ]


def test_csv_with_a_quote_that_is_never_closed(read_one: ReadOne) -> None:
    assert read_one(f'text\n"{FIRST}', "one.csv").text == FIRST


def test_csv_with_a_quote_that_would_swallow_rows(read_set: ReadSet) -> None:
    found = read_set(**{"a.csv": f'text\n{FIRST}\n"{SECOND}\n{FIRST}\n'})
    assert [article.text for article in found] == [FIRST]
    assert [row.reason for row in found.skipped] == [
        "not read from there on: the quotation mark in line 3 is never closed"
    ]


def test_a_date_of_its_own_that_cannot_be_read(read_set: ReadSet) -> None:
    found = read_set(**{"a.json": json.dumps({"text": FIRST, "date": "some day"})})
    assert found.articles[0].published.precision == "unknown"
    assert [row.reason for row in found.skipped] == ["the date 'some day' of a.json can't be read and is not used"]


def test_reading_twice_gives_the_same(read_set: ReadSet) -> None:
    found = read_set(**{"b.html": PAGE, "a.md": MARKDOWN, "c.json": json.dumps(RECORD)})
    assert read_articles(found.root) == found
