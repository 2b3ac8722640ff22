"""Writes docs/cli.md from the command line itself: `python -m docs.make_cli`, or `make docs`."""

from __future__ import annotations

import inspect
from enum import StrEnum
from pathlib import Path

from typer.models import ArgumentInfo, ParameterInfo

from checker import cli

HEAD = """# The command line

*Written by `make docs` from the command itself; a test compares the two.*

```
check PATH [OPTIONS]
```

"""

TABLE = ("| Option | Default | Meaning |", "|---|---|---|")

TAIL = """
## Exit codes

| Code | Meaning |
|---|---|
| 0 | Done, and no new conflict at or above `--fail-on` (with the default `never`: whatever was found) |
| 1 | New conflicts at or above `--fail-on` |
| 2 | Wrong usage, unreadable input, no article at all, or with `--strict` anything that could not be checked |
| 130 | Interrupted with Ctrl-C; no half-written report is left |

## Output

The reports go into the folder of `--out`, each written whole or not at all. A short summary goes to stdout (plain
when piped; `NO_COLOR` is respected), progress and what failed to stderr. `--out -` prints one format to stdout
instead, and nothing else. [formats-out.md](formats-out.md) has the formats, [ci.md](ci.md) the gate.

## Shell completion

`check --install-completion` installs it for the current shell; `check --show-completion` prints it.

## Environment

| Variable | Meaning |
|---|---|
| `NO_COLOR` | No colour in the summary |
| `CHECKER_TRACEBACK` | Set it to see the traceback of an internal error |
"""


def cli_page() -> str:
    """The whole page."""
    groups: dict[str, list[str]] = {}
    for parameter in inspect.signature(cli.check, eval_str=True).parameters.values():
        info = parameter.annotation.__metadata__[0]
        title = info.rich_help_panel or ("Arguments" if isinstance(info, ArgumentInfo) else "General")
        groups.setdefault(title, []).append(_row(parameter, info))
    order = ["Arguments", cli.WHAT, cli.REPORTS, cli.GATE, cli.MODELS, "General"]
    sections = "\n".join("\n".join([f"## {title}", "", *TABLE, *groups[title], ""]) for title in order)
    purpose = (cli.check.__doc__ or "").split("\n\n")[0]
    return f"{HEAD}{purpose}\n\n{sections}{TAIL}"


def _row(parameter: inspect.Parameter, info: ParameterInfo) -> str:
    default = parameter.default
    # in an Annotated option typer keeps the first name where the default would be
    first = info.default if str(info.default).startswith("-") else f"--{parameter.name.replace('_', '-')}"
    names = [first, *(name for name in info.param_decls or () if name != first)]
    shown = parameter.name.upper() if isinstance(info, ArgumentInfo) else "`, `".join(names)
    choices = f" {' / '.join(type(default))}" if isinstance(default, StrEnum) else ""
    silent = default in (None, inspect.Parameter.empty) or isinstance(default, bool)
    return f"| `{shown}`{choices} | {'' if silent else f'`{default}`'} | {info.help} |"


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(cli_page(), encoding="utf-8")
