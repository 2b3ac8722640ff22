"""Ballots with beliefs -> one row per source: agreement, interval and counts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from checker.scores.arrays import ratio
from checker.scores.correlation import claim_correlation
from checker.scores.display import display_score, enough_evidence
from checker.scores.interval import agreement_beta, beta_interval
from checker.scores.options import ScoreOptions
from checker.scores.prior import fit_prior

COUNTED = ("uncorroborated", "relayed", "corrected", "superseded", "set_aside")


def agreement_table(
    per_ballot: pd.DataFrame, values: pd.DataFrame, sources: pd.Index[str], options: ScoreOptions
) -> pd.DataFrame:
    """Agreement, interval and what they rest on; index `source`."""
    sums = _sums(per_ballot, values, sources)
    agreed, evidence = sums["agreed"].to_numpy(), sums["evidence"].to_numpy()
    parts = per_ballot.groupby("source")["part"].mean().reindex(sources, fill_value=1.0).to_numpy(float)
    prior = fit_prior(agreed, evidence, options, parts)
    # those who use another definition are wrong together on all of its items: that says nothing of the others' claims
    rho = claim_correlation(per_ballot[~per_ballot["silent"].astype(bool)], options)
    a, b = agreement_beta(agreed, evidence, sums["doubt"].to_numpy(), prior, rho)
    low, high = beta_interval(a, b, options.mass)
    value = a / (a + b)
    without = (prior[0] + sums["agreed_others"]) / (sum(prior) + evidence)
    table = pd.DataFrame({"agreement": value, "low": low, "high": high, "beta_a": a, "beta_b": b}, index=sources)
    table["observed"] = np.where(evidence > 0, ratio(agreed, evidence), np.nan)
    for name in ("comparable", "evidence", "agreed", "disputed", "dissents", "others"):
        table[name] = sums[name]
    table["without_own_votes"] = without
    table["own_votes_matter"] = (table["agreement"] - without).abs() * 100 > options.own_vote_points
    rows = list(zip(value, low, high, evidence, strict=True))
    table.insert(0, "display", [display_score(v, lo, hi, n, options) for v, lo, hi, n in rows])
    table["enough_evidence"] = [enough_evidence(n, lo, hi, options) for _, lo, hi, n in rows]
    return table


def _sums(per_ballot: pd.DataFrame, values: pd.DataFrame, sources: pd.Index[str]) -> pd.DataFrame:
    live = per_ballot[per_ballot["evidence"] > 0]
    e, p = live["evidence"], live["support"]
    weight_on_item = per_ballot.groupby("key")["weight"].sum()
    contested = values.set_index(["key", "value"])["contested"]
    disputed = contested.reindex(pd.MultiIndex.from_frame(live[["key", "value"]])).to_numpy()
    parts = pd.DataFrame(
        {
            "source": live["source"],
            "agreed": e * p,
            "agreed_others": e * live["others"],
            "evidence": e,
            "doubt": e**2 * live["calm"] * (1 - live["calm"]),
            "comparable": 1,
            "disputed": disputed.astype(int),
            "dissents": (p < 0.5).astype(int),
            "others": live["key"].map(weight_on_item) - live["weight"],
        }
    )
    sums = parts.groupby("source").sum().reindex(sources, fill_value=0)
    sums["others"] = ratio(sums["others"].to_numpy(float), sums["comparable"].to_numpy(float))
    return sums


def count_rows(table: pd.DataFrame, sources: pd.Index[str]) -> pd.DataFrame:
    """How many claims of each source count for nothing, by why: none of them is ever a penalty."""
    name = table["reason"].map({"single source": "uncorroborated"}).fillna(table["reason"])
    name = name.where(name.isin(("", *COUNTED)), "set_aside")
    counts = pd.crosstab(table["source"], name).reindex(index=sources, fill_value=0)
    return counts.reindex(columns=list(COUNTED), fill_value=0).astype(int).rename_axis(columns=None)
