"""The shards of NLI pairs that the runs of nli_train go over; training/mixtures says what each of them holds.

    python -m training.nli_mixture --data ../shared/data --work ../training-cache [--shard NAME]

A single pass over good data teaches more than many over all of it, so each set is given a number of rows.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.draw import ids
from training.mixtures import claims, public, slips
from training.rows import read_rows, write_rows

NAMES = (
    "broad near fresh again third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth"
).split()


def main() -> None:
    """Write each shard_NAME.jsonl.gz to the work folder, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--shard", choices=(*NAMES, "all"), default="all")
    options = parser.parse_args()
    rows = read_rows(options.data / "nli/train.jsonl.gz")
    shards = public.first_run(rows, options.work)
    shards |= public.second_run(rows, ids(shards["broad"]) | ids(shards["near"]), options.work)
    shards |= public.third_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= public.fourth_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= public.fifth_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= claims.claims_run(shards["fifth"], options.work)
    shards |= claims.sixth_run(rows, options.work)
    shards |= claims.seventh_run(rows, options.work)
    shards |= claims.eighth_run(rows, options.work)
    shards |= slips.ninth_run(rows, options.work)
    shards |= slips.tenth_run(rows, options.work)
    for name, shard in shards.items():
        if options.shard in (name, "all"):
            write_rows(options.work / f"shard_{name}.jsonl.gz", shard)
            print(f"{name}: {len(shard)} rows", dict(Counter(row["dataset"] for row in shard)))


if __name__ == "__main__":
    main()
