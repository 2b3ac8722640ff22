"""Conflicts and agreements -> SourceScore: how far each source agrees with independent reporting, and with itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from checker.records import (
    Agreement,
    Article,
    Claim,
    ClaimPair,
    Comparison,
    Conflict,
    Disagreement,
    Scope,
    SelfConsistency,
    SourceScore,
)
from checker.scores.display import enough_evidence
from checker.scores.interval import beta_interval
from checker.scores.observations import news_observations
from checker.scores.options import ScoreOptions
from checker.scores.score import score_observations
from checker.settings import Settings


def score_sources(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    disagreements: Sequence[Disagreement],
    agreements: Sequence[Agreement],
    own_pairs: Mapping[str, int],
    settings: Settings,
) -> tuple[SourceScore, ...]:
    """One score per source, by name, by the model of docs/scoring.md. `own_pairs`: comparable own pairs by source."""
    stamps = {a.id: a.published.stamp for a in articles}
    options = ScoreOptions(min_evidence=float(settings.min_comparable), max_width=settings.max_width / 100)
    observations = news_observations(disagreements, conflicts, agreements, stamps)
    if observations.empty:
        table, counted = pd.DataFrame(), pd.DataFrame(columns=["source", "item", "counted", "reason", "claim"])
    else:
        result = score_observations(observations, options=options)
        table = result.scores
        counted = result.observations.assign(claim=observations["claim"])
    sentences: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for claim in claims:
        sentences[claim.source].add((claim.article_id, claim.sentence_index))
    rows = []
    for source in sorted({a.source for a in articles}):
        own = counted[counted["source"] == source]
        row = {str(k): v for k, v in table.loc[source].items()} if source in table.index else {}
        rows.append(_score(source, row, own, counted, sentences[source], conflicts, own_pairs, options))
    return tuple(rows)


def comparable_own_pairs(pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]]) -> Counter[str]:
    """Per source how many pairs of one article's claims some rule could compare at all."""
    return Counter(p.left.source for p, rows in zip(pairs, comparisons, strict=True) if p.internal and rows)


def _score(
    source: str,
    row: Mapping[str, Any],
    own: pd.DataFrame,
    counted: pd.DataFrame,
    sentences: set[tuple[str, int]],
    conflicts: Sequence[Conflict],
    own_pairs: Mapping[str, int],
    options: ScoreOptions,
) -> SourceScore:
    used = own[own["counted"]] if len(own) else own
    partners = counted[counted["item"].isin(set(used["item"])) & (counted["source"] != source)]
    comparable, disputed = int(row.get("comparable", 0)), int(row.get("disputed", 0))
    enough = bool(row) and enough_evidence(float(row["evidence"]), row["low"], row["high"], options)
    shown = [round(100 * float(row[name]), 1) if enough else None for name in ("agreement", "low", "high")]
    relayed = int((own["reason"] == "relayed").sum()) if len(own) else 0
    return SourceScore(
        source=source,
        agreement=shown[0],
        low=shown[1],
        high=shown[2],
        comparable=comparable,
        agreeing=comparable - disputed,
        disputed=disputed,
        origins=partners["source"].nunique(),
        uncorroborated=max(0, len(sentences) - own["claim"].nunique()),
        corrected=int(row.get("corrected", 0)),
        relayed=relayed,
        enough_evidence=enough,
        self_consistency=_self(source, conflicts, own_pairs, options),
        conflict_ids=tuple(sorted(c.id for c in conflicts if source in (c.pair.left.source, c.pair.right.source))),
        claim_ids=tuple(sorted(set(used["claim"]))),
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
