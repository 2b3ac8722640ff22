"""Shards that hold invented claims: of the fifth run's second part, and of the sixth to the eighth run.

Fifth run: sixth and seventh, the claims of training/claims among a sample of the fifth shard. Sixth run: eighth, real
sentences that contradict nobody (event_negatives.py) among the sets nearest to news, the claims again and generated
pairs; then ninth, the claims of the later authors. Seventh run: tenth, the sets nearest to news, fresh generated pairs,
most of them counts, and claims of all authors; then eleventh, of the same kinds, more than half of it claims; then
twelfth, half of it pairs of other events, which both held too few of. Eighth run: thirteenth, all of MultiNLI and much
of WANLI and LingNLI once more; then fourteenth, claims with what only looks like a contradiction: sentences of invented
events (look_alikes.py) and real ones (event_readings.py).
"""

from __future__ import annotations

import random
from pathlib import Path

from training.draw import by_kind, choose, ids, is_by, rare_first, swap
from training.mixtures.pools import (
    CLAIMS,
    EVENT_NEGATIVES,
    LOOK_ALIKES,
    OTHER_EVENTS,
    READINGS,
    SEED,
    generated_before,
    other_pools,
)
from training.rows import Row, read_rows

FIRST_AUTHORS = ("P_", "Q_", "R_", "S_", "T_", "U_")
"""Whose claims are in the sixth shard; those of the others are in the seventh."""
REPLAYED = {"sixth": 13000, "seventh": 8000}
"""Pairs of the fifth shard among the claims, so that nothing is forgotten."""
TWICE, DRAWN = 2000, 4000
"""Pairs of the sixth shard's claims that come again in the seventh, the first of those drawn."""
LATER_AUTHORS = tuple(f"{letter * 2}_" for letter in "GHIJKLMNOPQRSTUV")
"""Whose claims are in the ninth shard and in none before."""
EIGHTH = {"mnli": 3500, "lingnli": 1500, "wanli_subset": 2000}
EIGHTH_OTHERS = {"event_negatives": 2600, "other_events": 500, "generated": 1000, "claims": 2800}
NINTH = {"mnli": 2000, "lingnli": 1000, "wanli_subset": 1000}
NINTH_OTHERS = {"event_negatives": 1600, "other_events": 400, "generated": 600}
NINTH_CLAIMS = {"contradiction": 4300, "same": 2600, "look_alike": 2900, "sister_claim": 900, "other_fact": 1300}
"""Claim pairs of the later authors, by what they are."""
TENTH = {"mnli": 8000, "lingnli": 5000, "wanli_subset": 5000}
TENTH_CLAIMS = {"contradiction": 4800, "same": 2500, "look_alike": 2300, "sister_claim": 700, "other_fact": 1200}
"""Claim pairs of all authors, by what they are."""
ELEVENTH = {"mnli": 4000, "lingnli": 2500, "wanli_subset": 2500}
ELEVENTH_CLAIMS = {"contradiction": 7000, "same": 3800, "look_alike": 3200, "sister_claim": 1100, "other_fact": 1900}
NEGATIVES = 1500
"""Pairs of event_negatives.py in each of both."""
GENERATED_AGAIN = 4000
"""Pairs of the tenth shard's generator that come again in the eleventh."""
TWELFTH = {"mnli": 900, "wanli_subset": 300}
TWELFTH_OTHERS = {"event_negatives": 3000, "other_events": 1500, "counts": 1500}
TWELFTH_CLAIMS = {"contradiction": 2400, "same": 900, "look_alike": 900, "sister_claim": 700, "other_fact": 900}
THIRTEENTH = {"mnli": 15301, "wanli_subset": 8000, "lingnli": 8000}
THIRTEENTH_CLAIMS = {"contradiction": 1000, "same": 400, "look_alike": 500, "sister_claim": 300, "other_fact": 300}
THIRTEENTH_OTHERS = 1500
"""Pairs of event_negatives.py, and of the seventh run's generator, in the thirteenth shard."""
FOURTEENTH = {"mnli": 5000, "wanli_subset": 2000, "lingnli": 2000}
FOURTEENTH_CLAIMS = {"contradiction": 4800, "same": 1800, "look_alike": 1500, "sister_claim": 700, "other_fact": 900}
FOURTEENTH_OTHERS = {"event_negatives": 2000, "other_events": 800, "counts": 2500}


