"""The range that the wording around a number allows: "at least 12", "about 20", "dozens", "10 to 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.lexicon import ABOUT, AT_LEAST, AT_MOST, CURRENCIES
from checker.facts.quantities.interval import Interval, around

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

REACH: Final = 24  # characters before a number in which its bound may stand
LEADS: Final = tuple(
    (words, kind)
    for phrases, kind in ((AT_MOST, "at most"), (AT_LEAST, "at least"), (ABOUT, "about"))
    for words in sorted(phrases, key=len, reverse=True)
)


def bounds(
    run: list[Token], value: float | None, vague: tuple[float, float] | None, sentence: Sentence
) -> tuple[Interval, int]:
    """The range of the number `run`, and where its wording starts in the sentence."""
    start = run[0].idx - sentence.start_char
    if run[0].i > sentence.start and sentence.doc[run[0].i - 1].text in CURRENCIES:
        start = sentence.doc[run[0].i - 1].idx - sentence.start_char
    before = sentence.text[max(0, start - REACH) : start].lower()
    lead = before.rstrip()
    for words, kind in LEADS:
        if lead.endswith(words) and (len(lead) == len(words) or not lead[-len(words) - 1].isalnum()):
            return _bounded(kind, value, vague), start - (len(before) - len(lead)) - len(words)
    if vague is not None:
        return Interval(*vague, "vague"), start
    if value is None:
        raise ValueError("a number needs a value or a vague range")
    return Interval(value, value), start


def _bounded(kind: str, value: float | None, vague: tuple[float, float] | None) -> Interval:
    if value is None:
        low, high = vague or (0.0, float("inf"))
        return Interval(low, high, "vague")
    if kind == "at least":
        return Interval(value, float("inf"), kind)
    if kind == "at most":
        return Interval(0.0, value, kind)
    return around(value)
