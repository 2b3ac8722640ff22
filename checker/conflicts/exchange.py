"""Sentences alike but for one exchange that is no typed value: the NLI model says whether both can be true.

"The ferry was carrying medicine" beside "The ferry was carrying fuel": no list knows that these exclude each other. In
real news what was exchanged is nearly always another word for the same thing ("mob boss", "mafioso"), and the model
sees that: of 380 real pairs of nearly one sentence it takes six for contradictions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.conflicts.inference import ask_both_ways
from checker.conflicts.lining_up import LIGHT, Exchange, line_up, mark_of
from checker.conflicts.substitution import compare_wording
from checker.conflicts.wording_words import Word
from checker.facts.places.gazetteer import exclusive, known
from checker.facts.quantities.number import number
from checker.facts.times.calendar import MONTHS, WEEKDAYS
from checker.models import NliModel
from checker.records import ClaimPair, Comparison, Verdict

RULE: Final = "exchange"
LEAST_SIMILAR: Final = 0.5  # cosine of two clauses; of nearly equal sentences some two are nearer
LEAST_EQUAL: Final = 0.65  # of the longer sentence's words
LONGEST: Final = 5  # words that may be exchanged
LEAST_SURE: Final = 0.5  # the model's probability of a contradiction, from which on there is a row
JOINING: Final = frozenset("and but or while though although yet as".split())
# Days and numbers have rules of their own, which know of publication dates, bounds and updates.
TIMES: Final = frozenset({"today", "yesterday", "tomorrow", "tonight", "now", *WEEKDAYS, *MONTHS})


class Exchanged:
    """Asks an NLI model about sentences that are alike but for one exchange."""

    def __init__(self, model: NliModel) -> None:
        self._model = model

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """At most one comparison per pair; none within an article, where like sentences are captions and lists."""
        found = [None if pair.internal else the_exchange(pair) for pair in pairs]
        texts = sorted({(p.left.sentence, p.right.sentence) for p, one in zip(pairs, found, strict=True) if one})
        opposed = dict(zip(texts, (c for c, _ in ask_both_ways(self._model, texts)), strict=True))
        rows: list[list[Comparison]] = []
        for pair, one in zip(pairs, found, strict=True):
            sure = opposed[pair.left.sentence, pair.right.sentence] if one else 0.0
            rows.append([_row(pair, one, sure)] if one and sure >= LEAST_SURE else [])
        return rows


def the_exchange(pair: ClaimPair) -> Exchange | None:
    """What was exchanged between two sentences that are alike but for that; None for any other two."""
    if pair.similarity < LEAST_SIMILAR:
        return None
    lines = line_up(pair.left, pair.right)
    if lines is None or lines.of_longer < LEAST_EQUAL:
        return None
    telling = [e for e in lines.exchanges if _content(e.left) and _content(e.right)]
    if len(telling) != 1 or max(len(telling[0].left), len(telling[0].right)) > LONGEST:
        return None
    one = telling[0]
    if _has_rule(one.left) or _has_rule(one.right) or _one_place(one):
        return None
    # where a "not" is what differs, that is what the model sees too
    return None if compare_wording(pair.left, pair.right) is not None else one


def _content(words: Sequence[Word]) -> bool:
    return any(w.key not in LIGHT | JOINING for w in words)


def _has_rule(words: Sequence[Word]) -> bool:
    """Whether a number or a day is among the words."""
    return any(w.key in TIMES or w.text[0].isdigit() or w.text[0] in "$€£" or number([w.key]) for w in words)


def _one_place(exchange: Exchange) -> bool:
    """Whether both are places of which one may lie in the other: "Sudan" and "Khartoum" stand for one government."""
    left, right = (" ".join(w.key for w in side) for side in (exchange.left, exchange.right))
    return known(left) and known(right) and not exclusive(left, right)


def _row(pair: ClaimPair, exchange: Exchange, sure: float) -> Comparison:
    here, there = mark_of(exchange.left, pair.left.sentence), mark_of(exchange.right, pair.right.sentence)
    left, right = pair.left.sentence[here.start : here.end], pair.right.sentence[there.start : there.end]
    message = f"alike but for “{left}” and “{right}”, and both can't be true (model: {sure:.2f})"
    return Comparison(
        RULE, "other", Verdict.CONTRADICT, left, right, message, sure, here, there, "a detail, in nearly the same words"
    )
