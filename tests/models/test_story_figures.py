"""What the stage of stories does to pairs of sister events, counted by hand."""

from __future__ import annotations

from benchmarks.models.story_figures import behind, kept_together, stories_of
from tests.conftest import FakeEncoder

TEXTS = {
    "1_1": "Ann Bramblewick met Peter Holmqvist in Lyon.",
    "1_2": "Peter Holmqvist and Ann Bramblewick spoke in Lyon.",
    "1_3": "Ruth Zabrowska met Igor Quillfeather in Turin.",
    "1_4": "Igor Quillfeather and Ruth Zabrowska spoke in Turin.",
}
ROWS = [{"doc": doc, "text": text, "subtopic": "1ecb" if doc < "1_3" else "1plus"} for doc, text in TEXTS.items()]


def test_pairs_of_documents_are_counted_by_story() -> None:
    story = {"1_1": "a", "1_2": "a", "1_3": "a", "1_4": "b"}
    made = kept_together({1: ROWS}, story)
    assert made["pairs"] == {"one_story": 2, "sister_stories": 4}
    assert made["kept_together"] == {"one_story": 0.5, "sister_stories": 0.5}


def test_pairs_that_the_stage_keeps_apart_are_of_two_events() -> None:
    rows = [{"documents": ("1_1", "1_2")}, {"documents": ("1_1", "1_3")}]
    assert behind([0.7, 0.9], rows, {"1_1": "a", "1_2": "a", "1_3": "b"}) == [0.7, 0.0]


def test_each_topic_is_grouped_by_itself() -> None:
    other = [{**row, "doc": row["doc"].replace("1_", "2_")} for row in ROWS]
    story = stories_of({1: ROWS, 2: other}, FakeEncoder())
    assert set(story) == {row["doc"] for row in (*ROWS, *other)}
    assert not {story[row["doc"]] for row in ROWS} & {story[row["doc"]] for row in other}
    assert story["1_1"] == story["1_2"] != story["1_3"]
