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

from checker.facts import Quantity
from checker.facts.calendar import MONTHS, WEEKDAYS
from checker.facts.interval import Interval
from checker.facts.lexicon import antonyms
from checker.facts.number import number, ordinal
from checker.facts.person import EXCLUSIVE
from checker.facts.place import exclusive, same_place
from checker.records import Claim, Comparison, Mark, Verdict

RULE = "wording"
TOKEN: Final = re.compile(r"[$€£]?\d[\d,.]*\d|\d|[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*|%")
LEAST_SHARED: Final = 0.6  # of the shorter sentence's words, in order
LONGEST: Final = 3  # words that may be exchanged in one place
NEGATIONS: Final = frozenset({"not", "never", "no"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words [start, end) of either side that stand in one place of otherwise equal wording."""

    left: tuple[re.Match[str], ...]
    right: tuple[re.Match[str], ...]


def compare_wording(left: Claim, right: Claim) -> Comparison | None:
    """The first exchanged value that makes the sentences contradict each other; None without one."""
    if left.sentence == right.sentence:
        return None
    a, b = list(TOKEN.finditer(left.sentence)), list(TOKEN.finditer(right.sentence))
    words_a, words_b = [_key(m.group()) for m in a], [_key(m.group()) for m in b]
    if min(len(a), len(b)) < 5 or len(set(words_a) & set(words_b)) < LEAST_SHARED * min(
        len(set(words_a)), len(set(words_b))
    ):
        return None
    matcher = SequenceMatcher(None, words_a, words_b, autojunk=False)
    blocks = matcher.get_opcodes()
    same = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal")
    shared = same / min(len(a), len(b))
    if shared < LEAST_SHARED:
        return None
    for position, (tag, i1, i2, j1, j2) in enumerate(blocks):
        if tag == "equal" or not _framed(blocks, position, len(a), len(b)):
            continue
        exchange = Exchange(tuple(a[i1:i2]), tuple(b[j1:j2]))
        found = _typed(exchange, left, right)
        if found is not None and not (found[0] == "quantity" and _other_measure(exchange, left, right)):
            return _row(*found, exchange, left, right, shared)
    return None


def _other_measure(exchange: Exchange, left: Claim, right: Claim) -> bool:
    """Whether the exchanged numbers count different things after all ("80 people were killed", "18 were hurt")."""
    sides = []
    for words, claim in ((exchange.left, left), (exchange.right, right)):
        at = words[0].start()
        sides.append(next((f for f in claim.facts if isinstance(f, Quantity) and f.start <= at < f.end), None))
    a, b = sides
    brackets = (words[0].string[: words[0].start()].rstrip().endswith("(") for words in (exchange.left, exchange.right))
    if all(brackets):
        return True  # conversions, each at its outlet's rate or into its own dollars
    if a is None or b is None:
        return False
    return a.measures != b.measures or a.part != b.part or a.degree != b.degree or a.dimension != b.dimension


def _key(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _framed(blocks: Sequence[tuple[str, int, int, int, int]], position: int, a: int, b: int) -> bool:
    """Whether equal words stand on both sides of the exchange, or on one side at a sentence's edge."""
    before = position > 0 and blocks[position - 1][0] == "equal"
    after = position + 1 < len(blocks) and blocks[position + 1][0] == "equal"
    _, i1, i2, j1, j2 = blocks[position]
    longest = max(i2 - i1, j2 - j1)
    at_edge = (i1 == 0 and j1 == 0) or (i2 == a and j2 == b)
    return longest <= LONGEST and ((before and after) or (at_edge and (before or after)))


def _typed(exchange: Exchange, left: Claim, right: Claim) -> tuple[str, str] | None:
    """(kind, message) when the exchanged words are two values of one kind that exclude each other."""
    a, b = [m.group() for m in exchange.left], [m.group() for m in exchange.right]
    low_a, low_b = [_key(w) for w in a], [_key(w) for w in b]
    if not a or not b:
        return _extra_negation(exchange.left or exchange.right, left.sentence, right.sentence)
    lemmas = dict((*left.lemmas, *right.lemmas))
    if len(a) == len(b) == 1:
        if _unnegated(low_a[0]) == _unnegated(low_b[0]) and low_a != low_b:
            return "negation", f"{a[0]} and {b[0]}"
        if antonyms(lemmas.get(low_a[0], low_a[0]), lemmas.get(low_b[0], low_b[0])):
            return "negation", f"{a[0]} and {b[0]}"
    for kind, test in KINDS:
        message = test(a, b, low_a, low_b)
        if message:
            return kind, message
    return None


def _extra_negation(words: tuple[re.Match[str], ...], left: str, right: str) -> tuple[str, str] | None:
    """A "not" or "never" that only one side has. "So no, ..." opens a sentence and negates nothing."""
    texts = [_key(m.group()) for m in words]
    if len(texts) > 2 or not NEGATIONS & set(texts) or words[0].start() == 0:
        return None
    if words[-1].string[words[-1].end() :].startswith(","):
        return None  # "So no, ...": an answer, not a negation of what follows
    if all(NEGATIONS & {_key(w) for w in TOKEN.findall(s)} for s in (left, right)):
        return None
    return "negation", f"one side says “{' '.join(m.group() for m in words)}”"


def _unnegated(word: str) -> str:
    return "can" if word in ("cannot", "can't") else "will" if word == "won't" else word.removesuffix("n't")


def _number(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    a, b = number([w.lstrip("$€£") for w in low_l]), number([w.lstrip("$€£") for w in low_r])
    if a is None or b is None or a == b:
        return ""
    if Interval(a, a).rounds_to(Interval(b, b)):
        return ""
    return f"{' '.join(left)} and {' '.join(right)}"


def _ordinal(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    if len(left) != 1 or len(right) != 1:
        return ""
    a, b = ordinal(low_l[0]), ordinal(low_r[0])
    return f"{left[0]} and {right[0]}" if a is not None and b is not None and a != b else ""


def _date(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    if len(left) != 1 or len(right) != 1:
        return ""
    for table in (WEEKDAYS, MONTHS):
        if low_l[0] in table and low_r[0] in table and table[low_l[0]] != table[low_r[0]]:
            return f"{left[0]} and {right[0]}"
    return ""


def _role(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    if len(left) != 1 or len(right) != 1 or low_l == low_r:
        return ""
    hit = any({low_l[0], low_r[0]} <= scale for scale in EXCLUSIVE)
    return f"{left[0]} and {right[0]}" if hit else ""


def _place(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    if not all(w[0].isupper() for w in left + right):
        return ""
    a, b = " ".join(low_l), " ".join(low_r)
    return f"{' '.join(left)} and {' '.join(right)}" if not same_place(a, b) and exclusive(a, b) else ""


def _name(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    """Two different full names (two or more capitalised words) in one place of one sentence."""
    if min(len(left), len(right)) < 2 or not all(w[0].isupper() for w in left + right):
        return ""
    return (
        f"{' '.join(left)} and {' '.join(right)}"
        if not set(low_l) & set(low_r) and not same_place(" ".join(low_l), " ".join(low_r))
        else ""
    )


KINDS: Final = (
    ("ordinal", _ordinal),
    ("quantity", _number),
    ("date", _date),
    ("actor", _role),
    ("place", _place),
    ("actor", _name),
)


def _row(kind: str, message: str, exchange: Exchange, left: Claim, right: Claim, shared: float) -> Comparison:
    values: list[str] = []
    marks: list[Mark | None] = []
    for side, claim in ((exchange.left, left), (exchange.right, right)):
        if side:
            values.append(claim.sentence[side[0].start() : side[-1].end()])
            marks.append(Mark(side[0].start(), side[-1].end()))
        else:
            values.append("(not said)")
            marks.append(None)
    note = f"the sentences are alike but for this: {message}"
    return Comparison(
        RULE,
        kind,
        Verdict.CONTRADICT,
        values[0],
        values[1],
        note,
        round(shared, 4),
        marks[0],
        marks[1],
        f"{kind} in one sentence",
    )
