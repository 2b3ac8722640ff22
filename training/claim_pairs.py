"""Pairs of claims of invented events, which show how outlets really disagree: in other words, on one detail.

    python -m training.claim_pairs --work ../training-cache

Reads training/claims/*.json, written for this project by a language model, sentence by sentence: per event twelve
disputed facts with wordings of both versions, claims that only look as if they contradicted each other, what else the
articles say, and in the events of later authors a sister: another event of the kind, with a sentence on the same detail
as each fact. Writes claim_pairs_train.jsonl.gz and claim_pairs_held_out.jsonl.gz; the third event of each author is
held out as a whole.

Two wordings of one version need not follow from each other, for each tells something else too: such a pair has the
label `not_contradiction`, and training only asks that the model calls it no contradiction.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from itertools import combinations, product
from pathlib import Path
from typing import Any

from checker.models.encoder import Encoder
from training import invented
from training.invented import Event, either_way, one_side, pairs_of, write_both_sides
from training.rows import NOT_CONTRADICTION, Row

CLAIMS = Path(__file__).with_name("claims")
SEED = 53
HELD_OUT = "_03"
NEAR = 90
"""Neutral pairs per event whose wording is most alike: what the pipeline will ask about."""
FAR = 30
"""Neutral pairs per event drawn from all others."""
SISTER, SISTERS = "sister_claim", 2
"""Type of a pair of two events of one kind, and such pairs per fact."""
NAME_OR_YEAR = re.compile(r"\b(?:[A-Z]\w+|(?:19|20)\d\d)\b")


def read_events(folder: Path = CLAIMS) -> dict[str, Event]:
    """The events by the names of their files, in order."""
    return invented.read_events(folder)


def event_pairs(name: str, event: Event, draw: random.Random, encoder: Encoder) -> list[Row]:
    """Contradictions, agreements, look-alikes and neutrals of one event."""
    rows: list[Row] = []
    groups: list[list[str]] = [[text] for text in event["fillers"]]
    for fact in event["facts"]:
        kind = fact["kind"]
        rows += [_row(a, b, "contradiction", kind, draw) for a, b in product(fact["a"], fact["b"])]
        rows += [
            _row(one, other, NOT_CONTRADICTION, f"{kind}_same", draw)
            for version in (fact["a"], fact["b"])
            for one, other in combinations(version, 2)
        ]
        groups.append([*fact["a"], *fact["b"]])
    for pair in event["look_alikes"]:
        rows += [_row(x, y, NOT_CONTRADICTION, pair["why"], draw) for x, y in product(pair["x"], pair["y"])]
        groups.append([*pair["x"], *pair["y"]])
    rows += [_row(one, other, "neutral", "other_fact", draw) for one, other in neutrals(groups, draw, encoder)]
    rows += [_row(one, other, "neutral", SISTER, draw) for one, other in sister_pairs(event, groups, draw)]
    for number, row in enumerate(rows):
        row["id"] = f"claims-{name}-{number}"
    return rows


def sister_pairs(event: Event, groups: list[list[str]], draw: random.Random) -> list[tuple[str, str]]:
    """Each sentence of the sister event that shows by a name or a year whose it is, with `SISTERS` on that detail."""
    return [
        (line, text)
        for line, fact in sister_lines(event, [text for group in groups for text in group])
        for text in draw.sample([*fact["a"], *fact["b"]], SISTERS)
    ]


def sister_lines(event: Event, texts: Iterable[str]) -> list[tuple[str, dict[str, Any]]]:
    """The sentences of the sister event with a name or a year that is in none of the `texts` of ours, each with the
    fact on whose detail it is; without one nobody could tell that it is of another event."""
    known = {word for text in texts for word in NAME_OR_YEAR.findall(text)}
    lines = event.get("sister", {}).get("lines", [])
    pairs = zip(lines, event["facts"], strict=bool(lines))
    return [(line, fact) for line, fact in pairs if set(NAME_OR_YEAR.findall(line[1:])) - known]


def neutrals(groups: list[list[str]], draw: random.Random, encoder: Encoder) -> list[tuple[str, str]]:
    """Pairs of sentences of different `groups`: the `NEAR` most alike by cosine, and `FAR` of the others."""
    texts = [(number, text) for number, group in enumerate(groups) for text in group]
    vectors = encoder.encode([text for _, text in texts])
    cosine = vectors @ vectors.T
    found = [(i, j) for i, j in combinations(range(len(texts)), 2) if texts[i][0] != texts[j][0]]
    found.sort(key=lambda pair: -float(cosine[pair]))
    chosen = found[:NEAR] + draw.sample(found[NEAR:], min(FAR, len(found[NEAR:])))
    return [(texts[i][1], texts[j][1]) for i, j in chosen]


def _row(one: str, other: str, label: str, kind: str, draw: random.Random) -> Row:
    return either_way(one, other, label, "claims", kind, draw)


def make(held_out: bool) -> list[Row]:
    """The pairs of all events that are held out, or of all others."""
    events = one_side(read_events(), HELD_OUT, held_out)
    return pairs_of(events, SEED, event_pairs)


if __name__ == "__main__":
    write_both_sides("claim_pairs", make, __doc__)
