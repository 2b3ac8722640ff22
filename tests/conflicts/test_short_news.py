"""The short real stories: text put together again, and verdicts counted by flag and by disagreement."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.conflicts.gold import AnnotatedStory
from benchmarks.conflicts.news import check_stories
from benchmarks.conflicts.short_news import VERDICTS, mended, read_short_news, short_figures
from benchmarks.conflicts.verdicts import read_verdicts
from checker.loading import Models
from checker.settings import Settings
from tests.conftest import FakeEncoder, article


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


def test_each_flag_has_one_verdict() -> None:
    rows = json.loads(VERDICTS.read_text(encoding="utf-8"))
    assert len(read_verdicts(VERDICTS)) == len(rows) > 100
    assert all(row["why"] and row["story"].startswith("ecb ") for row in rows)
