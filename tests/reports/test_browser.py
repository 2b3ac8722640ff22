"""The HTML page in a real browser: headless Chromium, driven by Playwright; skipped where either is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.records import Report
from checker.reports import write_one
from tests.reports.ferry import ferry_report
from tests.reports.test_html import hostile_report

playwright = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install playwright")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium isn't installed: apt-get install chromium"),
]
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
QUIET += ("--disable-component-update", "--disable-sync")


class Visit:
    """A page that was opened, and everything it asked for or complained about."""

    def __init__(self, browser: playwright.Browser, path: Path, **options: object) -> None:
        self.page = browser.new_page(**options)
        self.requests: list[str] = []
        self.trouble: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.url = path.as_uri()
        self.page.goto(self.url)

    def shown(self) -> list[str]:
        """The numbers of the findings that can be seen, from top to bottom."""
        visible = self.page.locator(".finding:visible")
        return [str(visible.nth(i).get_attribute("data-number")) for i in range(visible.count())]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def visit(browser: playwright.Browser, tmp_path: Path) -> Iterator[Visit]:
    yield from _visit(browser, tmp_path, ferry_report())


def _visit(browser: playwright.Browser, folder: Path, report: Report, **options: object) -> Iterator[Visit]:
    path = folder / "report.html"
    path.write_text(write_one(report, "html"), encoding="utf-8")
    opened = Visit(browser, path, **options)
    yield opened
    assert opened.trouble == []
    assert [url for url in opened.requests if not url.startswith(opened.url)] == []
    opened.page.close()


@pytest.mark.parametrize(
    ("selector", "value", "expected"),
    [
        ("#filter-text", "captain", ["4"]),
        ("#filter-kind", "date", ["2"]),
        ("#filter-source", "Coast Wire", ["1", "4"]),
        ("#filter-story", "Fish prices rise", []),
    ],
)
def test_filters(visit: Visit, selector: str, value: str, expected: list[str]) -> None:
    assert visit.shown() == ["1", "2", "3", "4"]
    box = visit.page.locator(selector)
    if selector == "#filter-text":
        box.fill(value)
    else:
        box.select_option(label=value)
    assert visit.shown() == expected
    assert visit.page.locator("#shown").inner_text() == f"{len(expected)} of 4 findings shown"
    visit.page.get_by_role("button", name="Show all").click()
    visit.page.wait_for_function("!document.querySelector('.finding[hidden]')")  # a reset takes effect a tick later
    assert visit.shown() == ["1", "2", "3", "4"]


def test_severity_filter_and_two_sources(visit: Visit) -> None:
    visit.page.get_by_label("high", exact=True).uncheck()
    assert visit.shown() == ["2", "3", "4"]
    visit.page.locator("#filter-source").select_option(label="Harbour Herald")
    visit.page.locator("#filter-against").select_option(label="Arlen Gazette")
    assert visit.shown() == ["2"]


def test_a_section_without_findings_left_is_hidden(visit: Visit) -> None:
    visit.page.locator("#filter-kind").select_option(label="date")
    assert visit.page.locator("h2:visible", has_text="Disputes").count() == 0


def test_sorting(visit: Visit) -> None:
    visit.page.locator("#sort").select_option("kind")
    assert visit.shown() == ["2", "1", "3", "4"]
    visit.page.locator("#sort").select_option("severity")
    assert visit.shown() == ["1", "2", "3", "4"]


def test_the_matrix_filters_by_two_sources(visit: Visit) -> None:
    visit.page.get_by_role("button", name="1 between Arlen Gazette and Coast Wire").click()
    visit.page.wait_for_function("document.querySelector('#shown').textContent !== ''")
    assert visit.shown() == ["1"]


def test_links_jump_to_the_sentence_and_back(visit: Visit) -> None:
    visit.page.locator("#f4 figcaption a").first.click()
    target = visit.page.locator(f"[id='{visit.page.url.split('#')[1]}'] + *")
    assert target.inner_text().startswith("Captain Ines Dahl")
    assert target.evaluate("node => { const y = node.getBoundingClientRect().y; return y > 0 && y < innerHeight; }")
    visit.page.locator("#a1 sup a", has_text="4").click()
    assert visit.page.url.endswith("#f4")


def test_a_link_to_a_hidden_finding_shows_it(visit: Visit) -> None:
    visit.page.locator("#filter-text").fill("captain")
    visit.page.locator("#a1 sup a", has_text="1").first.click()
    visit.page.wait_for_function("!document.querySelector('#f1').hidden")
    assert "1" in visit.shown()


def test_full_texts_side_by_side(visit: Visit) -> None:
    visit.page.locator("#f1 button.compare").click()
    dialog = visit.page.get_by_role("dialog", name="number of passengers hurt")
    assert dialog.locator("h3").all_inner_texts() == ["Harbour Herald", "Arlen Gazette", "Coast Wire"]
    assert dialog.locator("mark.now").all_inner_texts() == ["Twelve", "Tuesday", "Twelve", "Wednesday", "Fifteen"]
    assert visit.page.evaluate(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map((n) => n.id); "
        "return ids.length === new Set(ids).size; })()"
    )
    visit.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert visit.page.evaluate("document.activeElement.className") == "compare"


def test_keyboard_reaches_the_findings_first(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the findings"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: playwright.Browser, tmp_path: Path, width: int) -> None:
    for visit in _visit(browser, tmp_path, ferry_report(), viewport={"width": width, "height": 800}):
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(browser: playwright.Browser, tmp_path: Path, scheme: str) -> None:
    for visit in _visit(browser, tmp_path, ferry_report(), color_scheme=scheme):
        visit.page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
        assert visit.page.evaluate(CONTRAST) == []


def test_prints_dark_on_white_with_all_evidence(browser: playwright.Browser, tmp_path: Path) -> None:
    for visit in _visit(browser, tmp_path, ferry_report(), color_scheme="dark"):
        visit.page.emulate_media(media="print")
        visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not visit.page.locator("#filters").is_visible()
        assert visit.page.get_by_text("most look-alike claims are about different things").first.is_visible()


def test_works_without_script(browser: playwright.Browser, tmp_path: Path) -> None:
    for visit in _visit(browser, tmp_path, ferry_report(), java_script_enabled=False):
        assert visit.page.locator(".finding").count() == 4
        assert not visit.page.locator("#filters").is_visible()
        assert not visit.page.locator("button.compare").first.is_visible()


def test_hostile_articles_are_inert(browser: playwright.Browser, tmp_path: Path) -> None:
    for visit in _visit(browser, tmp_path, hostile_report()):
        visit.page.locator("button.compare").click()
        visit.page.wait_for_timeout(100)
        assert visit.page.locator("img, body script ~ script").count() == 0


# every element with text of its own whose colour is too close to that of what it stands on (WCAG AA: 4.5)
CONTRAST = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (colour.startsWith("color(")) return channels(colour.slice(6)).map((c) => c * 255);
      if (channels(colour)[3] !== 0) return channels(colour);
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll("body *")]
    .filter((node) => node.checkVisibility() && node.tagName !== "OPTION")
    .filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()))
    .map((node) => {
      const ink = light(channels(getComputedStyle(node).color));
      const [a, b] = [ink, light(ground(node))].sort((x, y) => y - x);
      return [(a + 0.05) / (b + 0.05), node.tagName, node.className, node.textContent.slice(0, 20)];
    })
    .filter(([ratio]) => ratio < 4.5);
}"""
