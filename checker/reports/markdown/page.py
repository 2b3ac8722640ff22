"""The Markdown pages: one for the run, one for each story."""

from __future__ import annotations

from checker.records import Disagreement, Report, Scope, Story
from checker.reports.context import Context
from checker.reports.index import ReportIndex, index_report
from checker.reports.markdown.coverage import (
    write_articles,
    write_left_out,
    write_not_checked,
    write_settings,
)
from checker.reports.markdown.escape import escape
from checker.reports.markdown.findings import anchor, values_line, write_finding
from checker.reports.markdown.sources import write_scores, write_shared
from checker.reports.markdown.table import table
from checker.reports.printable import printable
from checker.reports.story_pages import STORIES, STORY_MARK
from checker.reports.wording import NOT_TRUTH, SCOPE_TITLE, count, date_text, probability_words

MOST_SHARED = 8  # per story on the run's page; the story's page has them all


def write_markdown(report: Report, context: Context) -> str:
    """report.md: the whole run, the findings first."""
    index = index_report(report, context.known)
    numbers = {group.id: number for number, group in enumerate(_reading_order(index), start=1)}
    parts = [f"# {_headline(index)}", _overview(index, numbers), f"> {NOT_TRUTH}"]
    for story in index.stories:
        if len(story.article_ids) > 1 or any(group.story_id == story.id for group in index.groups):
            parts.append(f"## Story: {escape(story.title or story.id)}")
            parts.append(f"{_story_line(index, story)} [Page of this story]({story_file(story)})")
            parts += _story_body(index, story, numbers, full=False)
    links = {group.id: anchor(numbers[group.id], group) for group in index.groups}
    parts += ["## Sources", write_scores(index, links)]
    parts += ["## What was not checked", write_not_checked(report), write_left_out(report)]
    parts += ["## What was checked", write_articles(report), write_settings(report)]
    return "\n\n".join(parts) + "\n"


def write_story_pages(report: Report, context: Context) -> dict[str, str]:
    """stories/<id>.md for each story: all evidence and all agreements."""
    index = index_report(report, context.known)
    return {story_file(story): _story_page(index, story) for story in index.stories}


def story_file(story: Story) -> str:
    """A story's page, seen from report.md; its id keeps only what is safe in a path and a link."""
    safe = "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "-" for char in story.id)
    return f"{STORIES}/{safe}.md"


def _story_page(index: ReportIndex, story: Story) -> str:
    groups = [group for scope in Scope for group in index.select(scope, story.id)]
    numbers = {group.id: number for number, group in enumerate(groups, start=1)}
    parts = [
        f"# {escape(story.title or story.id)}",
        f"{_story_line(index, story)} [The whole run](../report.md)",
    ]
    parts.append(f"> {NOT_TRUTH}")
    parts += [*_story_body(index, story, numbers, full=True), STORY_MARK]
    return "\n\n".join(parts) + "\n"


def _story_body(index: ReportIndex, story: Story, numbers: dict[str, int], full: bool) -> list[str]:
    parts: list[str] = []
    for scope in Scope:
        groups = index.select(scope, story.id)
        if groups:
            parts.append(f"### {SCOPE_TITLE[scope]}")
        if groups and scope is Scope.DISPUTE:
            parts.append("Charged to no source: each reports what somebody said.")
        parts += [write_finding(index, numbers[group.id], group, full) for group in groups]
    if not parts:
        parts.append("No disagreement was found in this story.")
    if len(story.article_ids) > 1:
        parts += ["### What agrees", write_shared(index, story.id, None if full else MOST_SHARED)]
    return parts


def _reading_order(index: ReportIndex) -> list[Disagreement]:
    """The findings in the order in which report.md shows them: by story, then scope, then weight."""
    stories = [story.id for story in index.stories]
    scopes = list(Scope)
    place = {id_: number for number, id_ in enumerate(stories)}
    return sorted(index.groups, key=lambda g: (place.get(g.story_id, len(stories)), scopes.index(g.scope)))


def _headline(index: ReportIndex) -> str:
    found = len(index.select(Scope.CROSS))
    return f"{count(found, 'disagreement')} between sources" if found else "No disagreement found between sources"


def _overview(index: ReportIndex, numbers: dict[str, int]) -> str:
    report = index.report
    checked = f"{count(len(report.articles), 'article')} from {count(len(index.sources), 'source')}"
    lines = [f"- Checked: {checked} in {count(len(report.stories), 'story', 'stories')}."]
    for scope in Scope:
        groups = index.select(scope)
        if groups or scope is Scope.CROSS:
            tally = ", ".join(f"{number} {level.value}" for level, number in index.severities(groups).items())
            lines.append(f"- {SCOPE_TITLE[scope]}: **{len(groups)}** ({tally}).")
    missed = len(report.not_checked) + len(report.skipped)
    if missed:
        lines.append(f"- **Not checked: {count(missed, 'item')}**, see [below](#what-was-not-checked).")
    text = "\n".join(lines)
    return f"{text}\n\n{_contents(index, numbers)}" if numbers else text


def _contents(index: ReportIndex, numbers: dict[str, int]) -> str:
    """The findings at a glance, the weightiest first, each with a link to its section."""
    scopes = list(Scope)
    ordered = sorted(index.groups, key=lambda g: (scopes.index(g.scope), list(index.severities(())).index(g.severity)))
    rows = [
        [
            f"[{numbers[group.id]}]({anchor(numbers[group.id], group)})",
            group.severity.value + (", known" if index.is_known(group) else ""),
            escape(group.item or group.kind),
            escape(values_line(group, index)),
            probability_words(group.probability),
        ]
        for group in ordered
    ]
    return table(rows, ["No.", "Severity", "About", "Who says what", "How sure"])


def _story_line(index: ReportIndex, story: Story) -> str:
    sources = sorted({printable(index.articles[id_].source) for id_ in story.article_ids})
    articles = count(len(story.article_ids), "article")
    return f"{articles} from {escape(', '.join(sources))}; published: {date_text(story.window)}."
