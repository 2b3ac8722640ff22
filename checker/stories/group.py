"""Article -> Story: which articles tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.models import Encoder
from checker.records import Article, Claim, Story
from checker.settings import Settings
from checker.stories.linkage import average_linkage
from checker.stories.names import name_affinity
from checker.stories.normalized_cut import FEWEST, normalized_cut
from checker.stories.similarity import similarities
from checker.stories.windows import may_be_one_event, window_of

# A theme is cut in two stories where the cut goes through less than THROUGH of its affinity, and articles across are
# less than APART as alike in meaning as those of one side; less than CLOSER where they share next to no rare names.
# Chosen on the training topics of ECB+ (two stories of one kind each) among values that cut none of 44 true stories of
# 4 to 9 articles; CLOSER and STRANGERS so that stories stay apart that linkage over names alone had told apart. The
# figures of held-out topics are in `benchmarks.models.run`.
THROUGH, APART = 0.85, 0.92
CLOSER, STRANGERS = 0.97, 0.15
MEANING = 0.5  # of likeness in meaning beside that of names, where a theme is cut
NAMES = 0.5  # of likeness in names beside that of meaning, for a theme: features are alike whatever they tell of

Matrix = NDArray[np.float64]


def find_stories(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    vectors: NDArray[np.float32],
    encoder: Encoder,
    settings: Settings,
) -> tuple[Story, ...]:
    """The stories, in the order of their first article; every article is in exactly one.

    `vectors` is (claims, dimensions) of unit length.

    First articles on one theme are put together, by meaning and by names; then a theme is cut where its parts
    name other people and places, or where dates forbid one event. A missed cut costs little, since claims are checked
    for the same event once more; a wrong one hides every conflict across it. So cuts need strong contrast.
    """
    everything = list(range(len(articles)))
    if settings.stories == "one" or len(articles) < 2:
        groups = [everything] if articles else []
    else:
        near = similarities(articles, claims, vectors, encoder)
        dated = np.array([[may_be_one_event(a, b) for b in articles] for a in articles])
        names = name_affinity(articles, claims)
        themes = average_linkage(near + NAMES * names, np.ones_like(dated), settings.story_threshold)
        parts = [part for theme in themes for part in _cut(theme, names, near)]
        groups = sorted(g for part in parts for g in _by_date(part, near, dated))
    return tuple(_story(number, [articles[i] for i in group]) for number, group in enumerate(groups, start=1))


def _cut(group: list[int], names: Matrix, near: Matrix) -> list[list[int]]:
    """The group, cut in two where names and meaning contrast, and so on within the halves."""
    if len(group) < 2 * FEWEST:
        return [group]
    alike, shared = near[np.ix_(group, group)], names[np.ix_(group, group)]
    side, through = normalized_cut(shared + MEANING * np.maximum(alike, 0.0))
    strangers = _across(shared, side) < STRANGERS * min(_within(shared, side))
    within = sum(_within(alike, side)) / 2
    if through >= THROUGH or _across(alike, side) >= (CLOSER if strangers else APART) * within:
        return [group]
    halves = sorted([group[i] for i in np.flatnonzero(part)] for part in (side, ~side))
    return [part for half in halves for part in _cut(half, names, near)]


def _across(alike: Matrix, side: NDArray[np.bool_]) -> float:
    """The mean between the members of `side` and the others."""
    return float(alike[np.ix_(side, ~side)].mean())


def _within(alike: Matrix, side: NDArray[np.bool_]) -> tuple[float, float]:
    """The mean among the members of `side`, and among the others, without the diagonal."""
    parts = [alike[np.ix_(part, part)] for part in (side, ~side)]
    one, other = (float((p.sum() - np.trace(p)) / (len(p) * (len(p) - 1))) for p in parts)
    return one, other


def _by_date(group: list[int], near: Matrix, dated: NDArray[np.bool_]) -> list[list[int]]:
    """The group without pairs whose dates exclude one event."""
    allowed = dated[np.ix_(group, group)]
    if allowed.all():
        return [group]
    return [[group[i] for i in part] for part in average_linkage(near[np.ix_(group, group)], allowed, -1.0)]


def _story(number: int, articles: Sequence[Article]) -> Story:
    titles = [a.title for a in articles if a.title]
    title = titles[0] if titles else _opening(articles[0].text)
    return Story(f"story-{number}", title, tuple(a.id for a in articles), window_of(articles))


def _opening(text: str, words: int = 12) -> str:
    """The first words of a text without a headline."""
    first = text.split()
    return " ".join(first[:words]) + (" …" if len(first) > words else "")
