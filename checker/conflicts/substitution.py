"""Sentences alike but for a word or two: what was exchanged, and does that make a contradiction?

Two outlets often carry nearly one sentence. Where all words but one typed value agree, the event is
certainly the same and the exchanged value is the disagreement. The words are lined up with difflib
(Ratcliff and Obershelp's longest matching blocks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from checker.facts.date import MONTHS, WEEKDAYS
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
    if min(len(a), len(b)) < 5 or len(set(words_a) & set(words_b)) < LEAST_SHARED * min(len(set(words_a)), len(set(words_b))):
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
        found = _typed(Exchange(tuple(a[i1:i2]), tuple(b[j1:j2])), words_a, words_b)
        if found is not None:
            kind, message = found
            return _row(kind, message, Exchange(tuple(a[i1:i2]), tuple(b[j1:j2])), left, right, shared)
    return None


def _key(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _framed(blocks: list[tuple[str, int, int, int, int]], position: int, a: int, b: int) -> bool:
    """Whether equal words stand on both sides of the exchange, or on one side at a sentence's edge."""
    before = position > 0 and blocks[position - 1][0] == "equal"
    after = position + 1 < len(blocks) and blocks[position + 1][0] == "equal"
    _, i1, i2, j1, j2 = blocks[position]
    longest = max(i2 - i1, j2 - j1)
    at_edge = (i1 == 0 and j1 == 0) or (i2 == a and j2 == b)
    return longest <= LONGEST and ((before and after) or (at_edge and (before or after)))


def _typed(exchange: Exchange, words_a: list[str], words_b: list[str]) -> tuple[str, str] | None:
    """(kind, message) when the exchanged words are two values of one kind that exclude each other."""
    left = [m.group() for m in exchange.left]
    right = [m.group() for m in exchange.right]
    low_l, low_r = [_key(w) for w in left], [_key(w) for w in right]
    if not left or not right:
        extra = low_l or low_r
        if len(extra) <= 2 and NEGATIONS & set(extra) and not (set(words_a) & NEGATIONS and set(words_b) & NEGATIONS):
            return "negation", f"one side says “{' '.join(left or right)}”"
        return None
    for kind, test in KINDS:
        message = test(left, right, low_l, low_r)
        if message:
            return kind, message
    return None


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


def _opposite(left: list[str], right: list[str], low_l: list[str], low_r: list[str]) -> str:
    stems = [{w, w.removesuffix("ed"), w.removesuffix("d"), w.removesuffix("s"), w.removesuffix("ing")} for w in (low_l[-1], low_r[-1])]
    hit = len(left) == len(right) == 1 and any(antonyms(x, y) for x in stems[0] for y in stems[1])
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
    return f"{' '.join(left)} and {' '.join(right)}" if not set(low_l) & set(low_r) and not same_place(" ".join(low_l), " ".join(low_r)) else ""


KINDS: Final = (
    ("ordinal", _ordinal),
    ("quantity", _number),
    ("date", _date),
    ("actor", _role),
    ("negation", _opposite),
    ("place", _place),
    ("actor", _name),
)


def _row(kind: str, message: str, exchange: Exchange, left: Claim, right: Claim, shared: float) -> Comparison:
    values, marks = [], []
    for side, claim in ((exchange.left, left), (exchange.right, right)):
        if side:
            values.append(claim.sentence[side[0].start() : side[-1].end()])
            marks.append(Mark(side[0].start(), side[-1].end()))
        else:
            values.append("(not said)")
            marks.append(None)
    note = f"the sentences are alike but for this: {message}"
    return Comparison(RULE, kind, Verdict.CONTRADICT, values[0], values[1], note, round(shared, 4), marks[0], marks[1], f"{kind} in one sentence")
