"""Ages: how old a person is said to be ("a 4-year-old boy", "Amanda Geissler, 33,", "he is 3")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, content, phrase
from checker.facts.people.nations import nations_in
from checker.facts.people.person import one_first_name
from checker.facts.quantities.number import number
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "age"
COMPOUND: Final = re.compile(r"\b(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]years?[- ]old\b", re.IGNORECASE)
BEHIND: Final = re.compile(r"(?P<name>[A-Z][\w’'-]+), (?P<age>[1-9]\d?|1[01]\d)(?=[,.;)](?!\d)| who| and)")


@dataclass(frozen=True, slots=True)
class Age(Stretch):
    """An age in years and whose it is: a last name, or a noun with what describes it; lower case lemmas.

    Offsets are into the sentence.
    """

    years: int
    whose: str
    named: bool
    described: frozenset[str]
    nations: frozenset[str] = frozenset()  # the countries a person who is not named comes from
    first: str = ""  # the first name of a named person
    names: frozenset[str] = frozenset()  # names in the phrase of a noun: "a 17-year-old gorilla named Rex"


def find(sentence: Sentence) -> list[Age]:
    """The ages of a parsed sentence, in order."""
    found = []
    for match in COMPOUND.finditer(sentence.text):
        years = number([match.group("age")])
        token = _token_at(sentence, match.end() - 1)
        if years is None or years > 120 or token is None:
            continue
        owner = _owner(token)
        if owner is not None:
            named = owner.ent_type_ == "PERSON"
            described = content(
                [t for t in phrase(owner) if t != owner and t.lemma_.lower() not in ("year", "old", "year-old")]
            )
            names = frozenset() if named else _named(owner)
            found.append(
                Age(
                    text=match.group(),
                    start=match.start(),
                    end=match.end(),
                    years=int(years),
                    whose=owner.lemma_.lower(),
                    named=named,
                    described=described,
                    nations=nations_in([t.text for t in owner.lefts]),
                    first=_first_name(owner) if named else "",
                    names=names,
                )
            )
    for match in BEHIND.finditer(sentence.text):
        token = _token_at(sentence, match.start("name"))
        if token is not None and token.ent_type_ == "PERSON":
            start, end = match.span("age")
            years = int(match.group("age"))
            found.append(
                Age(match["age"], start, end, years, token.lower_, True, frozenset(), first=_first_name(token))
            )
    return sorted(found, key=lambda f: f.start)


def _named(owner: Token) -> frozenset[str]:
    """The name that is given to the noun's bearer, lower case: "a boy named Tom Lee", "the boy, Tom Lee", "the male
    Old Tom"."""
    behind = list(owner.doc[owner.i + 1 : owner.sent.end])
    if behind and behind[0].text[:1].isupper():
        return frozenset(t.lower_ for t in takewhile(lambda t: t.text[:1].isupper(), behind))
    if not behind or not (behind[0].lower_ in ("named", "called") or behind[0].text == ","):
        return frozenset()
    return frozenset(t.lower_ for t in takewhile(lambda t: t.pos_ == "PROPN", behind[1:]))


def _first_name(last: Token) -> str:
    """The word of the name right before the last one, lower case; "" where there is none."""
    before = last.doc[last.i - 1] if last.i > last.sent.start else None
    named = (
        before is not None
        and before.ent_type_ == "PERSON"
        and before.text[:1].isupper()
        and len(before.text.rstrip(".")) > 1
    )
    return before.lower_ if before is not None and named else ""


def _token_at(sentence: Sentence, index: int) -> Token | None:
    place = sentence.start_char + index
    return next((t for t in sentence if t.idx <= place < t.idx + len(t.text)), None)


def _owner(token: Token) -> Token | None:
    """Whose age it is: the noun that "4-year-old" describes, or the subject of "is four years old"."""
    node = token
    while node.head != node and node.dep_ in (
        "amod",
        "compound",
        "nummod",
        "npadvmod",
        "advmod",
        "nmod",
        "punct",
        "acomp",
        "attr",
    ):
        node = node.head
        if node.pos_ in ("NOUN", "PROPN") and node.lemma_.lower() not in ("year", "old"):
            return node
        if node.pos_ in ("AUX", "VERB"):
            return next((c for c in node.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    return node if node.pos_ in ("NOUN", "PROPN") and node.lemma_.lower() not in ("year", "old") else None


def compare(left: Age, right: Age, similar: Similar) -> Comparison | None:
    """Whether one person is given two ages; None for other persons. A year apart may be a birthday in between."""
    if left.named != right.named or (
        left.whose != right.whose and (left.named or similar(left.whose, right.whose) < 0.6)
    ):
        return None
    if left.first and right.first and not one_first_name(left.first, right.first):
        return None  # two of one family
    if left.nations and right.nations and not left.nations & right.nations:
        return None
    if left.names and right.names and not left.names & right.names:
        return None
    strength = 0.9 if left.named else 0.6 + 0.2 * (left.whose == right.whose)
    verdict = Verdict.AGREE if left.years == right.years else Verdict.CONTRADICT
    message = f"{left.text} and {right.text}" if verdict is Verdict.CONTRADICT else f"the same age: {left.years}"
    item = f"age of {left.whose.title() if left.named else 'the ' + left.whose}"
    return Comparison(RULE, "quantity", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
