"""The whole flow: planted contradictions are found, copies prove nothing, order and repetition change nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from checker.loading import Models, load_models
from checker.pipeline import check_articles
from checker.records import Article, ArticleSet, Report, Scope, Skipped, SourceScore
from checker.settings import Settings
from tests.conftest import FakeEncoder, article

# Ten facts of one made-up story, in two wordings.
FACTS = [
    (
        "The fire in the old mill killed 12 workers on Monday.",
        "Twelve workers were killed in the fire in the old mill.",
    ),
    ("The fire in the old mill injured 31 people.", "Police said the fire in the old mill had injured 31 people."),
    (
        "The roof of the old mill collapsed on Tuesday night.",
        "The roof of the old mill collapsed on Tuesday night, they said.",
    ),
    ("Mayor Ann Bray closed the road to the mill.", "The road to the mill was closed by Mayor Ann Bray."),
    ("Police arrested two guards of the mill.", "Two guards of the mill were arrested by the police."),
    ("The mill was built in 1931.", "The old mill was built in 1931."),
    ("It was the second fire at the mill.", "The fire was the second fire at the mill."),
    ("The council approved the plan for a new mill.", "The council has approved the plan for a new mill."),
    ("The damage was put at $4 million.", "The damage at the mill was put at $4 million."),
    ("Firemen from Lyon reached the mill.", "Firemen reached the mill from Lyon."),
]
WRONG = [
    "The fire in the old mill killed 45 workers on Monday.",
    "The fire in the old mill injured 97 people.",
    "The roof of the mill collapsed on Friday night.",
    "Governor Ann Bray closed the road to the mill.",
    "Police arrested nine guards of the mill.",
    "The mill was built in 1874.",
    "It was the fifth fire at the mill.",
    "The council did not approve the plan for a new mill.",
    "The damage was put at $90 million.",
    "Firemen from Turin reached the mill.",
]
ONE = "\n\n".join(a for a, _ in FACTS)
OTHER = "\n\n".join(b for _, b in FACTS)
BAD = "\n\n".join(WRONG)
PLANTED = ONE.replace("killed 12 workers", "killed 45 workers")


def run(articles: Sequence[Article] | ArticleSet, **given: object) -> Report:
    """The report of a run without models, all articles in one story."""
    settings = Settings(stories="one", **given)  # type: ignore[arg-type]
    return check_articles(articles, settings, models=Models(FakeEncoder()))


def values(report: Report) -> list[set[str]]:
    """The values of each disagreement."""
    return [{v.value for v in d.values} for d in report.disagreements]


def scores(report: Report) -> dict[str, SourceScore]:
    """The scores by source."""
    return {s.source: s for s in report.scores}


def test_a_planted_contradiction_is_found() -> None:
    report = run([article(PLANTED, "a", "A"), article(OTHER, "b", "B")])
    assert {"45", "Twelve"} in values(report)
    assert {c.scope for c in report.conflicts} == {Scope.CROSS}
    assert report.funnel["conflicts"] == len(report.conflicts)


def test_nothing_planted_nothing_found() -> None:
    report = run([article(ONE, "a", "A"), article(OTHER, "b", "B")])
    assert values(report) == []
    assert len(report.agreements) >= 5


@pytest.fixture(scope="module")
def bundled() -> Models:
    """The models that are installed: how alike two wordings are is weighed, and a fake can't say."""
    return load_models(Settings())


@pytest.mark.models
@pytest.mark.parametrize("wrong", WRONG[:9])
def test_each_kind_of_contradiction(wrong: str, bundled: Models) -> None:
    index = WRONG.index(wrong)
    paragraphs = ONE.split("\n\n")
    paragraphs[index] = wrong
    articles = [article("\n\n".join(paragraphs), "a", "A"), article(OTHER, "b", "B")]
    report = check_articles(articles, Settings(stories="one"), models=bundled)
    assert [c for c in report.conflicts if wrong in (c.pair.left.sentence, c.pair.right.sentence)]


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [article(PLANTED, "a", "A"), article(OTHER, "b", "B"), article(BAD, "c", "C")]
    results = {json.dumps(run(order).to_dict(), sort_keys=True) for order in permutations(articles)}
    assert len(results) == 1
    assert json.loads(results.pop())["funnel"]["conflicts"] > 0


def test_two_runs_give_the_same_bytes() -> None:
    articles = [article(PLANTED, "a", "A"), article(OTHER, "b", "B")]
    one, other = (json.dumps(run(articles).to_dict()).encode() for _ in range(2))
    assert one == other


