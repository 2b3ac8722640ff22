"""Claim -> ClaimPair: blocking by story, nearest neighbours, same-event check, copies."""

from __future__ import annotations

from checker.pairs.align import align_claims

__all__ = ["align_claims"]
