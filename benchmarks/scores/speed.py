"""Time and memory of one scoring run, in a process of its own: `python -m benchmarks.scores.speed 100000`."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time

import numpy as np
import pandas as pd


def world(rows: int, seed: int = 0) -> pd.DataFrame:
    """Observations with four attributes: sources from busy to rare, about five claims per item, some copied."""
    rng = np.random.default_rng(seed)
    sources, items = max(rows // 100, 20), max(rows // 5, 10)
    popular = 1 / np.sqrt(np.arange(1, sources + 1))
    source = rng.choice(sources, rows, p=popular / popular.sum())
    item = rng.integers(0, items, rows)
    rate = rng.beta(8, 2.5, sources)
    value = np.where(rng.random(rows) < rate[source], 0, rng.integers(1, 5, rows))
    table = pd.DataFrame({"source": source, "item": item, "value": value, "attribute": item % 4})
    table = table.drop_duplicates(["source", "item"]).astype(str)
    return table.assign(source="s" + table["source"], value=table["item"] + "v" + table["value"])


def measure(rows: int) -> dict[str, float]:
    """Seconds (wall and CPU) and peak megabytes of scoring about `rows` observations, measured in this process."""
    from checker.scores.score import score_observations

    table = world(rows)
    before, cpu = time.perf_counter(), time.process_time()
    score_observations(table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "observations": len(table),
        "seconds": time.perf_counter() - before,
        "cpu_seconds": time.process_time() - cpu,
        "megabytes": peak,
    }


def measure_apart(rows: int, runs: int = 3) -> dict[str, float]:
    """The same in fresh processes, so that nothing else counts: the least of some runs, and how busy the machine was.

    What other processes take only ever adds to a time, so the least is nearest to the truth (as in `timeit`); `load` is
    the mean number of processes that wanted to run during the last minute.
    """
    command = [sys.executable, "-m", "benchmarks.scores.speed", str(rows)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    ]
    return {name: min(run[name] for run in found) for name in found[0]} | {"load": os.getloadavg()[0]}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
