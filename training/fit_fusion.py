"""Fits the weights that sum the evidence of a conflict (checker/conflicts/weights.json).

    python -m training.fit_fusion --eval ../shared/eval

Maximum a posteriori logistic regression: the prior of every weight is a normal around its hand-set value in
training/fusion_priors.json (what a rule is worth before any data), so that a rule with few examples stays where
it was and one with many follows them. No weight changes its sign: where the data would have it so (few pairs, and
features that go together), it stops at 0, for a row of the evidence that reads the wrong way can't be defended.
Cross-validated by story: no story is ever scored by weights that saw it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.conflicts.gold import CONSISTENT, OPEN, read_stories
from benchmarks.conflicts.injected import read_edits
from benchmarks.conflicts.memory import remembering
from benchmarks.conflicts.short_news import VERDICTS as SHORT_VERDICTS
from benchmarks.conflicts.short_news import read_short_news
from benchmarks.conflicts.topics import read_topics
from benchmarks.conflicts.verdicts import read_verdicts
from checker.conflicts.alone import ALONE
from checker.loading import Models, load_models
from checker.settings import Settings
from training.fusion_data import REAL, Candidate, annotated, evened, injected

HERE = Path(__file__).parent
PRIORS = HERE / "fusion_priors.json"
OUT = HERE.parent / "checker" / "conflicts" / "weights.json"
SPREAD = 1.0  # standard deviation of a weight around its hand-set value
Array = NDArray[np.float64]


def main() -> None:
    """Collects the candidates, cross-validates by story, fits on all and writes the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--parses", type=Path, help="file that keeps the parsed texts for the next run")
    options = parser.parse_args()
    with remembering(load_models(Settings()), options.parses) as models:
        candidates = collect(options.eval, options.data, models)
    priors = json.loads(PRIORS.read_text(encoding="utf-8"))
    print(cross_validate(candidates, priors))
    write(fit(candidates, priors), len(candidates), options.out)


def collect(root: Path, data: Path, models: Models) -> list[Candidate]:
    """The candidates of all annotated stories and injected cases under `root`, of the stories written here (also
    those without a contradiction), and of the short real stories under `data`."""
    real = read_stories(root / "news_dev")
    invented = [story for folder in (OPEN, CONSISTENT) for story in read_stories(folder)]
    verdicts, short = read_verdicts(), read_verdicts(SHORT_VERDICTS)
    found = [c for story in real for c in annotated(story, verdicts, models, REAL)]
    found += [c for story in invented for c in annotated(story, verdicts, models)]
    sparse = [*read_short_news(data), *read_topics(data)]
    found += [c for story in sparse for c in evened(list(annotated(story, short, models)))]
    return [*found, *injected(read_edits(root), {s.name for s in (*real, *invented)}, models)]


def write(weights: dict[str, float], count: int, out: Path) -> None:
    """Writes the weights in the order of their names, rounded to 3 places."""
    ordered = {name: round(weights[name], 3) for name in sorted(weights, key=lambda n: (n != "prior", n))}
    out.write_text(json.dumps({"fitted_on": count, "weights": ordered}, indent=2) + "\n", encoding="utf-8")


def table(candidates: Sequence[Candidate], names: Sequence[str]) -> Array:
    """(candidates, names) of feature values; the first name is the intercept."""
    column = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(candidates), len(names)))
    for row, candidate in enumerate(candidates):
        x[row, column["prior"]] = 1.0
        for name, value in candidate.features.items():
            if name in column:
                x[row, column[name]] = value
    return x


def fit(candidates: Sequence[Candidate], priors: dict[str, float]) -> dict[str, float]:
    """The weights of highest posterior probability, each on its prior's side of 0; what has no prior is not used."""
    priors = with_alone(priors, candidates)
    names = list(priors)
    x, start = table(candidates, names), np.array([priors[n] for n in names])
    y = np.array([c.label for c in candidates], dtype=float)
    w = np.array([c.weight for c in candidates])

    def loss(beta: Array) -> tuple[float, Array]:
        z = np.clip(x @ beta, -30, 30)
        p = 1.0 / (1.0 + np.exp(-z))
        value = float(np.sum(w * (np.logaddexp(0.0, z) - y * z)) + np.sum((beta - start) ** 2) / (2 * SPREAD**2))
        return value, x.T @ (w * (p - y)) + (beta - start) / SPREAD**2

    sides = [(0.0, None) if p > 0 else (None, 0.0) if p < 0 else (None, None) for p in start]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=sides)
    return dict(zip(names, map(float, found.x), strict=True))


def with_alone(priors: dict[str, float], candidates: Sequence[Candidate]) -> dict[str, float]:
    """The priors; a feature of findings by the model alone has the prior of the same feature of other findings."""
    seen = {name for c in candidates for name in c.features if name.startswith(ALONE)}
    own = {name: priors.get(name.removeprefix(ALONE)) for name in sorted(seen - priors.keys())}
    return priors | {name: prior for name, prior in own.items() if prior is not None}


def cross_validate(candidates: Sequence[Candidate], priors: dict[str, float]) -> str:
    """Precision and recall at .5 of the annotated and the injected candidates, each story left out in turn."""
    lines = []
    stories = sorted({c.story for c in candidates})
    scored: list[tuple[Candidate, float]] = []
    for story in stories:
        weights = fit([c for c in candidates if c.story != story], priors)
        own = [c for c in candidates if c.story == story]
        scores = table(own, list(weights)) @ np.array(list(weights.values()))
        scored += [(c, float(1 / (1 + np.exp(-s)))) for c, s in zip(own, scores, strict=True)]
    for least in (0.3, 0.5, 0.7):
        shown = [c for c, p in scored if p >= least]
        right = sum(c.label for c in shown)
        total = sum(c.label for c, _ in scored)
        judged = sum(c.label == 1 or c.judged for c in shown)
        lines.append(f"p >= {least}: {len(shown)} shown, {right} of {total} found, {judged - right} look-alikes shown")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
