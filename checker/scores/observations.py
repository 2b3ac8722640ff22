"""Conflicts and shared claims of a run -> the observations that `score_observations` takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import pandas as pd

from checker.records import Claim, Conflict, Disagreement, Scope, SharedClaim, Voice
from checker.scores.origins import Origin, Origins

COLUMNS = [
    "source",
    "item",
    "value",
    "attribute",
    "published",
    "voice",
    "origin",
    "shared",
    "confidence",
    "span",
    "claim",
]


def news_observations(
    disagreements: Sequence[Disagreement],
    conflicts: Sequence[Conflict],
    shared: Sequence[SharedClaim],
    published: Mapping[str, str],
    origins: Origins | None,
) -> pd.DataFrame:
    """One row per voice of a disagreement across sources, and per sentence of a shared claim.

    Disputes between quoted speakers and conflicts within one article are no observations of a source against
    others. `published` is the time stamp by article id, "" where it is unknown; without `origins` nothing counts as
    copied.
    """
    rows = []
    for found in disagreements:
        if found.scope is Scope.CROSS:
            said: dict[str, list[Claim]] = {}
            for value, voiced in zip(_compatible(found, found.apart(conflicts)), found.values, strict=True):
                said.setdefault(value, []).extend(voiced.claims)
            for value, claims in said.items():
                rows += _rows(claims, found.id, value, found.kind, found.probability, origins)
    for number, one in enumerate(shared):
        rows += _rows(one.claims, f"same-{number}", "same", "agreement", 1.0, origins)
    table = pd.DataFrame(rows, columns=[c for c in COLUMNS if c != "published"])
    table["published"] = [published.get(claim.rpartition(":")[0], "") for claim in table["claim"]]
    return table[COLUMNS]


def _rows(
    claims: Iterable[Claim], item: str, value: str, attribute: str, confidence: float, origins: Origins | None
) -> list[tuple[object, ...]]:
    """The rows of those who give one value; what they took from one text has one origin."""
    said = {claim.sentence_key: claim for claim in claims}
    origin = origins.of_item(said) if origins else {}
    none = Origin("", known=False)
    return [
        (c.source, item, value, attribute, _voice(c), *origin.get(key, none).columns, confidence, c.span.start, c.id)
        for key, c in said.items()
    ]


def _voice(claim: Claim) -> str:
    return "own" if claim.voice is Voice.OWN or not claim.speaker else claim.speaker.split()[-1].lower()


def _compatible(disagreement: Disagreement, apart: Collection[tuple[int, int]]) -> list[str]:
    """A name per value: values that no conflict sets apart ("two rounds", "second round") are one.

    `apart` has the places of two values, the lower first.
    """
    names: list[str] = []
    groups: dict[str, list[int]] = {}
    for place, voiced in enumerate(disagreement.values):
        fitting = (n for n, members in groups.items() if not any((m, place) in apart for m in members))
        name = next(fitting, voiced.value.lower())
        groups.setdefault(name, []).append(place)
        names.append(name)
    return names
