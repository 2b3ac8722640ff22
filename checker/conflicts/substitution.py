"""Sentences alike but for a word or two: what was exchanged, and does that make a contradiction?

Two outlets often carry nearly one sentence. Where all words but one typed value agree, the event is
certainly the same and the exchanged value is the disagreement. The words are lined up with difflib
(Ratcliff and Obershelp's longest matching blocks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from checker.conflicts.wording_values import kind_of, said
from checker.conflicts.wording_words import Word, plain_word, spelt_alike, title_cased, words_of
from checker.facts import Quantity
from checker.facts.lexicon import RANKED, antonyms
from checker.records import Claim, Comparison, Mark, Verdict

RULE = "wording"
LEAST_SHARED: Final = 0.6  # of the shorter sentence's words, in order
LEAST_IN_FRAME: Final = 0.4  # the same where the exchanged words stand in a long run of equal ones
FRAME: Final = 5  # equal words around the exchange that make such a run
FRAME_CONTENT: Final = 2  # of which so many are longer than three letters
FRAMED: Final = frozenset({"ordinal", "date", "negation"})  # numbers in one frame may count other things
SHORTEST: Final = 5  # words of a sentence; less is a heading
LONGEST: Final = 3  # words that may be exchanged in one place
NEGATIONS: Final = frozenset({"not", "never", "no"})
ARTICLES: Final = frozenset({"a", "an", "the"})
NAMED_YEAR: Final = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
LONGER_NAME: Final = re.compile(r" [A-Z]")
JOINED: Final = re.compile(r"(?:-[A-Za-z]+)+")
LIGHT: Final = ARTICLES | frozenset(
    "about around some he she it they we i you his her its their this that these those be have do will would so also "
    "just then still already out up off of in on to by".split()
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of either side that stand in one place of otherwise equal wording; `frame` are the equal ones around."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    frame: tuple[Word, ...]


def compare_wording(left: Claim, right: Claim) -> Comparison | None:
    """The first exchanged value that makes the sentences contradict each other; None without one."""
    if left.sentence == right.sentence:
        return None
    lemmas = dict((*left.lemmas, *right.lemmas))
    a, b = words_of(left.sentence, lemmas), words_of(right.sentence, lemmas)
    shorter = min(len(a), len(b))
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    if shorter < SHORTEST or len(set(keys_a) & set(keys_b)) < LEAST_IN_FRAME * min(len(set(keys_a)), len(set(keys_b))):
        return None
    blocks = SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes()
    shared = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal") / shorter
    if shared < LEAST_IN_FRAME:
        return None
    headline = title_cased(a) or title_cased(b)
    for exchange in _exchanges(blocks, a, b):
        kind = _kind(exchange, left, right, headline)
        if kind and (shared >= LEAST_SHARED or (kind in FRAMED and _well_framed(exchange))):
            return _row(kind, exchange, left, right, shared)
    return None


def _exchanges(blocks: Sequence[tuple[str, int, int, int, int]], a: list[Word], b: list[Word]) -> list[Exchange]:
    """What was exchanged between equal words, or on one side of them at a sentence's edge."""
    found = []
    for position, (tag, i1, i2, j1, j2) in enumerate(blocks):
        if tag == "equal":
            continue
        before = _equal(blocks, position - 1, a)
        after = _equal(blocks, position + 1, a)
        at_edge = (i1 == 0 and j1 == 0) or (i2 == len(a) and j2 == len(b))
        if not ((before and after) or (at_edge and (before or after))):
            continue
        left, right = _trimmed(a[i1:i2], b[j1:j2])
        if max(len(left), len(right)) <= LONGEST:
            found.append(Exchange(tuple(left), tuple(right), (*before, *after)))
    return found


def _equal(blocks: Sequence[tuple[str, int, int, int, int]], position: int, words: list[Word]) -> list[Word]:
    if not 0 <= position < len(blocks) or blocks[position][0] != "equal":
        return []
    _, start, end, _, _ = blocks[position]
    return words[start:end]


def _trimmed(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Both sides without what is one word in two spellings at their ends, and without articles."""
    while left and right and spelt_alike(left[-1].key, right[-1].key):
        left, right = left[:-1], right[:-1]
    while left and right and spelt_alike(left[0].key, right[0].key):
        left, right = left[1:], right[1:]
    return _without_articles(left), _without_articles(right)


def _without_articles(words: list[Word]) -> list[Word]:
    return words[1:] if len(words) > 1 and words[0].key in ARTICLES else words


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
    if kind == "date" and _gives_both(exchange, left.sentence, right.sentence):
        return ""
    return "" if kind == "actor" and _part_of_name(exchange, left.sentence, right.sentence) else kind


def _gives_both(exchange: Exchange, left: str, right: str) -> bool:
    """Whether a sentence has the other's day too: "on Saturday they meet the team that won on Friday"."""
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
    return sum(w.key in NEGATIONS or w.key.endswith("n't") for w in words)


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
    sentences = [{plain_word(w) for w in s.replace(",", " ,").split()} for s in (left, right)]
    if all(NEGATIONS & s for s in sentences):
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
        mark = _mark(side, claim.sentence) if side else None
        values.append(claim.sentence[mark.start : mark.end] if mark else "(not said)")
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
        f"{kind} in one sentence",
    )


def _mark(words: tuple[Word, ...], sentence: str) -> Mark:
    """Where the words stand, with what hyphens join to the last of them: "four-year-old"."""
    end = words[-1].end
    joined = JOINED.match(sentence, end)
    return Mark(words[0].start, joined.end() if joined else end)
