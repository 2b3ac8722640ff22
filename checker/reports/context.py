"""What the command line knows of a run and the report itself doesn't."""

from __future__ import annotations

from dataclasses import dataclass

from checker.records import Conflict, Scope, Severity
from checker.reports.order import SEVERITIES


@dataclass(frozen=True, slots=True)
class Context:
    """How a run is judged and where its articles stand.

    `known` are the conflict ids of the baseline; `fail_on` is the severity from which on a new conflict fails
    the run ("never": none does); `root` is the articles' folder, relative to where the command was started
    ("" if it isn't below it): SARIF and GitHub need paths that start at the repository.
    """

    known: frozenset[str] = frozenset()
    fail_on: str = "never"
    root: str = ""

    def fails(self, found: Conflict) -> bool:
        """Whether a conflict fails the run; a dispute between quoted parties never does."""
        if self.fail_on == "never" or found.scope is Scope.DISPUTE or found.id in self.known:
            return False
        return SEVERITIES.index(found.severity) <= SEVERITIES.index(Severity(self.fail_on))
