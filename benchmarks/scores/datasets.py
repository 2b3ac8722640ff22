"""The sets with known answers: who claims what, and what is true. They are read where they lie, never copied."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

REAL = ("flight_20111208", "book", "heritages", "crowd_dog", "crowd_duck", "crowd_product")


@dataclass(frozen=True, slots=True, eq=False)
class TruthSet:
    """`claims`: source, item, attribute, value. `truth`: item, value, `accepted` (the value and all above it)."""

    name: str
    claims: pd.DataFrame
    truth: pd.DataFrame
    hierarchy: pd.DataFrame | None = None
    sha256: str = ""

    def without(self, attribute: str) -> TruthSet:
        """The same set without one attribute."""
        claims = self.claims[self.claims["attribute"] != attribute].reset_index(drop=True)
        truth = self.truth[self.truth["item"].isin(claims["item"])].reset_index(drop=True)
        return TruthSet(f"{self.name} without {attribute}", claims, truth, self.hierarchy, self.sha256)


def read_set(folder: Path) -> TruthSet:
    """A folder with claims.csv.gz, truth.csv.gz and perhaps hierarchy.csv.gz; raises FileNotFoundError."""
    claims, truth = _read(folder / "claims.csv.gz"), _read(folder / "truth.csv.gz")
    for table in (claims, truth):
        table["item"] = table["object"] + " / " + table["attribute"]
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(folder.glob("*.csv.gz")))).hexdigest()
    truth["accepted"] = [frozenset(v.split(">")) for v in truth["value"]]
    tree = None
    if (folder / "hierarchy.csv.gz").exists():
        raw = _read(folder / "hierarchy.csv.gz")
        tree = raw.merge(raw[["ID", "name"]], left_on="parentID", right_on="ID", suffixes=("", "_up"))
        tree = tree[tree["name_up"] != "Root"].rename(columns={"name": "value", "name_up": "parent"})[
            ["value", "parent"]
        ]
        truth["value"] = _most_specific(claims, truth)
    columns = ["source", "item", "attribute", "value"]
    return TruthSet(folder.name, claims[columns], truth[["item", "attribute", "value", "accepted"]], tree, digest)


def _most_specific(claims: pd.DataFrame, truth: pd.DataFrame) -> list[str]:
    """The most specific true value that anybody claimed: more can't be found (as in Jung et al., EDBT 2019)."""
    claimed = claims.groupby("item")["value"].agg(set)
    return [
        next((v for v in path.split(">") if v in claimed.get(item, set())), path.split(">")[0])
        for item, path in zip(truth["item"], truth["value"], strict=True)
    ]


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)
