"""Shards of NLI pairs. Of the first run: a broad one, then one of the sets nearest to news with the generated pairs.
Of the second run: fresh, of rows that the first never saw, then again, of MultiNLI once more with new generated pairs.
Of the third run: third, of what is left of the sets nearest to news, with pairs that teach bounds.
Of the fourth run: fourth, the sets nearest to news once more, with the generated pairs that the third forgot.
Of the fifth run, of a network with more layers: fifth, the same kinds of pairs, more of those not known by heart; then
sixth and seventh, the invented claims of training/claims among a sample of the fifth.
Of the sixth run: eighth, real sentences that contradict nobody (event_negatives.py) among the sets nearest to news, the
claims again and generated pairs; then ninth, the claims of the later authors.
Of the seventh run: tenth, the sets nearest to news, fresh generated pairs, most of them counts, and claims of all
authors; then eleventh, of the same kinds, more than half of it claims; then twelfth, half of it pairs of other events,
which both held too few of.
Of the eighth run: thirteenth, all of MultiNLI and much of WANLI and LingNLI once more; then fourteenth, claims with
what only looks like a contradiction: sentences of invented events (look_alikes.py) and real ones (event_readings.py).
Of the ninth run: fifteenth, reworded sentences with and without a slip (slips.py) among all of these.

    python -m training.nli_mixture --data ../shared/data --work ../training-cache [--shard NAME]

A single pass over good data teaches more than many over all of it, so each set is given a number of rows.
FEVER has no neutrals and SNLI is about photographs: both only season the first shard.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from training.draw import by_kind, choose, ids, is_by, rare_first, swap
from training.rows import Row, read_rows, write_rows

SEED = 20111
CLAIMS, EVENT_NEGATIVES = "claim_pairs_train.jsonl.gz", "event_negatives.jsonl.gz"
LOOK_ALIKES, READINGS, SLIPS = "look_alikes_train.jsonl.gz", "event_readings.jsonl.gz", "slips_train.jsonl.gz"
"""What claim_pairs.py, event_negatives.py, look_alikes.py, event_readings.py and slips.py write; without them the
shards that hold their pairs are left out."""
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
FRESH = {"lingnli": 5000, "wanli_subset": 4500, "snli": 500, "cad_nli": 500}
AGAIN = {"mnli": 10500, "wanli_subset": 2000, "lingnli": 3000, "snli": 300, "conjnli": 300}
THIRD = {"lingnli": 26600, "mnli": 15301, "wanli_subset": 6000, "snli": 4500, "conjnli": 1500, "cad_nli": 1000}
FOURTH = {"mnli": 15301, "lingnli": 12000, "wanli_subset": 9000, "oie_snli_mnli": 4400, "snli": 5000, "cad_nli": 1500}
FOURTH_GENERATED = {"generated_train": 2600, "generated_more": 800, "generated_third": 1800}
"""Pairs of each earlier generator in the fourth and fifth shard, besides all their pairs of two events of one kind."""
FIFTH = {"mnli": 15301, "lingnli": 26000, "wanli_subset": 15000, "snli": 6000, "cad_nli": 1500, "conjnli": 1000}
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
FIFTEENTH = {"mnli": 3000, "wanli_subset": 1000, "lingnli": 1000}
FIFTEENTH_CLAIMS = {"contradiction": 1000, "same": 700, "look_alike": 500, "sister_claim": 300, "other_fact": 300}
FIFTEENTH_OTHERS = {"event_negatives": 700, "other_events": 300, "counts": 500}
FIFTEENTH_LOOK_ALIKES, FIFTEENTH_READINGS = 1500, 500
OLD_GENERATED = {"fresh": 1000, "again": 500}
"""Pairs of the first run's generator in the shards of the second, so that no type is forgotten."""
COUNTS = ("bound", "compatible_bound", "rounding", "number", "update", "other_count")
OTHER_EVENTS = ("other_event", "sister_event", "other_count")
NAMES = (
    "broad near fresh again third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth"
).split()


