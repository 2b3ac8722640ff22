"""Persons with the role they are given ("Transport Minister Jo Marsh", "Peter Carr, a spokesman for ...")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, content
from checker.records import Comparison, Mark, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "role"

KIN: Final = frozenset(
    "mother father son daughter brother sister uncle aunt cousin wife husband grandfather grandmother".split()
)
# Roles that one person doesn't hold at once within one body. Each line is one scale; words on it exclude each other.
EXCLUSIVE: Final[tuple[frozenset[str], ...]] = (
    frozenset("president vice-president premier chancellor king queen".split()),
    frozenset("mayor governor senator congressman congresswoman president".split()),
    frozenset("pilot co-pilot copilot steward passenger".split()),
    frozenset("spokesman director chairman manager secretary treasurer".split()),
    frozenset("spokeswoman director chairwoman manager secretary treasurer".split()),
    frozenset("colonel general captain sergeant lieutenant major corporal admiral commander".split()),
    frozenset("doctor nurse patient".split()),
    frozenset("judge prosecutor lawyer defendant".split()),
    frozenset("teacher student principal".split()),
    frozenset("owner tenant".split()),
    KIN,
    frozenset("minister ambassador".split()),
)
TIMES: Final = frozenset("former ex then late outgoing incoming elect designate onetime acting interim".split())
BELOW: Final = frozenset("deputy vice assistant".split())
# Departments: "foreign minister" and "defence minister" are two offices.
PORTFOLIOS: Final = frozenset(
    "foreign defense defence finance interior health education justice information energy trade prime home labor "
    "labour environment transport agriculture culture tourism".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """A person's last name and the role words given with it, all lower case. Offsets are into the sentence."""

    text: str
    start: int
    end: int
    name: str
    full_name: str
    title: str
    qualifiers: frozenset[str]

    @property
    def mark(self) -> Mark:
        """Where the role stands in its sentence."""
        return Mark(self.start, self.end)


def find(sentence: Sentence) -> list[Role]:
    """The persons of a parsed sentence who are given a role, with that role."""
    found = []
    for entity in sentence.ents:
        if entity.label_ != "PERSON":
            continue
        for title in _titles(entity.root):
            words = [t for t in title.subtree if t.i < entity.start or t.i >= entity.end]
            near = [t for t in words if abs(t.i - title.i) <= 6]
            start = min(title.idx, *(t.idx for t in near if t.i >= title.i - 3)) if near else title.idx
            start = start - sentence.start_char
            end = title.idx + len(title.text) - sentence.start_char
            name = entity[-1].lower_ if entity[-1].lower_ not in ("'s", "’s") else entity[-2].lower_
            qualifiers = content([t for t in near if t != title])
            found.append(
                Role(sentence.text[start:end], start, end, name, entity.text, title.lemma_.lower(), qualifiers)
            )
    return found


def _titles(person: Token) -> list[Token]:
    """Role nouns tied to the person: before the name, as an apposition on either side, or behind "is"/"as"."""
    found = [c for c in person.children if c.dep_ in ("compound", "nmod", "appos", "amod") and _is_role(c)]
    if person.dep_ == "appos" and _is_role(person.head):
        found.append(person.head)
    if person.dep_ in ("nsubj", "nsubjpass") and person.head.lemma_ == "be":
        found.extend(c for c in person.head.children if c.dep_ == "attr" and _is_role(c))
    return found


def _is_role(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and any(token.lemma_.lower() in scale for scale in EXCLUSIVE)


def _in_turn(left: Role, right: Role) -> bool:
    """Whether the two roles may be held by turns, or be towards two people: "former governor", "mother of the boy"."""
    if (left.qualifiers | right.qualifiers) & TIMES:
        return True
    return bool({left.title, right.title} & KIN) and not left.qualifiers & right.qualifiers


def compare(left: Role, right: Role, similar: Similar) -> Comparison | None:
    """Whether one person is given two roles that exclude each other; None for other persons or unrelated roles."""
    if left.name != right.name or _in_turn(left, right):
        return None
    a, b = left.qualifiers & PORTFOLIOS, right.qualifiers & PORTFOLIOS
    item = f"role of {left.full_name}"
    if left.title == right.title:
        if a and b and not a & b:
            return _row(left, right, Verdict.CONTRADICT, 0.8, f"{left.text} and {right.text}", item)
        if (left.qualifiers ^ right.qualifiers) & BELOW:
            return _row(left, right, Verdict.CONTRADICT, 0.6, f"{left.text} and {right.text}", item)
        return _row(left, right, Verdict.AGREE, 0.5, f"the same role: {left.title}", item)
    if any({left.title, right.title} <= scale for scale in EXCLUSIVE):
        return _row(left, right, Verdict.CONTRADICT, 0.7, f"{left.title} and {right.title} for {left.full_name}", item)
    return None


def _row(left: Role, right: Role, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(RULE, "actor", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
