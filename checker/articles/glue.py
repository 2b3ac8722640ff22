"""Tokens that are two words with a lost space between, and where the space was."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from checker.articles.words import log_frequency

_TOKEN = re.compile(r"\S+")
_JOINED = re.compile(
    r"(?P<left>[A-Za-z]{2,}(?:[’'-][A-Za-z]+)*)(?P<mark>[,;:]|[.!?][”\"’)]?|[)”])(?P<right>[A-Z]?[a-z]+"
    r"(?:[’'-][a-z]+)*)"
)
_HYPHEN = re.compile(r"[’'-]")
_POSSESSIVE = re.compile(r"[A-Za-z]{2,}[’']s(?=[a-z]{2,})")
_ADDRESS = re.compile(r"[@#/\\_=]|www\.|https?:", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{4,}")
_KNOWN = -7.5  # log10 frequency from which on a part counts as an English word (about 3 in 100 million)
_LONGEST = 60  # characters; a longer token is something else
_RARE = -9.5  # what an unknown token is taken to have


def find_splits(text: str) -> Iterator[int]:
    """Where a space is surely missing: inside tokens that no writer writes. In order, one place a token."""
    for match in _TOKEN.finditer(text):
        token = match.group()
        if 4 <= len(token) <= _LONGEST and not _ADDRESS.search(token):
            place = _at_mark(token) or _in_word(token)
            if place:
                yield match.start() + place


def _at_mark(token: str) -> int | None:
    """After punctuation inside a token ("talks,including"), or after a possessive ("Rome’sdiplomatic")."""
    if match := _JOINED.search(token):
        left, right = _HYPHEN.split(match["left"])[-1], match["right"]
        if match["mark"][0] in ".!?" and not (right[0].isupper() and match["left"][-1].islower()):
            return None  # a domain, a file name, an abbreviation
        return match.start("right") if known(left) and known(_HYPHEN.split(right)[0]) else None
    if match := _POSSESSIVE.search(token):
        rest = _WORD.match(token, match.end())
        return match.end() if rest and known(rest.group()) else None
    return None


def _in_word(token: str) -> int | None:
    """Inside a run of small letters that is no word."""
    match = _WORD.search(token)
    if match is None or token[: match.start()].strip("“\"‘'("):
        return None
    word = match.group()
    if not word.islower() or log_frequency(word) > -math.inf:
        return None
    best = max(((gain, place) for place, gain in word_splits(word)), default=(0.0, 0))
    return match.start() + best[1] if best[0] > 0 else None


def word_splits(word: str) -> Iterator[tuple[int, float]]:
    """Each way to cut a word into two known words, with its gain over the word as it is.

    A capital can only start a part: "inSouth" and "Thesepeople" can be cut, "ISlands" can't. A part of
    one letter is only ever "a" or "I", and a part of two only a common word.
    """
    whole = max(log_frequency(word), _RARE)
    for place in range(1, len(word)):
        left, right = word[:place], word[place:]
        if not (_is_cased(left) and _is_cased(right)) or not (known(left) and known(right)):
            continue
        if word[0].isupper() and not right[0].isupper() and (len(left) < 4 or len(right) < 3):
            continue  # a name is likelier than a short word at the start of a sentence
        yield place, log_frequency(left) + log_frequency(right) + 4.0 - whole


def known(part: str) -> bool:
    """Whether a part is an English word; the shorter, the more common it must be."""
    if len(part) == 1:
        return part in ("a", "A", "I")
    return log_frequency(part) > {2: -3.6, 3: -5.0}.get(len(part), _KNOWN)


def _is_cased(part: str) -> bool:
    return part.islower() or part.istitle()
