"""Conflicts and agreements of a run -> the observations that `score_observations` takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from checker.records import Agreement, Claim, Conflict, Disagreement, Scope, Voice

COLUMNS = ["source", "item", "value", "attribute", "published", "voice", "origin", "confidence", "span", "claim"]
Key = tuple[str, int]  # article id and sentence index: a sentence counts once per item


def news_observations(
    disagreements: Sequence[Disagreement],
    conflicts: Sequence[Conflict],
    agreements: Sequence[Agreement],
    published: Mapping[str, str],
) -> pd.DataFrame:
    """One row per voice of a disagreement across sources, and per sentence of a set of agreeing ones.

    Disputes between quoted speakers and conflicts within one article are no observations of a source against
    others. `published` is the time stamp by article id, "" where it is unknown.
    """
    apart = _opposed(conflicts)
    rows = []
    for disagreement in disagreements:
        if disagreement.scope is Scope.CROSS:
            classes = _compatible(disagreement, apart)
            for value, claims in zip(classes, (v.claims for v in disagreement.values), strict=True):
                rows += [
                    _row(c, disagreement.id, value, disagreement.kind, disagreement.probability, "") for c in claims
                ]
    for number, (members, origins) in enumerate(_agreeing(agreements)):
        rows += [_row(c, f"same-{number}", "same", "agreement", 1.0, origins.get(k, "")) for k, c in members.items()]
    table = pd.DataFrame(rows, columns=[c for c in COLUMNS if c != "published"])
    table["published"] = [published.get(claim.rpartition(":")[0], "") for claim in table["claim"]]
    return table[COLUMNS]


def _row(claim: Claim, item: str, value: str, attribute: str, confidence: float, origin: str) -> tuple[object, ...]:
    voice = "own" if claim.voice is Voice.OWN or not claim.speaker else claim.speaker.split()[-1].lower()
    return claim.source, item, value, attribute, voice, origin, confidence, claim.span.start, claim.id


def _opposed(conflicts: Iterable[Conflict]) -> set[tuple[str, str]]:
    """The pairs of values, lower case, that some conflict sets against each other, in both orders."""
    pairs = [(c.comparison.left_value.lower(), c.comparison.right_value.lower()) for c in conflicts]
    return {*pairs, *((b, a) for a, b in pairs)}


def _compatible(disagreement: Disagreement, apart: set[tuple[str, str]]) -> list[str]:
    """A name per value: values that no conflict sets apart ("two rounds", "second round") are one."""
    names: list[str] = []
    groups: dict[str, list[str]] = {}
    for voiced in disagreement.values:
        value = voiced.value.lower()
        fitting = next((n for n, members in groups.items() if not any((value, m) in apart for m in members)), value)
        groups.setdefault(fitting, []).append(value)
        names.append(fitting)
    return names


def _agreeing(agreements: Sequence[Agreement]) -> list[tuple[dict[Key, Claim], dict[Key, str]]]:
    """The sets of sentences that agreements join, each with the shared origin of those that are copies."""
    claims = {_key(c): c for a in agreements for c in (a.pair.left, a.pair.right)}
    joined = _components(claims, agreements)
    copied = _components(claims, [a for a in agreements if not a.independent])
    origin = {k: f"shared text of {min(c)[0]}" for c in copied if len(c) > 1 for k in c}
    return [({k: claims[k] for k in sorted(group)}, origin) for group in sorted(joined, key=min) if len(group) > 1]


def _components(claims: Iterable[Key], agreements: Sequence[Agreement]) -> list[set[Key]]:
    near: dict[Key, set[Key]] = defaultdict(set)
    for agreement in agreements:
        a, b = _key(agreement.pair.left), _key(agreement.pair.right)
        near[a].add(b)
        near[b].add(a)
    groups: list[set[Key]] = []
    seen: set[Key] = set()
    for start in sorted(claims):
        if start in seen:
            continue
        group, waiting = set(), [start]
        while waiting:
            key = waiting.pop()
            if key not in group:
                group.add(key)
                waiting.extend(near[key] - group)
        seen |= group
        groups.append(group)
    return groups


def _key(claim: Claim) -> Key:
    return claim.article_id, claim.sentence_index
