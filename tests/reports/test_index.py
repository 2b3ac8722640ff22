"""The index: no finding falls out of a report, whatever the pipeline forgot."""

from __future__ import annotations

from dataclasses import replace

from checker.records import Report, Scope
from checker.reports.index import index_report


def test_a_conflict_without_a_disagreement_becomes_one(ferry: Report) -> None:
    index = index_report(replace(ferry, disagreements=ferry.disagreements[1:]))
    assert {"c-hurt-1", "c-hurt-2"} <= {group.id for group in index.groups}
    assert [voiced.value for voiced in index.groups[0].values] == ["Twelve", "Fifteen"]


def test_a_finding_of_an_unlisted_story_gets_a_bare_one(ferry: Report) -> None:
    index = index_report(replace(ferry, stories=()))
    assert [(story.id, story.article_ids) for story in index.stories] == [("story-1", ())]


def test_select_by_scope(ferry: Report) -> None:
    index = index_report(ferry)
    assert [group.id for group in index.select(Scope.CROSS)] == ["d-hurt", "d-day"]
    assert [group.id for group in index.select(Scope.DISPUTE, "story-1")] == ["d-engine"]
    assert index.select(Scope.INTERNAL, "story-2") == ()
