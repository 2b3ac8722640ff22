"""Tallies: how a vote or a match ended ("voted 10-5", "by 77 votes to 70", "a 3-1 win over Halden")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, content, coverage
from checker.facts.overlap import overlap
from checker.facts.roots import looks_back
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import MONTHS, NAMED_YEAR, WEEKDAYS
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE: Final = "tally"
NUMBER: Final = r"(\d{1,3})"
DASHED: Final = re.compile(rf"(?<![\w$€£.,:/(–-]){NUMBER}\s?[-–]\s?{NUMBER}(?![\w/:)–-]|[.,]\d)")
OF_VOTES: Final = re.compile(
    rf"(?<![\w$€£.,:/–-]){NUMBER}(?: votes?)?(?: in favou?r| for)?,? (?:to|against|and|with) {NUMBER}"
    r"(?= against|\s?[.,;)”]| (?:votes?|in|on|with|at|after|over)\b|$)"
)
UNEVEN: Final = re.compile(r"(?:from|between|aged|ages?|least|than|of) $")  # before "18 to 20", which is a range
VOTING: Final = frozenset("vote ballot abstention abstain motion side uphold".split())
# Who votes on everything: that it is named on both sides shows no more than that.
BODIES: Final = frozenset(
    "parliament council court senate house assembly chamber committee commission congress board lawmaker deputy "
    "senator justice judge member party government opposition supreme national city".split()
)
OUTCOMES: Final = frozenset("majority margin split decision ruling verdict tally result defeat victory".split())
PASSING: Final = frozenset("pass approve reject carry back adopt defeat fail rule ruling decide decision".split())
ENDING: Final = frozenset(
    "beat defeat win victory lose loss edge rout thrash overcome outlast top dispatch down crush triumph draw".split()
)
# Not how a match ended: how it stood, a season's record, a part of a match.
STANDING: Final = frozenset(
    "lead ahead trail tie level equaliser equalizer half halftime interval period quarter set run record season start "
    "improve rise fall aggregate leg series mark make down up outshoot outscore second edge advantage".split()
)
NEAR: Final = 8  # words between a score and what says that it is one, and whose it is
CLOSE: Final = 3  # words between a score and what says that it is none
DATED: Final = 5  # words between a score and the month or day of its match
LEAST: Final = 0.3  # of the smaller side's words or names that have their like on the other
DAYS: Final = frozenset((*WEEKDAYS, *MONTHS))
ROUND: Final = re.compile(
    r"\b((?:first|second|third|final|last|previous|earlier) (?:reading|round|vote|ballot|match|game|leg)"
    r"|(?:quarter|semi)-?finals?|finals?)\b"
)


@dataclass(frozen=True, slots=True)
class Tally(Stretch):
    """Two numbers, the larger first, and of what: `contest` is "vote" or "match".

    Of a match `names` are those close by; `words` are the content lemmas of the sentence, lower case. `earlier` says
    that it looks back ("had failed by 88 votes to 91"); `rounds`, `when` (years, and months close by) and `days` of the
    week close by say which of several it is.
    """

    high: int
    low: int
    contest: str
    names: frozenset[str]
    words: frozenset[str]
    earlier: bool = False
    rounds: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()


def find(sentence: Sentence) -> list[Tally]:
    """The tallies of a parsed sentence, in order; ranges, records of a season and interim scores are none."""
    text = sentence.text
    found: dict[int, Tally] = {}
    for pattern in (DASHED, OF_VOTES):
        for match in pattern.finditer(text):
            sides = _around(sentence, match)
            contest = _contest(*sides, dashed=pattern is DASHED)
            if contest and not UNEVEN.search(text[: match.start()]):
                found.setdefault(match.start(), _tally(sentence, match, contest, *sides))
    return [found[start] for start in sorted(found)]


def _contest(before: list[Token], behind: list[Token], *, dashed: bool) -> str:
    if not dashed:
        return "vote" if {t.lemma_.lower() for t in (*before, *behind)} & (VOTING | PASSING) else ""
    if _voted(before, behind):
        return "" if _of_others(behind) else "vote"
    close = {t.lemma_.lower() for t in (*before[-CLOSE:], *behind[:CLOSE])}
    if close & (STANDING - ENDING) or {t.lemma_.lower() for t in behind[:1]} & STANDING:
        return ""
    telling = (t for t in (*before[-NEAR:], *behind[:NEAR]) if t.pos_ in ("VERB", "NOUN", "PROPN"))
    return "match" if {t.lemma_.lower() for t in telling} & ENDING else ""


def _voted(before: list[Token], behind: list[Token]) -> bool:
    """Whether a word of voting stands close by; a side is none, but to side is."""
    near = (*before[-NEAR:], *behind[:NEAR])
    return any(t.lemma_.lower() in VOTING and (t.pos_ == "VERB" or t.lemma_.lower() != "side") for t in near)


def _of_others(behind: list[Token]) -> bool:
    """Whether what follows is counted or describes who votes: "10-15 people", "the 6-3 conservative majority"."""
    if not behind:
        return False
    following = behind[0]
    if following.pos_ == "ADJ":
        return any(t.lemma_.lower() == "majority" for t in behind[:CLOSE])
    counted = following.pos_ == "NOUN" and following.dep_ not in ("compound", "npadvmod")  # "voted 9-6 yesterday"
    return counted and following.lemma_.lower() not in VOTING | OUTCOMES


def _around(sentence: Sentence, match: re.Match[str]) -> tuple[list[Token], list[Token]]:
    """The words before and behind."""
    first, last = (sentence.start_char + place for place in match.span())
    return [t for t in sentence if t.idx + len(t.text) <= first], [t for t in sentence if t.idx >= last]


def _tally(sentence: Sentence, match: re.Match[str], contest: str, before: list[Token], behind: list[Token]) -> Tally:
    low, high = sorted(int(figure) for figure in match.groups())
    near = {t.lower_: t for t in (*before[-NEAR:], *behind[:NEAR])}
    close = {t.lower_ for t in (*before[-DATED:], *behind[:DATED]) if t.pos_ == "PROPN"}  # "may" is no month
    return Tally(
        text=match.group(),
        start=match.start(),
        end=match.end(),
        high=high,
        low=low,
        contest=contest,
        names=frozenset(word for word, t in near.items() if t.pos_ == "PROPN") - DAYS,
        words=content([*before, *behind]) - VOTING - PASSING - ENDING - BODIES - DAYS,
        earlier=looks_back(sentence),
        rounds=frozenset(ROUND.findall(sentence.text.lower())),
        when=frozenset(NAMED_YEAR.findall(sentence.text)) | (close & MONTHS.keys()),
        days=frozenset(close & WEEKDAYS.keys()),
    )


def compare(left: Tally, right: Tally, similar: Similar) -> Comparison | None:
    """Whether one vote or match is given two results; None where it may be another vote or match."""
    if left.contest != right.contest or left.earlier != right.earlier or left.when != right.when:
        return None
    if _set_apart(left.rounds, right.rounds) or _set_apart(left.days, right.days):
        return None
    words = coverage(left.words, right.words, similar)
    told = words if left.contest == "vote" else overlap(left.names, right.names)
    if told < LEAST:
        return None
    strength = 0.2 + 0.5 * told + 0.2 * words
    same = (left.high, left.low) == (right.high, right.low)
    verdict = Verdict.AGREE if same else Verdict.CONTRADICT
    item = f"result of the {left.contest}"
    message = f"the same {item}: {left.text}" if same else f"{left.text} and {right.text} as the {item}"
    return Comparison(RULE, "quantity", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)


def _set_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both sides say which one they mean, and mean others."""
    return bool(left and right) and not left & right
