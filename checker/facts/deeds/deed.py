"""Deeds: who is said to have done what to whom, or denies it ("denied striking the camp", "dropped bombs on it")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.lexicon import REPORTING
from checker.facts.people.nations import nations_in
from checker.facts.roots import doubtful, lemmas, negated, object_of, passive, subject_of, within
from checker.facts.stretch import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

# Words for one deed, nouns and verbs. A noun made of its verb ("poisoning", "invasion") needs no line here.
ACTS: Final = tuple(
    frozenset(line.split())
    for line in (
        "bomb bombing bombard bombardment airstrike strike raid shell shelling attack assault missile",
        "shoot shooting fire gunfire shot",
        "kill killing murder assassinate assassination execute execution slay massacre",
        "hack hacking breach cyberattack",
        "interfere interference meddle meddling",
        "invade invasion incursion enter cross",
        "arm supply weapon fund finance support back aid",
        "arrest detain detention",
        "torture abuse mistreat beat",
        "steal theft rob robbery loot looting",
        "expel expulsion deport deportation",
        "kidnap abduct abduction kidnapping",
    )
)
LIGHT_VERBS: Final = frozenset(
    "carry launch conduct drop stage commit mount order perpetrate execute undertake plant fire make".split()
)
BEHIND: Final = frozenset({"behind", "responsible"})
CLAIMS: Final = frozenset("claim accusation allegation report suggestion rumor rumour charge".split())
LINKS: Final = frozenset("involvement role link connection responsibility part hand knowledge complicity tie".split())
WE: Final = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Deed(Stretch):
    """`subject` are the words of who does it ("we" for the speaker), with countries by their name; `rest` those of
    what it is done to; `act` the lemma of the deed. `denied`: the sentence says that it was not done; `explicit`:
    with a "deny" or "reject", so that somebody must have said that it was.
    """

    act: str
    subject: frozenset[str]
    rest: frozenset[str]
    denied: bool = False
    hedged: bool = False
    explicit: bool = False
    names: frozenset[str] = frozenset()  # last words of the names of who does it, lower case


def find(sentence: Sentence) -> list[Deed]:
    """The deeds that a parsed sentence tells or denies."""
    if sentence.text.rstrip('”" ').endswith("?"):
        return []
    found, taken = [], set()
    for verb in sentence:
        if verb.pos_ in ("VERB", "AUX") and (parts := _denial(verb)) is not None:
            found.append(_deed(sentence, *parts, denied=True, explicit=True))
            taken |= {t.i for t in verb.subtree}
    for token in sentence:
        if token.i in taken:
            continue
        parts = _by_verb(token) if token.pos_ == "VERB" else _by_noun(token) if token.pos_ == "NOUN" else None
        if parts is not None:
            found.append(_deed(sentence, *parts, denied=token.pos_ == "VERB" and negated(token)))
    return [d for d in found if d is not None]


Parts = tuple["Token", "Token", "list[Token]", "list[Token]"]  # the word to show, the deed, who, to whom


def _denial(verb: Token) -> Parts | None:
    """ "denied bombing the camp", "denied that it bombed ...", "denied any role in ...", "rejected claims that ..."."""
    lemma = verb.lemma_.lower()
    denier = subject_of(verb)
    if lemma not in ("deny", "reject", "dismiss") or passive(verb) or negated(verb) or denier is None:
        return None
    thing = object_of(verb)
    if lemma != "deny" and (thing is None or thing.lemma_.lower() not in CLAIMS):
        return None
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
    if thing is not None and thing.lemma_.lower() in CLAIMS:
        clause = next((c for c in thing.children if c.dep_ in ("acl", "ccomp", "relcl")), None) or _gerund(thing)
        thing = None
    if clause is None and thing is not None:
        clause = next((c for c in thing.children if c.dep_ == "amod" and c.tag_ == "VBG" and c.pos_ == "VERB"), None)
    if clause is not None and clause.pos_ in ("VERB", "AUX"):
        return _of_clause(verb, clause, within(denier), thing)
    if thing is None or thing.pos_ != "NOUN":
        return None
    if thing.lemma_.lower() in LINKS:
        thing = object_of(thing, "in", "for", "to", "with")
    return (verb, thing, within(denier), _patient(thing)) if thing is not None else None


def _gerund(noun: Token) -> Token | None:
    found = object_of(noun, "of")
    return found if found is not None and found.pos_ in ("VERB", "AUX") else None


def _of_clause(shown: Token, clause: Token, denier: list[Token], thing: Token | None) -> Parts | None:
    parts = _by_verb(clause, free=True)
    if parts is None:
        return None
    _, act, who, whom = parts
    pronoun = not who or all(t.pos_ == "PRON" for t in who)
    return shown, act, denier if pronoun else who, whom or (within(thing) if thing is not None else [])


def _by_verb(verb: Token, free: bool = False) -> Parts | None:
    """The deed of a verb, also of one that only carries the noun: "carried out the strike", "was behind the blast"."""
    if verb.lemma_.lower() in REPORTING and not free:
        return None
    by = object_of(verb, "by")
    subject = subject_of(verb)
    if passive(verb):
        agent, patient = by, within(subject) if subject is not None else []
    else:
        agent, patient = subject, _behind(verb)
    if agent is None and not free:
        return None
    who = within(agent) if agent is not None else []
    if agent is not None and verb.dep_ in ("acl", "relcl"):
        inner = set(verb.subtree)
        who = [t for t in who if t not in inner] or who
    noun = subject if passive(verb) else object_of(verb)
    if verb.lemma_.lower() in LIGHT_VERBS and noun is not None and noun.pos_ == "NOUN":
        return verb, noun, who, [t for t in patient if t != noun]
    return verb, verb, who, patient


def _behind(verb: Token) -> list[Token]:
    """What stands behind the verb as its object or in its phrases."""
    kept = ("dobj", "prep", "dative", "obj", "advmod", "prt")
    return [t for c in verb.children if c.dep_ in kept and c.i > verb.i for t in within(c)]


def _by_noun(noun: Token) -> Parts | None:
    """ "the airstrike by the army", "Sudan's bombing of the camp", "Israeli strikes"."""
    if not any(noun.lemma_.lower() in group for group in ACTS):
        return None
    by = object_of(noun, "by") or _right_behind(noun)
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ in ("PROPN", "NOUN")), None)
    nation = [c for c in noun.children if c.ent_type_ == "NORP" and c.dep_ == "amod"]
    who = within(by) if by is not None else within(owner) if owner is not None else nation
    return (noun, noun, who, _patient(noun)) if who else None


def _right_behind(noun: Token) -> Token | None:
    """The noun behind a "by" that follows at once, wherever the parser put it."""
    by = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by.lower_ == "by" else None


def _patient(noun: Token | None) -> list[Token]:
    if noun is None:
        return []
    preps = ("of", "on", "against", "in", "at", "near", "inside")
    return [t for c in noun.children if c.dep_ == "prep" and c.lower_ in preps for t in within(c)]


def _deed(
    sentence: Sentence,
    shown: Token,
    act: Token,
    who: list[Token],
    whom: list[Token],
    denied: bool,
    explicit: bool = False,
) -> Deed | None:
    agent = _agent(who)
    if not agent or act.lemma_.lower() in ("be", "have", "do", "get"):
        return None
    tokens = [t for t in (shown, act, *who, *whom) if sentence.start <= t.i < sentence.end]
    tokens += [c for c in shown.children if c.dep_ in ("neg", "aux")]
    start = min(t.idx for t in tokens) - sentence.start_char
    end = max(t.idx + len(t.text) for t in tokens) - sentence.start_char
    hedged = doubtful(act) or any(
        t.lower_ in ("would", "will", "may", "might", "could", "should") for t in act.children
    )
    rest = lemmas(whom) - {act.lemma_.lower()}
    names = frozenset(t.lower_ for t in who if t.ent_type_ in ("PERSON", "ORG") and _ends_name(t))
    return Deed(sentence.text[start:end], start, end, act.lemma_.lower(), agent, rest, denied, hedged, explicit, names)


def _ends_name(token: Token) -> bool:
    """Whether the word is the last of a name, which tells two people apart: "Justice Ramon Ilagan"."""
    inside = token.i + 1 < len(token.doc) and token.nbor(1).ent_iob_ == "I" and token.nbor(1).text not in ("’s", "'s")
    return token.pos_ == "PROPN" and not inside


def _agent(who: list[Token]) -> frozenset[str]:
    if any(t.lower_ in WE for t in who):
        return frozenset({"we"})
    nations = nations_in([t.text for t in who])
    return nations or lemmas(who)
