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
from checker.stories.similarity import similarities
from checker.stories.windows import may_be_one_event, window_of

# Two halves of a theme are two stories when names across them are this much rarer than within either half.
# Measured on eight stories of 6 to 9 articles: no cut through a true story goes below .37.
CONTRAST = 0.25

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

    First articles on one theme are put together, by meaning, unless their dates forbid it; then a theme is
    cut where its parts name other people and places. A missed cut costs little, since claims are checked
    for the same event once more; a wrong one hides every conflict across it. So cuts need strong contrast.
    """
    everything = list(range(len(articles)))
    if settings.stories == "one" or len(articles) < 2:
        groups = [everything] if articles else []
    else:
        near = similarities(articles, claims, vectors, encoder)
        dated = np.array([[may_be_one_event(a, b) for b in articles] for a in articles])
        themes = average_linkage(near, np.ones_like(dated), settings.story_threshold)
        names = name_affinity(articles, claims)
        parts = [part for theme in themes for part in _cut(theme, names)]
        groups = sorted(g for part in parts for g in _by_date(part, near, dated))
    return tuple(_story(number, [articles[i] for i in group]) for number, group in enumerate(groups, start=1))


def _cut(group: list[int], names: Matrix) -> list[list[int]]:
    """The group, cut in two where the names on both sides contrast, and so on within the halves."""
    if len(group) < 4:
        return [group]
    affinity = names[np.ix_(group, group)]
    halves = average_linkage(affinity, np.ones_like(affinity, dtype=bool), -1.0, fewest=2)
    if len(halves) < 2 or min(map(len, halves)) < 2:
        return [group]
    within = min(_mean_within(affinity, half) for half in halves)
    across = float(affinity[np.ix_(halves[0], halves[1])].mean())
    if across > CONTRAST * within:
        return [group]
    return [part for half in halves for part in _cut([group[i] for i in half], names)]


def _mean_within(affinity: Matrix, members: list[int]) -> float:
    part = affinity[np.ix_(members, members)]
    return float((part.sum() - np.trace(part)) / (len(members) * (len(members) - 1)))


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
