"""The gate for CI: which conflicts are known, which fail a run, and with which exit code it ends."""

from __future__ import annotations

from checker.gate.baseline import Baseline, read_baseline, write_baseline
from checker.gate.outcome import Outcome, judge

__all__ = ["Baseline", "Outcome", "judge", "read_baseline", "write_baseline"]
