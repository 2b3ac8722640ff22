"""Pairs of real sentences that were read: named without text, in topics that are not held out, with their label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training import event_readings
from training.ecb import HELD_OUT_TOPICS


def listed() -> list[dict[str, Any]]:
    return [json.loads(line) for line in event_readings.READINGS.read_text(encoding="utf-8").splitlines()]


def test_each_reading_names_two_sentences_and_a_label() -> None:
    pairs = listed()
    assert len(pairs) >= 1000
    for pair in pairs:
        assert set(pair) == {"left", "right", "label", "by"}
        assert pair["label"] in {*event_readings.LABELS, "other_time", "unclear"}
        assert (pair["left"][0] == pair["right"][0]) == (pair["by"] == "article")
        for document, sentence in (pair["left"], pair["right"]):
            assert isinstance(sentence, int)
            assert int(document.partition("_")[0]) not in HELD_OUT_TOPICS
    assert len({(*pair["left"], *pair["right"]) for pair in pairs}) == len(pairs)


def test_rows_come_again_with_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def row(doc: str, sentence: int, text: str, name: str) -> dict[str, Any]:
        entities = [{"id": f"{doc}-{name}", "type": "LOC", "text": name}]
        topic = {"topic": 1, "subtopic": doc.partition("_")[0]}
        return {**topic, "doc": doc, "sentence": sentence, "text": text, "events": [], "entities": entities}

    rows = [row("1_1", 0, "Two died in Tarn.", "Tarn"), row("1_2", 3, "Six died in Tarn.", "Tarn")]
    rows.append(row("1_3", 0, "Ruvo is far.", "Ruvo"))
    monkeypatch.setattr(event_readings, "read_topics", lambda data, side: {1: rows} if side == "train" else {})
    readings = [
        {"left": ["1_1", 0], "right": ["1_2", 3], "label": "contradiction", "by": "reading"},
        {"left": ["1_1", 0], "right": ["1_3", 0], "label": "other_time", "by": "reading"},
    ]
    path = tmp_path / "readings.jsonl"
    path.write_text("".join(json.dumps(reading) + "\n" for reading in readings), encoding="utf-8")
    monkeypatch.setattr(event_readings, "READINGS", path)
    made = event_readings.readings(tmp_path)
    assert [made[0]["premise"], made[0]["hypothesis"]] == ["Two died in Tarn.", "Six died in Tarn."]
    assert len(made) == 1 + event_readings.RENAMED["contradiction"]
    assert {row["label"] for row in made} == {"contradiction"}
    assert len({row["id"] for row in made}) == len(made)
    assert all(("Two" in row["premise"]) != ("Two" in row["hypothesis"]) for row in made)
