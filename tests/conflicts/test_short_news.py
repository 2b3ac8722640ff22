"""The short real stories: text put together again, and verdicts counted by flag and by disagreement."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.conflicts.gold import AnnotatedStory
from benchmarks.conflicts.news import check_stories
from benchmarks.conflicts.sentence_pairs import HUMAN_ERRORS, pair_figures, read_sentence_pairs
from benchmarks.conflicts.short_news import VERDICTS, mended, read_short_news, short_figures
from benchmarks.conflicts.topics import read_topics
from benchmarks.conflicts.verdicts import read_verdicts
from checker.loading import Models
from checker.settings import Settings
from tests.conftest import FakeEncoder, article
from training.rows import write_rows


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("He has 2, 117 points with 4: 43 left.", "He has 2,117 points with 4:43 left."),
        ("The school’ s record, at 7 p. m.", "The school’s record, at 7 p.m."),
        ("Of the 20, 3 were hurt.", "Of the 20,3 were hurt."),  # the price: the corpus parts every comma so
    ],
)
def test_parted_text_is_mended(parted: str, whole: str) -> None:
    assert mended(parted) == whole


def test_stories_are_read_by_event(tmp_path: Path) -> None:
    rows = [
        {"subtopic": f"1{kind}", "doc": f"1_{n}{kind}.xml", "sentence": s, "text": f"The mill burnt down in part {s}."}
        for kind in ("ecb", "plus")
        for n in (1, 2)
        for s in (1, 0)
    ]
    (tmp_path / "events").mkdir()
    with gzip.open(tmp_path / "events/ecb_train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    stories = read_short_news(tmp_path)
    assert [s.name for s in stories] == ["ecb 1ecb", "ecb 1plus"]
    assert [a.id for a in stories[0].articles] == ["1_1ecb.txt", "1_2ecb.txt"]
    text = stories[0].articles[0].text
    assert text.index("part 0") < text.index("part 1")


def test_verdicts_are_counted_by_flag_and_by_disagreement() -> None:
    texts = ("The fire in the mill killed 12 workers.", "The fire in the mill killed 45 workers.")
    articles = tuple(article(text, f"{n}.txt", n) for n, text in zip("ab", texts, strict=True))
    models = Models(FakeEncoder())
    checked = check_stories([AnnotatedStory("s", articles, ())], Settings(stories="one"), models)
    [flag] = checked[0].conflicts
    assert short_figures(checked, {})["share_real"] == 0.0
    for real in (True, False):
        found = short_figures(checked, {flag.id: real})
        assert (found["flags"], found["judged"], found["real"]) == (1, 1, int(real))
        assert found["share_of_disagreements_real"] == float(real)


def test_topics_are_read_with_their_day(tmp_path: Path) -> None:
    note = "topic=A Mill; and its Fire; date=2016-08-02; article_a=Mill burns; article_b=Fire at mill"
    pairs = [("The old mill burnt down.", "A fire broke out."), ("The old mill burnt down.", "Nobody was hurt.")]
    rows = [{"id": str(n), "premise": a, "hypothesis": b, "note": note} for n, (a, b) in enumerate(pairs)]
    write_rows(tmp_path / "nli/tune/claimdiff_train.jsonl.gz", rows)
    [story] = read_topics(tmp_path)
    assert story.name == "claims A Mill; and its Fire"
    assert [a.title for a in story.articles] == ["Mill burns", "Fire at mill"]
    assert [a.text.count("\n\n") for a in story.articles] == [1, 2], "the headline, and a claim once"
    assert {str(a.published.stamp)[:10] for a in story.articles} == {"2016-08-02"}
    write_rows(tmp_path / "nli/tune/claimdiff_train.jsonl.gz", [{**rows[0], "note": "none"}])
    with pytest.raises(ValueError, match="no topic in the note of row 0"):
        read_topics(tmp_path)


def test_pairs_of_sentences_are_counted_by_kind(tmp_path: Path) -> None:
    one, other = "The fire killed 12 workers of the mill.", "The fire killed 15 workers of the mill."
    row = {"premise": one, "type": "number", "label": "neutral"}
    write_rows(
        tmp_path / f"nli/tune/{HUMAN_ERRORS}.jsonl.gz", [{**row, "hypothesis": other}, {**row, "hypothesis": one}]
    )
    stories = read_sentence_pairs(tmp_path, HUMAN_ERRORS)
    checked = check_stories(stories, Settings(stories="one"), Models(FakeEncoder(), None, None))
    found = pair_figures(checked)
    assert found == {
        "pairs": 2,
        "flagged": 1,
        "share": 0.5,
        "kinds": {"number": {"pairs": 2, "flagged": 1, "share": 0.5}},
    }


def test_each_flag_has_one_verdict() -> None:
    rows = json.loads(VERDICTS.read_text(encoding="utf-8"))
    assert len(read_verdicts(VERDICTS)) == len(rows) > 100
    assert all(row["why"] and row["story"].startswith(("ecb ", "claims ")) for row in rows)
