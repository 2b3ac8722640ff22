"""docs/scoring.md says what the benchmarks measured, and its example does what it shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scoring.md").read_text("utf-8")
FLAT = re.sub(r"\s+", " ", PAGE)
RESULTS: dict[str, Any] = json.loads((ROOT / "benchmarks" / "scores" / "results.json").read_text("utf-8"))
SETS = {
    "flight, actual departure removed": "flight_20111208", "book": "book", "heritages, with its hierarchy": "heritages",
    "dog": "crowd_dog", "duck": "crowd_duck", "product": "crowd_product",
}  # fmt: skip


def short(value: float, digits: int = 3) -> str:
    """As the page writes shares: ".984"."""
    return f"{value:.{digits}f}".removeprefix("0")


@pytest.mark.parametrize("row", SETS)
def test_the_table_is_what_was_measured(row: str) -> None:
    ours = RESULTS["sets"][SETS[row]]["ours"]
    cells = [short(ours["precision"]), short(ours["spearman"], 2), short(ours["error"]), short(ours["coverage"], 2)]
    assert f"| {row} | {' | '.join([*cells, short(ours['calibration_error'])])} |" in PAGE


def test_what_is_said_of_the_lines_is_what_was_measured() -> None:
    heritages, raw = RESULTS["sets"]["heritages"]["ours"], RESULTS["raw_flights"]
    tail, seen, shown = (heritages[name] for name in ("tail", "tail_observed", "tail_shown"))
    assert f"`observed` has {short(seen['error'])} and {short(seen['spearman'], 2)}" in FLAT
    assert f"`agreement` {short(tail['error'])} and {short(tail['spearman'], 2)}" in FLAT
    assert f"Of the {tail['sources']} such sources {shown['sources']} have" in FLAT
    assert f"their error is {short(shown['error'])}" in FLAT
    for name, words in (("heritages", "{} against {} for"), ("book", "book {} and {}"), ("crowd_dog", "dog {} and {}")):
        kept = RESULTS["kept_back"][name]
        assert words.format(short(kept["brier_agreement"]), short(kept["brier_observed"])) in FLAT
    assert f"(Spearman {short(raw['spearman'], 2)})" in FLAT
    assert f"the default reaches {short(raw['spearman_with_flagged'], 2)} there" in FLAT
    assert f"With `settle_clashes=True` it is {short(raw['spearman_settled'], 2)}:" in FLAT
    clash = next(camps for camps in raw["camps"] if camps["clash"])
    assert f"with a probability of {short(max(clash['p_left'], 1 - clash['p_left']), 2)}," in FLAT
    assert f"Asked: .05; measured: {short(RESULTS['sets']['crowd_dog']['ours']['calibration_error'])}." in FLAT
    book = RESULTS["sets"]["book"]["ours"]
    assert f"would show {short(book['calibration_by_chance'])} on average" in FLAT
    assert f"up to {short(book['calibration_by_chance_95'])} in 95" in FLAT
    duck = RESULTS["sets"]["crowd_duck"]["ours"]
    chance = [short(duck[f"calibration_by_chance{end}"]) for end in ("", "_95")]
    assert f"on the 108 of duck {chance[0]} and {chance[1]}" in FLAT
    errors = [short(ours["calibration_error"]) for ours in (book, duck)]
    assert f"the error is within that: {errors[0]} and {errors[1]}." in FLAT


def test_simulation_and_speed_are_what_was_measured() -> None:
    alone, wire = RESULTS["simulation"]["independent"], RESULTS["simulation"]["wire"]
    assert f"tail error {short(alone['tail_error'])} independent and {short(wire['tail_error'])} with" in FLAT
    assert f"holds {short(alone['coverage'], 2)} and {short(wire['coverage'], 2)} of the rates" in FLAT
    assert f"in the tail {short(alone['tail_coverage'], 2)} and {short(wire['tail_coverage'], 2)}" in FLAT
    assert f"{RESULTS['speed']['cpu_seconds']:.1f} s of CPU and {RESULTS['speed']['megabytes']:.0f} MB" in FLAT
    assert f"the load of {RESULTS['speed']['load']:.1f} at which" in FLAT


def test_the_copies_are_those_of_the_benchmark() -> None:
    table = (ROOT / "benchmarks" / "scores" / "copies.md").read_text("utf-8").split("\n\n")[1]
    assert table in PAGE
    assert table.count("\n") == 9  # eight stories
    copies = (ROOT / "benchmarks" / "scores" / "copies.md").read_text("utf-8")
    carriers = re.findall(
        r"^\| (?:dailymail|nytimes|washingtonpost) \| 8 \| 8 \| 0 .*\| ([^|]+) \| not enough", copies, re.M
    )
    assert len(carriers) == 3
    assert f"each of its three carriers would be shown as {carriers[0]}" in FLAT


def test_the_example_does_what_it_shows() -> None:
    names: dict[str, Any] = {}
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code is not None
    exec(code[1], names)
    scores: pd.DataFrame = names["result"].scores
    for source, row in scores.iterrows():
        numbers = [*(f"{row[name]:.3f}" for name in ("agreement", "low", "high"))]
        numbers += [str(row[name]) for name in ("comparable", "disputed", "uncorroborated")]
        line = next(line for line in PAGE.splitlines() if line.startswith(f"    {source} "))
        assert line.split()[len(str(source).split()) :] == [*row["display"].split(), *numbers]


def test_the_library_is_there_without_loading_pandas() -> None:
    import checker.scores

    check = "import sys, checker.scores; print(*sorted({'pandas', 'scipy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    assert all(callable(getattr(checker.scores, name)) for name in checker.scores.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = checker.scores.no_such_name
