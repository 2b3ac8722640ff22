"""From two short articles to what the conflicts stage says of them, without an encoder or fitted models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from checker.claims import extract_claims
from checker.conflicts import TypedFacts, Wording, compare_pairs, find_conflicts
from checker.records import Agreement, Article, Claim, ClaimPair, Comparison, Conflict
from checker.settings import Settings
from tests.conftest import alike, article


@dataclass(frozen=True)
class Checked:
    """Everything that was found on one pair of sentences."""

    pair: ClaimPair
    rows: list[Comparison]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    articles: dict[str, Article]


def claim_of(text: str, id_: str, published: date | None = None) -> tuple[Article, Claim]:
    """An article of one clause, and its claim."""
    source = article(text, id_, id_.upper(), published=published)
    (claim,) = extract_claims([source])
    return source, claim


def check(
    left: str,
    right: str,
    days: tuple[date | None, date | None] = (None, None),
    similarity: float = 0.9,
    same_article: bool = False,
    least: float = 0.0,
) -> Checked:
    """Compares two sentences; `least` 0 shows every conflict, however unlikely."""
    one, first = claim_of(left, "a", days[0])
    if same_article:
        one = article(f"{left} {right}", "a", "A", published=days[0])
        first, second = extract_claims([one])
        other = one
    else:
        other, second = claim_of(right, "b", days[1])
    pair = ClaimPair(first, second, similarity, 0.9)
    articles = {one.id: one, other.id: other}
    comparisons = compare_pairs([pair], [TypedFacts(alike), Wording()])
    stories = dict.fromkeys(articles, "story-1")
    found = find_conflicts([pair], comparisons, articles, stories, Settings(min_probability=least))
    return Checked(pair, comparisons[0], found.conflicts, found.agreements, articles)


class Recorder:
    """A model that remembers what it was asked and gives every pair the same answer."""

    def __init__(self, answer: float | tuple[float, float, float]) -> None:
        self.asked: list[tuple[str, str]] = []
        self._answer = np.array(answer, dtype=np.float32)

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked.extend(pairs)
        return np.array([self._answer] * len(pairs), dtype=np.float32)
