"""Company: whether somebody is said to have acted alone, or with others ("a lone gunman", "a second attacker")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.roots import doubtful, negated
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "company"
DOERS: Final = frozenset(
    "attacker gunman shooter assailant bomber killer perpetrator assassin terrorist hijacker arsonist robber burglar "
    "thief kidnapper intruder suspect".split()
)
PEOPLE: Final = frozenset("person man individual".split())
ALONE: Final = frozenset("lone sole solitary single".split())
FURTHER: Final = frozenset("second third".split())
ACTING: Final = frozenset("act work operate carry commit".split())
# A "second person" is one of those who did it where the sentence speaks of flight or search, not of harm.
DOING: Final = frozenset("flee escape hunt search involve suspect fire shoot drive accomplice large".split())
OUT: Final = frozenset("rule deny exclude dismiss reject discount doubt".split())
HARMED: Final = frozenset("die kill dead injure wound hurt victim hospital rescue treat survive death".split())


@dataclass(frozen=True, slots=True)
class Company(Stretch):
    """`alone`: one person did it; otherwise more than one did, or (`hedged`) may have. Offsets: in the sentence."""

    alone: bool
    hedged: bool = False


def find(sentence: Sentence) -> list[Company]:
    """What a parsed sentence says of how many were behind a deed."""
    found = []
    for token in sentence:
        words = _alone(token)
        if words:
            found.append(_company(sentence, words, alone=True))
        words = _with_others(token)
        if words:
            found.append(_company(sentence, words, alone=False))
    return found


def _alone(token: Token) -> list[Token]:
    if token.lower_ == "alone" and token.head.lemma_.lower() in ACTING and not negated(token.head):
        return [token.head, token]
    if token.lemma_.lower() not in DOERS | PEOPLE or token.pos_ != "NOUN" or negated(token.head):
        return []
    before = [c for c in token.children if c.i < token.i]
    lone = [c for c in before if c.lower_ in ALONE]
    if lone and (token.lemma_.lower() in DOERS or lone[0].lower_ == "lone"):
        return [lone[0], token]
    one = [c for c in before if c.lower_ == "one"]
    only = [g for c in (*before, *one) for g in (c, *c.children) if g.lower_ in ("only", "just")]
    return [only[0], token] if one and only and token.lemma_.lower() in DOERS else []


def _with_others(token: Token) -> list[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or _excluded(token):
        return []
    if lemma == "accomplice":
        return [token]
    further = [c for c in token.children if c.i < token.i and c.lower_ in FURTHER]
    if not further or lemma not in DOERS | PEOPLE:
        return []
    around = {t.lemma_.lower() for t in token.sent}
    if lemma in PEOPLE and (not around & DOING or around & HARMED):
        return []
    return [further[0], token]


def _excluded(noun: Token) -> bool:
    """ "no second gunman", "ruled out an accomplice", "no sign of a second attacker"."""
    words = [noun, *list(noun.ancestors)[:3]]
    return any(negated(w) or w.lemma_.lower() in OUT or any(c.lower_ == "no" for c in w.children) for w in words)


def _company(sentence: Sentence, words: list[Token], alone: bool) -> Company:
    start = min(t.idx for t in words) - sentence.start_char
    end = max(t.idx + len(t.text) for t in words) - sentence.start_char
    return Company(sentence.text[start:end], start, end, alone, doubtful(words[-1]))


def compare(left: Company, right: Company, similar: Similar) -> Comparison | None:
    """Whether one has a single person behind it and the other more than one, be it only possibly."""
    if left.alone == right.alone:
        return None
    single, more = (left, right) if left.alone else (right, left)
    kind = "certainty" if left.hedged or right.hedged else "actor"
    message = f"{single.text} and {more.text}"
    marks = left.mark, right.mark
    strength = 0.6 if single.hedged and more.hedged else 0.8
    item = "how many were behind it"
    return Comparison(RULE, kind, Verdict.CONTRADICT, left.text, right.text, message, strength, *marks, item)
