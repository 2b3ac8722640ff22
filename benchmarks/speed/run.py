"""Time `check seeds/` and `check --help` as whole processes and write results.json and results.md beside this file.

    python -m benchmarks.speed.run [--runs 5]

Every run is a fresh interpreter, so imports and the loading of models count. "Cold" is a run right after
the files of the environment were dropped from the disk cache, where the system lets a program do that
(posix_fadvise); the others are what a second run on the same machine takes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LIMITS = {"check seeds/": 15.0, "check --help": 1.0}  # seconds, on 2 cores
WARM_UP = 1  # run that is not counted: it compiles what was never imported before


def drop_cached_files() -> bool:
    """Ask the system to forget the files of the environment and of the package; False where it can't."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for folder in (Path(sysconfig.get_paths()["purelib"]), ROOT / "checker", ROOT / "seeds"):
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def seconds(arguments: list[str]) -> float:
    """Wall time of one whole process; raises CalledProcessError when it fails."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "checker", *arguments], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - began


def measure(name: str, arguments: list[str], runs: int) -> dict[str, Any]:
    """One cold run and `runs` warm ones of a command."""
    for _ in range(WARM_UP):
        seconds(arguments)
    cold = seconds(arguments) if drop_cached_files() else None
    warm = [seconds(arguments) for _ in range(runs)]
    row = {
        "command": name,
        "limit": LIMITS[name],
        "cold": round(cold, 2) if cold is not None else None,
        "median": round(statistics.median(warm), 2),
        "fastest": round(min(warm), 2),
        "slowest": round(max(warm), 2),
        "runs": runs,
    }
    print(f"{name}: median {row['median']} s, cold {row['cold']} s (limit {row['limit']:g} s)", flush=True)
    return row


def page(results: dict[str, Any]) -> str:
    """results.md."""
    rows = [
        f"| `{row['command']}` | {row['limit']:g} | {'-' if row['cold'] is None else row['cold']} | {row['median']} "
        f"| {row['fastest']} to {row['slowest']} |"
        for row in results["commands"]
    ]
    return "\n".join(
        [
            "# How long the command takes",
            "",
            "Written by `make bench-speed`. Seconds of wall time for whole processes, each in a fresh interpreter,",
            f"on a machine with {results['machine']}, Python {results['python']};",
            f"{results['commands'][0]['runs']} runs after one that isn't counted. Cold: the environment's files were",
            "dropped from the disk cache before the run.",
            "",
            "| Command | Limit | Cold | Median | From, to |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--machine", default="2 cores, no GPU")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        commands = [
            measure("check --help", ["--help"], options.runs),
            measure("check seeds/", ["seeds", "--out", out, "--format", "md,html,json"], options.runs),
        ]
    results = {"machine": options.machine, "python": platform.python_version(), "commands": commands}
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (HERE / "results.md").write_text(page(results), encoding="utf-8")
    over = [row["command"] for row in commands if max(row["median"], row["cold"] or 0.0) > row["limit"]]
    if over:
        raise SystemExit(f"over the limit: {', '.join(over)}")


if __name__ == "__main__":
    main()
