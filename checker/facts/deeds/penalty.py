"""Penalties: what a court gave somebody ("sentenced to 12 years in prison", "jailed for life", "a suspended term")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.bearer import NOBODY, Bearer, bearer_of, owner_of
from checker.facts.deeds.ruling import Ruling, both_named, certainly_one, of_another_court, persons_in, years_in
from checker.facts.quantities.number import SMALL, number
from checker.facts.roots import looks_back
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE: Final = "penalty"
UNITS: Final = {"year": 12.0, "month": 1.0, "week": 12 / 52, "day": 12 / 365}  # in months
WORDED: Final = "|".join(sorted(SMALL, key=len, reverse=True))
FIGURE: Final = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{WORDED})(?:[- ](?:{WORDED}))?|an?)"
LENGTH: Final = rf"(?P<figure>{FIGURE})(?P<half>[- ]and[- ]a[- ]half)?[- ](?P<unit>years?|months?|weeks?|days?)['’]?"
MORE: Final = rf"(?:,? and (?P<rest>{FIGURE}) (?P<finer>months?|weeks?|days?))?"
PLACE: Final = (
    r"(?:(?: in| of|) (?:a |the |state |federal )*(?:prison|jail|custody|detention|imprisonment)\b| behind bars)"
)
TERM: Final = r"(?:[- ](?:suspended|prison|jail|custodial))*[- ](?:sentence|term|imprisonment)s?\b"
GIVEN: Final = r"(?:(?:sentenced|condemned)\b[^.;:]{0,80}?\bto|(?:jailed|imprisoned|gaoled)\b[^.;:]{0,60}?\bfor)"
LENGTHS: Final = (
    re.compile(rf"\b(?P<value>{LENGTH}{TERM})", re.IGNORECASE),
    re.compile(rf"\b(?P<value>{LENGTH}{MORE}{PLACE})", re.IGNORECASE),
    re.compile(rf"\b{GIVEN} (?:serve )?(?P<value>{LENGTH}{MORE})", re.IGNORECASE),
)
LIFE: Final = re.compile(
    rf"(?:\b{GIVEN} |\b)"
    r"(?P<value>life(?: in (?:prison|jail)| behind bars| imprisonment|(?: prison| jail)? (?:sentence|term)s?\b)?)",
    re.IGNORECASE,
)
DEATH: Final = re.compile(
    r"\b(?:(?:sentenced|condemned)\b[^.;:]{0,80}?\bto )?(?P<value>death(?: sentences?| penalty)?)\b", re.IGNORECASE
)
BOUND: Final = re.compile(  # before a length: no term that was given, or none that is told exactly
    r"(?:up to|at least|at most|(?:minimum|maximum)(?: of| term of)?|no more than|suspended for"
    r"|before|between|between \S+ and|to serve|about|nearly|almost|over|more than|less than)(?: an?| the)? $",
    re.IGNORECASE,
)
GIVING: Final = frozenset("sentence jail imprison gaol condemn give get receive hand impose order send".split())
COURTS: Final = frozenset("sentence jail imprison gaol condemn".split())  # whose object or subject is whom it befell
LOCKED: Final = re.compile(r"jailed|imprisoned|gaoled|behind bars|in prison|in jail", re.IGNORECASE)
# What might be given or is asked for, and what is served or was once given.
NOT_GIVEN: Final = frozenset(
    "face could may might would can should maximum minimum seek ask demand request recommend carry punishable possible "
    "want call if threaten spare avoid escape instead serve spend risk expect propose argue not never no oppose "
    "deserve push urge eligible potential".split()
)
EARLIER: Final = frozenset(
    "appeal reduce cut increase extend raise commute overturn quash resentence uphold lower lengthen shorten earlier "
    "previously original originally already previous retrial".split()
)
BEFORE: Final = 12  # words before a penalty that say whether it was given
REACH: Final = 6  # steps up the parse to the verb that gives it
NAMELESS: Final = 0.55  # strength where a side doesn't name whom it befell


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty(Ruling):
    """`sort` is "prison", "life" or "death"; `months` is the length of a prison term, 0 for the others.

    `others` are the other penalties in the sentence. `locked` says that the words leave no room for a suspended one.
    """

    sort: str
    months: float
    suspended: bool = False
    locked: bool = False
    others: frozenset[tuple[str, float]] = frozenset()

    @property
    def measure(self) -> tuple[str, float]:
        """What it is and how long."""
        return self.sort, self.months


def find(sentence: Sentence) -> list[Penalty]:
    """The penalties that a parsed sentence says were given, in order."""
    text = sentence.text
    if not any(t.lemma_.lower() in GIVING or t.lower_ in ("sentence", "term") for t in sentence):
        return []
    found: dict[int, tuple[int, str, float]] = {}
    for start, end, sort, months in _values(text):
        if not any(s < end and start < e for s, (e, *_) in found.items()):
            found[start] = end, sort, months
    all_of_them = {(sort, months) for _, sort, months in found.values()}
    rows = []
    for start, (end, sort, months) in sorted(found.items()):
        bearer = _given_to(sentence, start, end)
        if bearer is not None:
            rows.append(_penalty(sentence, start, end, sort, months, bearer, all_of_them))
    return rows


def _values(text: str) -> Iterator[tuple[int, int, str, float]]:
    """Where a penalty may stand, its sort and its months: the clearest wording first."""
    for pattern, sort in ((LIFE, "life"), (DEATH, "death")):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            ranging = text[:start].lower().endswith("years to ")  # "25 years to life"
            # "life" alone only behind "sentenced to"
            if not ranging and (start > match.start() or " " in match["value"]):
                yield start, end, sort, 0.0
    for pattern in LENGTHS:
        for match in pattern.finditer(text):
            start, end = match.span("value")
            months = _months(match)
            if months is not None and not BOUND.search(text[:start]) and not text[end:].startswith(" to life"):
                yield start, end, "prison", months


def _months(match: re.Match[str]) -> float | None:
    parts = match.groupdict()
    figure = _figure(parts["figure"])
    if figure is None:
        return None
    months = (figure + 0.5 * bool(parts["half"])) * UNITS[parts["unit"].lower().removesuffix("s")]
    if parts.get("rest"):
        rest = _figure(parts["rest"])
        months += (rest or 0.0) * UNITS[parts["finer"].lower().removesuffix("s")]
    return months


def _figure(words: str) -> float | None:
    return 1.0 if words.lower() in ("a", "an") else number(words.split())


def _given_to(sentence: Sentence, start: int, end: int) -> Bearer | None:
    """Whom the penalty between the two offsets befell; None where it isn't said that it was given."""
    first, last = sentence.start_char + start, sentence.start_char + end
    inside = [t for t in sentence if first <= t.idx < last]
    before = [t for t in sentence if t.idx < first][-BEFORE:]
    if not inside or any(t.lemma_.lower() in NOT_GIVEN or t.lower_ in NOT_GIVEN for t in before):
        return None
    owner = next((owner_of(t) for t in inside if any(c.dep_ == "poss" for c in t.children)), NOBODY)
    if owner.names:
        return owner
    above = [a for t in inside for a in list(t.ancestors)[:REACH] if a not in inside]
    verb = next((a for a in above if a.lemma_.lower() in GIVING), None)
    if verb is None:
        verb = next((t for t in reversed(before) if t.lemma_.lower() in COURTS), None)
    return None if verb is None else _receiver(verb)


