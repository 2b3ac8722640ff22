"""An open question that a later article answers is news, not a conflict."""

from __future__ import annotations

from checker.facts import OpenQuestion
from checker.records import Article, Claim, Comparison, Mark


def answered_later(left: Claim, right: Claim, finding: Comparison, one: Article, other: Article) -> float:
    """1 when the side with the answer appeared on a later day than the side that leaves the question open.

    Days are compared and not times: half of the times of day in the wild are those of an upload or midnight.
    """
    if finding.kind != "certainty" or one.published.day is None or other.published.day is None:
        return 0.0
    sides = ((left, finding.left_mark, one, other), (right, finding.right_mark, other, one))
    return float(any(_asks(c, m) and own.published.day < their.published.day for c, m, own, their in sides))  # type: ignore[operator]


def _asks(claim: Claim, mark: Mark | None) -> bool:
    return any(isinstance(f, OpenQuestion) and f.mark == mark for f in claim.facts)
