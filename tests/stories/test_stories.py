"""Which articles tell of one event: by meaning, by date, by the names they share."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import extract_claims
from checker.records import Article, Published, Story
from checker.settings import Settings
from checker.stories import find_stories
from checker.stories.group import _cut
from checker.stories.linkage import average_linkage
from checker.stories.names import name_affinity, rarity
from checker.stories.normalized_cut import normalized_cut
from checker.stories.windows import may_be_one_event, window_of
from tests.conftest import FakeEncoder, article

FIRE = "A fire in the old mill killed twelve workers on Monday. Firemen fought the fire in the mill for hours."
FIRE_AGAIN = "Twelve workers died when a fire broke out in the old mill. Firemen fought the mill fire until Tuesday."
CUP = "The striker scored twice in the cup final on Sunday. The coach praised the striker after the cup final."


def _stories(articles: list[Article], settings: Settings) -> tuple[Story, ...]:
    claims = extract_claims(articles)
    encoder = FakeEncoder()
    return find_stories(articles, claims, encoder.encode([c.text for c in claims]), encoder, settings)


def groups(articles: list[Article], settings: Settings | None = None) -> list[set[str]]:
    """The article ids of each story."""
    found = _stories(articles, settings or Settings())
    return [set(s.article_ids) for s in found]


def near(rows: list[list[float]]) -> np.ndarray:
    """A symmetric matrix from its upper triangle."""
    upper = np.array(rows, dtype=np.float64)
    return np.triu(upper) + np.triu(upper, 1).T


THREE = near([[1, 0.8, 0.1], [0, 1, 0.5], [0, 0, 1]])
ALL = np.ones((3, 3), dtype=bool)


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0.9, [[0], [1], [2]]), (0.5, [[0, 1], [2]]), (0.3, [[0, 1, 2]]), (0.31, [[0, 1], [2]])],
)
def test_linkage_by_hand(threshold: float, expected: list[list[int]]) -> None:
    # 0 and 1 meet at .8; 2 is on average (.1 + .5) / 2 = .3 from both
    assert average_linkage(THREE, ALL, threshold) == expected


def test_linkage_never_joins_what_may_not_meet() -> None:
    allowed = ALL.copy()
    allowed[0, 1] = allowed[1, 0] = False
    assert average_linkage(THREE, allowed, -1.0) in ([[0], [1, 2]], [[0, 2], [1]])


@given(st.integers(min_value=0, max_value=7), st.floats(min_value=-1, max_value=1), st.randoms(use_true_random=False))
def test_linkage_is_a_partition(size: int, threshold: float, random: object) -> None:
    values = np.array([[random.random() for _ in range(size)] for _ in range(size)]).reshape(size, size)  # type: ignore[attr-defined]
    found = average_linkage((values + values.T) / 2, np.ones((size, size), dtype=bool), threshold)
    assert sorted(i for group in found for i in group) == list(range(size))


def test_two_events_are_two_stories() -> None:
    articles = [article(FIRE, "a"), article(FIRE_AGAIN, "b"), article(CUP, "c")]
    assert groups(articles) == [{"a", "b"}, {"c"}]


def test_one_story_when_asked_for() -> None:
    articles = [article(FIRE, "a"), article(CUP, "c")]
    assert groups(articles, Settings(stories="one")) == [{"a", "c"}]


def test_no_article_and_one_article() -> None:
    assert groups([]) == []
    assert groups([], Settings(stories="one")) == []
    assert groups([article(FIRE, "a")]) == [{"a"}]


def test_dates_far_apart_part_like_articles() -> None:
    articles = [article(FIRE, "a", published=date(2021, 3, 1)), article(FIRE_AGAIN, "b", published=date(2024, 3, 1))]
    assert groups(articles) == [{"a"}, {"b"}]


def test_a_late_article_does_not_part_the_others() -> None:
    articles = [
        article(FIRE, "a", published=date(2021, 3, 1)),
        article(FIRE, "b", published=date(2024, 3, 1)),
        article(FIRE_AGAIN, "c", published=date(2021, 3, 2)),
    ]
    assert groups(articles) == [{"a", "c"}, {"b"}]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(min_value=-400, max_value=400))
def test_dates_allow_one_event_within_two_weeks(day: date, apart: int) -> None:
    one, other = article(FIRE, "a", published=day), article(FIRE, "b", published=day + timedelta(days=apart))
    assert may_be_one_event(one, other) == may_be_one_event(other, one) == (abs(apart) <= 14)


def test_unknown_dates_allow_everything() -> None:
    assert may_be_one_event(article(FIRE, "a"), article(FIRE, "b", published=date(2021, 3, 1)))


def test_the_window_spans_its_articles() -> None:
    days = [article(FIRE, str(d), published=date(2021, 3, d)) for d in (4, 2, 9)]
    window = window_of(days)
    assert (window.earliest, window.latest, window.precision) == (date(2021, 3, 2), date(2021, 3, 9), "day")
    assert window_of([article(FIRE)]) == Published()
    assert window_of([days[0], article(FIRE)]).precision == "bounds"


def test_rare_names_say_more_than_common_ones() -> None:
    assert rarity("london") < rarity("heathrow") < rarity("bramblewick")
    assert rarity("the") == 0.0


def test_names_tell_two_events_of_one_theme_apart() -> None:
    texts = [
        "Ann Bramblewick met Peter Holmqvist in Lyon.",
        "Peter Holmqvist and Ann Bramblewick spoke in Lyon.",
        "Ruth Zabrowska met Igor Quillfeather in Turin.",
        "Igor Quillfeather and Ruth Zabrowska spoke in Turin.",
    ]
    articles = [article(text, str(i)) for i, text in enumerate(texts)]
    affinity = name_affinity(articles, extract_claims(articles))
    assert affinity[0, 1] > 0.8
    assert affinity[0, 2] == affinity[1, 3] == 0.0
    assert _cut([0, 1, 2, 3], affinity, affinity) == [[0, 1], [2, 3]]


def test_names_that_all_share_cut_nothing() -> None:
    affinity = near([[1, 0.6, 0.5, 0.4], [0, 1, 0.5, 0.6], [0, 0, 1, 0.5], [0, 0, 0, 1]])
    assert _cut([0, 1, 2, 3], affinity, affinity) == [[0, 1, 2, 3]]


def test_names_alone_cut_nothing_where_all_tell_the_same() -> None:
    parted = np.kron(np.eye(2), np.ones((3, 3)))
    assert _cut([0, 1, 2, 3, 4, 5], parted, parted) == [[0, 1, 2], [3, 4, 5]]
    assert _cut([0, 1, 2, 3, 4, 5], parted, np.full((6, 6), 0.8)) == [[0, 1, 2, 3, 4, 5]]


def test_names_that_none_share_need_little_difference_in_meaning() -> None:
    names = np.kron(np.eye(2), np.full((3, 3), 0.8))
    meaning = np.kron(np.eye(2), np.full((3, 3), 0.05)) + 0.75  # .80 within and .75 across: .94 of it
    assert _cut([0, 1, 2, 3, 4, 5], names, meaning) == [[0, 1, 2], [3, 4, 5]]
    assert _cut([0, 1, 2, 3, 4, 5], names + 0.2, meaning) == [[0, 1, 2, 3, 4, 5]]


def test_a_theme_of_three_stories() -> None:
    members = np.array([0, 1, 2] * 3)
    alike = np.where(members[:, None] == members, 0.8, 0.1)
    assert sorted(_cut(list(range(9)), alike, alike)) == [[0, 3, 6], [1, 4, 7], [2, 5, 8]]


def test_the_cut_of_equals_goes_through_all_and_of_strangers_through_nothing() -> None:
    assert normalized_cut(np.full((6, 6), 0.3))[1] == pytest.approx(1.0)
    part, through = normalized_cut(np.kron(np.eye(2), np.ones((3, 3))))
    assert through == pytest.approx(0.0, abs=1e-6)
    assert {tuple(part), tuple(~part)} == {(True,) * 3 + (False,) * 3, (False,) * 3 + (True,) * 3}


def test_an_article_that_is_torn_falls_to_the_side_of_most() -> None:
    # the last is most like one article of the first three, but on the whole like the other three
    alike = np.kron(np.eye(2), np.ones((3, 3))) * 0.6 + 0.05
    alike = np.pad(alike, (0, 1))
    alike[6, :6] = alike[:6, 6] = [0.5, 0.0, 0.0, 0.4, 0.4, 0.4]
    part, _ = normalized_cut(alike)
    assert part[6] == part[5] == part[4] == part[3] != part[0]


@given(st.integers(min_value=4, max_value=9), st.randoms(use_true_random=False))
def test_a_cut_leaves_two_on_each_side_whatever_the_order(size: int, random: object) -> None:
    values = np.array([[random.random() for _ in range(size)] for _ in range(size)])  # type: ignore[attr-defined]
    affinity = (values + values.T) / 2
    part, through = normalized_cut(affinity)
    assert 2 <= part.sum() <= size - 2
    assert 0.0 <= through <= 1.5
    order = np.arange(size)[::-1]
    assert normalized_cut(affinity[np.ix_(order, order)])[1] == pytest.approx(through)


def test_the_title_of_a_story() -> None:
    settings = Settings(stories="one")
    titled = [article(FIRE, "a"), article(FIRE, "b", title="Fire in the mill")]
    (story,) = _stories(titled, settings)
    assert (story.id, story.title) == ("story-1", "Fire in the mill")
    (story,) = _stories(titled[:1], settings)
    assert story.title == "A fire in the old mill killed twelve workers on Monday. Firemen …"
