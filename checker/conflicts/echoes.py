"""What the other claims of a story say of a disputed value: who else gives it, and whether one article gives both."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.conflicts.comparators import RULES
from checker.facts import Fact, Quantity, Similar
from checker.records import Claim, ClaimPair, Comparison, Mark, Story, Verdict

LARGEST = 4000  # facts of one story; a larger one isn't searched, which only leaves these features at zero
COMPARED = {one: compare for one, other, compare in RULES if one is other}

Said = tuple[Claim, Fact]


class Echoes:
    """Which articles of a story give one value for one thing.

    An article that gives both values of a dispute tells of two different things (the toll of this quake and that
    of an older one), or reports the dispute itself. A value that several articles give belongs to the story.
    """

    def __init__(
        self, claims: Iterable[Claim] = (), stories: Iterable[Story] = (), similar: Similar = lambda a, b: 0.0
    ) -> None:
        self._similar = similar
        self._story = {article: story.id for story in stories for article in story.article_ids}
        self._said: dict[tuple[str, type], list[Said]] = defaultdict(list)
        self._found: dict[tuple[str, int, Mark], frozenset[str]] = {}
        for claim in claims:
            for fact in claim.facts:
                if type(fact) in COMPARED:
                    self._said[self._story.get(claim.article_id, ""), type(fact)].append((claim, fact))

    def of(self, pair: ClaimPair, finding: Comparison) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of the articles that give the left value for this thing, and those that give the right one.

        Each set holds at least the article the value is from; both are empty where a value is no typed fact.
        """
        left, right = _fact(pair.left, finding, finding.left_mark), _fact(pair.right, finding, finding.right_mark)
        if left is None or right is None or type(left) is not type(right):
            return frozenset(), frozenset()
        return self._articles(pair.left, left), self._articles(pair.right, right)

    def _articles(self, claim: Claim, fact: Fact) -> frozenset[str]:
        key = (claim.article_id, claim.sentence_start, fact.mark)
        if key not in self._found:
            said = self._said.get((self._story.get(claim.article_id, ""), type(fact)), [])
            others = said if len(said) <= LARGEST else []
            agreeing = {c.article_id for c, f in others if self._same(fact, f)}
            self._found[key] = frozenset(agreeing | {claim.article_id})
        return self._found[key]

    def _same(self, one: Fact, other: Fact) -> bool:
        if isinstance(one, Quantity) and isinstance(other, Quantity) and not _same_number(one, other):
            return False
        row = COMPARED[type(one)](one, other, self._similar)
        return row is not None and row.verdict is Verdict.AGREE


def _fact(claim: Claim, finding: Comparison, mark: Mark | None) -> Fact | None:
    """The fact whose value the finding shows."""
    kinds = [one for one, other, _ in RULES if one is other]
    found: Sequence[Fact] = [f for f in claim.facts if type(f) in kinds and f.mark == mark]
    return found[0] if found else None


def _same_number(one: Quantity, other: Quantity) -> bool:
    """Whether the same figure is named, whatever bound stands before it."""
    a, b = _figure(one), _figure(other)
    return a == b or one.value.rounds_to(other.value) or math.isclose(a, b, rel_tol=0.02)


def _figure(quantity: Quantity) -> float:
    """The number that is said: "at least 12" says 12, "up to 20" says 20, "about 10" says 10."""
    low, high, hedge = quantity.value.low, quantity.value.high, quantity.value.hedge
    return low if hedge == "at least" else high if hedge == "at most" else (low + high) / 2