def first_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shards broad and near."""
    broad = choose(rows, BROAD, set(), SEED)
    near = choose(rows, NEAR, ids(broad), SEED + 1) + read_rows(work / "generated_train.jsonl.gz")
    random.Random(SEED + 2).shuffle(near)
    return {"broad": broad, "near": near}


def second_run(rows: list[Row], before: set[str], work: Path) -> dict[str, list[Row]]:
    """The shards fresh and again; all that is not MultiNLI has no id among those `before`."""
    draw = random.Random(SEED + 3)
    old = read_rows(work / "generated_train.jsonl.gz")
    draw.shuffle(old)
    fresh = choose(rows, FRESH, before, SEED + 4)
    seen = (before | ids(fresh)) - {row["id"] for row in rows if row["dataset"] == "mnli"}
    again = choose(rows, AGAIN, seen, SEED + 5) + read_rows(work / "generated_more.jsonl.gz")
    fresh += old[: OLD_GENERATED["fresh"]]
    again += old[OLD_GENERATED["fresh"] :][: OLD_GENERATED["again"]]
    for shard in (fresh, again):
        draw.shuffle(shard)
    return {"fresh": fresh, "again": again}


def third_run(rows: list[Row], before: set[str], work: Path) -> dict[str, list[Row]]:
    """The shard third: MultiNLI and WANLI once more, and of the other sets no id that is among those `before`."""
    draw = random.Random(SEED + 6)
    seen = before - {row["id"] for row in rows if row["dataset"] in ("mnli", "wanli_subset")}
    third = choose(rows, THIRD, seen, SEED + 7) + read_rows(work / "generated_third.jsonl.gz")
    draw.shuffle(third)
    return {"third": third}


def fourth_run(rows: list[Row], before: set[str], work: Path) -> dict[str, list[Row]]:
    """The shard fourth: the sets nearest to news once more, SNLI that is not among those `before`, and generated pairs.

    Of the simple pairs those of MultiNLI are taken, whose ids name no photograph. The third shard held few pairs of two
    events of one kind, and the model got worse at them: so all that were made are here.
    """
    return {"fourth": once_more(rows, FOURTH, before, work, SEED + 8)}


def fifth_run(rows: list[Row], before: set[str], work: Path) -> dict[str, list[Row]]:
    """The shard fifth, made like the fourth. Version 3 is right on .87 of the pairs of MultiNLI, which it has seen four
    times, and on .74 of WANLI: of what it doesn't know by heart there is more here."""
    return {"fifth": once_more(rows, FIFTH, before, work, SEED + 10)}


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


def ninth_run(rows: list[Row], work: Path) -> dict[str, list[Row]]:
    """The shard fifteenth; empty where what it is drawn from has not been written.

    Reworded sentences come both ways round, so that there are as many of them as of those with a slip.
    """
    if not all((work / name).exists() for name in (CLAIMS, EVENT_NEGATIVES, LOOK_ALIKES, READINGS, SLIPS)):
        return {}
    draw = random.Random(SEED + 24)
    slips = read_rows(work / SLIPS)
    shard = choose(rows, FIFTEENTH, set(), SEED + 25) + by_kind(read_rows(work / CLAIMS), FIFTEENTH_CLAIMS, draw)
    shard += slips + [swap(row) for row in slips if row["type"] == "reworded"]
    shard += draw.sample(read_rows(work / LOOK_ALIKES), FIFTEENTH_LOOK_ALIKES)
    shard += draw.sample(read_rows(work / READINGS), FIFTEENTH_READINGS)
    for name, pool in other_pools(work).items():
        shard += draw.sample(pool, FIFTEENTH_OTHERS[name])
    draw.shuffle(shard)
    return {"fifteenth": shard}


def other_pools(work: Path) -> dict[str, list[Row]]:
    """What is not claims: pairs of other events, real and generated, and of counts."""
    generated = read_rows(work / "generated_seventh.jsonl.gz")
    return {
        "event_negatives": read_rows(work / EVENT_NEGATIVES),
        "other_events": [row for row in generated_before(work) if row["type"] in OTHER_EVENTS],
        "counts": [row for row in generated if row["type"] in COUNTS],
    }


def generated_before(work: Path) -> list[Row]:
    """The generated pairs of the first three runs."""
    return [row for name in FOURTH_GENERATED for row in read_rows(work / f"{name}.jsonl.gz")]


def once_more(rows: list[Row], wanted: dict[str, int], before: set[str], work: Path, seed: int) -> list[Row]:
    """Rows of the sets `wanted`, whether seen or not, but for SNLI; with generated pairs."""
    draw = random.Random(seed)
    fresh = [
        row
        for row in rows
        if not (row["dataset"] == "snli" and row["id"] in before)
        and not (row["dataset"] == "oie_snli_mnli" and ".jpg" in row["id"])
    ]
    chosen = choose(fresh, wanted, set(), seed + 1)
    for name, most in FOURTH_GENERATED.items():
        made = read_rows(work / f"{name}.jsonl.gz")
        others = [row for row in made if row["type"] not in OTHER_EVENTS]
        chosen += [row for row in made if row["type"] in OTHER_EVENTS] + draw.sample(others, most)
    draw.shuffle(chosen)
    return chosen


def main() -> None:
    """Write each shard_NAME.jsonl.gz to the work folder, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--shard", choices=(*NAMES, "all"), default="all")
    options = parser.parse_args()
    rows = read_rows(options.data / "nli/train.jsonl.gz")
    shards = first_run(rows, options.work)
    shards |= second_run(rows, ids(shards["broad"]) | ids(shards["near"]), options.work)
    shards |= third_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= fourth_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= fifth_run(rows, set().union(*(ids(shard) for shard in shards.values())), options.work)
    shards |= claims_run(shards["fifth"], options.work)
    shards |= sixth_run(rows, options.work)
    shards |= seventh_run(rows, options.work)
    shards |= eighth_run(rows, options.work)
    shards |= ninth_run(rows, options.work)
    for name, shard in shards.items():
        if options.shard in (name, "all"):
            write_rows(options.work / f"shard_{name}.jsonl.gz", shard)
            print(f"{name}: {len(shard)} rows", dict(Counter(row["dataset"] for row in shard)))


if __name__ == "__main__":
    main()
