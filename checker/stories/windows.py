"""When an article's event was: the days between which it was published, and whether two can be of one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from checker.records import Article, Published

NEWS_LASTS = timedelta(days=14)  # outlets report one event within days; a follow-up of weeks later is another story


def may_be_one_event(left: Article, right: Article) -> bool:
    """Whether the publication dates, as far as they are known, allow both articles to tell of one event."""
    a, b = left.published, right.published
    if a.latest is not None and b.earliest is not None and b.earliest - a.latest > NEWS_LASTS:
        return False
    return not (b.latest is not None and a.earliest is not None and a.earliest - b.latest > NEWS_LASTS)


def window_of(articles: Sequence[Article]) -> Published:
    """The range of days that the articles were published in; unknown bounds stay None."""
    early = [a.published.earliest for a in articles if a.published.earliest is not None]
    late = [a.published.latest for a in articles if a.published.latest is not None]
    precise = [a.published.day for a in articles]
    return Published(
        earliest=min(early, default=None),
        latest=max(late, default=None),
        precision="day" if precise and all(precise) else "bounds" if early or late else "unknown",
        origin="text"
        if any(a.published.origin == "text" for a in articles)
        else "metadata"
        if early or late
        else "none",
    )
