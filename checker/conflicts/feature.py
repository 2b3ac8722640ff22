"""One row of evidence before it is weighted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """One number that the weights are multiplied with, and the words the report shows for it."""

    name: str
    value: float
    detail: str
