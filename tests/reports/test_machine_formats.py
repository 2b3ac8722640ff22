"""CSV, SARIF, JUnit, GitHub annotations and JSON-LD: valid, complete, and safe to hand to another program."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Article, Conflict, Report, Skipped
from checker.reports import Context, write_one
from tests.reports.build import group, make_article, make_claim, make_conflict, make_report

SARIF_FILE = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
SARIF_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
GATE = Context(frozenset({"c-day"}), "high", "news/")
KNOWN_ALL = Context(frozenset({"c-hurt-1", "c-hurt-2", "c-day", "c-own", "c-engine"}), "low", "news/")


def sarif(report: Report, context: Context = GATE) -> Any:
    """The SARIF log, checked against the schema that OASIS publishes."""
    log = json.loads(write_one(report, "sarif", context))
    schema = json.loads(SARIF_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    return log


def two_articles(text: str) -> tuple[Report, Conflict, tuple[Article, Article]]:
    """A report with one conflict, whose articles consist of some text and nothing else."""
    left, right = make_article("l", text, text), make_article("r", text, text)
    found = make_conflict("c", (make_claim(left, text), text), (make_claim(right, text), text), text)
    return (
        make_report((left, right), conflicts=(found,), disagreements=(group("d", found),)),
        found,
        (left, right),
    )


def test_the_sarif_schema_is_the_published_one() -> None:
    assert hashlib.sha256(SARIF_FILE.read_bytes()).hexdigest() == SARIF_SHA256


def test_sarif_is_valid_when_empty(empty: Report) -> None:
    run = sarif(empty)["runs"][0]
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_schema_refuses_a_wrong_log(ferry: Report) -> None:
    log = sarif(ferry)
    log["runs"][0]["results"][0]["level"] = "terrible"
    with pytest.raises(jsonschema.ValidationError, match="terrible"):
        jsonschema.Draft4Validator(json.loads(SARIF_FILE.read_text(encoding="utf-8"))).validate(log)


def test_sarif_results(ferry: Report) -> None:
    run = sarif(ferry)["runs"][0]
    first = run["results"][0]
    assert [result["ruleId"] for result in run["results"]] == [
        "quantity",
        "quantity",
        "date",
        "antonym",
        "quantity",
    ]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note", "note"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["antonym", "date", "quantity"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["partialFingerprints"] == {"conflictId/v1": "c-hurt-1"}
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "news/a1.txt"
    assert place["region"]["startLine"] == 3
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/a2.txt"


def test_sarif_suppresses_what_is_known_and_keeps_it(ferry: Report) -> None:
    results = sarif(ferry)["runs"][0]["results"]
    assert [r["partialFingerprints"]["conflictId/v1"] for r in results if "suppressions" in r] == ["c-day"]
    assert len(results) == 5


def test_sarif_names_what_was_not_checked(ferry: Report) -> None:
    notes = sarif(ferry)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == [
        "not checked: not a text file",
        "not checked: story-2: one article, nothing to compare it with",
    ]


def test_sarif_paths_are_uris() -> None:
    article = make_article("a", "A", "One.", path="my news/50%#1.txt")
    other = make_article("b", "B", "Two.")
    found = make_conflict("c", (make_claim(article, "One."), "One"), (make_claim(other, "Two."), "Two"), "count")
    run = sarif(make_report((article, other), conflicts=(found,)))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "news/my%20news/50%25%231.txt"


def test_junit_fails_exactly_what_fails_the_run(ferry: Report) -> None:
    root = ET.fromstring(write_one(ferry, "junit", GATE))
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert failed == ["high: number of passengers hurt [d-hurt]"]
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("8", "1", "3")


@pytest.mark.parametrize("context", [Context(fail_on="never"), KNOWN_ALL])
def test_junit_passes_when_the_gate_does(ferry: Report, context: Context) -> None:
    root = ET.fromstring(write_one(ferry, "junit", context))
    assert root.find(".//failure") is None
    assert "Fifteen passengers were hurt" in "".join(root.itertext())


def test_with_strict_what_was_not_checked_is_no_success(ferry: Report) -> None:
    """The run ends with 2, and a CI that looks at its files only must not see a clean one."""
    strict = replace(ferry, settings={**ferry.settings, "strict": True})
    missed = len(ferry.skipped) + len(ferry.not_checked)
    assert missed
    assert ET.fromstring(write_one(strict, "junit", Context())).get("errors") == str(missed)
    assert ET.fromstring(write_one(ferry, "junit", Context())).get("errors") == "0"
    done = [json.loads(write_one(r, "sarif", Context()))["runs"][0]["invocations"][0] for r in (ferry, strict)]
    assert [each["executionSuccessful"] for each in done] == [True, False]


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_junit_is_xml_whatever_an_article_holds(text: str) -> None:
    root = ET.fromstring(write_one(two_articles(text)[0], "junit", GATE).encode("utf-8", "replace"))
    assert root.get("failures") == "1"


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_an_article_gives_github_no_command(text: str) -> None:
    lines = write_one(two_articles(text)[0], "github", GATE).splitlines()
    assert len(lines) == 2
    assert all(re.match(r"::error file=[^:,]*,line=\d+,title=[^:,]*::", line) for line in lines)


def test_github_annotations(ferry: Report) -> None:
    lines = write_one(ferry, "github", GATE).splitlines()
    assert lines[0].startswith(
        "::error file=news/a1.txt,line=3,title=number of passengers hurt::Harbour Herald says Twelve"
    )
    assert [line.split(" ", 1)[0] for line in lines] == ["::error"] * 4 + ["::notice"] * 6 + ["::warning"] * 2
    assert "::warning file=news/photo.jpg,title=not checked::not a text file" in lines


def test_csv_has_a_row_per_conflict(ferry: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(write_one(ferry, "csv", GATE))))
    assert [(row["id"], row["known"]) for row in rows] == [
        ("c-hurt-1", "false"),
        ("c-hurt-2", "false"),
        ("c-day", "true"),
        ("c-engine", "false"),
        ("c-own", "false"),
    ]
    assert rows[0]["left_text"].startswith("Twelve passengers")
    assert rows[0]["right_line"] == "3"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_csv_cells_are_no_formulas(text: str) -> None:
    row = next(csv.DictReader(io.StringIO(write_one(two_articles(text)[0], "csv"))))
    assert row["left_text"] == f"'{text}"
    assert row["left_source"] == f"'{text}"


def test_jsonld_is_of_claims_only(ferry: Report) -> None:
    graph = json.loads(write_one(ferry, "jsonld", GATE))["@graph"]
    assert {node["@type"] for node in graph} == {"Claim"}
    ashore = next(one for one in ferry.shared if one.agreement_ids == ("g-ashore",))
    shared = next(node for node in graph if node["@id"] == f"#{ashore.id}")
    assert [each["@id"] for each in shared["appearance"]] == ["news/a1.txt#L6", "news/a2.txt#L5"]
    twelve, fifteen = (node for node in graph if node.get("about", {}).get("@id") == "#d-hurt")
    assert [len(twelve["appearance"]), len(fifteen["appearance"])] == [2, 1]
    assert "Rating" not in json.dumps(graph)


def test_skipped_file_with_a_colon_stays_one_annotation() -> None:
    report = replace(make_report(), skipped=(Skipped("a:b,c.txt", "line 1\nline 2"),))
    assert write_one(report, "github") == "::warning file=a%3Ab%2Cc.txt,title=not checked::line 1 line 2\n"
