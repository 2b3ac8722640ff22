"""The words of a sentence as the wording rule lines them up: hyphens apart, times of day in one piece."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

CLOCK: Final = r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}:\d\d"
DECADE: Final = r"(?:1[5-9]|20)?\d0['’]?s\b"
# "co-pilot" and "non-violent" are words of their own; "same-sex" and "4-year-old" are words that stand side by side.
PREFIX: Final = r"(?:anti|co|ex|mid|non|post|pre|pro|self|semi|vice)-[A-Za-z]+"
WORD: Final = r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)*"
TOKEN: Final = re.compile(
    rf"{CLOCK}|{DECADE}|\d+(?:st|nd|rd|th)\b|[$€£]?\d[\d,.]*\d|\d|\b{PREFIX}|{WORD}|%", re.IGNORECASE
)
SPELLING: Final = 80  # of 100: how alike two spellings of one word are ("metres", "meters")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, where it stands in its sentence, and the form by which it is lined up with others."""

    text: str
    start: int
    end: int
    key: str

    @property
    def name(self) -> bool:
        """Whether it is written like a name."""
        return self.text[0].isupper()


def words_of(sentence: str, lemmas: Mapping[str, str]) -> list[Word]:
    """The words of a sentence in order, lined up by their lemmas where the parser gave one."""
    found = []
    for match in TOKEN.finditer(sentence):
        plain = plain_word(match.group())
        found.append(Word(match.group(), match.start(), match.end(), lemmas.get(plain, plain)))
    return found


def plain_word(word: str) -> str:
    """Lower case, one kind of apostrophe, without a possessive ending."""
    plain = word.lower().replace("’", "'")
    if plain[-1] == "s" and plain[0].isdigit():
        return plain.replace("'", "")[-3:]  # "1990s" is "the '90s"
    return plain.removesuffix("'s")


def spelt_alike(left: str, right: str) -> bool:
    """Whether the two are likely one word in two spellings or forms ("metres", "meters"). Numbers are not."""
    if not left.isalpha() or not right.isalpha() or left[0] != right[0] or min(len(left), len(right)) < 4:
        return left == right
    return fuzz.ratio(left, right) >= SPELLING


def title_cased(words: Sequence[Word]) -> bool:
    """Whether nearly all words have a capital, as in a headline: then a capital marks no name."""
    long = [w for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    return sum(w.name for w in long) > 0.7 * len(long)
