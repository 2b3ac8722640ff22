"""The goals and floors of the design, and the recorded floors below which no figure may fall again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.json")
SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its name, where it is in the results, whether more is better, the goal and the floor."""

    name: str
    path: str
    more: bool
    goal: float
    floor: float

    def value(self, results: dict[str, Any]) -> float:
        """The figure itself."""
        found: Any = results
        for key in self.path.split("/"):
            found = found[key]
        return float(found)

    def keeps(self, value: float, bound: float) -> bool:
        """Whether the value is on the right side of a bound."""
        return value >= bound if self.more else value <= bound


LINES = (
    Line("recall of high and medium disagreements", "news/recall_high_medium", True, 0.55, 0.30),
    Line("the same, weights fitted without the story", "held_out/recall_high_medium", True, 0.55, 0.30),
    Line("judged precision", "news/judged_precision", True, 0.80, 0.70),
    Line("the same, weights fitted without the story", "held_out/judged_precision", True, 0.80, 0.70),
    Line("same-claim recall", "news/same_claim_recall", True, 0.60, 0.40),
    Line("shown disagreements per article", "news/shown_per_article", False, 2.0, 2.0),
    Line("flags without a record that are real, by hand", "verdicts/share_real", True, 0.60, 0.60),
    Line("short real stories: flags that are real", "short_news_held_out/share_real", True, 0.60, 0.50),
    Line("errors that a person wrote into a sentence: found", "sentence_pairs/bump_task1/share", True, 0.60, 0.50),
    Line("injected, strong alignment, detected", "injected/strong", True, 0.85, 0.70),
    Line("false alarms per untouched pair", "injected/false_alarms", False, 0.3, 0.6),
    Line("pairs of articles of one story kept together", "mixed/kept_together", True, 0.95, 0.90),
    Line("pairs of articles of two stories put together", "mixed/joined_wrongly", False, 0.0, 0.0),
)


def broken(results: dict[str, Any], file: Path = FILE) -> list[str]:
    """A sentence for each figure that is worse than its recorded floor, by more than SLACK."""
    recorded: dict[str, float] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    found = []
    for line in LINES:
        floor = recorded.get(line.path, line.floor)
        value = line.value(results)
        if not line.keeps(value, floor - SLACK if line.more else floor + SLACK):
            found.append(f"{line.name} ({line.path}) is {value:.3f}, recorded {floor:.3f}")
    return found


def record(results: dict[str, Any], file: Path = FILE) -> None:
    """Write this run's figures as the floors."""
    floors = {line.path: round(line.value(results), 4) for line in LINES}
    file.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
