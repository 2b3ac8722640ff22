"""Reworded sentences with and without a slip: complete, and pairs that say which label they have."""

from __future__ import annotations

import random
from collections import Counter

from training import slips
from training.rows import NOT_CONTRADICTION

FIRST_WRITERS = ("AA", "BB", "CC", "DD", "FF")


def test_every_event_is_complete() -> None:
    events = slips.read_events()
    assert len(events) >= 190
    for name, event in events.items():
        assert len(event["sentences"]) == 8, name
        for sentence in event["sentences"]:
            added = sentence.get("other", [])
            texts = [sentence["agency"], *sentence["same"], *(slip["text"] for slip in sentence["slip"]), *added]
            assert len(texts) == len(set(texts)) == 5 + len(added), name
            assert len(added) == (0 if name.startswith(FIRST_WRITERS) else 2), name
            assert all(text == text.strip() != "" for text in texts), name
            assert all(slip["fact"] for slip in sentence["slip"]), name


def test_an_event_is_held_out_as_a_whole() -> None:
    names = list(slips.read_events())
    assert 0.05 < sum(name.endswith(slips.HELD_OUT) for name in names) / len(names) < 0.2


def test_pairs_of_a_sentence() -> None:
    slip = [{"text": f"Exports {n}.", "fact": "what"} for n in range(2)]
    sentence = {"agency": "Imports fell.", "same": ["Imports dropped.", "Fewer imports."], "slip": slip}
    event = {"sentences": [sentence, {**sentence, "other": ["Prices rose.", "Imports had risen in May."]}]}
    rows = slips.event_pairs("Z_01", event, random.Random(1))
    assert Counter(row["type"] for row in rows) == {"reworded": 6, "slip": 12, "added": 6}
    assert all((row["label"] == "contradiction") == (row["type"] == "slip") for row in rows)
    assert {row["label"] for row in rows} == {"contradiction", NOT_CONTRADICTION}
    assert all(("Exports" in row["premise"] + row["hypothesis"]) == (row["type"] == "slip") for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)
    rows = slips.event_pairs("Z_01", {**event, "apart": True}, random.Random(1))
    assert Counter(row["type"] for row in rows) == {"reworded": 6, "slip": 4, "added": 2}
    assert all("Imports fell." in (row["premise"], row["hypothesis"]) for row in rows if row["type"] != "reworded")
