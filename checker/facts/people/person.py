"""Persons with the role they are given ("Transport Minister Jo Marsh", "Peter Carr, a spokesman for ...")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from checker.facts.anchor import Similar, content
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "role"

KIN: Final = frozenset(
    "mother father son daughter brother sister uncle aunt cousin nephew niece wife husband grandfather grandmother "
    "grandson granddaughter stepson stepdaughter stepfather stepmother".split()
)
WHOSE: Final = frozenset({"his", "her", "their", "my"})
# Roles that one person doesn't hold at once within one body. Each line is one scale; words on it exclude each other.
EXCLUSIVE: Final[tuple[frozenset[str], ...]] = (
    frozenset("president vice-president premier chancellor king queen".split()),
    frozenset("mayor governor senator congressman congresswoman president".split()),
    frozenset("pilot co-pilot copilot steward passenger".split()),
    frozenset("spokesman spokeswoman president director chairman chairwoman manager secretary treasurer".split()),
    frozenset("colonel general captain sergeant lieutenant major corporal admiral commander".split()),
    frozenset("doctor nurse patient".split()),
    frozenset("judge prosecutor lawyer defendant".split()),
    frozenset("teacher student principal".split()),
    frozenset("owner tenant".split()),
    KIN,
    frozenset("minister ambassador".split()),
)
# One office under two names: the words of these pairs don't exclude each other.
ONE_OFFICE: Final = frozenset({frozenset({"spokesman", "spokeswoman"}), frozenset({"chairman", "chairwoman"})})
TIMES: Final = frozenset("former ex then late outgoing incoming elect designate onetime acting interim".split())
BELOW: Final = frozenset("deputy vice assistant".split())
# Departments: "foreign minister" and "defence minister" are two offices.
PORTFOLIOS: Final = frozenset(
    "foreign defense defence finance interior health education justice information energy trade prime home labor "
    "labour environment transport agriculture culture tourism commerce treasury homeland".split()
)
SPELLING: Final = 70  # of 100: how alike two spellings of one first name are


@dataclass(frozen=True, slots=True)
class Role(Stretch):
    """A person's last name and the role words given with it, all lower case. Offsets are into the sentence."""

    name: str
    full_name: str
    title: str
    qualifiers: frozenset[str]


def find(sentence: Sentence) -> list[Role]:
    """The persons of a parsed sentence who are given a role, with that role."""
    found = []
    for entity in _persons(sentence):
        titles = _titles(entity.root)
        before = sentence.doc[entity.start - 1] if entity.start > sentence.start else None
        if before is not None and before.lemma_.lower() in KIN and before not in titles:
            titles.append(before)  # "his cousin Jo Marsh": two subjects to the parser
        for title in titles:
            words = [t for t in title.subtree if t.i < entity.start or t.i >= entity.end]
            near = [t for t in words if abs(t.i - title.i) <= 6]
            start = min(title.idx, *(t.idx for t in near if t.i >= title.i - 3)) if near else title.idx
            start = start - sentence.start_char
            end = title.idx + len(title.text) - sentence.start_char
            name = entity[-1].lower_ if entity[-1].lower_ not in ("'s", "’s") else entity[-2].lower_
            qualifiers = content([t for t in near if t != title])
            if title.lemma_.lower() in KIN:  # "his brother": of whom the story tells
                qualifiers |= {t.lower_ for t in near if t.lower_ in WHOSE}
            found.append(
                Role(sentence.text[start:end], start, end, name, entity.text, title.lemma_.lower(), qualifiers)
            )
    return found


