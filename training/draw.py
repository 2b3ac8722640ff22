"""Draw rows for a shard: so many of each set, of each kind of claim; some of them asked the other way round."""

from __future__ import annotations

import random
from collections import defaultdict

from training.rows import Row

MOST_WORDS = 75
SWAPPED = 0.2
"""Share of contradictions and of neutrals that are asked the other way round: both are nearly symmetric."""


def choose(rows: list[Row], wanted: dict[str, int], skip: set[str], seed: int) -> list[Row]:
    """At most `wanted[dataset]` short rows of each set, none of whose ids is in `skip`; shuffled."""
    by_set: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        words = len(row["premise"].split()) + len(row["hypothesis"].split())
        if row["dataset"] in wanted and row["id"] not in skip and words <= MOST_WORDS:
            by_set[row["dataset"]].append(row)
    draw = random.Random(seed)
    chosen: list[Row] = []
    for name in sorted(by_set):
        pool = by_set[name]
        chosen += draw.sample(pool, min(wanted[name], len(pool)))
    draw.shuffle(chosen)
    return [swap(row) if row["label"] != "entailment" and draw.random() < SWAPPED else row for row in chosen]


def swap(row: Row) -> Row:
    """The same pair asked the other way round."""
    return {**row, "premise": row["hypothesis"], "hypothesis": row["premise"]}


def is_by(authors: tuple[str, ...], row: Row) -> bool:
    """Whether a claim pair is of an event of one of the authors."""
    return str(row["id"]).removeprefix("claims-").startswith(authors)


def by_kind(claims: list[Row], wanted: dict[str, int], draw: random.Random) -> list[Row]:
    """At most as many claim pairs of each kind as are `wanted`."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in claims:
        if row["label"] == "contradiction":
            kind = "contradiction"
        elif row["type"].endswith("_same"):
            kind = "same"
        else:
            kind = row["type"] if row["type"] in wanted else "look_alike"
        kinds[kind].append(row)
    return [row for kind, most in wanted.items() for row in draw.sample(kinds[kind], min(most, len(kinds[kind])))]


def rare_first(claims: list[Row], most: int, draw: random.Random) -> list[Row]:
    """At most `most` claim pairs: all that only look like a contradiction, then a sample of the others."""
    common = [row for row in claims if row["label"] == "contradiction" or row["type"].endswith(("_same", "other_fact"))]
    chosen = {row["id"] for row in common}
    rare = [row for row in claims if row["id"] not in chosen][:most]
    return rare + draw.sample(common, min(most - len(rare), len(common)))


def ids(rows: list[Row]) -> set[str]:
    """The ids of rows."""
    return {row["id"] for row in rows}
