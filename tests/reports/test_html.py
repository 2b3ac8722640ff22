"""The HTML page: everything is on it, it loads nothing, and article text is only ever text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Published, Report
from checker.reports import Context, write_one
from checker.reports.html.bars import moments, waterfall
from checker.reports.html.texts import Cover, paragraphs
from tests.reports.build import group, make_article, make_claim, make_conflict, make_report
from tests.reports.ferry import HURT_1


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    VOID = frozenset({"meta", "input", "rect"})

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.mark.parametrize("name", ["ferry", "empty"])
def test_is_well_formed_with_unique_ids_and_working_links(name: str, request: pytest.FixtureRequest) -> None:
    page = Page(write_one(request.getfixturevalue(name), "html"))
    assert page.open == []
    ids = Counter(attrs["id"] for _, attrs in page.tags if "id" in attrs)
    assert [id_ for id_, number in ids.items() if number > 1] == []
    links = {attrs["href"] for tag, attrs in page.tags if tag == "a"}
    assert links <= {f"#{id_}" for id_ in ids}
    labels = {part for _, attrs in page.tags for part in (attrs.get("aria-labelledby") or "").split()}
    assert labels <= set(ids)


def test_loads_nothing(ferry: Report) -> None:
    text = write_one(ferry, "html")
    assert [attrs for _, attrs in Page(text).tags if {"src", "action", "data", "style"} & set(attrs)] == []
    assert re.search(r"url\(|@import|fetch\(|XMLHttpRequest|https?://", text) is None


def test_its_policy_allows_its_own_script_and_style_only(ferry: Report) -> None:
    text = write_one(ferry, "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for tag in ("script", "style"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_every_finding_and_every_text_is_on_it(ferry: Report) -> None:
    page = Page(write_one(ferry, "html"))
    assert sum(attrs.get("class") == "finding" for _, attrs in page.tags) == 4
    assert '<script>alert("a3")</script>' in page.text
    for article in ferry.articles:
        for line in article.text.splitlines():
            plain = re.sub(r"\W+", "", re.sub(r"\d", "", line))
            assert plain in re.sub(r"\W+", "", re.sub(r"\d", "", page.text))


def test_known_findings_are_marked_and_stay(ferry: Report) -> None:
    text = write_one(ferry, "html", Context(known=frozenset({"c-day"})))
    assert text.count('class="badge known"') == 1
    assert text.count('class="finding"') == 4


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onload=alert(3) {{ 7*7 }} </style>&lt;b&gt;"


def hostile_report() -> Report:
    """Hostile text wherever an article can put some, with a reversed and a coloured part."""
    text = f"{HOSTILE} \u202egnp.exe \x1b[31m 12 died."
    left = make_article(f"x{HOSTILE}", HOSTILE, text, path=f"{HOSTILE}.txt")
    right = make_article("y", f"2 {HOSTILE}", text.replace("12", "13"))
    found = make_conflict(
        f"c{HOSTILE}",
        (make_claim(left, left.text), "12"),
        (make_claim(right, right.text), "13"),
        HOSTILE,
        kind=HOSTILE,
    )
    return make_report((left, right), conflicts=(found,), disagreements=(group(f"d{HOSTILE}", found),))


def test_hostile_text_is_inert() -> None:
    text = write_one(hostile_report(), "html")
    page = Page(text)
    assert Counter(tag for tag, _ in page.tags)["script"] == 1
    assert "img" not in {tag for tag, _ in page.tags}
    assert [name for _, attrs in page.tags for name in attrs if name.startswith("on")] == []
    assert "49" not in page.text
    assert page.text.count("{{ 7*7 }}") > 4
    assert "\u202e" not in text
    assert "\x1b" not in text


@given(st.text(alphabet="ab. \n", max_size=40), st.data())
def test_pieces_hold_the_whole_text(text: str, data: st.DataObject) -> None:
    article = make_article("a", "A", f"{text}x")
    bounds = st.integers(0, len(article.text))
    covers = []
    for number in range(data.draw(st.integers(0, 3))):
        start, end = sorted((data.draw(bounds), data.draw(bounds)))
        covers.append(Cover(number, f"q{number}", start, end, (start, end) if data.draw(st.booleans()) else None))
    shown = "".join(piece.text for pieces in paragraphs(article, covers) for piece in pieces)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", article.text)


def test_said_and_value_are_marked_where_they_stand() -> None:
    article = make_article("a", "A", "Title\n\nOne two three. Four.")
    body = paragraphs(article, [Cover(1, "q1", 7, 21, (11, 14)), Cover(2, "q2", 7, 27, None)])[1]
    assert [(piece.text, piece.said, piece.value, piece.anchors, piece.notes) for piece in body] == [
        ("One ", (1, 2), False, ("q1", "q2"), ()),
        ("two", (1, 2), True, (), ()),
        (" three.", (1, 2), False, (), (1,)),
        (" Four.", (2,), False, (), (2,)),
    ]


def test_waterfall_runs_from_row_to_row() -> None:
    shown = waterfall(HURT_1)
    assert [step.weight for step in shown.steps] == ["-2.00", "+1.90", "+2.30"]
    assert [step.probability for step in shown.steps] == ["0.12", "0.48", "0.90"]
    assert shown.calibrated
    first, second, third = (step.bar for step in shown.steps)
    assert second.x == first.x == 0
    assert third.x == pytest.approx(second.x + second.width, abs=0.02)
    assert third.x + third.width == pytest.approx(100)


def day(number: int, stamp: str = "") -> Published:
    return Published(date(2025, 3, number), date(2025, 3, number), "day", "text", stamp or f"2025-03-{number:02}")


def test_moments_are_in_order_of_time() -> None:
    first, middle, last, unknown = moments([day(1), day(2, "2025-03-02T12:00"), day(4), Published()])
    assert (first, last, unknown) == (3, 97, None)
    assert middle == 50


def test_one_day_is_no_time_line() -> None:
    assert moments([day(1), day(1), Published()]) == [None, None, None]
