"""Sentences of real articles that contradict nobody: of two events of one kind, or of two things in one story.

    python -m training.event_negatives --data ../shared/data --work ../training-cache

From the training topics of ECB+ only (see ecb.py). Two sentences of sister stories are `neutral`; two of one story that
share no event are `not_contradiction`, for one may still follow from the other. Outlets of one story do contradict each
other at times, so a few of the latter labels are wrong; far fewer than a model that sees contradictions everywhere is.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

from training.ecb import all_pairs, read_topics
from training.rows import NOT_CONTRADICTION, Row, overlap, write_rows

SEED = 71
SISTER, STORY = 180, 70
"""Pairs per topic; half of them those with most words in common, which are the hardest."""


def negatives(data: Path) -> list[Row]:
    """Up to `SISTER` + `STORY` pairs of each training topic."""
    draw = random.Random(SEED)
    pools: dict[tuple[int, bool], list[Row]] = defaultdict(list)
    for row in all_pairs(read_topics(data, "train")):
        if not row["same"]:
            pools[row["topic"], row["sister"]].append(row)
    made = []
    for (topic, sister), pool in sorted(pools.items()):
        most = SISTER if sister else STORY
        pool.sort(key=lambda row: -overlap(row["premise"], row["hypothesis"]))
        chosen = pool[: most // 2] + draw.sample(pool[most // 2 :], min(most - most // 2, len(pool[most // 2 :])))
        label, kind = ("neutral", "ecb_sister") if sister else (NOT_CONTRADICTION, "ecb_story")
        for number, row in enumerate(chosen):
            ends = [row["premise"], row["hypothesis"]]
            draw.shuffle(ends)
            made.append(
                {
                    "premise": ends[0],
                    "hypothesis": ends[1],
                    "label": label,
                    "dataset": "event_negatives",
                    "type": kind,
                    "id": f"{kind}-{topic}-{number}",
                }
            )
    return made


def main() -> None:
    """Write event_negatives.jsonl.gz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    options = parser.parse_args()
    rows = negatives(options.data)
    write_rows(options.work / "event_negatives.jsonl.gz", rows)
    print(f"{len(rows)} pairs", dict(Counter(row["type"] for row in rows)))


if __name__ == "__main__":
    main()
