"""Polarity: what is said to be or happen, or not; and verbs and adjectives that are opposites of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import content, phrase
from checker.facts.deeds.polarity_compare import COPULAS, RULE, compare
from checker.facts.lexicon import MODALS, NEGATIONS, RANKED, REPORTING
from checker.facts.roots import (
    PRONOUNS,
    RELATIVE,
    SUBJECTS,
    doubtful,
    lemmas,
    not_only,
    of_another_clause,
    passive,
    relayed,
    sayer_of,
    within,
)
from checker.facts.stretch import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


CONDITIONS: Final = frozenset({"if", "unless", "whether"})
STILL_THERE: Final = frozenset({"left", "remaining"})
NAMING: Final = frozenset({"know", "refer", "describe"})
ELSEWHERE: Final = frozenset({"away", "elsewhere"})  # "was away from the bridge": was not there
NOBODY: Final = frozenset({"no", "none", "nobody", "neither", "nothing"})
NOT_REST: Final = SUBJECTS | {"aux", "auxpass", "neg", "punct", "cc", "conj", "advcl", "parataxis"}


NO_WORDS: Final = Stretch("", 0, 0)


@dataclass(frozen=True, slots=True)
class Polarity(Stretch):
    """One predicate: its lemma, whether it is negated, and the content words of its subject and object.

    `complement` is the adjective or noun behind a copula ("is vital" -> "vital"); `lacking` are the words of the
    rest that are said to be absent ("without progress", "reached no agreement"). `hedged` stands for a "likely", a
    "may" or "reports" over it, `whole` for the words with subject and object, and `words` are its content words, also
    of what is listed. `head` is the subject's own noun. `passive`: the subject is what it is done to. Offsets are into
    the sentence.
    """

    predicate: str
    negated: bool
    modal: bool
    subject: frozenset[str]
    rest: frozenset[str]
    complement: str = ""
    lacking: frozenset[str] = frozenset()
    hedged: bool = False
    whole: Stretch = NO_WORDS
    words: frozenset[str] = frozenset()
    head: str = ""
    passive: bool = False


def find(sentence: Sentence) -> list[Polarity]:
    """The predicates of a parsed sentence: verbs that are neither verbs of saying nor conditions nor questions."""
    if sentence.text.rstrip('”" ').endswith("?"):
        return []
    return [_predicate(t, sentence) for t in sentence if _asserts(t)]


def _asserts(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return False
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children):
        return False
    if (
        token.lower_ in STILL_THERE
        and token.dep_ in ("acl", "amod")
        and not any(c.dep_ == "dobj" for c in token.children)
    ):
        return False  # "with two minutes left": nobody leaves and nothing stays
    if token.lemma_.lower() in NAMING and token.i + 1 < token.sent.end and token.nbor().lower_ == "as":
        return False  # "was known as the fox" is a name, and nothing that may be unknown
    return not (token.lemma_.lower() in REPORTING and any(c.dep_ in ("ccomp", "parataxis") for c in token.children))


def _predicate(verb: Token, sentence: Sentence) -> Polarity:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    copular = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")), None)
    # "the airport was closed": the parser may hang the subject on the auxiliary
    near = [c for node in (verb, *auxiliaries) for c in node.children]
    subjects = [t for c in near if c.dep_ in SUBJECTS for t in phrase(c)]
    if not subjects and verb.dep_ == "conj":
        subjects = [t for c in verb.head.children if c.dep_ in SUBJECTS for t in phrase(c)]
    if verb.dep_ in ("relcl", "acl") and all(t.lower_ in RELATIVE for t in subjects):
        inner = set(verb.subtree)  # "the bank workers killed there": the noun is what the clause is about
        subjects = [t for t in phrase(verb.head) if t not in inner]
    if subjects and all(t.lower_ in PRONOUNS for t in subjects) and (sayer := sayer_of(verb)) is not None:
        subjects = phrase(sayer)  # "Kaivola confirmed that it had held talks"
    rest = [t for c in verb.children if c.dep_ not in NOT_REST for t in phrase(c)]
    if copular is not None and verb.lemma_ in COPULAS:
        rest = [t for t in rest if t != copular]
    shown = [verb, *auxiliaries] + ([copular] if copular is not None and verb.lemma_ == "be" else [])
    start = min(t.idx for t in shown) - sentence.start_char
    end = max(t.idx + len(t.text) for t in shown) - sentence.start_char
    return Polarity(
        text=sentence.text[start:end],
        start=start,
        end=end,
        predicate=verb.lemma_.lower(),
        negated=_negated(verb, auxiliaries, subjects, copular),
        modal=any(t.lower_ in MODALS for t in auxiliaries),
        subject=content(subjects),
        rest=content(rest),
        complement=copular.lemma_.lower() if copular is not None else "",
        lacking=content([t for t in rest if _absent(t)]),
        hedged=doubtful(verb) or relayed(verb),
        whole=_stretch([*shown, *subjects, *rest], sentence),
        words=lemmas([*subjects, *within(verb)]),
        head=_head(subjects),
        passive=passive(verb),
    )


def _head(subjects: list[Token]) -> str:
    """The lemma of the subject's own noun: "display" in "the zoo's gorilla display"."""
    inside = set(subjects)
    return next((t.lemma_.lower() for t in subjects if t.head not in inside and t.pos_ in ("NOUN", "PROPN")), "")


def _stretch(tokens: list[Token], sentence: Sentence) -> Stretch:
    start = min(t.idx for t in tokens) - sentence.start_char
    end = max(t.idx + len(t.text) for t in tokens) - sentence.start_char
    return Stretch(sentence.text[start:end], start, end)


def _negated(verb: Token, auxiliaries: list[Token], subjects: list[Token], copular: Token | None) -> bool:
    """Whether the sentence denies the predicate: "not", "never", "no passenger", but not "not only"."""
    # the parser takes "n’t" with a typographic apostrophe for punctuation
    adverbs = [c for c in verb.children if c.dep_ in ("advmod", "preconj", "punct", "dep")]
    words = [t for t in (*auxiliaries, *adverbs) if t.lower_ in NEGATIONS and not not_only(t)]
    words += [t for t in subjects if t.lower_ in NOBODY and not _ranks(t) and not of_another_clause(t, verb)][:1]
    if verb.lemma_ == "be":
        words += [c for c in verb.children if c.dep_ in ("advmod", "acomp", "prep") and c.lower_ in ELSEWHERE]
    if copular is not None:
        words += [c for c in copular.children if c.dep_ == "neg" or (c.lower_ in NOBODY and not _ranks(c))]
    return len(words) % 2 == 1


def _ranks(word: Token) -> bool:
    """Whether a "no" stands for "number": "the No. 1 team"."""
    return word.lower_ == "no" and RANKED.match(word.doc[word.i + 1 : word.i + 3].text) is not None


def _absent(token: Token) -> bool:
    """Whether the word stands behind "without" or has a "no" before it."""
    noun = token.head if token.dep_ in ("compound", "amod") else token
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return True
    return noun.dep_ in ("pobj", "pcomp") and noun.head.lower_ == "without"


__all__ = ["RULE", "Polarity", "compare", "find"]
