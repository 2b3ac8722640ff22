"""Sentences alike but for a word or two: what was exchanged, and does that make a contradiction?

Two outlets often carry nearly one sentence. Where all words but one typed value agree, the event is
certainly the same and the exchanged value is the disagreement.
"""

from __future__ import annotations

import re
from typing import Final

from checker.conflicts.lining_up import LIGHT, Exchange, line_up, mark_of
from checker.conflicts.wording_values import kind_of, said
from checker.conflicts.wording_words import Word, plain_word, words_of
from checker.facts import Quantity
from checker.facts.lexicon import RANKED, antonyms
from checker.records import Claim, Comparison, Mark, Verdict

RULE = "wording"
LEAST_SHARED: Final = 0.6  # of the shorter sentence's words, in order; less where they stand in a long run
LEAST_OF_LONGER: Final = 0.4  # of the longer sentence's words, where a "not" is what differs
FRAME: Final = 5  # equal words around the exchange that make such a run
FRAME_CONTENT: Final = 2  # of which so many are longer than three letters
FRAMED: Final = frozenset({"ordinal", "date", "negation"})  # numbers in one frame may count other things
LONGEST: Final = 3  # words that may be exchanged in one place
EXCHANGED: Final = {
    "quantity": "a number",
    "ordinal": "a rank",
    "date": "a date or time",
    "place": "a place",
    "actor": "a name or role",
    "negation": "whether it is so",
}
NEGATIONS: Final = frozenset({"not", "never", "no"})
NAMED_YEAR: Final = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
LONGER_NAME: Final = re.compile(r" [A-Z]")


def compare_wording(left: Claim, right: Claim) -> Comparison | None:
    """The first exchanged value that makes the sentences contradict each other; None without one."""
    lines = line_up(left, right)
    if lines is None:
        return None
    for exchange in lines.exchanges:
        if max(len(exchange.left), len(exchange.right)) > LONGEST:
            continue
        kind = _kind(exchange, left, right, lines.headline)
        if kind == "negation" and lines.of_longer < LEAST_OF_LONGER:
            continue  # "was found guilty" may be said of another
        if kind and (lines.of_shorter >= LEAST_SHARED or (kind in FRAMED and _well_framed(exchange))):
            return _row(kind, exchange, left, right, lines.of_shorter)
    return None


def _well_framed(exchange: Exchange) -> bool:
    content = sum(len(w.text) > 3 for w in exchange.frame)
    if max(len(exchange.left), len(exchange.right)) > 1:
        return False
    return len(exchange.frame) >= FRAME and content >= FRAME_CONTENT


def _kind(exchange: Exchange, left: Claim, right: Claim, headline: bool) -> str:
    """The kind of conflict when the exchanged words are values that exclude each other; "" otherwise."""
    if not exchange.left or not exchange.right:
        extra = _extra_negation(exchange.left or exchange.right, left.sentence, right.sentence)
        return "negation" if extra else ""
    if _opposed(exchange):
        return "negation" if _negations(left, exchange.left) == _negations(right, exchange.right) else ""
    kind = kind_of(exchange.left, exchange.right, headline)
    if kind == "quantity" and _other_measure(exchange, left, right):
        return ""
    if kind in ("quantity", "ordinal") and _another_year(left.sentence, right.sentence):
        return ""
    if kind in ("date", "ordinal") and _gives_both(exchange, left.sentence, right.sentence):
        return ""
    return "" if kind == "actor" and _part_of_name(exchange, left.sentence, right.sentence) else kind


def _gives_both(exchange: Exchange, left: str, right: str) -> bool:
    """Whether a sentence has the other's day or rank too: "on Saturday they meet the team that won on Friday"."""
    return any(
        {plain_word(w.text) for w in words} <= {plain_word(w.text) for w in words_of(sentence, {})}
        for words, sentence in ((exchange.right, left), (exchange.left, right))
    )


def _another_year(left: str, right: str) -> bool:
    """Whether only one side names a year: "In 2008 she won her third title"."""
    return bool(NAMED_YEAR.search(left)) != bool(NAMED_YEAR.search(right))


