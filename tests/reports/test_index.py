"""The index: no finding falls out of a report, whatever the pipeline forgot."""

from __future__ import annotations

from dataclasses import replace

from checker.records import Agreement, ClaimPair, Report, Scope
from checker.reports.html.sources import view_agreements, view_matrix
from checker.reports.index import index_report
from checker.reports.markdown.sources import write_agreements
from tests.reports.build import group


def test_a_conflict_without_a_disagreement_becomes_one(ferry: Report) -> None:
    index = index_report(replace(ferry, disagreements=ferry.disagreements[1:]))
    assert {"c-hurt-1", "c-hurt-2"} <= {each.id for each in index.groups}
    assert [voiced.value for voiced in index.groups[0].values] == ["Twelve", "Fifteen"]


def test_a_finding_of_an_unlisted_story_gets_a_bare_one(ferry: Report) -> None:
    index = index_report(replace(ferry, stories=()))
    assert [(story.id, story.article_ids) for story in index.stories] == [("story-1", ())]


def test_select_by_scope(ferry: Report) -> None:
    index = index_report(ferry)
    assert [each.id for each in index.select(Scope.CROSS)] == ["d-hurt", "d-day"]
    assert [each.id for each in index.select(Scope.DISPUTE, "story-1")] == ["d-engine"]
    assert index.select(Scope.INTERNAL, "story-2") == ()


def test_the_reasons_of_a_disagreement_are_few_and_distinct(ferry: Report) -> None:
    index = index_report(ferry)
    assert index.reasons(index.groups[0]) == (
        "Harbour Herald says Twelve, Coast Wire says Fifteen.",
        "Coast Wire says Fifteen, Arlen Gazette says Twelve.",
    )


def test_values_that_do_not_conflict_are_no_disagreement_of_their_sources(ferry: Report) -> None:
    # the Herald and the Wire each give a value of one question, but only the Gazette is in conflict with them
    day = replace(ferry.conflicts[2], pair=replace(ferry.conflicts[2].pair, left=ferry.conflicts[0].pair.right))
    both = group("d", ferry.conflicts[2], replace(day, id="c-day-2"))
    report = replace(ferry, conflicts=(ferry.conflicts[2], replace(day, id="c-day-2")), disagreements=(both,))
    counts = [[cell.count if cell else None for cell in row] for row in view_matrix(index_report(report))]
    assert counts == [[None, 1, 1, 0], [1, None, 0, 0], [1, 0, None, 0], [0, 0, 0, None]]


def test_what_agrees_says_what_the_two_sentences_dispute(ferry: Report) -> None:
    pair = next(found.pair for found in ferry.conflicts if found.id == "c-hurt-1")
    mirrored = ClaimPair(pair.right, pair.left, pair.similarity, 0.9)
    agreement = Agreement("g-both", "wording", "story-1", mirrored, True, 0.96)
    index = index_report(replace(ferry, agreements=(*ferry.agreements, agreement)))
    disputed = index.disputed(agreement)
    assert disputed is not None
    assert disputed.id == "d-hurt"
    assert f"both say the same in the main, but not about: {disputed.item}:" in write_agreements(index, "story-1")
    assert "counted once, but not about: " in write_agreements(index, "story-1")
    assert sorted(shared.disputed for shared in view_agreements(index)) == ["", "day of the accident", disputed.item]
