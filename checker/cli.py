"""The command line: options -> Settings -> pipeline -> reports -> exit code. The only file that knows typer.

One command only: with a second one typer would read `check seeds/` as a command called "seeds/".
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.gate.exits import clean_exits
from checker.progress import ProgressBar
from checker.reports.writers import WRITERS
from checker.settings import FORMATS, Settings

if TYPE_CHECKING:
    from checker.gate.run import Request
    from checker.records import Report

DEFAULTS = Settings()

WHAT, REPORTS, MODELS, GATE = "What counts", "Reports", "Models", "Gate for CI"


class FailOn(StrEnum):
    """The severity from which on a new conflict fails the run; typer takes choices as an enumeration."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    NEVER = "never"


class Stories(StrEnum):
    """How articles are put into stories."""

    AUTO = "auto"
    ONE = "one"


DEFAULT_STORIES = Stories(DEFAULTS.stories)

app = typer.Typer(rich_markup_mode="rich", pretty_exceptions_enable=False)


def main() -> None:
    """The console script `check`."""
    app(prog_name="check")


def _version(value: bool) -> None:
    if value:
        from checker import __version__

        typer.echo(f"check {__version__}")
        raise typer.Exit


def _given(text: str) -> Path:
    """The path; "" is a variable of a CI that was never set, and not the working folder."""
    if not text:
        raise typer.BadParameter("is empty; give the folder that holds the articles")
    return Path(text)


@app.command()
def check(
    path: Annotated[
        Path,
        typer.Argument(help="Folder of articles, or one file that holds several.", parser=_given, metavar="PATH"),
    ],
    min_probability: Annotated[
        float, typer.Option(help="Report conflicts from this probability on (0-1).", rich_help_panel=WHAT)
    ] = DEFAULTS.min_probability,
    stories: Annotated[
        Stories,
        typer.Option(
            help="auto: find which articles tell of one event; one: take all articles for one story.",
            rich_help_panel=WHAT,
        ),
    ] = DEFAULT_STORIES,
    out: Annotated[
        str,
        typer.Option("--out", "-o", help="Folder for the reports, or - for stdout.", rich_help_panel=REPORTS),
    ] = "reports",
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help=f"{', '.join(WRITERS)}; several with commas between (default: {','.join(FORMATS)}).",
            show_default=False,
            rich_help_panel=REPORTS,
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No summary and no progress; failures stay.", rich_help_panel=REPORTS),
    ] = False,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            help="Exit 1 when a new conflict has this severity or a higher one.",
            rich_help_panel=GATE,
        ),
    ] = FailOn.NEVER,
    baseline: Annotated[
        Path | None,
        typer.Option(help="File of known conflicts: shown, but they don't fail the run.", rich_help_panel=GATE),
    ] = None,
    update_baseline: Annotated[
        bool,
        typer.Option("--update-baseline", help="Write what was found to --baseline.", rich_help_panel=GATE),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit 2 when anything could not be checked.", rich_help_panel=GATE),
    ] = False,
    exit_zero: Annotated[
        bool,
        typer.Option("--exit-zero", help="Exit 0 even where --fail-on says 1; errors stay 2.", rich_help_panel=GATE),
    ] = False,
    encoder: Annotated[
        str, typer.Option(help="Sentence encoder: bundled, a name or a folder.", rich_help_panel=MODELS)
    ] = DEFAULTS.encoder,
    nli: Annotated[
        str,
        typer.Option(help="Model for contradictions: none, bundled, a name or a folder.", rich_help_panel=MODELS),
    ] = DEFAULTS.nli,
    same_event: Annotated[
        str,
        typer.Option(help="Model for one event: none, bundled, a name or a folder.", rich_help_panel=MODELS),
    ] = DEFAULTS.same_event,
    same_fact: Annotated[
        str,
        typer.Option(help="Encoder for one fact: none, bundled, a name or a folder.", rich_help_panel=MODELS),
    ] = DEFAULTS.same_fact,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=64,
            help="Processes that read articles beside the main one (default: by cores and size; 0: none).",
            show_default=False,
            rich_help_panel=MODELS,
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Compare news articles and list where they contradict each other.

    Exit codes: 0 done, 1 new conflicts at or above --fail-on, 2 something is wrong (usage, input, or with
    --strict anything that could not be checked), 130 interrupted.
    """
    with clean_exits():
        from checker.gate.run import Request, finish, read_context

        request = Request(path, out, format_, baseline, update_baseline, fail_on.value, strict, exit_zero, quiet)
        context = read_context(request)
        settings = Settings(
            encoder=encoder,
            nli=nli,
            same_event=same_event,
            same_fact=same_fact,
            stories=stories.value,
            min_probability=min_probability,
            strict=strict,
        )
        raise typer.Exit(finish(run_check(request, settings, jobs), request, context))


def run_check(request: Request, settings: Settings, jobs: int | None = None) -> Report:
    """Read and check the articles, with progress on stderr where that is a terminal."""
    # idle threads of the models would otherwise spin and slow down every process of a small machine
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from checker.articles import read_articles
    from checker.gate.run import chosen_formats
    from checker.reports.own_files import without_own_files

    articles = without_own_files(
        read_articles(request.path), request.path, request.out_folder, request.baseline, chosen_formats(request)
    )
    from checker.pipeline import check_articles  # only now: a wrong path is told before the models load

    with ProgressBar(shown=False if request.quiet else None) as progress:
        return check_articles(articles, settings, progress, jobs=jobs)
