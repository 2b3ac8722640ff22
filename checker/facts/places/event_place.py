"""Where an event was, in whatever terms: what facts about its place have in common."""

from __future__ import annotations

from dataclasses import dataclass

from checker.facts.anchor import Anchor, Similar
from checker.facts.event import same_event
from checker.facts.happenings import others_of_a_kind
from checker.facts.stretch import Stretch

LEAST = 0.4


@dataclass(frozen=True, slots=True)
class EventPlace(Stretch):
    """Words for where something was; the happening ("quake") or "", its verb, and what tells it from its like."""

    happening: str
    anchor: Anchor
    which: frozenset[str]

    @property
    def item(self) -> str:
        """What two such facts compare."""
        return f"place of {self.happening or self.anchor.head}"


def one_event(left: EventPlace, right: EventPlace, similar: Similar) -> float:
    """How surely both are of one event, LEAST to 1; 0 below that, and for two happenings of one kind."""
    if others_of_a_kind(left.which, right.which):
        return 0.0
    sure = same_event(left.anchor, left.happening, right.anchor, right.happening, similar)
    return sure if sure >= LEAST else 0.0
