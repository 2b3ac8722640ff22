"""Conflicts, shared claims -> SourceScore: how far each source agrees with independent reporting, and with itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from checker.records import (
    Article,
    Claim,
    ClaimPair,
    Comparison,
    Conflict,
    CountedClaim,
    Disagreement,
    Scope,
    SelfConsistency,
    SharedClaim,
    SourceScore,
)
from checker.scores.counted import claims_of, counted_claims, origins_met, uncorroborated, who_speaks
from checker.scores.credits import agency_name
from checker.scores.display import enough_evidence
from checker.scores.interval import beta_interval
from checker.scores.observations import news_observations
from checker.scores.options import ScoreOptions
from checker.scores.origins import Origins
from checker.scores.score import score_observations
from checker.settings import Settings


def score_sources(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    disagreements: Sequence[Disagreement],
    shared: Sequence[SharedClaim],
    own_pairs: Mapping[str, int],
    settings: Settings,
) -> tuple[SourceScore, ...]:
    """One score per source, by name, by the model of docs/scoring.md; an agency that some text is credited to has one
    too. `own_pairs`: comparable own pairs by source.
    """
    options = ScoreOptions(min_evidence=float(settings.min_comparable), max_width=settings.max_width / 100)
    origins = Origins(articles, settings.copy_containment)
    stamps = {a.id: a.published.stamp for a in articles}
    observations = news_observations(disagreements, conflicts, shared, stamps, origins)
    result = score_observations(observations, options=options)
    told = result.observations[["voter", "counted", "contested", "reason"]]
    rows = observations.join(told) if len(observations) else observations.assign(**dict.fromkeys(told.columns, ""))
    known = claims_of(disagreements, shared)
    sources = {a.source for a in articles}
    agencies = {name for name in rows["origin"] if name and agency_name(name) == name} - sources
    speakers, alone_in = who_speaks(rows), result.dissents.groupby("source")["item"].agg(set).to_dict()
    unmet = uncorroborated(claims, rows, disagreements)
    scores = []
    for name in sorted(sources | agencies):
        row = {str(k): v for k, v in result.scores.loc[name].items()} if name in result.scores.index else {}
        counted = counted_claims(name, rows, speakers, alone_in.get(name, set()), known) + unmet.get(name, [])
        carriers = tuple(sorted(set(rows.loc[rows["voter"] == name, "source"]))) if name in agencies else ()
        scores.append(_score(name, row, rows, tuple(counted), carriers, conflicts, own_pairs, options))
    return tuple(scores)


def comparable_own_pairs(pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]]) -> Counter[str]:
    """Per source how many pairs of one article's claims some rule could compare at all."""
    return Counter(p.left.source for p, rows in zip(pairs, comparisons, strict=True) if p.internal and rows)


def _score(
    source: str,
    row: Mapping[str, Any],
    rows: pd.DataFrame,
    counted: tuple[CountedClaim, ...],
    carriers: tuple[str, ...],
    conflicts: Sequence[Conflict],
    own_pairs: Mapping[str, int],
    options: ScoreOptions,
) -> SourceScore:
    count = Counter(each.count for each in counted)
    enough = bool(row) and enough_evidence(float(row["evidence"]), row["low"], row["high"], options)
    shown = [round(100 * float(row[name]), 1) if enough else None for name in ("agreement", "low", "high")]
    return SourceScore(
        source=source,
        agreement=shown[0],
        low=shown[1],
        high=shown[2],
        comparable=count["agreeing"] + count["disputed"],
        agreeing=count["agreeing"],
        disputed=count["disputed"],
        origins=origins_met(source, rows),
        uncorroborated=count["uncorroborated"],
        corrected=int(row.get("corrected", 0)),
        relayed=count["relayed"],
        enough_evidence=enough,
        self_consistency=_self(source, conflicts, own_pairs, options),
        conflict_ids=tuple(sorted(c.id for c in conflicts if source in (c.pair.left.source, c.pair.right.source))),
        counted=counted,
        carriers=carriers,
        own_votes_matter=enough and bool(row["own_votes_matter"]),
    )


def _self(
    source: str, conflicts: Sequence[Conflict], own_pairs: Mapping[str, int], options: ScoreOptions
) -> SelfConsistency:
    """Beta(9 + m - u, 1 + u) of u unresolved among m comparable own pairs; no number without any pair."""
    unresolved = sum(c.scope is Scope.INTERNAL and c.pair.left.source == source for c in conflicts)
    pairs = max(own_pairs.get(source, 0), unresolved)
    a, b = np.array([9.0 + pairs - unresolved]), np.array([1.0 + unresolved])
    low, high = beta_interval(a, b, options.mass)
    if pairs < options.min_evidence:
        return SelfConsistency(None, None, None, pairs, unresolved)
    points = [round(100 * float(v), 1) for v in (a[0] / (a[0] + b[0]), low[0], high[0])]
    return SelfConsistency(points[0], points[1], points[2], pairs, unresolved)
