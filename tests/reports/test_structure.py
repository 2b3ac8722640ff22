"""report_to_dict: plain, complete, in a stable order, valid against the published schema."""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from checker.records import ModelInfo, Report
from checker.reports.order import natural_key
from checker.structure import report_to_dict

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))


def shuffled(report: Report) -> Report:
    """The same report with its records in another order."""
    rng = random.Random(7)
    names = (
        "articles",
        "stories",
        "conflicts",
        "disagreements",
        "agreements",
        "scores",
        "skipped",
        "left_out",
    )
    return dataclasses.replace(
        report,
        **{name: tuple(rng.sample(getattr(report, name), len(getattr(report, name)))) for name in names},
    )


@pytest.mark.parametrize("name", ["ferry", "empty"])
def test_is_valid_against_the_schema(name: str, request: pytest.FixtureRequest) -> None:
    jsonschema.validate(report_to_dict(request.getfixturevalue(name)), SCHEMA)


def test_schema_refuses_what_it_does_not_describe(ferry: Report) -> None:
    plain = report_to_dict(ferry)
    plain["conflicts"][0]["left"]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError, match="colour"):
        jsonschema.validate(plain, SCHEMA)


def test_order_of_the_records_does_not_matter(ferry: Report) -> None:
    assert json.dumps(report_to_dict(shuffled(ferry))) == json.dumps(report_to_dict(ferry))


def test_text_is_the_whole_sentence_and_offsets_lead_to_it(ferry: Report) -> None:
    texts = {article.path: article.text for article in ferry.articles}
    for row in report_to_dict(ferry)["conflicts"]:
        for side in (row["left"], row["right"]):
            assert texts[side["file"]][side["start"] : side["end"]] == side["text"]
            assert texts[side["file"]].count("\n", 0, side["start"]) + 1 == side["line"]
            start, end = side["mark"]
            assert side["text"][start:end] == side["value"]


def test_every_conflict_names_its_disagreement(ferry: Report) -> None:
    plain = report_to_dict(ferry)
    named = {row["id"]: row["disagreement"] for row in plain["conflicts"]}
    assert named == {id_: row["id"] for row in plain["disagreements"] for id_ in row["conflicts"]}


def test_weightiest_first(ferry: Report) -> None:
    levels = [row["severity"] for row in report_to_dict(ferry)["disagreements"]]
    assert levels == ["high", "medium", "medium", "low"]


def test_stories_are_in_natural_order() -> None:
    assert sorted(["story-10", "story-2", "a", "story-1"], key=natural_key) == [
        "a",
        "story-1",
        "story-2",
        "story-10",
    ]


def test_known_conflicts_are_marked(ferry: Report) -> None:
    plain = report_to_dict(ferry, frozenset({"c-hurt-1", "c-day"}))
    assert {row["id"] for row in plain["conflicts"] if row["known"]} == {"c-hurt-1", "c-day"}
    # one of its two conflicts is new, so the disagreement on the number of hurt passengers isn't known
    assert {row["id"] for row in plain["disagreements"] if row["known"]} == {"d-day"}


def test_no_absolute_path_gets_in(ferry: Report) -> None:
    settings = {**ferry.settings, "encoder": "/home/someone/models/mini"}
    report = dataclasses.replace(ferry, settings=settings, models=(ModelInfo("encoder", "/home/someone/models/mini"),))
    text = json.dumps(report_to_dict(report))
    assert "someone" not in text
    assert '"mini"' in text


def test_to_dict_is_the_same(ferry: Report) -> None:
    assert ferry.to_dict() == report_to_dict(ferry)


def test_numbers_of_numpy_become_plain(ferry: Report) -> None:
    score = dataclasses.replace(
        ferry.scores[0], enough_evidence=np.bool_(True), comparable=np.int64(9), agreement=np.float32(78.2)
    )
    agreement = dataclasses.replace(ferry.agreements[0], independent=np.bool_(False), probability=np.float64(0.9))
    funnel = {name: np.int64(number) for name, number in ferry.funnel.items()}
    report = dataclasses.replace(ferry, scores=(score,), agreements=(agreement,), funnel=funnel)
    assert json.loads(json.dumps(report_to_dict(report)))["scores"][0]["comparable"] == 9
