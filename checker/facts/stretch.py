"""The words of a sentence that a fact was read from."""

from __future__ import annotations

from dataclasses import dataclass

from checker.records import Mark


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words and where they stand in their sentence; every fact is one, with what it says beside it."""

    text: str
    start: int
    end: int

    @property
    def mark(self) -> Mark:
        """Where they stand in their sentence."""
        return Mark(self.start, self.end)
