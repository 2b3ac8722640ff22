"""Agreements between two sentences -> sets of sentences that make one claim."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Agreement, Claim, SentenceKey


def same_claims(agreements: Sequence[Agreement]) -> list[dict[SentenceKey, Claim]]:
    """The sets of sentences that make one claim, at most one sentence of each article in a set.

    The surest agreements join first. Two sentences of one article are two claims: without that rule a chain of
    agreements would make one claim of a whole story. Headlines are left out, for the text says the same again.
    """
    claims: dict[SentenceKey, Claim] = {}
    group: dict[SentenceKey, set[SentenceKey]] = {}
    for agreement in sorted(agreements, key=lambda a: (-a.probability, a.pair.left.id, a.pair.right.id)):
        pair = agreement.pair
        if pair.left.is_title or pair.right.is_title:
            continue
        for claim in (pair.left, pair.right):
            claims.setdefault(claim.sentence_key, claim)
            group.setdefault(claim.sentence_key, {claim.sentence_key})
        one, other = group[pair.left.sentence_key], group[pair.right.sentence_key]
        if one is not other and not {article for article, _ in one} & {article for article, _ in other}:
            one |= other
            for key in other:
                group[key] = one
    groups = {min(each): each for each in group.values() if len(each) > 1}
    return [{key: claims[key] for key in sorted(groups[first])} for first in sorted(groups)]
