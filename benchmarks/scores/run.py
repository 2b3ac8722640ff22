"""Measure the source scores: `python -m benchmarks.scores.run --data ../shared/data/truth`.

Prints the acceptance table and the peers beside it, writes results.json and results.md, and exits with 1 where a figure
falls below floors.json. `--record` raises the floors to this run; `--lower` may also lower them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import scipy

from benchmarks.scores import accept, measure
from benchmarks.scores.baselines import PEERS
from benchmarks.scores.heldout import heldout_table
from benchmarks.scores.speed import measure_apart

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """Run everything; 0, or 1 where a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scores.run", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the sets that have known answers")
    parser.add_argument("--out", type=Path, default=HERE, help="where results.json and results.md go")
    parser.add_argument("--worlds", type=int, default=12, help="simulated worlds per kind")
    parser.add_argument("--record", action="store_true", help="raise the floors to this run")
    parser.add_argument("--lower", action="store_true", help="with --record: floors may also get worse")
    options = parser.parse_args(arguments)
    results = run(options.data, options.worlds)
    floors = accept.read_floors(HERE / "floors.json")
    text = markdown(results)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "results.json").write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
    (options.out / "results.md").write_text(text, "utf-8")
    print(text)
    broken = accept.broken_floors(results, floors)
    if options.record:
        raised = accept.raised_floors(results, floors, options.lower)
        (HERE / "floors.json").write_text(json.dumps(raised, indent=1) + "\n", "utf-8")
        broken = [] if options.lower else broken
    for sentence in broken:
        print(f"floor broken: {sentence}", file=sys.stderr)
    return 1 if broken else 0


def run(data: Path, worlds: int) -> dict[str, object]:
    """All figures, with the machine and the checksums of the data."""
    raw = measure.measure_raw_flights(data)
    raw["found"] = float(raw["flagged"] == [measure.CLASH])
    return {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"numpy {np.__version__}, pandas {pd.__version__}, scipy {scipy.__version__}",
        "sets": measure.measure_sets(data),
        "raw_flights": raw,
        "kept_back": measure.measure_kept_back(data),
        "simulation": measure.measure_simulation(worlds),
        "simulation_mixed": measure.measure_simulation(worlds, "mixed"),
        "simulation_uniform": measure.measure_simulation(worlds, "uniform"),
        "speed": measure_apart(100_000),
        "speed_half": measure_apart(50_000),
    }


def markdown(results: dict[str, object]) -> str:
    """The acceptance table, then the peers, then where the data came from."""
    sets = results["sets"]
    raw = results["raw_flights"]
    assert isinstance(sets, dict)
    assert isinstance(raw, dict)
    sums = [f"- {name}: sha256 {figures['sha256']}" for name, figures in sets.items()]
    head = ["# Source scores, measured", "", f"Machine: {results['machine']}", "", "## Acceptance", ""]
    table = [*_lines(accept.LINES, results), "", "The design's lines in their first form (docs/scoring.md):", ""]
    table += _lines(accept.FIRST_FORM, results)
    parts = [*_speed(results), *_peers(sets), *_tail(results), *_calibration(sets), *_raw(raw), *_simulation(results)]
    return "\n".join([*head, *table, *parts, "", "## Data", "", *sums, ""])


def _lines(lines: list[accept.Line], results: dict[str, object]) -> list[str]:
    rows = ["| test | figure | measured | accept | reached |", "|---|---|---|---|---|"]
    for line in lines:
        value = line.value(results)
        sign = ">=" if line.bound == "least" else "<="
        mark = "yes" if line.reached(value) else "**no**"
        rows.append(f"| {line.test} | {line.figure} | {value:.3f} | {sign} {line.target:g} | {mark} |")
    return rows


def _speed(results: dict[str, object]) -> list[str]:
    speed = results["speed"]
    assert isinstance(speed, dict)
    times = f"wall {speed['seconds']:.1f} s, CPU {speed['cpu_seconds']:.1f} s"
    return [
        "",
        f"Speed is the least of three runs ({times}) at a load of {speed['load']:.1f} on {os.cpu_count()} cores.",
    ]