def _part_of_name(exchange: Exchange, left: str, right: str) -> bool:
    """Whether a name goes on behind the exchanged words: "Ann Lee" beside "J. Ann" of "J. Ann Lee"."""
    sides = ((exchange.left, left), (exchange.right, right))
    return any(LONGER_NAME.match(sentence[words[-1].end :]) for words, sentence in sides)


def _opposed(exchange: Exchange) -> bool:
    """Whether one side has the opposite or the denial of a word of the other, with nothing but light words beside."""
    for one in exchange.left:
        for other in exchange.right:
            negated = _unnegated(one) == _unnegated(other) and _denies(exchange.left) != _denies(exchange.right)
            if antonyms(one.key, other.key) or negated:
                rest = [w for w in (*exchange.left, *exchange.right) if w not in (one, other)]
                return all(w.key in LIGHT or w.name for w in rest)
    return False


def _denies(words: tuple[Word, ...]) -> bool:
    """Whether the words negate: "won't" and "will not" alike."""
    plain = [plain_word(w.text) for w in words]
    return sum(w in NEGATIONS or w == "cannot" or w.endswith("n't") for w in plain) % 2 == 1


def _negations(claim: Claim, but: tuple[Word, ...]) -> int:
    """How often the sentence negates outside the exchanged words: "not likely" is "unlikely"."""
    own = {w.start for w in but}
    words = (w for w in words_of(claim.sentence, {}) if w.start not in own)
    return sum(map(_is_negation, words))


def _is_negation(word: Word) -> bool:
    return word.key in NEGATIONS or word.key.endswith("n't")


def _unnegated(word: Word) -> str:
    plain = plain_word(word.text)
    if plain in ("cannot", "can't"):
        return "can"
    return "will" if plain == "won't" else plain.removesuffix("n't")


def _extra_negation(words: tuple[Word, ...], left: str, right: str) -> bool:
    """A "not" or "never" that only one side has. "So no, ..." opens a sentence and negates nothing."""
    texts = {w.key for w in words}
    if not words or len(words) > 2 or not NEGATIONS & texts or words[0].start == 0:
        return False
    if all(any(_is_negation(w) for w in words_of(s, {})) for s in (left, right)):
        return False
    owner = next(s for s in (left, right) if s[words[-1].start : words[-1].end] == words[-1].text)
    if any(RANKED.match(owner[w.end :]) for w in words if w.key == "no"):
        return False  # "the No. 1 team"
    return not owner[words[-1].end :].startswith(",")  # "So no, ...": an answer, not a negation of what follows


def _other_measure(exchange: Exchange, left: Claim, right: Claim) -> bool:
    """Whether the exchanged numbers count different things after all ("80 people were killed", "18 were hurt")."""
    sides = []
    brackets = []
    for words, claim in ((exchange.left, left), (exchange.right, right)):
        at = words[0].start
        sides.append(next((f for f in claim.facts if isinstance(f, Quantity) and f.start <= at < f.end), None))
        brackets.append(claim.sentence[:at].rstrip().endswith("("))
    if all(brackets):
        return True  # conversions, each at its outlet's rate or into its own dollars
    a, b = sides
    if a is None or b is None:
        return False
    if {a.value.hedge, b.value.hedge} & {"at least", "at most"} and a.value.overlaps(b.value):
        return True
    return a.measures != b.measures or a.part != b.part or a.degree != b.degree or a.dimension != b.dimension


def _row(kind: str, exchange: Exchange, left: Claim, right: Claim, shared: float) -> Comparison:
    values: list[str] = []
    marks: list[Mark | None] = []
    for side, claim in ((exchange.left, left), (exchange.right, right)):
        mark = mark_of(side, claim.sentence) if side else None
        values.append(claim.sentence[mark.start : mark.end] if mark else "(without it)")
        marks.append(mark)
    what = " and ".join(f"“{said(side)}”" for side in (exchange.left, exchange.right) if side)
    note = f"the sentences are alike but for this: {what}"
    strength = round(min(1.0, shared), 4)
    return Comparison(
        RULE,
        kind,
        Verdict.CONTRADICT,
        values[0],
        values[1],
        note,
        strength,
        marks[0],
        marks[1],
        f"{EXCHANGED[kind]}, in nearly the same words",
    )
