"""Who says it: the speaker of a sentence, and whether the words are quoted, reported or the outlet's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.lexicon import REPORTING
from checker.records import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

QUOTED: Final = re.compile(r"[“\"]([^”\"]{12,})[”\"]?")
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who"})
ACCORDING: Final = re.compile(r"\b[Aa]ccording to ((?:the |an? )?[A-Za-z][\w’'.-]*(?: [A-Z][\w’'.-]*)*(?: [a-z]+)?)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker as the sentence names it ("" for the own voice; maybe a pronoun) and the voice."""

    speaker: str
    voice: Voice


OWN: Final = Attribution("", Voice.OWN)


def attribution_of(sentence: Sentence) -> Attribution:
    """The attribution that the sentence itself gives."""
    quoted = bool(QUOTED.search(sentence.text))
    verb = _reporting_verb(sentence)
    speaker = _subject(verb) if verb is not None else ""
    if not speaker:
        match = ACCORDING.search(sentence.text)
        speaker = match.group(1) if match else ""
    if not speaker:
        return Attribution("", Voice.QUOTED) if _starts_quoted(sentence.text) else OWN
    return Attribution(speaker, Voice.QUOTED if quoted else Voice.REPORTED)


def _starts_quoted(text: str) -> bool:
    return text.lstrip()[:1] in ("“", '"', "‘", "'")


def _reporting_verb(sentence: Sentence) -> Token | None:
    """The uppermost verb of saying that has something said under or around it."""
    for token in sorted(sentence, key=lambda t: (len(list(t.ancestors)), t.i)):
        if token.lemma_.lower() not in REPORTING or token.pos_ != "VERB":
            continue
        says = any(c.dep_ in ("ccomp", "xcomp", "parataxis", "dobj", "prep") for c in token.children)
        if says or token.dep_ in ("parataxis", "advcl", "ROOT", "ccomp", "conj"):
            return token
    return None


def _subject(verb: Token) -> str:
    """The subject of a verb of saying, without what is attached to it; "" for an inanimate or missing one."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ in ("conj", "advcl", "xcomp"):
        subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if subject is None:
        subject = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if subject is None or subject.lower_ in ("which", "that", "what", "this"):
        return ""
    if subject.pos_ == "PRON":
        return subject.lower_ if subject.lower_ in PRONOUNS else ""
    entity = next((e for e in verb.doc.ents if e.start <= subject.i < e.end and e.label_ in ("PERSON", "ORG")), None)
    if entity is not None:
        return entity.text.removesuffix("'s").removesuffix("’s")
    words = [t for t in subject.children if t.dep_ in ("compound", "amod", "poss", "nmod") and t.i < subject.i]
    return " ".join(t.text for t in sorted([*words, subject], key=lambda t: t.i))
