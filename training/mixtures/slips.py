"""Shards of the ninth and tenth run: sentences that outlets reworded, with and without a slip (slips.py).

Fifteenth: those of the first writers among the claims, the look-alikes and the sets nearest to news. Sixteenth: those
of the later writers, who also wrote what other outlets can truly add, among fewer of all these. Seventeenth: those of
the last writers, whose outlets share few words, with a part of the earlier ones and more of the public sets.
"""

from __future__ import annotations

import random
from pathlib import Path

from training.draw import by_kind, choose, swap
from training.mixtures.pools import CLAIMS, EVENT_NEGATIVES, LOOK_ALIKES, READINGS, SEED, SLIPS, other_pools
from training.rows import Row, read_rows

FIRST_WRITERS, LATER_WRITERS, LAST_WRITERS = (
    tuple(f"slips-{letter * 2}_" for letter in names) for names in ("ABCDF", "HJKLMNO", "PQRTUV")
)
"""How the ids of their pairs begin: the first are in the fifteenth shard, the later in the sixteenth, the last in the
seventeenth."""
FIFTEENTH = {"mnli": 3000, "wanli_subset": 1000, "lingnli": 1000}
FIFTEENTH_CLAIMS = {"contradiction": 1000, "same": 700, "look_alike": 500, "sister_claim": 300, "other_fact": 300}
FIFTEENTH_OTHERS = {"event_negatives": 700, "other_events": 300, "counts": 500}
FIFTEENTH_REAL = {LOOK_ALIKES: 1500, READINGS: 500}
SIXTEENTH = {"mnli": 1500, "wanli_subset": 700, "lingnli": 700}
SIXTEENTH_CLAIMS = {"contradiction": 600, "same": 400, "look_alike": 300, "sister_claim": 200, "other_fact": 200}
SIXTEENTH_OTHERS = {"event_negatives": 400, "other_events": 200, "counts": 300}
SIXTEENTH_REAL = {LOOK_ALIKES: 700, READINGS: 300}
SEVENTEENTH = {"mnli": 2200, "wanli_subset": 1200, "lingnli": 1200}
SEVENTEENTH_EARLIER = 2400


def ninth_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards fifteenth and sixteenth; empty where what they are drawn from has not been written.

    Reworded sentences come both ways round in the fifteenth, so that there are as many of them as of those with a slip.
    """
    if not _all_written(work):
        return {}
    slips, claims = read_rows(work / SLIPS), read_rows(work / CLAIMS)
    first, later = ([row for row in slips if row["id"].startswith(by)] for by in (FIRST_WRITERS, LATER_WRITERS))
    draw = random.Random(SEED + 24)
    fifteenth = choose(rows, FIFTEENTH, set(), SEED + 25) + by_kind(claims, FIFTEENTH_CLAIMS, draw)
    fifteenth += first + [swap(row) for row in first if row["type"] == "reworded"]
    fifteenth += of_others(work, FIFTEENTH_REAL, FIFTEENTH_OTHERS, draw)
    draw.shuffle(fifteenth)
    sixteenth = choose(rows, SIXTEENTH, set(), SEED + 26) + by_kind(claims, SIXTEENTH_CLAIMS, draw)
    sixteenth += later
    sixteenth += of_others(work, SIXTEENTH_REAL, SIXTEENTH_OTHERS, draw)
    draw.shuffle(sixteenth)
    return {"fifteenth": fifteenth, "sixteenth": sixteenth}


def tenth_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shard seventeenth; empty where what it is drawn from has not been written.

    It goes on from the mean of the network before the ninth run and of what came out of that. Of the last writers'
    pairs the slips come both ways round, so that they are as many as the others.
    """
    if not _all_written(work):
        return {}
    slips, draw = read_rows(work / SLIPS), random.Random(SEED + 27)
    earlier = [row for row in slips if row["id"].startswith(FIRST_WRITERS + LATER_WRITERS)]
    shard = choose(rows, SEVENTEENTH, set(), SEED + 28)
    shard += by_kind(read_rows(work / CLAIMS), SIXTEENTH_CLAIMS, draw)
    last = [row for row in slips if row["id"].startswith(LAST_WRITERS)]
    shard += last + [swap(row) for row in last if row["type"] == "slip"]
    shard += [swap(row) for row in draw.sample(earlier, SEVENTEENTH_EARLIER)]
    shard += of_others(work, SIXTEENTH_REAL, SIXTEENTH_OTHERS, draw)
    draw.shuffle(shard)
    return {"seventeenth": shard}


def _all_written(work: Path) -> bool:
    return all((work / name).exists() for name in (CLAIMS, EVENT_NEGATIVES, LOOK_ALIKES, READINGS, SLIPS))


def of_others(work: Path, real: dict[str, int], others: dict[str, int], draw: random.Random) -> list[Row]:
    """So many rows of each file in `real`, then of each of the other pools."""
    drawn = [row for name, most in real.items() for row in draw.sample(read_rows(work / name), most)]
    return drawn + [row for name, pool in other_pools(work).items() for row in draw.sample(pool, others[name])]
