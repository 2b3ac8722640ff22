"""Claim -> ClaimPair: blocking by story, nearest neighbours, same-event check, copies."""

from __future__ import annotations

from checker.pairs.align import align_claims
from checker.pairs.same_fact import add_same_fact

__all__ = ["add_same_fact", "align_claims"]
