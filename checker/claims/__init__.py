"""Article -> Claim: sentences, clauses, who says it, certainty, safe references."""

from __future__ import annotations

from checker.claims.ahead import Extract, reading_ahead, useful_jobs
from checker.claims.extract import extract_claims

__all__ = ["Extract", "extract_claims", "reading_ahead", "useful_jobs"]
