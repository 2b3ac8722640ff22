"""What a number counts: the noun it stands before or for, the measure it belongs to, the whole it is a part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import governor
from checker.facts.lexicon import CURRENCIES, UNITS, VAGUE
from checker.facts.quantities.befallen import held_hostage
from checker.facts.quantities.measures import classes
from checker.facts.roots import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

# Nouns and verbs that hold a number of people or things: "a city of 340,000", "the camp shelters 20,000",
# "a family of five", "a record of 2,116 points".
CONTAINERS: Final = frozenset(
    "city town village camp population community island district county province capital family group team crew party "
    "gang convoy delegation squad couple class fleet tribe congregation household record margin majority "
    "lead deficit gap".split()
)
HOLDING: Final = frozenset("consist comprise house shelter hold host accommodate contain".split())
PER: Final = (
    r"hour|day|night|week|month|year|season|game|match|person|head|share|ton|tonne|barrel|litre|liter|gallon|unit"
)
RATE: Final = re.compile(
    rf"[\s-]*(?:(?:per|a|an|each|every)[\s-]+(?P<per>{PER})\b|(?P<ly>annual|year|month|week|dai|hour)ly\b|(?P<each>apiece|each)\b)",
    re.IGNORECASE,
)
# "91 percent of ballots counted", "with 99% reporting", "9 percent of votes still to be counted"
PROGRESS: Final = re.compile(
    r"[^,.;\d]{0,40}?\b(?P<left>still to be |yet to be |left to be |to be )?"
    r"(?:counted|tallied|tabulated|reporting|reported in|in)(?=[,.;]|$| and\b)",
    re.IGNORECASE,
)
LY: Final = {"annual": "year", "dai": "day"}
TOTAL_BEFORE: Final = re.compile(r"\b(?:total|combined|overall|altogether|in all)\b[^,.;]{0,20}$", re.IGNORECASE)
TOTAL_BEHIND: Final = re.compile(r"[^,.;]{0,20}\b(?:in total|in all|altogether|combined|overall)\b", re.IGNORECASE)
STRETCHES: Final = frozenset("run stretch spell streak half quarter inning set session leg".split())
HAVING: Final = frozenset("have be stand".split())
NEEDING: Final = frozenset(
    "need require lack want seek demand request foresee forecast predict project envisage".split()
)
STAGES: Final = frozenset("round reading ballot leg stage".split())
AT: Final = frozenset("at in on during".split())
REST: Final = frozenset({"another", "more", "other", "others", "additional", "further", "extra", "remaining"})


def head_of(run: list[Token]) -> Token:
    """The noun that the number stands before, or the number itself where it stands for one."""
    node, ids = run[-1], {t.i for t in run}
    while (
        node.i in ids
        and node.head != node
        and node.dep_ in ("nummod", "compound", "quantmod", "det", "amod", "advmod", "nmod")
    ):
        node = node.head
    return node


def unit_of(run: list[Token], head: Token, sentence: Sentence) -> tuple[str, float, int]:
    """The dimension ("count", "length", "money:EUR" ...), the factor to its base unit, and where it ends."""
    first, last = run[0], run[-1]
    before = sentence.doc[first.i - 1] if first.i > sentence.start else None
    sign = first.text[0] if first.text[:1] in CURRENCIES else (before.lower_ if before is not None else "")
    if sign in CURRENCIES and not sign.isalpha():
        return "money:" + CURRENCIES[sign], 1.0, last.idx + len(last.text)
    if before is not None and before.lower_.rstrip("-") == "magnitude":
        return "magnitude", 1.0, last.idx + len(last.text)
    following = _next_word(last, sentence)
    for word in (following, head):
        if word is None or word.i in {t.i for t in run}:
            continue
        key = word.lemma_.lower().rstrip(".") or word.lower_
        if key == "per" and word.i + 1 < sentence.end and sentence.doc[word.i + 1].lower_.startswith("cent"):
            end = sentence.doc[word.i + 1]
            return "percent", 1.0, end.idx + len(end.text)
        if key in CURRENCIES and word.pos_ in ("NOUN", "SYM", "PROPN"):
            return "money:" + CURRENCIES[key], 1.0, word.idx + len(word.text)
        if key in UNITS and (len(key) > 1 or key == "%"):
            name, factor = UNITS[key]
            name = _degrees(word, sentence) if name == "degree" else name
            return name, factor, word.idx + len(word.text)
    return "count", 1.0, last.idx + len(last.text)


def _degrees(unit: Token, sentence: Sentence) -> str:
    """ "degree:celsius" and "degree:fahrenheit" are never set against each other; where none is named, "degree"."""
    following = unit.nbor().lower_ if unit.i + 1 < sentence.end else ""
    scale = next((name for name in ("celsius", "fahrenheit") if following and name.startswith(following)), "")
    return f"degree:{scale}" if scale else "degree"


def _next_word(last: Token, sentence: Sentence) -> Token | None:
    """The word behind the number, past a hyphen."""
    following = sentence.doc[last.i + 1] if last.i + 1 < sentence.end else None
    if following is not None and following.text in ("-", "–") and last.i + 2 < sentence.end:
        return sentence.doc[last.i + 2]
    return following


def counted_of(head: Token, dimension: str) -> Token | None:
    """The noun that is counted or, for a measure, the noun or verb that it measures; None where it is not said."""
    if dimension != "count":
        return _measured(head)
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and (head.pos_ == "NUM" or head.lemma_.lower() in VAGUE):
            return next((n for n in child.children if n.dep_ == "pobj"), None)
    return head if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in UNITS else None


def _measured(head: Token) -> Token:
    """What "15 feet" is the measure of: the noun it modifies ("11-hour flight"), else the verb ("fell 15 feet")."""
    if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in UNITS and head.lemma_.lower() not in CURRENCIES:
        return head
    node = head
    while node.head != node:
        node = node.head
        if node.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and node.lemma_.lower() not in UNITS:
            return node
    return node


def container_of(head: Token) -> Token | None:
    """What holds the counted ("a camp of 20,000 refugees", "the camp houses 20,000"); None for a plain count."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in CONTAINERS:
        return head.head.head
    verb = governor(head)
    if verb is not None and verb.lemma_.lower() in HOLDING and not held_hostage(head):
        return own_subject(verb)
    return None