def test_a_bad_source_gets_a_lower_score() -> None:
    articles = [article(ONE, "a", "A"), article(OTHER, "b", "B"), article(BAD, "c", "C")]
    good, also_good, bad = (s.agreement for s in run(articles, max_width=100.0).scores)
    assert good is not None
    assert also_good is not None
    assert bad is not None
    assert bad < min(good, also_good) - 20


def test_a_copied_article_raises_no_score() -> None:
    bad, good = article(BAD, "c", "C"), article(OTHER, "b", "B")
    alone = scores(run([bad, good], max_width=100.0))["C"]
    copied = scores(run([bad, article(BAD, "d", "D"), good], max_width=100.0))
    assert alone.agreement is not None
    for name in ("C", "D"):
        score = copied[name]
        assert score.agreement is not None
        assert score.agreement <= alone.agreement
        assert score.agreeing <= alone.agreeing
        assert score.relayed > 0  # what agrees with its copy is not counted


def test_copies_agree_but_not_independently() -> None:
    report = run([article(ONE, "a", "A"), article(ONE, "b", "B")])
    same = [a for a in report.agreements if a.pair.left.sentence == a.pair.right.sentence]
    assert same
    assert not any(a.independent for a in same)


def test_a_later_update_is_no_contradiction() -> None:
    first = article("The fire in the mill killed 12 workers.", "a", "A", published=date(2024, 3, 1))
    later = article("The fire in the mill killed 15 workers.", "b", "B", published=date(2024, 3, 3))
    before = article("The fire in the mill killed 15 workers.", "b", "B", published=date(2024, 2, 28))
    (update,), (contradiction,) = (run([first, other], min_probability=0.0).conflicts for other in (later, before))
    assert update.probability < contradiction.probability


def test_one_article() -> None:
    report = run([article(ONE, "a", "A")])
    assert report.conflicts == ()
    assert any("one article only" in line for line in report.not_checked)
    assert [s.enough_evidence for s in report.scores] == [False]


@pytest.mark.models
def test_an_article_against_itself(bundled: Models) -> None:
    text = "The fire in the old mill killed 12 workers.\n\nThe fire in the old mill killed 45 workers."
    report = check_articles([article(text, "a", "A")], Settings(stories="one"), models=bundled)
    assert {c.scope for c in report.conflicts} == {Scope.INTERNAL}


def test_two_articles_of_one_source() -> None:
    report = run([article(ONE, "a", "A"), article(OTHER, "b", "A")])
    assert any("one source" in line for line in report.not_checked)
    assert len(report.scores) == 1
    assert not report.scores[0].enough_evidence


@pytest.mark.parametrize("text", ["", "!", "Yes.\n\nNo."])
def test_an_article_without_claims(text: str) -> None:
    report = run([article(text, "a", "A"), article(ONE, "b", "B")])
    assert any("no claim was found" in line for line in report.not_checked)
    assert report.conflicts == ()


def test_no_articles() -> None:
    report = run([])
    assert (report.articles, report.stories, report.conflicts, report.scores) == ((), (), (), ())


def test_what_was_skipped_is_told() -> None:
    given = ArticleSet((article(ONE, "a", "A"), article(OTHER, "b", "B")), (Skipped("c.txt", "empty"),))
    report = run(given)
    assert report.skipped == given.skipped
    assert any("could not be read" in line for line in report.not_checked)


def test_two_stories_are_not_compared() -> None:
    cup = "The striker scored 12 goals in the cup.\n\nThe coach praised the striker after the cup final on Sunday."
    report = check_articles([article(ONE, "a", "A"), article(cup, "b", "B")], models=Models(FakeEncoder()))
    assert len(report.stories) == 2
    assert not [c for c in report.conflicts if c.scope is Scope.CROSS]
    assert len([line for line in report.not_checked if "no other article" in line]) == 2


def test_progress_is_told() -> None:
    seen: list[tuple[str, int, int]] = []
    settings = Settings(stories="one")
    articles = [article(ONE, "a", "A"), article(OTHER, "b", "B")]
    check_articles(articles, settings, lambda *step: seen.append(step), Models(FakeEncoder()))
    assert ("claims", 2, 2) in seen
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == [
        "models",
        "claims",
        "stories",
        "pairs",
        "conflicts",
        "scores",
    ]
