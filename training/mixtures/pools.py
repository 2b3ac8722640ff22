"""What shards are drawn from, besides the public sets."""

from __future__ import annotations

from pathlib import Path

from training.rows import Row, read_rows

SEED = 20111
CLAIMS, EVENT_NEGATIVES = "claim_pairs_train.jsonl.gz", "event_negatives.jsonl.gz"
LOOK_ALIKES, READINGS, SLIPS = "look_alikes_train.jsonl.gz", "event_readings.jsonl.gz", "slips_train.jsonl.gz"
"""What claim_pairs.py, event_negatives.py, look_alikes.py, event_readings.py and slips.py write; without them the
shards that hold their pairs are left out."""
FOURTH_GENERATED = {"generated_train": 2600, "generated_more": 800, "generated_third": 1800}
"""Pairs of each earlier generator in the fourth and fifth shard, besides all their pairs of two events of one kind."""
COUNTS = ("bound", "compatible_bound", "rounding", "number", "update", "other_count")
OTHER_EVENTS = ("other_event", "sister_event", "other_count")


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
