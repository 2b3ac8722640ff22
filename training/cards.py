"""Write every MODEL_CARD.md from their templates, with the figures of benchmarks/models/results.json.

    python -m training.cards

A card can't state a figure that was not measured: each {name} in a template is looked up in the results.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks/models/results.json"


def look_up(results: Any, path: str) -> str:
    """The value at a dotted path, e.g. nli.sets.validation.accuracy; shares with three digits."""
    value = results
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, list) else value[key]
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def fill(template: str, results: Any) -> str:
    """The template with every {dotted.path} looked up."""
    parts = template.split("{")
    made = [parts[0]]
    for part in parts[1:]:
        path, _, rest = part.partition("}")
        made.append(look_up(results, path) + rest)
    return "".join(made)


def main() -> None:
    """Write all cards."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    for name in ("nli", "same_event", "same_fact"):
        template = (ROOT / f"training/card_{name}.md").read_text(encoding="utf-8")
        (ROOT / f"checker/models/{name}/MODEL_CARD.md").write_text(fill(template, results), encoding="utf-8")


if __name__ == "__main__":
    main()
