"""The index: no finding falls out of a report, whatever the pipeline forgot."""

from __future__ import annotations

from dataclasses import replace

from checker.conflicts.shared import shared_claims
from checker.records import Agreement, ClaimPair, Report, Scope, SharedClaim
from checker.reports.html.sources import view_matrix, view_shared
from checker.reports.index import index_report
from checker.reports.markdown.sources import write_shared
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
    (alone,) = shared_claims([agreement])
    index = index_report(replace(ferry, shared=(*ferry.shared, alone)))
    (disputed,) = index.disputed(alone)
    assert disputed.id == "d-hurt"
    assert f"both say the same in the main, but not about: {disputed.item}:" in write_shared(index, "story-1")
    assert "counted once, but not about: " in write_shared(index, "story-1")
    words = [shared.words.rpartition("about: ")[2] for shared in view_shared(index)]
    assert sorted(words) == ["almost certain (0.95) that both say the same", "day of the accident", disputed.item]


def test_of_many_voices_some_are_quoted(ferry: Report) -> None:
    first = ferry.conflicts[0].pair.left
    claims = tuple(replace(first, id=f"a1:{n}", sentence_index=n) for n in range(5))
    many = SharedClaim("m", "story-1", claims, independent=True, probability=0.8, agreement_ids=("x",))
    index = index_report(replace(ferry, shared=(many,)))
    text = write_shared(index, "story-1")
    assert text.startswith("1 claim that several articles make, 1 of them independently")
    assert "likely (0.80) that all 5 say the same" in text
    assert (text.count("\n  - Harbour Herald"), text.count("also Harbour Herald, `a1.txt:")) == (3, 1)
    (shown,) = view_shared(index)
    assert (len(shown.quotes), len(shown.further)) == (3, 2)
