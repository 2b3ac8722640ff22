"""What a run could not check, in words: such a run must never look like a clean one."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Article, Skipped, Story


def not_checked(
    articles: Sequence[Article], stories: Sequence[Story], skipped: Sequence[Skipped], claims_of: dict[str, int]
) -> tuple[str, ...]:
    """One line per reason; empty when everything given was checked against something."""
    names = {a.id: a for a in articles}
    rows = []
    if len(articles) == 1:
        rows.append(
            "one article only: there is no other source to compare it with; only its own statements were compared"
        )
    else:
        alone = [s for s in stories if len(s.article_ids) == 1]
        rows.extend(
            f"{names[s.article_ids[0]].path}: no other article tells of its story, so it was only compared with itself"
            for s in alone
        )
    for story in stories:
        sources = {names[i].source for i in story.article_ids}
        if len(story.article_ids) > 1 and len(sources) == 1:
            rows.append(
                f"{story.title}: all articles are of one source ({sources.pop()}), so nothing could be corroborated"
            )
    rows.extend(f"{a.path}: no claim was found in its text" for a in articles if not claims_of.get(a.id))
    if skipped:
        rows.append(f"{len(skipped)} file{'s' if len(skipped) > 1 else ''} could not be read (listed under skipped)")
    return tuple(rows)
