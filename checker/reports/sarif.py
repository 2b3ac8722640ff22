"""SARIF 2.1.0: what code-scanning tools read. A known conflict is suppressed, never dropped."""

from __future__ import annotations

import json
from typing import Any

from checker.records import Report
from checker.reports.context import Context
from checker.reports.printable import printable
from checker.reports.rooted import as_uri
from checker.structure import home_page, report_to_dict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"high": "error", "medium": "warning", "low": "note"}


def write_sarif(report: Report, context: Context) -> str:
    """One run; a result per conflict: the left sentence is its location, the right one is related to it."""
    plain = report_to_dict(report, context.known)
    rules = sorted({row["rule"] for row in plain["conflicts"]})
    home = home_page()
    driver = {"name": "checker", "version": plain["version"], "rules": [_rule(name, home) for name in rules]}
    if home:
        driver["informationUri"] = home
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(plain, context)],
        "results": [_result(row, rules, context) for row in plain["conflicts"]],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, home: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": f"Two claims differ: {name}"},
        "help": {"text": f"docs/rules.md, section {name}"},
    } | ({"helpUri": f"{home}/blob/main/docs/rules.md#{name}"} if home else {})


def _result(row: dict[str, Any], rules: list[str], context: Context) -> dict[str, Any]:
    left, right = row["left"], row["right"]
    text = f"{row['item'] or row['kind']}: {row['explanation']}"
    result: dict[str, Any] = {
        "ruleId": row["rule"],
        "ruleIndex": rules.index(row["rule"]),
        # a dispute between quoted parties is nobody's error, however grave
        "level": "note" if row["scope"] == "dispute" else _LEVEL[row["severity"]],
        "message": {"text": printable(text)},
        "locations": [_location(left, context)],
        "relatedLocations": [{**_location(right, context), "id": 1, "message": {"text": printable(right["text"])}}],
        "partialFingerprints": {"conflictId/v1": row["id"]},
        "rank": round(100 * row["probability"], 2),
        "properties": {name: row[name] for name in ("severity", "probability", "scope", "story", "disagreement")},
    }
    if row["known"]:
        result["suppressions"] = [{"kind": "external", "justification": "in the baseline"}]
    return result


def _location(side: dict[str, Any], context: Context) -> dict[str, Any]:
    region = {
        "startLine": side["line"],
        "charOffset": side["start"],
        "charLength": side["end"] - side["start"],
        "snippet": {"text": side["text"]},
    }
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": as_uri(context.root, side["file"])},
            "region": region,
        }
    }


def _invocation(plain: dict[str, Any], context: Context) -> dict[str, Any]:
    """What couldn't be checked, so that an empty list of results doesn't look like a clean run."""
    notes = [
        {
            "level": "warning",
            "message": {"text": printable(f"not checked: {row['reason']}")},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": as_uri(context.root, row["file"])}}},
            ],
        }
        for row in plain["skipped"]
    ]
    notes += [
        {"level": "note", "message": {"text": printable(f"not checked: {text}")}} for text in plain["not_checked"]
    ]
    complete = bool(plain["articles"]) and not (plain["settings"].get("strict") and notes)
    return {"executionSuccessful": complete, "toolExecutionNotifications": notes}
