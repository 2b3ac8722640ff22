"""Comparison -> SourceScore: agreement with independent reporting, with intervals and counts."""

from __future__ import annotations

from checker.scores.sources import score_sources

__all__ = ["score_sources"]