def _persons(sentence: Sentence) -> list[Sentence]:
    """The persons by the recognizer, organisations that are persons after all, and full names that it missed."""
    known = [e for e in sentence.ents if e.label_ == "PERSON" or (e.label_ == "ORG" and _behind_comma(e))]
    taken = {t.i for e in sentence.ents for t in e}
    missed = []
    for token in sentence:
        described = any(_is_role(c) for c in token.children if c.dep_ == "appos")
        if token.pos_ != "PROPN" or token.i in taken or not described:
            continue
        first = min([token.i, *(c.i for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN")])
        if first < token.i and not {*range(first, token.i)} & taken:
            missed.append(sentence.doc[first : token.i + 1])
    return [*known, *missed]


def _titles(person: Token) -> list[Token]:
    """Role nouns tied to the person: before the name, as an apposition on either side, or behind "is"/"as"."""
    found = [c for c in person.children if c.dep_ in ("compound", "nmod", "appos", "amod") and _is_role(c)]
    if person.dep_ == "appos":
        head = person.head if _is_role(person.head) else _of_which(person.head)
        found.extend([head] if _is_role(head) else [])
    if person.dep_ in ("nsubj", "nsubjpass") and person.head.lemma_ == "be":
        found.extend(c for c in person.head.children if c.dep_ == "attr" and _is_role(c))
    for clause in (c for c in person.children if c.dep_ == "relcl" and c.lemma_ == "be"):  # "who is president"
        found.extend(c for c in clause.children if c.dep_ == "attr" and _is_role(c))
    return found


def _of_which(noun: Token) -> Token:
    """The noun whose "of" holds this one: in "the mayor of Lima, Ann Lee" the name is tied to Lima."""
    prep = noun.head
    return prep.head if noun.dep_ == "pobj" and prep.lower_ == "of" else noun


def _behind_comma(entity: Sentence) -> bool:
    """Whether an organisation is one person after all, whom an apposition calls so: "Al-Omar Saad, director of"."""
    return len(entity) > 1 and any(c.dep_ == "appos" and c.pos_ == "NOUN" for c in entity.root.children)


def _is_role(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and any(token.lemma_.lower() in scale for scale in EXCLUSIVE)


def exclude_each_other(left: str, right: str) -> bool:
    """Whether one person can't hold both roles at once, by the lists above."""
    both = frozenset((left, right))
    return len(both) == 2 and both not in ONE_OFFICE and any(both <= scale for scale in EXCLUSIVE)


def _one_person(left: Role, right: Role) -> bool:
    """Whether the last names are one and the first names, where both are given, may be."""
    if left.name != right.name:
        return False
    a, b = (r.full_name.lower().split()[0] for r in (left, right))
    if left.name in (a, b):
        return True
    return one_first_name(a, b)


def one_first_name(left: str, right: str) -> bool:
    """Whether two first names, lower case, may be one: spelt otherwise, a short form or an initial ("j.", "joanna")."""
    short_form = left.startswith(right.rstrip(".")) or right.startswith(left.rstrip("."))
    return short_form or fuzz.ratio(left, right) >= SPELLING


def _portfolio(role: Role) -> frozenset[str]:
    """The department; "state" is one of a secretary only, and otherwise what a governor governs."""
    own = role.qualifiers & PORTFOLIOS
    return own | (role.qualifiers & {"state"}) if role.title == "secretary" else own


def _in_turn(left: Role, right: Role) -> bool:
    """Whether the two roles may be held by turns, or be towards two people: "former governor", "mother of the boy"."""
    if (left.qualifiers | right.qualifiers) & TIMES:
        return True
    return bool({left.title, right.title} & KIN) and not left.qualifiers & right.qualifiers


def compare(left: Role, right: Role, similar: Similar) -> Comparison | None:
    """Whether one person is given two roles that exclude each other; None for other persons or unrelated roles."""
    if not _one_person(left, right) or _in_turn(left, right):
        return None
    a, b = _portfolio(left), _portfolio(right)
    item = f"role of {left.full_name}"
    if left.title == right.title:
        if a and b and not a & b:
            return _row(left, right, Verdict.CONTRADICT, 0.8, f"{left.text} and {right.text}", item)
        if (left.qualifiers ^ right.qualifiers) & BELOW:
            return _row(left, right, Verdict.CONTRADICT, 0.6, f"{left.text} and {right.text}", item)
        return _row(left, right, Verdict.AGREE, 0.5, f"the same role: {left.title}", item)
    if left.title in right.qualifiers or right.title in left.qualifiers:
        return None  # "president and director" holds both
    if exclude_each_other(left.title, right.title):
        return _row(left, right, Verdict.CONTRADICT, 0.7, f"{left.title} and {right.title} for {left.full_name}", item)
    return None


def _row(left: Role, right: Role, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(RULE, "actor", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
