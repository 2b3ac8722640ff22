"""Who says it: the speaker of a clause, and whether the words are quoted, reported or the outlet's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.claims.quotes import inside_quotes
from checker.facts.lexicon import CROWDS, REPORTING
from checker.records import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

QUOTED: Final = re.compile(r"[“\"]([^”\"]{12,})[”\"]?")
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who"})
ACCORDING: Final = re.compile(
    r"\b[Aa]ccording to ((?:the |an? )?[A-Za-z][\w’'.-]*(?: [A-Z][\w’'.-]*[\w’'-])*"
    r"(?: (?!(?:that|which|who|whose|where|when|as|and|but|or|of|in|on|at|by|for|from|to|with)\b)[a-z]+)?)(?<![.’'])"
)
SAID: Final = frozenset(
    {"ccomp", "xcomp", "parataxis", "dobj", "prep"}
)  # what is said hangs on its verb as one of these
LOOSE: Final = frozenset({"parataxis", "advcl", "ROOT", "ccomp", "conj"})  # ... and the verb itself as one of these
FIGURES: Final = CROWDS | frozenset(
    "toll number figure count total damage loss cost death injury casualty size value price population age "
    "speed".split()
)
UNSAID: Final = frozenset("threaten refuse decline want plan intend hope fail try forget".split())
# Who dismisses or recalls a person says nothing; who dismisses one of these does.
STATEMENTS: Final = frozenset(
    "claim report allegation accusation charge suggestion idea notion rumour rumor speculation criticism concern fear "
    "call assertion talk argument complaint".split()
)
ALSO_DEEDS: Final = frozenset({"dismiss", "recall"})
BEFORE: Final = frozenset({"compound", "amod", "poss", "nmod", "case"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker as the sentence names it ("" for the own voice; maybe a pronoun) and the voice."""

    speaker: str
    voice: Voice


OWN: Final = Attribution("", Voice.OWN)


def attribution_of(clause: Sentence, within: str = "") -> Attribution:
    """Who says a clause (or a whole sentence), as its sentence gives it.

    `within` is "“" or '"' when the sentence starts inside a quotation that was opened before it.
    """
    sentence = clause.root.sent
    verb = _reporting_verb(clause, sentence, within)
    speaker = speaker_of(verb) if verb is not None else ""
    if not speaker:
        match = ACCORDING.search(sentence.text)
        speaker = match.group(1) if match else ""
    if within or _starts_quoted(clause.text):
        return Attribution(speaker, Voice.QUOTED)
    if not speaker:
        return OWN
    return Attribution(speaker, Voice.QUOTED if QUOTED.search(clause.text) else Voice.REPORTED)


def _starts_quoted(text: str) -> bool:
    return text.lstrip()[:1] in ("“", '"', "‘", "'")


def _reporting_verb(clause: Sentence, sentence: Sentence, within: str) -> Token | None:
    """The uppermost verb of saying in the clause, or else the one whose content the clause is."""
    verbs = [t for t in sentence if _says(t) and not inside_quotes(sentence, t.i, within)]
    verbs.sort(key=lambda t: (sum(1 for _ in t.ancestors), t.i))
    own = [t for t in verbs if clause.start <= t.i < clause.end]
    return next(iter(own or [t for t in verbs if _covers(t, clause.root)]), None)


def _says(token: Token) -> bool:
    if _puts_a_figure(token):
        return True
    if token.lemma_.lower() not in REPORTING or token.pos_ != "VERB" or _is_a_deed(token):
        return False
    return token.dep_ in LOOSE or any(c.dep_ in SAID for c in token.children)


def _is_a_deed(token: Token) -> bool:
    """ "The minister dismissed the director", "he threatened to tell": nothing is said."""
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in UNSAID:
        return True
    whom = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return token.lemma_.lower() in ALSO_DEEDS and whom is not None and whom.lemma_.lower() not in STATEMENTS


def _puts_a_figure(token: Token) -> bool:
    """ "Police put the toll at 12": who names a figure says it."""
    if token.lemma_.lower() != "put" or not any(t.lower_ == "at" for t in token.sent[token.i - token.sent.start :]):
        return False
    return any(c.dep_ == "dobj" and c.lemma_.lower() in FIGURES for c in token.children)


def _covers(verb: Token, root: Token) -> bool:
    """Whether the clause under `root` is part of what `verb` reports: "X said that A when B", "A, X said, when B"."""
    path = [root, *root.ancestors]
    if verb in path:
        place = path.index(verb)
        return place > 0 and path[place - 1].dep_ in ("ccomp", "xcomp", "parataxis", "dobj", "prep")
    return verb.dep_ in ("parataxis", "advcl") and verb.head in path and not _has_subordinator(verb)


def _has_subordinator(verb: Token) -> bool:
    """Whether the verb stands in a clause of its own ("..., as Holm said"), which reports nothing of the main one."""
    return any(c.dep_ == "mark" for c in verb.children)


def speaker_of(verb: Token) -> str:
    """Who says it by the subject of a verb of saying, without what is attached to it; "" for a missing one."""
    subject = _subject(verb)
    if subject is None or subject.lower_ in ("which", "that", "what", "this"):
        return ""
    if subject.pos_ == "PRON":
        return subject.lower_ if subject.lower_ in PRONOUNS else ""
    entity = _entity(subject)
    if entity is not None and entity.label_ == "PERSON":
        return _bare(entity.text)
    named = _in_apposition(subject)
    if named:
        return _bare(named)
    if entity is not None:
        return _bare(entity.text + _rest_of_name(entity))
    words = _words_before(subject)
    return _bare(subject.doc[words[0].i : subject.i + 1].text)


def _in_apposition(subject: Token) -> str:
    """The name beside the subject: "the minister, Jo Marsh, said"; "" for none.

    In "the governor of the state, Jo Marsh, said" the parser hangs the name on the state.
    """
    for token in subject.subtree:
        if token.dep_ != "appos" or not (token.head == subject or subject.pos_ == "NOUN"):
            continue
        entity = _entity(token)
        if entity is not None and entity.label_ == "PERSON":
            return str(entity.text)
        if token.pos_ == "PROPN" and token.head == subject and entity is None and subject.pos_ == "NOUN":
            return str(subject.doc[_words_before(token)[0].i : token.i + 1].text)  # a name that no list has
    return ""


def _subject(verb: Token) -> Token | None:
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if own:
        return min(own, key=lambda t: abs(t.i - verb.i))  # "Eleven dead, union says": the parser may see two
    if verb.dep_ in ("conj", "advcl", "xcomp"):
        shared = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
        if shared is not None:
            return shared
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _entity(token: Token) -> Sentence | None:
    """The person or organisation whose name the token belongs to."""
    return next((e for e in token.doc.ents if e.start <= token.i < e.end and e.label_ in ("PERSON", "ORG")), None)


def _rest_of_name(entity: Sentence) -> str:
    """The last word of a name that was cut short: "the Ministry of Health of" + " Chile"."""
    follows = entity.end < len(entity.doc) and entity[-1].pos_ == "ADP"
    return f" {entity.doc[entity.end].text}" if follows else ""


def _words_before(noun: Token) -> list[Token]:
    """The noun with the words that belong before it: "Foreign Ministry spokesperson"."""
    found, waiting = [], [noun]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(c for c in token.children if c.dep_ in BEFORE and c.i < token.i)
    return sorted(found, key=lambda t: t.i)


def _bare(name: str) -> str:
    """The name without article and possessive ending."""
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"['’]s?$", "", name.strip()), flags=re.IGNORECASE)
