"""Comparison -> SourceScore: how far each source agrees with independent reporting."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Agreement, Article, Claim, Conflict, Scope, SelfConsistency, SourceScore
from checker.settings import Settings

PRIOR = (3.0, 1.0)  # Beta(3, 1): with few sources nothing can be estimated from their spread (docs/scoring.md)
SELF_PRIOR = (9.0, 1.0)


def score_sources(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    agreements: Sequence[Agreement],
    settings: Settings,
) -> tuple[SourceScore, ...]:
    """One score per source, by name. A sentence counts once, as disputed if any of its conflicts is unresolved.

    Only claims that another source of other origin also speaks of are comparable; disputes between quoted
    speakers are charged to nobody.
    """
    return tuple(_score(s, claims, conflicts, agreements, settings) for s in sorted({a.source for a in articles}))


def _score(
    source: str,
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    agreements: Sequence[Agreement],
    settings: Settings,
) -> SourceScore:
    cross = [c for c in conflicts if c.scope is Scope.CROSS and _between(c, source)]
    disputed = {_key(k) for c in cross for k in (c.pair.left, c.pair.right) if k.source == source}
    independent = [a for a in agreements if a.independent and _between(a, source)]
    agreeing = {_key(k) for a in independent for k in (a.pair.left, a.pair.right) if k.source == source} - disputed
    copied = {_key(k) for a in agreements if not a.independent for k in (a.pair.left, a.pair.right) if k.source == source}
    own = {_key(c) for c in claims if c.source == source}
    compared = [c.pair for c in cross] + [a.pair for a in independent]
    partners = {k.source for pair in compared for k in (pair.left, pair.right)}
    n = len(agreeing) + len(disputed)
    value, low, high = beta_interval(PRIOR[0] + len(agreeing), PRIOR[1] + len(disputed))
    enough = n >= settings.min_comparable and high - low <= settings.max_width
    return SourceScore(
        source=source,
        agreement=value if enough else None,
        low=low if enough else None,
        high=high if enough else None,
        comparable=n,
        agreeing=len(agreeing),
        disputed=len(disputed),
        origins=len(partners - {source}),
        uncorroborated=len(own - agreeing - disputed - copied),
        corrected=0,
        relayed=len(copied - agreeing - disputed),
        enough_evidence=enough,
        self_consistency=_self(source, own, conflicts, settings),
        conflict_ids=tuple(sorted(c.id for c in conflicts if _between(c, source) or _own(c, source))),
        claim_ids=tuple(sorted(c.id for c in claims if c.source == source and _key(c) in agreeing | disputed)),
    )


def _self(source: str, own: set[tuple[str, int]], conflicts: Sequence[Conflict], settings: Settings) -> SelfConsistency:
    unresolved = len({c.id for c in conflicts if c.scope is Scope.INTERNAL and _own(c, source)})
    value, low, high = beta_interval(SELF_PRIOR[0] + max(0, len(own) - unresolved), SELF_PRIOR[1] + unresolved)
    enough = len(own) >= settings.min_comparable
    return SelfConsistency(value if enough else None, low if enough else None, high if enough else None, len(own), unresolved)


def _between(record: Conflict | Agreement, source: str) -> bool:
    names = record.pair.left.source, record.pair.right.source
    return source in names and names[0] != names[1]


def _own(conflict: Conflict, source: str) -> bool:
    return conflict.pair.left.source == conflict.pair.right.source == source


def _key(claim: Claim) -> tuple[str, int]:
    return claim.article_id, claim.sentence_index


def beta_interval(a: float, b: float) -> tuple[float, float, float]:
    """Mean and 90% interval (5% to 95%) of Beta(a, b) in points of 100, one decimal."""
    from scipy.stats import beta

    low, high = beta.ppf((0.05, 0.95), a, b)
    return round(100 * a / (a + b), 1), round(100 * float(low), 1), round(100 * float(high), 1)