def claims_run(fifth: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards sixth and seventh; empty where training/claim_pairs.py has not been run."""
    if not (work / CLAIMS).exists():
        return {}
    draw = random.Random(SEED + 12)
    pairs: dict[str, list[Row]] = {"sixth": [], "seventh": []}
    for row in read_rows(work / CLAIMS):
        if not is_by(LATER_AUTHORS, row):
            pairs["sixth" if is_by(FIRST_AUTHORS, row) else "seventh"].append(row)
    pairs["seventh"] += draw.sample(pairs["sixth"], DRAWN)[:TWICE]
    for name, rows in pairs.items():
        rows += draw.sample(fifth, REPLAYED[name])
        draw.shuffle(rows)
    return pairs


def sixth_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards eighth and ninth; empty where claim_pairs.py and event_negatives.py have not been run."""
    if not all(path.exists() for path in (work / CLAIMS, work / EVENT_NEGATIVES)):
        return {}
    claims = read_rows(work / CLAIMS)
    known = [row for row in claims if not is_by(LATER_AUTHORS, row)]
    new = [row for row in claims if is_by(LATER_AUTHORS, row)]
    generated = generated_before(work)
    pools = {
        "event_negatives": read_rows(work / EVENT_NEGATIVES),
        "other_events": [row for row in generated if row["type"] in OTHER_EVENTS],
        "generated": [row for row in generated if row["type"] not in OTHER_EVENTS],
    }
    shards: dict[str, list[Row]] = {"eighth": [], "ninth": []}
    draw = random.Random(SEED + 14)
    for pool in pools.values():
        draw.shuffle(pool)
    for number, (name, sets, others) in enumerate((("eighth", EIGHTH, EIGHTH_OTHERS), ("ninth", NINTH, NINTH_OTHERS))):
        shard = choose(rows, sets, ids(shards["eighth"]), SEED + 15 + number)
        for kind, pool in pools.items():
            shard += [pool.pop() for _ in range(min(others[kind], len(pool)))]
        shard += rare_first(known, others["claims"], draw) if name == "eighth" else by_kind(new, NINTH_CLAIMS, draw)
        draw.shuffle(shard)
        shards[name] = shard
    return shards


def seventh_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards tenth to twelfth; empty where claim_pairs.py and event_negatives.py have not been run.

    No claim pair and no row of a public set is both in the tenth and in the eleventh.
    """
    if not all(path.exists() for path in (work / CLAIMS, work / EVENT_NEGATIVES)):
        return {}
    claims, negatives = read_rows(work / CLAIMS), read_rows(work / EVENT_NEGATIVES)
    generated = read_rows(work / "generated_seventh.jsonl.gz")
    draw = random.Random(SEED + 17)
    tenth = choose(rows, TENTH, set(), SEED + 18) + generated
    tenth += draw.sample(negatives, NEGATIVES) + by_kind(claims, TENTH_CLAIMS, draw)
    draw.shuffle(tenth)
    known = ids(tenth)
    eleventh = choose(rows, ELEVENTH, known, SEED + 19) + draw.sample(generated, GENERATED_AGAIN)
    eleventh += draw.sample(negatives, NEGATIVES)
    eleventh += by_kind([row for row in claims if row["id"] not in known], ELEVENTH_CLAIMS, draw)
    draw.shuffle(eleventh)
    twelfth = choose(rows, TWELFTH, set(), SEED + 20) + by_kind(claims, TWELFTH_CLAIMS, draw)
    for name, pool in other_pools(work).items():
        twelfth += draw.sample(pool, TWELFTH_OTHERS[name])
    draw.shuffle(twelfth)
    return {"tenth": tenth, "eleventh": eleventh, "twelfth": twelfth}


def eighth_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards thirteenth and fourteenth; empty where what they are drawn from has not been written.

    The conflicts of the look-alikes come twice in the fourteenth, the second time the other way round.
    """
    if not all((work / name).exists() for name in (CLAIMS, EVENT_NEGATIVES, LOOK_ALIKES, READINGS)):
        return {}
    claims = read_rows(work / CLAIMS)
    draw = random.Random(SEED + 21)
    thirteenth = choose(rows, THIRTEENTH, set(), SEED + 22) + by_kind(claims, THIRTEENTH_CLAIMS, draw)
    for name in ("event_negatives", "generated_seventh"):
        thirteenth += draw.sample(read_rows(work / f"{name}.jsonl.gz"), THIRTEENTH_OTHERS)
    draw.shuffle(thirteenth)
    look_alikes = read_rows(work / LOOK_ALIKES)
    fourteenth = choose(rows, FOURTEENTH, set(), SEED + 23) + by_kind(claims, FOURTEENTH_CLAIMS, draw)
    fourteenth += look_alikes + [swap(row) for row in look_alikes if row["label"] == "contradiction"]
    fourteenth += read_rows(work / READINGS)
    for name, pool in other_pools(work).items():
        fourteenth += draw.sample(pool, FOURTEENTH_OTHERS[name])
    draw.shuffle(fourteenth)
    return {"thirteenth": thirteenth, "fourteenth": fourteenth}
