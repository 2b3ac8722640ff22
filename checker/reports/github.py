"""GitHub annotations: workflow commands on stdout that show each finding at its line of a pull request."""

from __future__ import annotations

from typing import Any

from checker.records import Report, Scope
from checker.reports.context import Context
from checker.reports.printable import printable
from checker.reports.rooted import rooted
from checker.reports.wording import probability_words, voice_name
from checker.structure import report_to_dict

_COMMAND = {"high": "error", "medium": "warning", "low": "notice"}


def write_github(report: Report, context: Context) -> str:
    """A line per side of each new conflict, and a warning for each file that wasn't read.

    Known conflicts and disputes between quoted parties are notices: they fail nothing.
    """
    plain = report_to_dict(report, context.known)
    lines = []
    for row in plain["conflicts"]:
        for side, other in (("left", "right"), ("right", "left")):
            lines.append(_annotation(row, row[side], row[other], context))
    for row in plain["skipped"]:
        where = _property(rooted(context.root, row["file"]))
        lines.append(f"::warning file={where},title=not checked::{_message(row['reason'])}")
    lines += [f"::warning title=not checked::{_message(text)}" for text in plain["not_checked"]]
    return "".join(f"{line}\n" for line in lines)


def _annotation(row: dict[str, Any], here: dict[str, Any], there: dict[str, Any], context: Context) -> str:
    quiet = row["known"] or row["scope"] == "dispute"
    command = "notice" if quiet else _COMMAND[row["severity"]]
    about = ("known: " if row["known"] else "") + (row["item"] or row["kind"])
    text = (
        f"{_says(here, row)}, {_says(there, row)} "
        f"({rooted(context.root, there['file'])}:{there['line']}): {there['text']} "
        f"[{probability_words(row['probability'])}, {row['id']}]"
    )
    where = f"file={_property(rooted(context.root, here['file']))},line={here['line']}"
    return f"::{command} {where},title={_property(about)}::{_message(text)}"


def _says(side: dict[str, Any], row: dict[str, Any]) -> str:
    return f"{voice_name(side['source'], side['speaker'], Scope(row['scope']))} says {side['value']}"


def _message(text: str) -> str:
    """Escaped as GitHub's own toolkit does it: otherwise an article could give commands to the runner."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
