"""Observations -> scores: how far each source agrees with independent reporting, with intervals and counts.

`score_sources` scores the sources of a run of check; `score_observations` any table of who says which value of what.
Both load when first used, for they need pandas and scipy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.scores.compare import compare_sources
    from checker.scores.options import ScoreOptions
    from checker.scores.result import ScoreResult
    from checker.scores.score import score_observations
    from checker.scores.sources import score_sources

__all__ = ["ScoreOptions", "ScoreResult", "compare_sources", "score_observations", "score_sources"]

_HOMES = {
    "ScoreOptions": "checker.scores.options",
    "ScoreResult": "checker.scores.result",
    "compare_sources": "checker.scores.compare",
    "score_observations": "checker.scores.score",
    "score_sources": "checker.scores.sources",
}


def __getattr__(name: str) -> Any:
    """Loads a public name from its module (PEP 562)."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'checker.scores' has no attribute {name!r}")