def _peers(sets: dict[str, dict[str, dict[str, dict[str, float]]]]) -> list[str]:
    names = list(sets)
    methods = ["majority vote", "TruthFinder", "PooledInvestment", "Dawid-Skene", "ACCU", "ACCUCOPY"]
    out = ["", "## Peers in the same run: precision / Spearman / mean absolute error", ""]
    out += [f"| method | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for method in methods:
        cells = [_cell(sets[name]["peers"].get(method)) for name in names]
        out.append(f"| {method} | {' | '.join(cells)} |")
    out.append(f"| **checker.scores** | {' | '.join(_cell(sets[name]['ours']) for name in names)} |")
    ours = [f"{sets[n]['ours']['coverage']:.2f}" for n in names]
    return [*out, f"| its 90% interval holds the accuracy of | {' | '.join(ours)} |"]


def _cell(figures: dict[str, float] | None) -> str:
    if figures is None:
        return "-"
    return f"{figures['precision']:.3f} / {figures['spearman']:.2f} / {figures['error']:.3f}"


def _raw(raw: dict[str, object]) -> list[str]:
    camps, peers = raw["camps"], raw["peers"]
    assert isinstance(camps, list)
    assert isinstance(peers, dict)
    out = ["", "## Raw flights: two definitions?", ""]
    out += ["| attribute | within | across | origins | smaller camp | clash | likelier camp |", "|---" * 7 + "|"]
    for c in camps:
        origins = f"{c['left_origins']} and {c['right_origins']}"
        cells = [f"{c['within']:.2f}", f"{c['across']:.2f}", origins, f"{c['smaller_share']:.2f}", str(c["clash"])]
        sure = max(c["p_left"], 1 - c["p_left"])
        cells.append(f"{c['likelier']}, {sure:.2f}" if c["likelier"] else "")
        out.append(f"| {c['attribute']} | {' | '.join(cells)} |")
    known = raw["spearman_of_known_rest"]
    bound = "The true accuracy on the other attributes itself has Spearman {:.3f} with the accuracy on all of them."
    settled = (
        f"With the flagged attribute left out of the scores, as the defaults have it, they follow the accuracy on all "
        f"with {raw['spearman_with_flagged']:.3f}; settled by the likelier camp, with {raw['spearman_settled']:.3f}."
    )
    spread = [f"{name} {figures['precision']:.3f} / {figures['spearman']:.2f}" for name, figures in peers.items()]
    return [
        *out,
        "",
        settled,
        bound.format(known),
        "",
        f"Peers on the raw set, precision / Spearman: {', '.join(spread)}.",
    ]


def _tail(results: dict[str, object]) -> list[str]:
    sets, kept = results["sets"], results["kept_back"]
    assert isinstance(sets, dict)
    assert isinstance(kept, dict)
    out = ["", "## Sources with few claims: the rate behind them, or the share at hand?", ""]
    out += ["Half of each source's claims are kept back; sources of which 3 to 10 comparable claims are seen.", ""]
    out += [
        *heldout_table(kept),
        "",
        "Against the share of right claims among all claims at hand (3 to 10 known ones):",
    ]
    out += [
        "",
        "| set | sources | error of agreement | of observed | shown | error of what is shown |",
        "|---" * 6 + "|",
    ]
    for name in (each for each in kept if sets[each]["ours"]["tail"]["sources"]):
        all_, seen, shown = (sets[name]["ours"][key] for key in ("tail", "tail_observed", "tail_shown"))
        errors = [f"{each['error']:.3f}" for each in (all_, seen, shown)]
        cells = [name, str(all_["sources"]), *errors[:2], str(shown["sources"]), errors[2]]
        out.append(f"| {' | '.join(cells)} |")
    return out


def _calibration(sets: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    out = ["", "## Calibration of beliefs: measured, and what exact beliefs would show by chance", ""]
    out += ["The share of votes can be read as a belief, at the precision of a majority vote.", ""]
    peers = [*PEERS]
    out.append(f"| {' | '.join(['set', 'known items', 'measured', 'exact beliefs: mean', '95% below', *peers])} |")
    out.append("|---" * (5 + len(peers)) + "|")
    for name, figures in sets.items():
        ours = figures["ours"]
        names = ("calibration_error", "calibration_by_chance", "calibration_by_chance_95")
        theirs = [figures["peers"].get(peer) for peer in peers]
        cells = [f"{ours[key]:.3f}" for key in names] + [f"{p['calibration_error']:.3f}" if p else "-" for p in theirs]
        out.append(f"| {name} | {ours['known_items']} | {' | '.join(cells)} |")
    return out


def _simulation(results: dict[str, object]) -> list[str]:
    kinds = {"simulation": "Beta(10, 2)", "simulation_mixed": "Beta(8, 2.5)", "simulation_uniform": "0.5 to 0.95"}
    worlds = [results[kind][world] for kind in kinds for world in ("independent", "wire")]  # type: ignore[index]
    title = [f"{name}, {world}" for name in kinds.values() for world in ("independent", "wire")]
    out = ["", "## Simulation: means over worlds", "", f"| figure | {' | '.join(title)} |", "|---" * 7 + "|"]
    return [*out, *(f"| {key} | {' | '.join(f'{w[key]:.3f}' for w in worlds)} |" for key in worlds[0])]


if __name__ == "__main__":
    sys.exit(main())