def _receiver(verb: Token) -> Bearer:
    if verb.lemma_.lower() in COURTS:
        return bearer_of(verb, ("nsubjpass", "dobj"))
    if verb.lemma_.lower() in ("get", "receive"):
        return bearer_of(verb, ("nsubj", "nsubjpass"))
    return bearer_of(verb, ("nsubjpass", "dative"))


def _penalty(
    sentence: Sentence, start: int, end: int, sort: str, months: float, bearer: Bearer, found: set[tuple[str, float]]
) -> Penalty:
    text = sentence.text
    lemmas = {t.lemma_.lower() for t in sentence}
    return Penalty(
        text=text[start:end],
        start=start,
        end=end,
        sort=sort,
        months=months,
        bearer=bearer,
        persons=persons_in(sentence),
        suspended="suspended" in text.lower(),
        locked=bool(LOCKED.search(text)),
        earlier=bool(lemmas & EARLIER) or looks_back(sentence),
        years=years_in(sentence),
        others=frozenset(found - {(sort, months)}),
    )


def compare(left: Penalty, right: Penalty, similar: Similar) -> Comparison | None:
    """Whether one person is given two penalties; None where it may be another person, court or count."""
    if of_another_court(left, right):
        return None
    named = both_named(left, right)
    if not named and left.persons and right.persons and not left.persons & right.persons:
        return None
    agree = left.measure == right.measure and left.suspended == right.suspended
    if not agree and not (certainly_one(left, right) and _exclusive(left, right, named)):
        return None
    verdict = Verdict.AGREE if agree else Verdict.CONTRADICT
    who = max(left.bearer.names & right.bearer.names, key=len, default="")
    item = f"sentence of {who.title()}" if who else "sentence"
    message = f"the same {item}: {left.text}" if agree else f"{left.text} and {right.text} as the {item}"
    strength = 0.9 if named else NAMELESS
    return Comparison(RULE, "quantity", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)


def _exclusive(left: Penalty, right: Penalty, named: bool) -> bool:
    several = bool(left.others or right.others)  # for several counts, or of several persons
    if several and (not named or left.measure in right.others or right.measure in left.others):
        return False
    if left.measure == right.measure:  # one is suspended, and the other is not only silent about that
        free, other = (left, right) if left.suspended else (right, left)
        return free.suspended and not other.suspended and other.locked
    if left.sort == right.sort == "prison":
        short, long = sorted((left.months, right.months))
        return long - short >= 12 or short % 12 == long % 12 or short < 24  # "12 years" for 12 years and four months
    return True
