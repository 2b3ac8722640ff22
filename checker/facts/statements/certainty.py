"""Certainty: whether a sentence states, hedges, leaves unconfirmed or only announces what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.facts.lexicon import HEDGES, PLANNED, UNCONFIRMED
from checker.records import Certainty

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


def certainty_of(sentence: Sentence) -> Certainty:
    """The weakest mark of certainty in a parsed sentence or clause."""
    text = sentence.text.lower().replace("’", "'")
    if any(words in text for words in UNCONFIRMED):
        return Certainty.UNCONFIRMED
    root = sentence.root
    near = [root, *(c for c in root.children if c.dep_ in ("aux", "advmod", "xcomp"))]
    lemmas = {t.lemma_.lower() for t in near} | {t.lower_ for t in near}
    if lemmas & HEDGES:
        return Certainty.HEDGED
    if (lemmas & PLANNED and root.tag_ != "VBD") or "will" in lemmas:
        return Certainty.PLANNED
    return Certainty.FLAT
