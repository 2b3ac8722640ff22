"""Who a deed befell or who did it: facts about two different persons or bodies are two facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from checker.facts.anchor import phrase
from checker.facts.lexicon import REPORTING
from checker.facts.people.nations import nations_in

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who counts is not who is counted: two bodies with two counts are a dispute.
TELLING: Final = REPORTING | frozenset("count put estimate record register tally document verify list log".split())
SPELLING: Final = 75  # of 100: "Rait" and "Raite"
NAMED: Final = frozenset({"PERSON", "ORG"})
SHORT: Final = 4  # letters of an abbreviation
AGE: Final = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b|, (\d\d)(?=,|$)")
CONTROLLED: Final = frozenset({"xcomp", "advcl", "pcomp", "conj", "acl"})
DEED: Final = ("dobj", "nsubjpass", "nsubj")
SUBJECT: Final = ("nsubjpass", "nsubj")


@dataclass(frozen=True, slots=True)
class Bearer:
    """The names of a person or body, lower case, the age given with them (0 for none), the countries they are from."""

    names: frozenset[str] = frozenset()
    age: int = 0
    nations: frozenset[str] = frozenset()


NOBODY: Final = Bearer()


def bearer_of(verb: Token, roles: Sequence[str] = DEED) -> Bearer:
    """Who stands in the first of the `roles` that the verb has; nobody for a verb of saying or counting.

    A verb without a subject of its own has that of the verb over it: "died after falling".
    """
    node = verb
    for _ in range(3):
        if node.lemma_.lower() in TELLING:
            return NOBODY
        for role in roles:
            found = [c for c in node.children if c.dep_ == role]
            if found:
                return person_of(found[-1])  # "the day after the race the rider fell": the parser may see two subjects
        if node.dep_ not in CONTROLLED or node.head == node:
            break
        node = node.head.head if node.head.pos_ in ("ADP", "SCONJ") else node.head
        if node.pos_ in ("NOUN", "PROPN"):
            return person_of(node)
    return NOBODY


def owner_of(noun: Token) -> Bearer:
    """The person or body in the genitive before a noun; nobody where there is none."""
    return next((person_of(c) for c in noun.children if c.dep_ == "poss"), NOBODY)


def person_of(head: Token) -> Bearer:
    """The person or body that a noun names, with what stands in apposition to it."""
    own = [head, *(c for c in head.children if c.dep_ == "appos")]
    tokens = [t for n in own for t in (n, *(c for c in n.children if c.dep_ in ("compound", "flat", "nmod")))]
    plain = not _title_cased(head)  # where all words have a capital, only what was recognized is a name
    kinds = NAMED | {""} if plain else NAMED
    names = frozenset(t.lower_ for t in tokens if t.ent_type_ in kinds and t.pos_ == "PROPN" and t.text[0].isupper())
    inside = phrase(head)
    match = AGE.search(head.doc[inside[0].i : inside[-1].i + 2].text)
    described = [t.text for n in own for t in (*n.lefts, n) if t.lower_ not in names]
    return Bearer(names, int(match[1] or match[2]) if match else 0, nations_in(described))


def _title_cased(token: Token) -> bool:
    long = [t for t in token.sent if len(t.text) > 3 and t.is_alpha]
    return sum(t.text[0].isupper() for t in long) > 0.7 * len(long)


def _one_name(one: str, other: str) -> bool:
    """Two spellings, or what may be the short form of a name of several words ("un", "united")."""
    short, long = sorted((one, other), key=len)
    return fuzz.ratio(one, other) >= SPELLING or (len(short) <= SHORT and long.startswith(short[0]))


def another(left: Bearer, right: Bearer) -> bool:
    """Whether the two can't be one person: other names, however spelt, or else ages more than a birthday apart or
    other countries."""
    if left.names and right.names:
        return not any(_one_name(a, b) for a, b in product(left.names, right.names))
    if left.age and right.age and abs(left.age - right.age) > 1:
        return True
    return bool(left.nations and right.nations) and not left.nations & right.nations


def two_persons(left: Bearer, right: Bearer) -> bool:
    """Whether they are others, or have further names beside a common one that are not alike: "Ann Reed", "Tom Reed"."""
    here, there = left.names - right.names, right.names - left.names
    relatives = bool(left.names & right.names and here and there) and another(Bearer(here), Bearer(there))
    return another(left, right) or relatives
