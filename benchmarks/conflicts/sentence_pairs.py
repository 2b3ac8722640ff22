"""Pairs of sentences of other data sets as stories of two articles of one sentence each.

`bump_task1`: sentences of real news beside themselves with one error that a person wrote into them (Ma et al., 2023).
`rte3_dev`: newswire beside a statement that follows from it, contradicts it, or does neither (the third PASCAL
challenge, with the three-way labels of the Stanford NLP group). checker is made for stories, and both sets ask more of
it than news does: in the first a single word has to be seen, in the second the statements were invented for the test.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.conflicts.gold import AnnotatedStory, story_of
from benchmarks.conflicts.news import Checked, share
from training.rows import read_rows

HUMAN_ERRORS, NEWSWIRE = "bump_task1", "rte3_dev"


def read_sentence_pairs(data: Path, name: str) -> list[AnnotatedStory]:
    """One story per row, named by the row's type of error, or by its label; no gold records."""
    rows = read_rows(data / f"nli/tune/{name}.jsonl.gz")
    return [_story(row, row["type"] if name == HUMAN_ERRORS else row["label"]) for row in rows]


def _story(row: dict[str, Any], kind: str) -> AnnotatedStory:
    sides = (("a", row["premise"]), ("b", row["hypothesis"]))
    return story_of(kind, {f"{name}.json": json.dumps({"text": text, "source": name}) for name, text in sides})


def pair_figures(checked: Sequence[Checked]) -> dict[str, Any]:
    """Pairs, and those between whose sentences something is shown, in all and by kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in checked:
        for kind in ("all", one.story.name):
            kinds[kind]["pairs"] += 1
            kinds[kind]["flagged"] += bool(one.shown)
    found = {k: {**n, "share": share(n["flagged"], n["pairs"])} for k, n in sorted(kinds.items())}
    return {**found.pop("all"), "kinds": found}
