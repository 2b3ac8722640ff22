"""The annotated stories judged with weights that never saw them: each story is left out of the fit in turn."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from benchmarks.conflicts.news import Checked, figures, judge
from checker.conflicts import fusion, joined
from checker.settings import Settings
from training.fit_fusion import PRIORS, fit
from training.fusion_data import Candidate


def held_out_figures(checked: Sequence[Checked], candidates: Sequence[Candidate], settings: Settings) -> dict[str, Any]:
    """The figures of `news.figures`, every story judged by weights fitted on the other stories."""
    return figures(judged_held_out(checked, candidates, settings))


def judged_held_out(checked: Sequence[Checked], candidates: Sequence[Candidate], settings: Settings) -> list[Checked]:
    """The stories, each judged by weights fitted on the other stories."""
    priors = json.loads(PRIORS.read_text(encoding="utf-8"))
    fitted_on = {c.story for c in candidates}

    @cache
    def without(story: str) -> dict[str, float]:
        return fit([c for c in candidates if c.story != story], priors)

    found = []
    for one in checked:
        # a story with no candidates leaves the weights as they are: they are fitted once for all such
        with weighing(without(one.story.name if one.story.name in fitted_on else "")):
            found.append(judge(one.story, one.compared, settings))
    return found


@contextmanager
def weighing(weights: Mapping[str, float]) -> Iterator[None]:
    """These weights in place of those in the package, for the time of the block."""
    shipped = fusion.weights

    def given() -> Mapping[str, float]:
        return weights

    fusion.weights = joined.weights = given  # type: ignore[assignment]
    try:
        yield
    finally:
        fusion.weights = joined.weights = shipped