def part_of(run: list[Token], head: Token, sentence: Sentence) -> str:
    """What part of a whole the number is: "some" for "10 of the 12", "rest" for "another four", "another $2" and
    "five more", "" for a whole."""
    first = run[0].i
    if first > sentence.start and sentence.doc[first - 1].is_currency:
        first -= 1
    near = sentence.doc[max(sentence.start, first - 1) : min(sentence.end, run[-1].i + 3)]
    if any(t.lower_ in REST for t in near) or head.lower_ in REST:
        return "rest"
    behind = sentence.doc[run[-1].i + 1 : min(sentence.end, run[-1].i + 3)]
    if any(t.lower_ == "from" and t.i + 1 < sentence.end and t.nbor().pos_ == "PROPN" for t in behind):
        return "some"  # "10 from the US": a part by origin, wherever the parser hangs it
    if head.dep_ == "nsubj" and head.head.lemma_ == "be" and any(_says_which(c) for c in head.head.children):
        return "some"  # "five victims were members of a choir": some of the victims
    if any(_in_a_stretch(c) for t in (head, head.head) for c in t.children):
        return "some"  # "five points during a decisive run": some of the points
    for child in (c for t in (run[-1], head) for c in t.children):
        if child.dep_ == "prep" and child.lower_ == "from":
            return "some"  # "10 from the US": a part by origin
        if child.dep_ == "prep" and child.lower_ == "of":
            named = any(g.dep_ in ("det", "poss", "nummod") for n in child.children for g in n.children)
            return "some" if named or any(n.lower_ == "the" for n in child.children) else ""
    return ""


def _in_a_stretch(child: Token) -> bool:
    """Whether it is an "in" or "during" before a part of a match or a meeting."""
    inside = child.dep_ == "prep" and child.lower_ in ("during", "in", "over")
    return inside and any(g.dep_ == "pobj" and g.lemma_.lower() in STRETCHES for g in child.children)


def rate_of(behind: str) -> str:
    """What a number is per, by the words right behind it: "year" for "a year", "per year", "annually"; else ""."""
    match = RATE.match(behind)
    if match is None:
        return ""
    word = match["ly"] or ""
    return (match["per"] or LY.get(word.lower(), word) or "each").lower()


def progress_of(behind: str) -> str:
    """How far a count has come, by the words right behind a percentage: "counted", or "left" for the rest of it."""
    match = PROGRESS.match(behind)
    if match is None:
        return ""
    return "left" if match["left"] else "counted"


def stage_of(counted: Token) -> str:
    """Which of several rounds a count is of ("won 97 votes at the first reading"); "" where none is named."""
    verb = governor(counted)
    places = (c for node in (counted, verb) if node is not None for c in node.children if c.lower_ in AT)
    stages = (s for place in places for s in place.children if s.dep_ == "pobj" and s.lemma_.lower() in STAGES)
    ranks = (f"{c.lower_} {s.lemma_.lower()}" for s in stages for c in s.children if c.ent_type_ == "ORDINAL")
    return next(ranks, "")


def is_of_now(counted: Token) -> bool:
    """Whether it is a count as of the telling ("now has 2,129 points"), which goes on rising."""
    verb = governor(counted)
    return verb is not None and verb.lemma_ in HAVING and any(c.lower_ == "now" for c in verb.children)


def is_total(before: str, behind: str) -> bool:
    """Whether the words right around the number say that it is of all together."""
    return bool(TOTAL_BEFORE.search(before) or TOTAL_BEHIND.match(behind))


def is_missing(counted: Token) -> bool:
    """Whether the counted is needed, wanted or foreseen ("needing 11 points to break the record") and not there."""
    verb = governor(counted)
    return verb is not None and verb.lemma_.lower() in NEEDING and counted.dep_ in ("dobj", "nsubjpass")


def _says_which(complement: Token) -> bool:
    """Whether the complement of "be" says who the counted are, and not what happened to them ("were casualties")."""
    return complement.dep_ == "attr" and complement.pos_ == "NOUN" and not classes([complement])
