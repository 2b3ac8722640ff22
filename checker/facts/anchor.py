"""What a fact hangs on in its sentence: the noun it describes, the verb over it, and who and where is named there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

Similar = Callable[[str, str], float]  # how alike two words are, 0 to 1; 1 for equal ones

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
LOCATIVE = frozenset("in at near outside inside off on".split())
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj", "cc"})
LIGHT = frozenset(
    "be have do make take get give put go come see other such same new more many old year month week day hour minute "
    "foot feet meter metre mile kilometer kilometre percent cent people person".split()
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Lemmas, lower case. `modifiers` are the content words of the noun phrase apart from its head.

    `places` are the words of places that the noun or its verb is put in ("talks in Lima"), not of those who take part.
    """

    head: str = ""
    modifiers: frozenset[str] = frozenset()
    predicate: str = ""
    arguments: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    negated: bool = False
    name: str = ""  # the noun as the sentence has it, with what follows in its phrase: "round of talks in Lima"


def phrase(head: Token) -> list[Token]:
    """The noun phrase of `head` with its attached phrases, but without clauses that tell of something else."""
    found: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(c for c in token.children if c.dep_ not in CLAUSES)
    return sorted(found, key=lambda t: t.i)


def governor(token: Token) -> Token | None:
    """The verb (or the clause's root) that governs `token`; None at the root of a verbless sentence."""
    node = token
    while node.head != node:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return node if node.pos_ in ("VERB", "AUX") and node != token else None


def content(tokens: list[Token]) -> frozenset[str]:
    """Content lemmas, lower case, without light words, numbers and punctuation."""
    return frozenset(
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in CONTENT and not t.like_num and not t.is_punct and t.lemma_.lower() not in LIGHT
    )


def anchor_of(head: Token, skip: frozenset[int] = frozenset()) -> Anchor:
    """The anchor of a noun `head`; `skip` are token indices that belong to the fact's own value."""
    inside = [t for t in phrase(head) if t.i not in skip]
    verb = head if head.pos_ in ("VERB", "AUX") else governor(head)
    around: list[Token] = []
    if verb is not None:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "prep", "attr", "npadvmod", "oprd"):
                around.extend(t for t in phrase(child) if t.i not in skip)
    own = {t.i for t in inside}
    return Anchor(
        head=head.lemma_.lower(),
        modifiers=content([t for t in inside if t != head]),
        predicate=verb.lemma_.lower() if verb is not None else "",
        arguments=content([t for t in around if t.i not in own]),
        places=_places(inside + around),
        negated=verb is not None and any(c.dep_ == "neg" for c in verb.children),
        name=_name(head, inside),
    )


def _name(head: Token, inside: list[Token]) -> str:
    """The noun and the unbroken run of its phrase behind it, up to 10 words."""
    last = head
    for token in inside:
        if token.i == last.i + 1 and token.i < head.i + 10:
            last = token
    return str(head.doc[head.i : last.i + 1].text).rstrip(" ,;.")


def _places(tokens: list[Token]) -> frozenset[str]:
    """The names behind an "in", "at" or the like, lower case."""
    nouns = [t for t in tokens if t.dep_ == "pobj" and t.pos_ == "PROPN" and t.head.lower_ in LOCATIVE]
    return frozenset(
        " ".join([*(c.lower_ for c in n.children if c.dep_ == "compound" and c.i < n.i), n.lower_]) for n in nouns
    )


def coverage(left: frozenset[str], right: frozenset[str], similar: Similar) -> float:
    """How much of the smaller set has a like word in the other, 0 to 1; 0 when either is empty.

    Every word counts by its best match; matches under .5 count as none, since word embeddings give
    unrelated words about .3.
    """
    small, large = sorted((left, right), key=lambda s: (len(s), sorted(s)))
    if not small:
        return 0.0
    best = (max(similar(a, b) for b in large) for a in sorted(small))
    return sum(b if b >= 0.5 else 0.0 for b in best) / len(small)


def same_slot(left: Anchor, right: Anchor, similar: Similar) -> float:
    """How surely the two anchors hold the same thing, 0 to 1: like head, and like words around it."""
    if not left.head or not right.head:
        return 0.0
    head = similar(left.head, right.head)
    if head < 0.6:
        return 0.0
    near = coverage(left.modifiers, right.modifiers, similar)
    wide = coverage(left.modifiers | left.arguments, right.modifiers | right.arguments, similar)
    verb = similar(left.predicate, right.predicate) if left.predicate and right.predicate else 0.0
    if left.predicate == left.head or right.predicate == right.head:
        verb = 0.0  # the verb is what is lined up: it must not count twice
    return min(1.0, head * (0.3 + 0.4 * near + 0.2 * wide + 0.2 * (verb if verb >= 0.5 else 0.0)))


def offset(token: Token, sentence: Sentence) -> int:
    """Where the token starts in the sentence's text."""
    return int(token.idx - sentence.start_char)
