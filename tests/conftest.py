"""Tiny fakes for every test: an encoder without a model, articles from a string, words that are alike by a table."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.claims.parsing import parser
from checker.facts.copies import WORD
from checker.records import Article, Published

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

STOP = frozenset("a an the of in on at to by for with and or is was were are be been has have had that this it".split())
DIMENSIONS = 2048

# Words that an encoder finds alike; all other pairs are as alike as unrelated words are.
SYNONYMS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "talk/negotiation talk/dialogue negotiation/dialogue attack/bombing attack/blast blast/explosion "
        "quake/earthquake vote/ballot house/home car/vehicle meeting/summit collapse/fail plane/aircraft "
        "boy/child accord/deal ship/vessel crash/collision statement/remark demand/call game/match"
    ).split()
)


class FakeEncoder:
    """Bags of words, hashed: sentences that share words are alike. The same bytes on every machine."""

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (sentences, 2048)."""
        vectors = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for word in WORD.findall(sentence.lower()):
                if word not in STOP:
                    vectors[row, zlib.crc32(word[:6].encode()) % DIMENSIONS] += 1.0
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)


def article(
    text: str, id_: str = "a.txt", source: str = "A", title: str = "", published: date | None = None
) -> Article:
    """An article whose file holds exactly `text`; with a title, that stands first and is followed by a blank line."""
    whole = f"{title}\n\n{text}" if title else text
    starts = (0, *(i + 1 for i, char in enumerate(whole) if char == "\n"))
    when = Published(published, published, "day", "metadata", published.isoformat()) if published else Published()
    return Article(id_, source, title, whole, when, path=id_, line_starts=starts)


def alike(left: str, right: str) -> float:
    """1 for equal words, .7 for pairs in SYNONYMS, else .2."""
    if left == right:
        return 1.0
    return 0.7 if frozenset((left, right)) in SYNONYMS else 0.2


@pytest.fixture(scope="session")
def encoder() -> FakeEncoder:
    """The encoder without a model."""
    return FakeEncoder()


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Sentence]:
    """Text -> one parsed span over all of it, from the real English pipeline; each text is parsed once."""
    known: dict[str, Any] = {}

    def run(text: str) -> Sentence:
        if text not in known:
            known[text] = parser()(text)
        return known[text][:]

    return run
