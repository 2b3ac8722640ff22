"""Stretches of a parse that several facts need: what belongs to a word, whether it is denied, who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.anchor import CONTENT, LIGHT
from checker.facts.lexicon import HEDGES, NEGATIONS, REPORTING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

ASIDE: Final = frozenset({"relcl", "advcl", "parataxis", "punct", "cc"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
DOUBTS: Final = HEDGES | frozenset("theory investigate examine whether if factor try seek rumor rumour".split())
RUMOURS: Final = frozenset("report rumor rumour claim allegation".split())
DISTANT: Final = frozenset("deny dismiss reject refute claim allege".split())
PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
NO_CLAUSE: Final = frozenset("yet of such well many much far".split())  # behind an "as" that begins none
BOUNDING: Final = frozenset("more less later earlier fewer".split())
RELATIVE: Final = frozenset({"who", "which", "that"})


def within(head: Token) -> list[Token]:
    """The words that belong to `head`, also what is listed with it, but no clause that tells of something else."""
    found, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(c for c in token.children if c.dep_ not in ASIDE and not _further(c))
    return sorted(found, key=lambda t: t.i)


def _further(token: Token) -> bool:
    """Whether the word starts a second clause beside the first: "... and fled"."""
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")


def lemmas(tokens: Iterable[Token]) -> frozenset[str]:
    """Content lemmas, lower case, without light words and numbers; "customer's" names are words like others."""
    return frozenset(
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in CONTENT and t.is_alpha and not t.like_num and t.lemma_.lower() not in LIGHT
    )


def negated(verb: Token) -> bool:
    """Whether a "not", "never" or "no" denies the verb: on it, or as its subject ("no group claimed it")."""
    direct = [c for c in verb.children if c.dep_ in ("neg", "advmod", "aux", "preconj", "punct", "det")]
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    words = direct + subjects + [g for c in subjects for g in c.children if g.dep_ == "det"]
    means = [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "by" for g in c.children]  # "by no means"
    words += [h for g in means if g.lower_ == "means" for h in g.children]
    return any(t.lower_ in NEGATIONS and not not_only(t) and not of_another_clause(t, verb) for t in words)


def of_another_clause(no: Token, verb: Token) -> bool:
    """Whether a clause begins between the two: "No deal on fish as Ecuador agrees to tariffs", not "none as yet"."""
    between = no.doc[no.i + 1 : verb.i]
    return any(t.lower_ in ("as", "while") and t.nbor(1).lower_ not in NO_CLAUSE for t in between)


def not_only(token: Token) -> bool:
    """Whether the word denies nothing: "not only the mayor", "never more than three days late"."""
    behind = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    if len(behind) > 2 and behind[0].lower_ in BOUNDING and behind[1].lower_ == "than":
        return any(t.like_num for t in behind[2:])
    return len(behind) > 0 and behind[0].lower_ in ("only", "just", "merely", "simply", "solely")


def own_subject(verb: Token) -> Token | None:
    """The noun or pronoun that stands as the verb's own subject."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def subject_of(verb: Token) -> Token | None:
    """The subject, the one it shares with the verb before it, or the noun that a relative clause describes."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None and own.lower_ in PRONOUNS and (sayer := sayer_of(verb)) is not None:
        return sayer
    if own is not None and not (own.lower_ in RELATIVE and verb.dep_ == "relcl"):
        return own
    if verb.dep_ in ("relcl", "acl"):
        return verb.head
    if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    return None


def sayer_of(verb: Token) -> Token | None:
    """Who says it, which is who does it in "the mayor said he had never met the banker"."""
    saying = verb.head
    if verb.dep_ != "ccomp" or saying.lemma_.lower() not in REPORTING:
        return None
    subject = next((c for c in saying.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN") else None


def object_of(verb: Token, *prepositions: str) -> Token | None:
    """The direct object; with prepositions the noun behind the first of them."""
    if not prepositions:
        return next((c for c in verb.children if c.dep_ in ("dobj", "obj")), None)
    for prep in verb.children:
        if prep.dep_ in ("prep", "agent", "dative") and prep.lower_ in prepositions:
            return next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    return None


def passive(verb: Token) -> bool:
    """Whether the verb is passive: "was bombed", "the camp bombed by ..."."""
    return (
        any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        or (verb.dep_ == "acl" and verb.tag_ == "VBN")
        or (verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children))
    )


def doubtful(word: Token) -> bool:
    """Whether a "likely", "may", "if" or "theory" stands at the word or at what is above it."""
    above = [a for a in word.ancestors if a.pos_ in ("VERB", "AUX", "NOUN")]
    near = [word, *above]
    near += [g for t in (word, *above) for g in t.children if g.dep_ in ("advmod", "aux", "xcomp", "amod", "mark")]
    return any(t.lemma_.lower() in DOUBTS or t.lower_ in DOUBTS for t in near)


def relayed(word: Token) -> bool:
    """Whether the word stands below reports, a claim or a denial, of which the sentence keeps its distance."""
    for above in word.ancestors:
        nouns = [above, *(c for c in above.children if c.dep_ in SUBJECTS)]
        if any(t.pos_ == "NOUN" and t.lemma_.lower() in RUMOURS for t in nouns):
            return True
        if above.pos_ == "VERB" and above.lemma_.lower() in DISTANT:
            return True
    return False


def looks_back(sentence: Iterable[Token]) -> bool:
    """Whether the sentence is told in the past perfect."""
    return any(t.lower_ in ("had", "’d", "'d") and t.dep_ == "aux" and t.head.tag_ == "VBN" for t in sentence)
