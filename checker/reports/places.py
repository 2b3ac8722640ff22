"""Where a claim stands in its file, when it was published, and which words of it show the value."""

from __future__ import annotations

from checker.records import Article, Claim, Disagreement, Mark, Published, Span


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


def mark_in(group: Disagreement, claim: Claim) -> Mark | None:
    """Where in its sentence a claim gives its value in a disagreement, None where that is not known."""
    return next((mark for voiced in group.values for id_, mark in voiced.marks if id_ == claim.id), None)
