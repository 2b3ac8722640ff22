"""The sentence pairs that the models are measured on. None of them was trained on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from training import claim_pairs, ecb, generate, look_alikes
from training.rows import NOT_CONTRADICTION, Row, overlap, read_rows

SEED = 1
CLAIMS = 4000
TUNE = (
    "rte3_dev",
    "anli_dev_r1",
    "anli_dev_r2",
    "fever_symmetric_dev",
    "negation_snli",
    "temporal_tbdense_dev",
    "bump_task1",
    "claimdiff_train",
)


@dataclass(frozen=True, slots=True)
class PairSet:
    """Named pairs with gold labels (also the two-way ones: not_entailment, not_contradiction)."""

    name: str
    rows: tuple[Row, ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """(premise, hypothesis) per row."""
        return [(row["premise"], row["hypothesis"]) for row in self.rows]

    @property
    def labels(self) -> list[str]:
        """Gold label per row."""
        return [row["label"] for row in self.rows]


def nli_sets(data: Path, most: int) -> list[PairSet]:
    """Validation, the tune sets, both held-out files of generated pairs, claims and look-alikes of the invented events
    that are held out, and real sentences of sister events and of one story.

    A tune set of more than `most` rows and the sister events are sampled with a fixed seed, the claims to `CLAIMS`. Of
    one story the `most` pairs are taken that have most words in common; one in 20 may really contradict.
    """
    made = [PairSet("validation", tuple(read_rows(data / "nli/validation.jsonl.gz")))]
    made += [_sample(name, read_rows(data / f"nli/tune/{name}.jsonl.gz"), most) for name in TUNE]
    made.append(PairSet("generated_held_out", tuple(generate.make(data, held_out=True))))
    made.append(PairSet("counts_held_out", tuple(generate.counts_held_out())))
    made.append(_sample("claims_held_out", claim_pairs.make(held_out=True), CLAIMS))
    made.append(PairSet("look_alikes_held_out", tuple(look_alikes.make(held_out=True))))
    events = [{**row, "label": NOT_CONTRADICTION} for row in event_pairs(data)]
    made.append(_sample("sister_events", [row for row in events if row["sister"] and not row["same"]], most))
    made.append(PairSet("one_story", tuple(_alike([row for row in events if not row["sister"]])[:most])))
    return made


def _alike(rows: list[Row]) -> list[Row]:
    """Pairs of two wordings, those with most words in common first."""
    other = [row for row in rows if row["premise"] != row["hypothesis"]]
    return sorted(other, key=lambda row: -overlap(row["premise"], row["hypothesis"]))


def event_pairs(data: Path) -> list[Row]:
    """All cross-document pairs of the held-out ECB+ topics."""
    return ecb.all_pairs(ecb.read_topics(data, "held_out"))


def event_sample(data: Path, most: int) -> list[Row]:
    """At most `most` of them, drawn with a fixed seed."""
    rows = event_pairs(data)
    return rows if len(rows) <= most else random.Random(SEED).sample(rows, most)


def _sample(name: str, rows: list[Row], most: int) -> PairSet:
    chosen = rows if len(rows) <= most else random.Random(SEED).sample(rows, most)
    return PairSet(name, tuple(chosen))
