"""Numbers that count nothing of what is told: dates, names, ages, results, chances, differences, wholes, old levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import governor
from checker.facts.lexicon import CHANGES, UNITS
from checker.facts.quantities.counted import head_of
from checker.facts.quantities.number import single
from checker.facts.times.calendar import MONTHS, WEEKDAYS, YEAR

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

CALENDAR: Final = frozenset(
    "day night morning evening afternoon noon week weekend month year decade century today tonight".split()
)
HYPHENS: Final = ("-", "–")
NUMBERED: Final = frozenset({"no.", "no", "nos.", "number", "#"})  # before a number that is one of a row
FEW: Final = r"\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
CHANCE: Final = re.compile(rf"\b(?P<part>{FEW})[ -](?:in|out of)[ -](?P<whole>{FEW}|100)\b[ -]?(?P<behind>\w*)")
PARTS: Final = frozenset("third quarter fifth sixth eighth tenth".split())
# "five rounds sooner": by how much two things differ, and no count of either
COMPARED: Final = frozenset(
    "sooner earlier later ahead behind short shy apart longer shorter higher lower faster slower".split()
)
VOICING: Final = frozenset("say tell add explain".split())
AGED: Final = re.compile(
    r"\b(?:(?:under|over|below|above|reach(?:ed|es)?) the age of|(?:younger|older) than|aged(?: between| from| about)?"
    r"(?: [\w-]+ (?:to|and|or))?"
    r"|(?:child(?:ren)?|bab(?:y|ies)|infants?|kids?|girls?|boys?|pupils?|people|those|adults?|men|women)"
    r" (?:under|over|below|above))[ -]$",
    re.IGNORECASE,
)
BY_TO: Final = re.compile(r"\bby \d[\d.,]*(?:%| per ?cent)? to \d[\d.,]*(?:%| per ?cent)?(?! (?:million|billion|bn))")
OLDER: Final = re.compile(
    r"\b(?:compared (?:with|to)|up from|down from|as against) (?:the |some |about |only |just )?[$€£]?$", re.IGNORECASE
)
FROM: Final = re.compile(r"\bfrom (?:about |some |around |nearly )?[$€£]?$", re.IGNORECASE)
TO: Final = re.compile(r"[^.;]{0,40}\bto (?:about |some |around |nearly )?[$€£]?\d")
VOTES_TO: Final = re.compile(r"\b\d{1,3} votes(?: in favou?r| for)?,? (?:to|against) \d{1,3}\b")  # a tally's
MOVED: Final = frozenset("go change move grow climb revise".split())


def counts_nothing(run: list[Token], sentence: Sentence) -> bool:
    """Whether the number in `run` belongs to another kind of fact, or to none."""
    return any(test(run, sentence) for test in TESTS)


def _is_date(run: list[Token], sentence: Sentence) -> bool:
    """Years, days of a month, clock times: they belong to the date facts. Durations stay quantities."""
    last = run[-1]
    following = sentence.doc[last.i + 1] if last.i + 1 < sentence.end else None
    if following is not None and following.lemma_.lower() in UNITS:
        return False
    if following is not None and following.lower_.rstrip(".") in ("am", "pm", "a.m", "p.m", "gmt", "utc", "o'clock"):
        return True
    text = run[0].text
    if len(run) == 1 and text.isdigit() and len(text) == 4 and 1500 <= int(text) <= 2100:
        return last.dep_ != "nummod" or last.head.i < last.i or last.head.pos_ == "PROPN" or last.head.tag_ == "NN"
    return ":" in text or (last.ent_type_ in ("DATE", "TIME") and _in_calendar_words(last))


def _in_calendar_words(token: Token) -> bool:
    """Whether the date entity around `token` names a month, a weekday, a year or a unit of time.

    The entity recognizer also takes "Between 30 and 40" (people) for a date.
    """
    words = [
        t.lemma_.lower().rstrip(".") for t in token.doc if t.ent_type_ == token.ent_type_ and abs(t.i - token.i) <= 5
    ]
    return any(w in MONTHS or w in WEEKDAYS or w in CALENDAR or re.fullmatch(YEAR, w) for w in words)


def _is_name(run: list[Token], _: Sentence) -> bool:
    """ "Flight 175", "Group of Seven", "Article 5": a number inside or right behind a name."""
    first = run[0]
    before = first.doc[max(0, first.i - 2) : first.i].text.split()[-1:]
    begins = first.i == first.sent.start  # where "No." was taken for the end of a sentence
    if before and (before == ["No."] and first.text.isdigit() if begins else before[0].lower() in NUMBERED):
        return True
    named = first.ent_type_ in ("PERSON", "ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART", "GPE")
    if named and first.ent_iob_ == "I":
        return True
    if first.dep_ != "nummod" or first.head.i >= first.i:
        return False
    return first.head.pos_ == "PROPN" or (first.head.i == first.i - 1 and first.head.tag_ == "NN")  # "Goal two"


def _is_result(run: list[Token], sentence: Sentence) -> bool:
    """ "2-1", "by 34.6% to 29.8%", "88 votes to 91", "two-thirds": results and fractions, whose numbers count nothing
    by themselves; "10-12" is a range.
    """
    start = run[0].idx - sentence.start_char
    if any(m.start() <= start < m.end() for p in (BY_TO, VOTES_TO) for m in p.finditer(sentence.text)):
        return True
    first, last = run[0].i - sentence.start, run[-1].i - sentence.start
    behind = sentence[last + 1 : last + 3]
    if len(behind) == 2 and behind[0].text in HYPHENS:
        other = single(behind[1].lower_)
        return behind[1].lemma_.lower() in PARTS or (other is not None and (single(run[-1].lower_) or 0.0) >= other)
    before = sentence[max(0, first - 2) : first]
    if len(before) == 2 and before[1].text in HYPHENS:
        other = single(before[0].lower_)
        return other is not None and other >= (single(run[0].lower_) or 0.0)
    return False


def _is_chance(run: list[Token], sentence: Sentence) -> bool:
    """ "A 2 in 3 chance", "one-in-five": a share, whose numbers count nothing; "two in three days" is no share."""
    start = run[0].idx - sentence.start_char
    for match in CHANCE.finditer(sentence.text.lower()):
        behind = match["behind"].rstrip("s")
        if match.start() <= start < match.end("whole") and behind not in UNITS and behind not in CALENDAR:
            return (single(match["part"]) or 0.0) < (single(match["whole"]) or 0.0)
    return False


def _is_age(run: list[Token], sentence: Sentence) -> bool:
    """ "Smith, 33,", "58-year-old", "children under five": ages, of which those of persons have facts of their own."""
    first, last = run[0], run[-1]
    before = sentence.doc[first.i - 1].text if first.i > sentence.start else ""
    after = sentence.doc[last.i + 1].text if last.i + 1 < sentence.end else ""
    if before == "," and after in (",", ".", ";") and len(run) == 1 and first.text.isdigit() and int(first.text) < 120:
        return True
    if AGED.search(sentence.text[: first.idx - sentence.start_char]):
        return True
    tail = sentence.text[last.idx + len(last.text) - sentence.start_char :][:12].lower().lstrip("- ")
    return tail.startswith(("year-old", "year old", "years old", "years-old", "yr-old"))


def _is_difference(run: list[Token], _: Sentence) -> bool:
    """ "Five rounds sooner", "two points ahead": by how much one thing differs from another."""
    head = head_of(run)
    return head.dep_ in ("npadvmod", "nsubj", "dep", "dobj") and any(
        t.lower_ in COMPARED for t in head.doc[head.i + 1 : min(head.sent.end, head.i + 2)]
    )


def _is_whole(run: list[Token], sentence: Sentence) -> bool:
    """The 612 of "438 of the 612 flights": what is told is told of the 438."""
    before = [t for t in sentence.doc[max(sentence.start, run[0].i - 3) : run[0].i] if t.pos_ != "DET"]
    return len(before) >= 2 and before[-1].lower_ == "of" and before[-2].like_num


def _is_old_level(run: list[Token], sentence: Sentence) -> bool:
    """ "Rose from 400 to 412", "compared with 31 last week": what it was before."""
    behind = sentence.text[run[-1].idx + len(run[-1].text) - sentence.start_char :]
    before = sentence.text[: run[0].idx - sentence.start_char]
    if OLDER.search(before):
        return True
    verb = governor(run[-1])
    rising = verb is not None and (verb.lemma_.lower() in CHANGES or verb.lemma_.lower() in MOVED)
    return rising and bool(FROM.search(before)) and bool(TO.match(behind))


def _is_voice(run: list[Token], _: Sentence) -> bool:
    """ "Two officials said", "according to three people": how many voices a statement has is no part of it."""
    head = head_of(run)
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in VOICING:
        return True
    return head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"


def _is_condition(run: list[Token], _: Sentence) -> bool:
    """ "If the index falls 13%": what would have to be, not what is."""
    verb = governor(run[-1])
    return verb is not None and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children)


TESTS: Final = (
    _is_date,
    _is_name,
    _is_age,
    _is_result,
    _is_chance,
    _is_difference,
    _is_whole,
    _is_old_level,
    _is_voice,
    _is_condition,
)
