"""Which occurrence of its kind something is: "the third fatal crash on the road this year", "the fourth time since May
that the town has been struck"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, coverage
from checker.facts.quantities.number import SMALL, ordinal
from checker.facts.roots import lemmas, subject_of
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE: Final = "occurrence"
LEAST: Final = 0.45  # of the smaller side's words that have their like on the other
UNNAMED: Final = 0.8  # how surely a row whose period isn't named is the same one
CALLING: Final = frozenset("be mark become constitute make represent".split())
TIMES: Final = frozenset("time occasion instance one such".split())  # nouns that don't say what is counted
WORDED: Final = "|".join(sorted(SMALL, key=len, reverse=True))
PERIOD: Final = re.compile(
    r"\b(?:(?P<ever>(?:in|of) (?:(?:its|the|their|modern|recorded) )*(?:[\w'’-]+ )?history|ever|on record)"
    r"|(?P<year>this year|of the year|in a year|since January|this season|of the season)"
    r"|(?P<other>(?:this|of|in|since|within|over) "
    rf"(?:(?:a|an|the|past|last|few|several|as many|\d+|{WORDED}) ){{0,3}}"
    r"(?:days?|weeks?|weekend|months?|years?|decades?|century|season"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)))\b"
)
NAMED: Final = frozenset({"PERSON", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART"})
UNSURE: Final = frozenset("not n't never would could may might".split())
ASIDE: Final = frozenset({"according", "after", "before", "following"})  # what begins there tells of something else
SPANS: Final = frozenset("day week weekend month quarter year season decade century history record".split())
PERFECT: Final = frozenset({"has", "have", "ever"})  # "the second walkout that the airline has experienced"


@dataclass(frozen=True, slots=True)
class Occurrence(Stretch):
    """The `rank`, the content lemmas of `what` is numbered, the `names` among them, lower case, and the `period`.

    That is "ever", "year" (or season), the words of any other, or "" for none named. Offsets are into the sentence.
    """

    rank: int
    what: frozenset[str]
    names: frozenset[str] = frozenset()
    period: str = ""


def find(sentence: Sentence) -> list[Occurrence]:
    """The occurrences that a parsed sentence numbers, in order; "the third floor" and "his third goal" are none."""
    found = []
    for token in sentence:
        rank = ordinal(token.text)
        noun = token.head if token.dep_ in ("amod", "compound") and token.head.pos_ == "NOUN" else token
        if rank is None or token.ent_type_ in NAMED or noun.lemma_.lower() in SPANS:
            continue
        words = _told(noun, token)
        what = lemmas(words) - TIMES - _of_period(words)
        if what:
            start, end = token.idx - sentence.start_char, noun.idx + len(noun.text) - sentence.start_char
            names = frozenset(t.lemma_.lower() for t in words if t.pos_ == "PROPN") & what
            found.append(Occurrence(sentence.text[start:end], start, end, rank, what, names, _period(words)))
    return found


def _told(noun: Token, rank: Token) -> list[Token]:
    """The words that say what is numbered; [] where it isn't said that something is one of a row.

    "It was the third strike in the region", "the blast, the third such attack this month".
    """
    if any(c.dep_ == "poss" and c.pos_ == "PRON" and c.lower_ != "its" for c in noun.children):
        return []
    above = noun.head
    if noun.dep_ == "appos":
        return [t for t in (above, *noun.subtree) if t != rank]
    calls = noun.dep_ in ("attr", "acomp", "dobj", "oprd") and above.lemma_.lower() in CALLING
    if not calls or any(c.dep_ in ("neg", "aux") and c.lower_ in UNSURE for c in above.children):
        return []
    behind = [t for c in above.children if c.dep_ in ("npadvmod", "xcomp", "advcl", "ccomp", "prep") for t in c.subtree]
    subject = subject_of(above)
    first = [subject] if subject is not None and subject.pos_ == "NOUN" else []
    words = [*first, *noun.subtree, *(t for t in behind if t.i > noun.i)]
    return [t for t in words if t != rank and not any(a.lower_ in ASIDE for a in (t, *t.ancestors))]


def _period(words: Sequence[Token]) -> str:
    """Within which time it is counted: the first that is named behind the rank, "ever" also for "has seen"."""
    match = PERIOD.search("".join(t.text_with_ws for t in words))
    if match is None:
        return "ever" if any(t.lower_ in PERFECT and t.dep_ in ("aux", "advmod") for t in words) else ""
    return "ever" if match["ever"] else "year" if match["year"] else match["other"].lower()


def _of_period(words: Sequence[Token]) -> frozenset[str]:
    """The lemmas that only name the time."""
    return frozenset(t.lemma_.lower() for t in words if t.ent_type_ in ("DATE", "TIME") and t.pos_ != "ADJ") | SPANS


def compare(left: Occurrence, right: Occurrence, similar: Similar) -> Comparison | None:
    """Whether both number the same row; None for two rows, or two periods that leave room for both numbers."""
    if left.names and right.names and not left.names & right.names:
        return None
    alike = coverage(left.what, right.what, similar)
    if alike < LEAST:
        return None
    if left.rank == right.rank:
        return _row(left, right, Verdict.AGREE, alike, f"both the same in the row: {left.text}")
    if left.period == right.period:
        return _row(left, right, Verdict.CONTRADICT, alike, f"{left.text} and {right.text} of one row")
    wide = next((o for o in (left, right) if o.period == "ever"), None) or next(
        (o for o in (left, right) if not o.period), None
    )
    if wide is None:
        return None  # "the third in five months", "the second this year"
    narrow = right if wide is left else left
    if narrow.rank < wide.rank:
        return None
    message = f"{narrow.text} of a part of the row, {wide.text} of all"
    return _row(left, right, Verdict.CONTRADICT, alike * UNNAMED, message)


def _row(left: Occurrence, right: Occurrence, verdict: Verdict, strength: float, message: str) -> Comparison:
    item = "which one in the row"
    return Comparison(RULE, "ordinal", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
