"""Sentences of invented events, grouped by the fact that they are about, whatever they say of it.

Reads the events of training/claims (twelve disputed facts with five wordings each, look-alikes, what else the articles
say, and for later authors a sentence of a sister event on the same detail) and of training/slips (an agency's sentence,
its rewordings and the ones with a slip). The events are held out as they are for the NLI model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training import claim_pairs, slips
from training.invented import Event, one_side


@dataclass(frozen=True, slots=True)
class Grouped:
    """The sentences of one event: those of one group are about one fact, and no two groups are."""

    name: str
    groups: tuple[tuple[str, ...], ...]


def read_grouped(held_out: bool) -> tuple[list[Grouped], list[Grouped]]:
    """The events of claims and those of slips, all that are held out or all others."""
    claims = one_side(claim_pairs.read_events(), claim_pairs.HELD_OUT, held_out)
    reworded = one_side(slips.read_events(), slips.HELD_OUT, held_out)
    return [_claims(*each) for each in claims.items()], [_slips(*each) for each in reworded.items()]


def _claims(name: str, event: Event) -> Grouped:
    groups = [[*fact["a"], *fact["b"]] for fact in event["facts"]]
    for pair in event["look_alikes"]:
        groups += [pair["x"], pair["y"]]  # two things that look like one
    groups += [[text] for text in (*event["fillers"], *event.get("sister", {}).get("lines", []))]
    return _grouped(name, groups)


def _slips(name: str, event: Event) -> Grouped:
    groups = [[s["agency"], *s["same"], *(slip["text"] for slip in s["slip"])] for s in event["sentences"]]
    return _grouped(name, groups)


def _grouped(name: str, groups: list[list[str]]) -> Grouped:
    return Grouped(name, tuple(tuple(dict.fromkeys(group)) for group in groups))


def nearest_is_same(
    encode: Callable[[Sequence[str]], NDArray[np.float32]], events: Sequence[Grouped]
) -> dict[str, float]:
    """The share of sentences whose nearest one, among all of the event, is about the same fact, and their number.

    `encode` gives vectors (sentences, dimensions) of length 1; sentences that are alone with their fact aren't counted.
    """
    right = total = 0
    for event in events:
        vectors = encode([text for group in event.groups for text in group])
        groups = np.array([number for number, group in enumerate(event.groups) for _ in group])
        cosine = vectors @ vectors.T
        np.fill_diagonal(cosine, -2.0)
        asked = np.bincount(groups)[groups] > 1
        right += int((groups[cosine.argmax(1)] == groups)[asked].sum())
        total += int(asked.sum())
    return {"sentences": total, "share": right / total}
