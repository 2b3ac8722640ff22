"""All figures of the source scores as one nested dict: real sets with peers, raw flights, simulation, speed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.scores.baselines import PEERS
from benchmarks.scores.datasets import REAL, TruthSet, read_set
from benchmarks.scores.heldout import measure_heldout
from benchmarks.scores.metrics import (
    calibration_chance,
    calibration_error,
    coverage,
    precision,
    right,
    source_accuracy,
    source_figures,
)
from benchmarks.scores.simulate import simulate
from checker.scores.options import ScoreOptions
from checker.scores.score import score_observations

Figures = dict[str, object]
TAIL = (3, 10)  # sources with so many known claims
CLASH = "act_dep"
HELD_OUT = ("book", "heritages", "crowd_dog", "crowd_product")  # sets with sources of 3 to 10 claims


def measure_sets(folder: Path) -> dict[str, Figures]:
    """Figures per real set; flights without the attribute that has two definitions."""
    sets = [read_set(folder / name) for name in REAL]
    sets[0] = sets[0].without(CLASH)
    return {name: measure_set(data) for name, data in zip(REAL, sets, strict=True)}


def measure_set(data: TruthSet) -> Figures:
    """Our figures and the peers' on one set; peers see no hierarchy."""
    result = score_observations(data.claims, hierarchy=data.hierarchy)
    accuracy = source_accuracy(data)
    chosen = right(result.beliefs, data)
    chance, unlucky = calibration_chance(chosen["belief"].to_numpy())
    shown = result.scores.loc[result.scores["enough_evidence"].astype(bool), "agreement"]
    error = calibration_error(chosen["belief"].to_numpy(), chosen["right"].to_numpy())
    ours: Figures = {
        "precision": float(chosen["right"].mean()),
        **source_figures(result.scores["agreement"], accuracy),
        "coverage": coverage(result.scores, accuracy),
        "calibration_error": error,
        "calibration_by_chance": chance,
        "calibration_over_chance": max(error - max(0.05, unlucky), 0.0),
        "calibration_by_chance_95": unlucky,
        "known_items": len(chosen),
        "tail": source_figures(result.scores["agreement"], accuracy, *TAIL),
        "tail_shown": source_figures(shown, accuracy, *TAIL),
        "tail_observed": source_figures(result.scores["observed"], accuracy, *TAIL),
        "own_votes_matter": int(result.scores["own_votes_matter"].sum()),
        "clashes": result.clashes.loc[result.clashes["clash"].astype(bool), "attribute"].tolist(),
    }
    return {"ours": ours, "peers": measure_peers(data, accuracy), "sha256": data.sha256}


def measure_peers(data: TruthSet, accuracy: pd.DataFrame) -> dict[str, Figures]:
    """Precision, Spearman, error and calibration of every peer; Dawid-Skene on closed sets only."""
    figures: dict[str, Figures] = {}
    for name, peer in PEERS.items():
        if name == "Dawid-Skene" and data.claims["value"].nunique() > 10:
            continue
        beliefs, estimate = peer(data.claims)
        chosen = right(beliefs, data)
        figures[name] = {
            "precision": precision(beliefs, data),
            "calibration_error": calibration_error(chosen["belief"].to_numpy(), chosen["right"].to_numpy()),
            **source_figures(estimate, accuracy),
            "tail": source_figures(estimate, accuracy, *TAIL),
        }
    return figures


def measure_raw_flights(folder: Path) -> Figures:
    """What the gate finds on raw flights, and how far scores follow accuracy on the rest, and on everything.

    On everything as the defaults have it (the flagged attribute scores nobody), and with the definition settled.
    """
    data = read_set(folder / REAL[0])
    result = score_observations(data.claims)
    flagged = result.clashes.loc[result.clashes["clash"].astype(bool), "attribute"].tolist()
    scored = data
    for attribute in flagged:
        scored = scored.without(attribute)
    estimate = result.scores["agreement"]
    settled = score_observations(data.claims, options=ScoreOptions(settle_clashes=True)).scores["agreement"]
    return {
        "flagged": flagged,
        "camps": result.clashes.drop(columns=["left", "right"]).to_dict("records"),
        "spearman": source_figures(estimate, source_accuracy(scored))["spearman"],
        "spearman_with_flagged": source_figures(estimate, source_accuracy(data))["spearman"],
        "spearman_settled": source_figures(settled, source_accuracy(data))["spearman"],
        "spearman_of_known_rest": source_figures(source_accuracy(scored)["accuracy"], source_accuracy(data))[
            "spearman"
        ],
        "peers": measure_peers(data, source_accuracy(data)),
    }


def measure_kept_back(folder: Path) -> dict[str, dict[str, float]]:
    """Both estimates of a source against half of its claims, which they haven't seen; sets with small sources."""
    return {name: measure_heldout(read_set(folder / name)) for name in REAL if name in HELD_OUT}


def measure_simulation(seeds: int, rates: str = "good") -> dict[str, Figures]:
    """Means over `seeds` worlds, independent and with a copied wire."""
    return {name: _worlds(seeds, wire, rates) for name, wire in (("independent", False), ("wire", True))}


def _worlds(seeds: int, wire: bool, rates: str) -> Figures:
    rows = []
    for seed in range(seeds):
        world = simulate(seed, wire, rates)
        result = score_observations(world.data.claims)
        scores = result.scores.reindex(world.rate.index)
        error = (scores["agreement"] - world.rate).abs()
        inside = (scores["low"] <= world.rate) & (world.rate <= scores["high"])
        chosen = right(result.beliefs, world.data)
        row = {"tail_error": error[world.tail].mean(), "error": error.mean()}
        row |= {"tail_error of observed": (scores["observed"] - world.rate).abs()[world.tail].mean()}
        row |= {"coverage": inside.mean(), "tail_coverage": inside[world.tail].mean()}
        row |= {"precision": chosen["right"].mean()}
        row |= {"calibration_error": calibration_error(chosen["belief"].to_numpy(), chosen["right"].to_numpy())}
        for name in ("majority vote", "TruthFinder", "PooledInvestment", "ACCU", "ACCUCOPY"):
            estimate = PEERS[name](world.data.claims)[1].reindex(world.rate.index)
            row[f"tail_error of {name}"] = (estimate - world.rate).abs()[world.tail].mean()
        rows.append(row)
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]} | {"worlds": seeds}
