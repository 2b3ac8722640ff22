"""How many of their telling words two sentences share: a word that few sentences of the story use tells most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from checker.facts.quantities.number import single

WORD: Final = re.compile(r"[^\W\d_]+-\d+\b|\d[\d,.]*\d|[^\W\d_]+|\d")  # "Covid-19" is one word and no number
STEM: Final = 6  # letters, so that "explode" meets "explosion", without asking a parser for lemmas
FEW: Final = 50  # sentences; in fewer, a word that two of them share is no common one
LONGEST_NAME: Final = 5  # words
HEADLINE: Final = 0.6  # of the words in capitals, from which on capitals say nothing
BETWEEN: Final = frozenset((" ", "-", ". ", "."))  # what stands between the words of one name: "U.S. Coast Guard"
# Words of grammar and of reporting: they are in every sentence, also in the ones of a very short story.
COMMON: Final = frozenset(
    "the a an of to in on at for and or but with by from as that this it its is are was were be been has have had he "
    "she they his her their who which said says say not no will would there into after before when while also than "
    "more about over up out".split()
)


@lru_cache(maxsize=65_536)
def telling(text: str) -> Mapping[str, float]:
    """The words of a text by their first letters, numbers as figures ("three" is "3"), without those of grammar.

    Each with its share in a name: "Public Safety Ministry" is one name, and so no more telling than "ministry".
    """
    plain = text.replace("’", "'").replace("'s", "")
    found: dict[str, float] = {}
    for run in _runs(plain):
        for word in run:
            if word.lower() not in COMMON:
                stem = _stem(word.lower())
                found[stem] = max(found.get(stem, 0.0), 1 / len(run))
    return found


def numbers(text: str) -> frozenset[str]:
    """The numbers among the telling words of a text."""
    return frozenset(w for w in telling(text) if w[0].isdigit())


def _runs(text: str) -> Iterator[list[str]]:
    """The words in runs: the words of one name together, any other word by itself."""
    words = list(WORD.finditer(text))
    if not words:
        return
    capitals = sum(w.group()[0].isupper() for w in words)
    names = capitals < HEADLINE * sum(w.group()[0].isalpha() for w in words)
    run = [words[0].group()]
    for before, word in pairwise(words):
        both = before.group()[0].isupper() and word.group()[0].isupper()
        if names and both and text[before.end() : word.start()] in BETWEEN:
            run.append(word.group())
        else:
            yield from _one_name(run)
            run = [word.group()]
    yield from _one_name(run)


def _one_name(run: list[str]) -> list[list[str]]:
    return [run] if len(run) <= LONGEST_NAME else [[word] for word in run]


def _stem(word: str) -> str:
    value = single(word)
    return f"{value:.15g}" if value is not None else word[:STEM]


class Rarity:
    """What each word of a story weighs: the logarithm of how many of its sentences there are per one with the word.

    Against the weight of a word of one sentence, so that 1 is a rare word in a long story and in a short one.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        known = list(sentences)
        self._ratio = max(FEW, len(known)) + 1
        self._with = Counter(word for sentence in known for word in telling(sentence))

    def common(self, left: str, right: str) -> float:
        """The weight of what both texts have."""
        a, b = telling(left), telling(right)
        return self._sum({word: min(a[word], b[word]) for word in sorted(a.keys() & b.keys())})

    def shared(self, left: str, right: str) -> float:
        """The weight of what both texts have against that of either text (a cosine), 0 to 1."""
        whole = math.sqrt(self._sum(telling(left)) * self._sum(telling(right)))
        return self.common(left, right) / whole if whole > 0.0 else 0.0

    def _sum(self, words: Mapping[str, float]) -> float:
        rare = math.log(self._ratio / 1.5)
        return sum(share * math.log(self._ratio / (self._with[w] + 0.5)) / rare for w, share in words.items())
