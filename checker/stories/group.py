"""Article -> Story: which articles tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.models import Encoder
from checker.records import Article, Story
from checker.settings import Settings
from checker.stories.similarity import similarities
from checker.stories.windows import may_be_one_event, window_of

Matrix = NDArray[np.float64]


def find_stories(articles: Sequence[Article], encoder: Encoder, settings: Settings) -> tuple[Story, ...]:
    """The stories, in the order of their first article; every article is in exactly one."""
    if settings.stories == "one" or len(articles) < 2:
        groups = [list(range(len(articles)))] if articles else []
    else:
        near = similarities(articles, encoder)
        allowed = np.array([[may_be_one_event(a, b) for b in articles] for a in articles])
        groups = average_linkage(near, allowed, settings.story_threshold)
    return tuple(_story(number, [articles[i] for i in group]) for number, group in enumerate(groups, start=1))


def average_linkage(near: Matrix, allowed: NDArray[np.bool_], threshold: float) -> list[list[int]]:
    """Merges the two groups of highest mean similarity while it is at least `threshold`.

    `near` and `allowed` are (n, n) and symmetric; groups with a pair that isn't allowed are never merged.
    Returns groups of ascending indices in the order of their first one. UPGMA (Sokal and Michener 1958).
    """
    count = len(near)
    groups: dict[int, list[int]] = {i: [i] for i in range(count)}
    mean = np.where(allowed, near, -np.inf)
    np.fill_diagonal(mean, -np.inf)
    while len(groups) > 1:
        a, b = (int(i) for i in np.unravel_index(int(np.argmax(mean)), mean.shape))
        if mean[a, b] < threshold:
            break
        a, b = min(a, b), max(a, b)
        sizes = len(groups[a]), len(groups[b])
        merged = (mean[a] * sizes[0] + mean[b] * sizes[1]) / sum(sizes)
        mean[a], mean[:, a] = merged, merged
        mean[b], mean[:, b] = -np.inf, -np.inf
        mean[a, a] = -np.inf
        groups[a] = sorted(groups[a] + groups.pop(b))
    return sorted(groups.values())


def _story(number: int, articles: Sequence[Article]) -> Story:
    titles = [a.title for a in articles if a.title]
    title = titles[0] if titles else _opening(articles[0].text)
    return Story(f"story-{number}", title, tuple(a.id for a in articles), window_of(articles))


def _opening(text: str, words: int = 12) -> str:
    """The first words of a text without a headline."""
    first = text.split()
    return " ".join(first[:words]) + (" …" if len(first) > words else "")
