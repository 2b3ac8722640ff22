"""One statement in the mouths of two persons: the same words, and who said them is the disagreement."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import product
from typing import Final

from rapidfuzz import fuzz

from checker.conflicts.substitution import RULE
from checker.conflicts.wording_words import words_of
from checker.records import Claim, ClaimPair, Comparison, Mark, Verdict, Voice

ITEM: Final = "who said it"
RUN: Final = 4  # equal words in a row; shorter runs stand in any two sentences
LEAST: Final = 8  # equal words in such runs
SHARE: Final = 0.6  # of the shorter sentence, which also holds who says it and where
VERBATIM: Final = 6  # words in a row of one quotation
QUOTED: Final = re.compile(r"[“\"]([^”\"]+)[”\"]")
SPELLING: Final = 70  # of 100: how alike two last names may be before they are one name in two spellings


def compare_speakers(left: Claim, right: Claim) -> Comparison | None:
    """Whether two named persons are given one statement; None for other words, or where a speaker is not named."""
    if Voice.OWN in (left.voice, right.voice) or not _two_names(left, right):
        return None
    shared = _shared(left.sentence, right.sentence) if _persons(left) and _persons(right) else 0.0
    shared = max(shared, _one_quotation(left.sentence, right.sentence))
    if shared < SHARE:
        return None
    here, there = _mark(left), _mark(right)
    if here is None or there is None:
        return None
    message = f"the same words from {left.speaker} and from {right.speaker}"
    strength = round(min(1.0, shared), 4)
    return Comparison(
        RULE, "actor", Verdict.CONTRADICT, left.speaker, right.speaker, message, strength, here, there, ITEM
    )


def who_said_it(pair: ClaimPair, finding: Comparison) -> bool:
    """Whether what is disputed is whose words they are: the values are the speakers of quoted or of equal words."""
    quoted = pair.left.voice is pair.right.voice is Voice.QUOTED
    if finding.kind != "actor" or not (quoted or finding.item == ITEM):
        return False
    sides = ((finding.left_value, pair.left.speaker), (finding.right_value, pair.right.speaker))
    return all(value.lower().split()[-1:] == speaker.lower().split()[-1:] for value, speaker in sides)


def _two_names(left: Claim, right: Claim) -> bool:
    """Whether both speakers have a full name, without a word in common."""
    a, b = (c.speaker.split() for c in (left, right))
    if any(len(words) < 2 or not all(w[0].isupper() for w in words[-2:]) for words in (a, b)):
        return False
    return not {w.lower() for w in a} & {w.lower() for w in b} and fuzz.ratio(a[-1].lower(), b[-1].lower()) < SPELLING


def _persons(claim: Claim) -> bool:
    """Whether the speaker was recognized as a person, and is no body of several words."""
    return claim.speaker.lower().split()[-1] in claim.participants


def _one_quotation(left: str, right: str) -> float:
    """Which share of the shorter quotation both have word for word; 0 for one of a few words, or none."""
    best = 0.0
    for one, other in product(QUOTED.findall(left), QUOTED.findall(right)):
        a, b = ([w.key for w in words_of(s, {})] for s in (one, other))
        equal = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
        if equal >= VERBATIM:
            best = max(best, equal / min(len(a), len(b)))
    return best


def _shared(left: str, right: str) -> float:
    """Which share of the shorter sentence stands in long runs of equal words."""
    a, b = ([w.key for w in words_of(s, {})] for s in (left, right))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    equal = sum(block.size for block in blocks if block.size >= RUN)
    return equal / min(len(a), len(b)) if equal >= LEAST else 0.0


def _mark(claim: Claim) -> Mark | None:
    """Where the sentence names the speaker by the last name."""
    found = re.search(rf"\b{re.escape(claim.speaker.split()[-1])}\b", claim.sentence)
    return Mark(found.start(), found.end()) if found else None
