"""Reports: one writer per format, in a registry, and `write_reports` that puts them into a folder."""

from __future__ import annotations

from checker.reports.context import Context
from checker.reports.writers import WRITERS, Writer, find_writer, write_one, write_reports

__all__ = ["WRITERS", "Context", "Writer", "find_writer", "write_one", "write_reports"]
