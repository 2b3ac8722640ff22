"""How alike two words are, from the sentence encoder: "talks" and "dialogue" may name one thing."""

from __future__ import annotations

from collections.abc import Iterable

from checker.facts import Fact
from checker.models import Encoder


class TermSimilarity:
    """`similar(left, right)`: 1.0 for equal words, otherwise the cosine of their vectors, not under 0.

    The words are encoded once, in sorted order; a word that was not among them is like none but itself.
    """

    def __init__(self, encoder: Encoder, words: Iterable[str]) -> None:
        ordered = sorted(set(words))
        self._row = {word: i for i, word in enumerate(ordered)}
        self._vectors = encoder.encode(ordered)
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, left: str, right: str) -> float:
        """How alike two lemmas are, 0 to 1; the order doesn't matter."""
        if left == right:
            return 1.0
        key = (left, right) if left < right else (right, left)
        if key not in self._known:
            rows = self._row.get(key[0]), self._row.get(key[1])
            both = None not in rows
            self._known[key] = max(0.0, float(self._vectors[rows[0]] @ self._vectors[rows[1]])) if both else 0.0
        return self._known[key]


def words_of(facts: Iterable[Fact]) -> set[str]:
    """The lemmas by which facts are lined up: of anchors, subjects and objects."""
    words: set[str] = set()
    for fact in facts:
        anchor = getattr(fact, "anchor", None)
        if anchor is not None:
            words |= {anchor.head, anchor.predicate} | anchor.modifiers | anchor.arguments
        for name in ("subject", "rest", "words"):
            words |= getattr(fact, name, frozenset())
        words |= {getattr(fact, name, "") for name in ("happening", "thing")}
    return words - {""}
