"""One statement in the mouths of two persons: the same words, and who said them is the disagreement."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from checker.conflicts.substitution import RULE
from checker.conflicts.wording_words import words_of
from checker.records import Claim, Comparison, Mark, Verdict, Voice

RUN: Final = 4  # equal words in a row; shorter runs stand in any two sentences
LEAST: Final = 8  # equal words in such runs
SHARE: Final = 0.6  # of the shorter sentence, which also holds who says it and where
SPELLING: Final = 70  # of 100: how alike two last names may be before they are one name in two spellings


def compare_speakers(left: Claim, right: Claim) -> Comparison | None:
    """Whether two named persons are given one statement; None for other words, or where a speaker is not named."""
    if Voice.OWN in (left.voice, right.voice) or not _two_persons(left, right):
        return None
    shared = _shared(left.sentence, right.sentence)
    if shared < SHARE:
        return None
    here, there = _mark(left), _mark(right)
    if here is None or there is None:
        return None
    message = f"the same words from {left.speaker} and from {right.speaker}"
    strength = round(min(1.0, shared), 4)
    item = "who said it"
    return Comparison(
        RULE, "actor", Verdict.CONTRADICT, left.speaker, right.speaker, message, strength, here, there, item
    )


def _two_persons(left: Claim, right: Claim) -> bool:
    """Whether both speakers are persons by full name, without a name in common."""
    a, b = (c.speaker.lower().split() for c in (left, right))
    if min(len(a), len(b)) < 2 or set(a) & set(b):
        return False
    if any(words[-1] not in claim.participants for words, claim in ((a, left), (b, right))):
        return False
    return fuzz.ratio(a[-1], b[-1]) < SPELLING


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
