"""From a finished report to files, a summary and the exit code."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from checker.errors import SettingsError
from checker.gate.baseline import read_baseline, write_baseline
from checker.gate.exits import say
from checker.gate.outcome import FAILED, PASSED, judge
from checker.records import Report
from checker.reports import Context, find_writer, write_one, write_reports
from checker.reports.atomic import check_writable
from checker.settings import FORMATS

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, beside the settings of the check itself."""

    path: Path
    out: str = "reports"
    formats: str | None = None
    baseline: Path | None = None
    update_baseline: bool = False
    fail_on: str = "never"
    strict: bool = False
    exit_zero: bool = False
    quiet: bool = False

    @property
    def out_folder(self) -> Path | None:
        """The folder of the reports; None where one goes to stdout."""
        return None if self.out == STDOUT else Path(self.out)


def read_context(request: Request) -> Context:
    """The context of a run.

    Raises CheckerError for a wrong format or baseline, or a folder that can't be written, before any article is read.
    """
    chosen_formats(request)
    if request.update_baseline and request.baseline is None:
        raise SettingsError("--update-baseline needs a file: add --baseline FILE")
    if request.out_folder is not None:
        check_writable(request.out_folder)
    known: frozenset[str] = frozenset()
    if request.baseline is not None and not request.update_baseline:
        known = read_baseline(request.baseline).ids
    return Context(known, request.fail_on, article_root(request.path))


def chosen_formats(request: Request) -> list[str]:
    """The formats in the order given; for stdout exactly one. Raises SettingsError otherwise."""
    to_stdout = request.out == STDOUT
    if request.formats is None:
        return ["md"] if to_stdout else list(FORMATS)
    names = list(dict.fromkeys(name.strip() for name in request.formats.split(",") if name.strip()))
    for name in names:
        find_writer(name)
    if not names or (to_stdout and len(names) > 1):
        raise SettingsError(f"--format {request.formats!r}: give {'one format for --out -' if names else 'a format'}")
    return names


def article_root(path: Path) -> str:
    """The articles' folder relative to the working folder, with a final "/"; "" where it isn't below it."""
    folder = path if path.is_dir() else path.parent
    try:
        relative = folder.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except (ValueError, OSError):
        return ""
    return "" if relative == "." else f"{relative}/"


def _print(text: str) -> None:
    """A report on stdout, as UTF-8 like the files, whatever a terminal or a pipe would take it for."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    sys.stdout.write(text)
    sys.stdout.flush()


def finish(report: Report, request: Request, context: Context) -> int:
    """Write the reports, say what was found, and return the exit code."""
    if request.update_baseline and request.baseline is not None:
        write_baseline(request.baseline, report)
        context = Context(frozenset(found.id for found in report.conflicts), context.fail_on, context.root)
        say(f"{len(report.conflicts)} known conflicts written to {request.baseline}")
    formats = chosen_formats(request)
    if request.out == STDOUT:
        _print(write_one(report, formats[0], context))
    else:
        written = write_reports(report, request.out, formats, context)
        if not request.quiet:
            from checker.reports.summary import print_summary

            print_summary(report, context, [path for path in written if path.parent == Path(request.out)])
    outcome = judge(report, context, request.strict)
    for line in outcome.lines:
        say(line)
    return PASSED if outcome.code == FAILED and request.exit_zero else outcome.code
