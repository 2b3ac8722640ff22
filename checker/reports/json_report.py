"""report.json, the machine form; docs/report.schema.json describes it."""

from __future__ import annotations

import json

from checker.records import Report
from checker.reports.context import Context
from checker.structure import report_to_dict


def write_json(report: Report, context: Context) -> str:
    """The structure of `Report.to_dict()` as indented JSON; conflicts of the baseline are marked `known`."""
    return json.dumps(report_to_dict(report, context.known), ensure_ascii=False, indent=1) + "\n"
