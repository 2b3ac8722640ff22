"""Which fact of a claim a comparison speaks of: the one whose words stand where it marks them."""

from __future__ import annotations

from typing import TypeVar

from checker.facts import Fact
from checker.records import Claim, ClaimPair, Comparison, Mark

F = TypeVar("F", bound=Fact)


def fact_at(claim: Claim, mark: Mark | None, kind: type[F] | tuple[type[F], ...]) -> F | None:
    """The fact of this kind, or of one of these, whose value stands at the mark."""
    return next((f for f in claim.facts if isinstance(f, kind) and f.mark == mark), None)


def facts_of(pair: ClaimPair, finding: Comparison, kind: type[F]) -> tuple[F, F] | None:
    """The two facts that a finding sets against each other; None where they are not both of this kind."""
    left, right = fact_at(pair.left, finding.left_mark, kind), fact_at(pair.right, finding.right_mark, kind)
    return None if left is None or right is None else (left, right)
