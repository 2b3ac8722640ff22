"""Where a claim stands in its file, when it was published, and which words of it show the value."""

from __future__ import annotations

from collections.abc import Iterable

from checker.records import Article, Claim, Conflict, Disagreement, Mark, Published, Span


def sentence_span(article: Article, claim: Claim) -> Span:
    """Where the whole sentence of a claim stands in the original file."""
    return article.span(claim.sentence_start, min(claim.sentence_start + len(claim.sentence), len(article.text)))


def published_text(published: Published) -> str | None:
    """A date, or date and time, as ISO 8601; a range "first/last" for bounds; None where unknown."""
    if published.stamp:
        return published.stamp
    if published.day is not None:
        return published.day.isoformat()
    if published.earliest is None and published.latest is None:
        return None
    return "/".join(day.isoformat() if day else ".." for day in (published.earliest, published.latest))


def voice_marks(conflicts: Iterable[Conflict]) -> dict[tuple[str, str], Mark]:
    """(conflict id, claim id) -> the stretch of the claim's sentence that shows its value."""
    marks: dict[tuple[str, str], Mark] = {}
    for found in conflicts:
        sides = (found.pair.left, found.comparison.left_mark), (found.pair.right, found.comparison.right_mark)
        for claim, mark in sides:
            if mark is not None:
                marks[found.id, claim.id] = mark
    return marks


def mark_in(group: Disagreement, claim: Claim, marks: dict[tuple[str, str], Mark]) -> Mark | None:
    """The mark of a claim's value in a disagreement: of the first conflict which has one, else of the value itself."""
    own = (mark for voiced in group.values for id_, mark in voiced.marks if id_ == claim.id)
    return next((marks[id_, claim.id] for id_ in group.conflict_ids if (id_, claim.id) in marks), next(own, None))
