"""Two shards of NLI pairs: a broad first one, and a second one of the sets nearest to news with the generated
pairs.

    python -m training.nli_mixture --data ../shared/data --work ../training-cache [--shard broad|near]

A single pass over good data teaches more than many over all of it, so each set is given a number of rows.
FEVER has no neutrals and SNLI is about photographs: both only season the first shard.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

from training.rows import Row, read_rows, write_rows

SEED = 20111
BROAD = {
    "lingnli": 7000,
    "snli": 3000,
    "conjnli": 2000,
    "cad_nli": 1500,
    "oie_snli_mnli": 1500,
    "fever_2way": 1000,
    "fool_me_twice": 1000,
    "vania_base_wiki": 1000,
}
NEAR = {"mnli": 15301, "wanli_subset": 8000, "lingnli": 3000}
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


def main() -> None:
    """Write shard_broad.jsonl.gz and shard_near.jsonl.gz to the work folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--shard", choices=("broad", "near", "both"), default="both")
    options = parser.parse_args()
    rows = read_rows(options.data / "nli/train.jsonl.gz")
    broad = choose(rows, BROAD, set(), SEED)
    if options.shard != "near":
        write_rows(options.work / "shard_broad.jsonl.gz", broad)
        print("broad:", len(broad), "rows")
    if options.shard != "broad":
        near = choose(rows, NEAR, {row["id"] for row in broad}, SEED + 1)
        near += read_rows(options.work / "generated_train.jsonl.gz")
        random.Random(SEED + 2).shuffle(near)
        write_rows(options.work / "shard_near.jsonl.gz", near)
        print("near:", len(near), "rows")


if __name__ == "__main__":
    main()
