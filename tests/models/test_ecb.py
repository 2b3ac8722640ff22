"""Pairs of sentences of one event or of two."""

from __future__ import annotations

from typing import Any

import pytest

from training.ecb import all_pairs, training_pairs

Topics = dict[int, list[dict[str, Any]]]


def row(doc: str, sentence: int, text: str, event: str, names: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "topic": 1,
        "subtopic": doc.partition("_")[0],
        "doc": doc,
        "sentence": sentence,
        "text": text,
        "events": [{"id": event, "type": "", "text": ""}],
        "entities": [{"id": name, "type": "PER", "text": name} for name in names],
    }


@pytest.fixture
def topics() -> Topics:
    rows = [
        row("ecb_1", 0, "Mill burns in Tarn", "fire"),
        row("ecb_1", 2, "Jo Marsh, 40, died.", "death", ("Jo Marsh",)),
        row("ecb_2", 1, "Fire kills Jo Marsh", "death", ("Jo Marsh",)),
        row("plus_1", 5, "Ann Reed died in the flames.", "other death", ("Ann Reed",)),
    ]
    return {1: rows, 2: [{**r, "topic": 2, "doc": r["doc"] + "b"} for r in rows]}


def test_pairs_lie_across_documents_and_know_what_they_are(topics: Topics) -> None:
    pairs = all_pairs({1: topics[1]})
    assert len(pairs) == 5
    assert [(p["premise"], p["hypothesis"]) for p in pairs if p["same"]] == [
        ("Jo Marsh, 40, died.", "Fire kills Jo Marsh")
    ]
    assert sum(p["sister"] for p in pairs) == 3


def test_a_name_is_changed_alike_in_both_sentences() -> None:
    docs = [("ecb_1", "death"), ("ecb_2", "death"), ("ecb_3", "other death")]
    names = {"ecb_1": "Jo Marsh", "ecb_2": "Jo Marsh", "ecb_3": "Ann Reed"}
    rows = [
        row(doc, n, f"{names[doc]} {verb} in Tarn", event, (names[doc],))
        for doc, event in docs
        for n, verb in enumerate(("died", "burned"))
    ]
    other = [{**r, "topic": 2, "doc": f"{r['doc']}b"} for r in rows]
    found = set()
    for pair in training_pairs({1: rows, 2: other}, 40, 3):
        if pair["same"]:
            told = {name for name in ("Jo Marsh", "Ann Reed") if name in f"{pair['premise']} {pair['hypothesis']}"}
            assert len(told) == 1
            found |= told
    assert found == {"Jo Marsh", "Ann Reed"}
