"""Agreements between two sentences -> claims that several articles make."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from checker.records import Agreement, Claim, SentenceKey, SharedClaim


class _Set:
    """Sentences that agreements hold together; `weakest` is the probability of the weakest that is needed for it."""

    def __init__(self, claim: Claim) -> None:
        self.claims: dict[SentenceKey, Claim] = {claim.sentence_key: claim}
        self.links: list[Agreement] = []
        self.weakest = 1.0

    def meets(self, other: _Set) -> bool:
        """Whether both hold a sentence of one article."""
        return bool({article for article, _ in self.claims} & {article for article, _ in other.claims})

    def take(self, other: _Set, link: Agreement) -> None:
        """Adds the sentences of a set that `link` leads to."""
        self.claims |= other.claims
        self.links += [*other.links, link]
        self.weakest = min(self.weakest, other.weakest, link.probability)


def shared_claims(agreements: Sequence[Agreement]) -> tuple[SharedClaim, ...]:
    """The claims that several articles make, by their first sentences; at most one sentence of each article in a claim.

    The surest agreements join first. Two sentences of one article are two claims: without that rule a chain of
    agreements would make one claim of a whole story. Headlines are left out, for the text says the same again.
    """
    sets: dict[SentenceKey, _Set] = {}
    for agreement in sorted(agreements, key=lambda a: (-a.probability, a.pair.left.id, a.pair.right.id)):
        left, right = agreement.pair.left, agreement.pair.right
        if left.is_title or right.is_title:
            continue
        one, other = (sets.setdefault(claim.sentence_key, _Set(claim)) for claim in (left, right))
        if one is other:
            one.links.append(agreement)
        elif not one.meets(other):
            one.take(other, agreement)
            sets.update(dict.fromkeys(other.claims, one))
    found = {min(each.claims): each for each in sets.values() if each.links}
    return tuple(_shared(found[first]) for first in sorted(found))


def _shared(found: _Set) -> SharedClaim:
    ids = sorted(link.id for link in found.links)
    return SharedClaim(
        id=hashlib.sha256("\n".join(("shared", *ids)).encode()).hexdigest()[:12],
        story_id=found.links[0].story_id,
        claims=tuple(found.claims[key] for key in sorted(found.claims)),
        independent=any(link.independent for link in found.links),
        probability=found.weakest,
        agreement_ids=tuple(ids),
    )
