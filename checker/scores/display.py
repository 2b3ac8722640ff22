"""How a score is shown: never a number without its interval, and no number without evidence."""

from __future__ import annotations

from checker.scores.options import ScoreOptions

NOT_ENOUGH = "not enough evidence"


def enough_evidence(evidence: float, low: float, high: float, options: ScoreOptions | None = None) -> bool:
    """At least 5 comparable items and an interval of at most 40 points (`low`, `high` in 0..1)."""
    options = options or ScoreOptions()
    return evidence >= options.min_evidence - 1e-9 and high - low <= options.max_width


def display_score(value: float, low: float, high: float, evidence: float, options: ScoreOptions | None = None) -> str:
    """ "78 (64-88)" from fractions of 1, or "not enough evidence"."""
    if not enough_evidence(evidence, low, high, options):
        return NOT_ENOUGH
    return f"{100 * value:.0f} ({100 * low:.0f}-{100 * high:.0f})"
