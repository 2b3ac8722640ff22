"""Sentence pairs on disk: gzip'd JSON Lines with `premise`, `hypothesis`, `label`, `dataset` and sometimes
`type`."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
LABELS = ("entailment", "neutral", "contradiction")
NOT_CONTRADICTION = "not_contradiction"
"""A label for training: entailed or neutral, whichever the model likes better."""


def fits(answer: str, gold: str) -> bool:
    """Whether one of the three answers agrees with a label, which may be "not_" one of them."""
    return answer != gold[4:] if gold.startswith("not_") else answer == gold


def overlap(left: str, right: str) -> float:
    """Share of the words of both texts that are in both (Jaccard)."""
    first, second = set(left.lower().split()), set(right.lower().split())
    return len(first & second) / len(first | second)


def read_rows(path: Path) -> list[Row]:
    """Every row of a gzip'd JSON Lines file, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write rows so that the same rows give the same bytes (no time stamp, no file name in the gzip
    header)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
    with path.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
