"""Which estimate says what a source's next claims will be like? Half of each source's claims are kept back.

The scores see the other half only. `agreement` (shrunk by the prior) and `observed` (the share at hand) are then held
against the claims kept back: the mean square error per claim (Brier 1950) and per source the absolute error.
"""

from __future__ import annotations

import numpy as np

from benchmarks.scores.datasets import TruthSet
from checker.scores.score import score_observations

FEW, MANY = 3, 10  # comparable claims that the scores see


def measure_heldout(data: TruthSet, seeds: int = 5) -> dict[str, float]:
    """Means over `seeds` halvings, for sources of which 3 to 10 comparable claims are seen and some are kept back."""
    rows = [_halve(data, seed) for seed in range(seeds)]
    return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}


def _halve(data: TruthSet, seed: int) -> dict[str, float]:
    claims = data.claims.sort_values(["source", "item"], ignore_index=True)
    kept = np.random.default_rng(seed).random(len(claims)) < 0.5
    scores = score_observations(claims[kept], hierarchy=data.hierarchy).scores
    back = claims[~kept].merge(data.truth[["item", "accepted"]], on="item")
    back["right"] = [float(v in a) for v, a in zip(back["value"], back["accepted"], strict=True)]
    few = scores[scores["evidence"].between(FEW, MANY)]
    both = back.merge(few[["agreement", "observed"]], left_on="source", right_index=True)
    figures: dict[str, float] = {"sources": both["source"].nunique(), "claims": len(both)}
    share = both.groupby("source")[["right", "agreement", "observed"]].mean()
    for name in ("agreement", "observed"):
        figures[f"brier_{name}"] = float(((both[name] - both["right"]) ** 2).mean())
        figures[f"error_{name}"] = float((share[name] - share["right"]).abs().mean())
    figures["gain"] = figures["brier_observed"] - figures["brier_agreement"]
    figures["brier_of_the_mean"] = float(((both["right"].mean() - both["right"]) ** 2).mean())
    return figures


def heldout_table(sets: dict[str, dict[str, float]]) -> list[str]:
    """Markdown lines: per set the errors of both estimates on claims that they haven't seen."""
    head = "| set | sources | claims kept back | Brier of agreement | of observed | error of agreement | of observed |"
    lines = [head, "|---" * 7 + "|"]
    for name, f in sets.items():
        errors = " | ".join(
            f"{f[key]:.3f}" for key in ("brier_agreement", "brier_observed", "error_agreement", "error_observed")
        )
        lines.append(f"| {name} | {f['sources']:.0f} | {f['claims']:.0f} | {errors} |")
    return lines
