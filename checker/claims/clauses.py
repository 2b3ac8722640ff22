"""Cuts a sentence at clauses that say something of their own: each piece is one contiguous stretch."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checker.claims.quotes import inside_quotes
from checker.facts.lexicon import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

# Conjunctions of clauses that state a fact of their own. Conditions ("if", "unless") belong to what they limit.
STATING: Final = frozenset("after as although though while whereas because but when since before".split())
FRAME: Final = 8  # words before "that ..." from which on they are a piece of their own
SHORTEST: Final = 4  # words; a shorter piece ("he said") says nothing by itself


def split_clauses(sentence: Sentence, within: str = "") -> list[tuple[int, int]]:
    """The pieces of a parsed sentence as [start, end) offsets into its text, in order, without outer spaces.

    A new piece starts at a coordinated clause with a subject of its own, at a finite clause behind one of
    STATING, at what is said behind a long "X, at Y on Z, said", and at a second statement of one speaker.
    Inside quotation marks nothing is cut: a quotation stays whole.
    """
    cuts = sorted({_left_edge(t).i for t in sentence if _starts_piece(t)} - {sentence.start})
    cuts = [c for c in cuts if not inside_quotes(sentence, c, within)]
    edges = [sentence.start, *cuts, sentence.end]
    pieces = [(a, b) for a, b in pairwise(edges) if b > a]
    return _trimmed(sentence, _joined(pieces))


def _starts_piece(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "conj" and token.lemma_.lower() in REPORTING and _content(token):
        return True  # "... described both as partners and warned that ...": a second statement of one speaker
    if not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children):
        return False
    if token.dep_ == "conj":
        return token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "ccomp":
        return token.head.lemma_.lower() in REPORTING and _long_frame(token)
    if token.dep_ == "advcl":
        return any(
            c.dep_ in ("mark", "advmod", "prep") and c.lower_ in STATING for c in token.children if c.i < token.i
        )
    return False


def _content(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in verb.children)


def _long_frame(content: Token) -> bool:
    """Whether who says it, where and when take so many words that they are a statement of their own."""
    edge = content.left_edge
    return edge.i > content.head.i and edge.i - content.sent.start >= FRAME


def _left_edge(verb: Token) -> Token:
    """Where the clause of `verb` starts: its conjunction, if one stands right before it."""
    edge = verb.left_edge
    before = edge.nbor(-1) if edge.i > edge.sent.start else None
    return before if before is not None and before.dep_ == "cc" else edge


def _joined(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Too short pieces go with the one before them (the first with the one behind it)."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and (end - start < SHORTEST or joined[-1][1] - joined[-1][0] < SHORTEST):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _trimmed(sentence: Sentence, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    base = sentence.start_char
    ranges = []
    for start, end in pieces:
        a, b = sentence.doc[start].idx - base, sentence.doc[end - 1].idx + len(sentence.doc[end - 1].text) - base
        text = sentence.text[a:b]
        lead = len(text) - len(text.lstrip(" ,;:–—-\n\t"))
        tail = len(text) - len(text.rstrip(" ,;:–—-\n\t"))
        if a + lead < b - tail:
            ranges.append((a + lead, b - tail))
    return ranges
