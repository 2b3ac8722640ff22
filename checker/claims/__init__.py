"""Article -> Claim: sentences, clauses, who says it, certainty, safe references."""

from __future__ import annotations

from checker.claims.extract import extract_claims

__all__ = ["extract_claims"]
