"""Dates: days, weekdays, months, years and clock times, resolved against the publication date where it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Anchor, Similar, anchor_of, coverage
from checker.facts.calendar import MONTHS as MONTHS
from checker.facts.calendar import WEEKDAYS as WEEKDAYS
from checker.records import Comparison, Mark, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "date"

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
PATTERNS: Final = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b{_MONTH}\s+{_DAY}\b(?!:)(?:\s*,?\s*{_YEAR}\b)?",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\b(?:\s*,?\s*{_YEAR}\b)?",
        rf"\b{_MONTH}\s*,?\s+{_YEAR}\b",
        rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b",
        rf"\b(?:in|since|until|by|of|during|from|to|after|before|between)\s+{_YEAR}\b",
        rf"\b(?:in|since|until|by|of|during|last|this|next|from|to|late|early|mid)\s+{_MONTH}\b",
        r"\b(?P<relative>yesterday|today|tomorrow)\b",
        r"\b(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?",
        r"\b(?P<clock>[01]\d[0-5]\d|2[0-3][0-5]\d)\s*(?P<zone>GMT|UTC)\b",
    )
)
CASED: Final = frozenset({"may", "march"})  # months that are also words: only with a capital


@dataclass(frozen=True, slots=True)
class Day:
    """A point in time as far as it is given. `weekday` 0 is Monday; `minutes` are minutes of the day.

    `resolved` is the calendar day where the text or the publication date settles it. Offsets are into the sentence.
    """

    text: str
    start: int
    end: int
    anchor: Anchor
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minutes: int | None = None
    zone: str = ""
    resolved: date | None = None
    preposition: str = ""

    @property
    def mark(self) -> Mark:
        """Where the date stands in its sentence."""
        return Mark(self.start, self.end)


def find(sentence: Sentence, published: date | None = None) -> list[Day]:
    """The dates of a parsed sentence, in order; `published` resolves weekdays and "yesterday" of past events."""
    found: list[Day] = []
    taken: list[tuple[int, int]] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(sentence.text):
            fact = _fact(match, sentence, published)
            if fact is None or any(fact.start < e and s < fact.end for s, e in taken):
                continue
            taken.append((fact.start, fact.end))
            found.append(fact)
    return sorted(found, key=lambda f: f.start)


def _fact(match: re.Match[str], sentence: Sentence, published: date | None) -> Day | None:
    groups = {k: v for k, v in match.groupdict().items() if v}
    month_word = groups.get("month", "")
    if month_word.lower() in CASED and not month_word[0].isupper():
        return None
    key = next(k for k in ("month", "weekday", "year", "relative", "hour", "clock") if k in groups)
    start, end = match.start(key), match.end()
    if "day" in groups:
        start = min(start, match.start("day"))
    token = next(
        (t for t in sentence if t.idx - sentence.start_char <= start < t.idx - sentence.start_char + len(t.text)), None
    )
    if token is None:
        return None
    own = frozenset(t.i for t in sentence if start <= t.idx - sentence.start_char < end)
    year = int(groups["year"]) if "year" in groups else None
    month = MONTHS[month_word.lower()] if month_word else None
    day = int(groups["day"]) if "day" in groups else None
    weekday = WEEKDAYS[groups["weekday"].lower()] if "weekday" in groups else None
    return Day(
        text=sentence.text[start:end],
        start=start,
        end=end,
        anchor=anchor_of(_event(token), own),
        weekday=weekday,
        year=year,
        month=month,
        day=day,
        minutes=_minutes(groups),
        zone=groups.get("zone", ""),
        resolved=_resolve(year, month, day, weekday, groups.get("relative", "").lower(), published),
        preposition=sentence.text[:start].rsplit(None, 1)[-1].lower() if sentence.text[:start].split() else "",
    )


def _event(token: Token) -> Token:
    """What the date tells the time of: the noun or verb that the date's phrase hangs on."""
    node = token
    while node.head != node and (
        node.ent_type_ in ("DATE", "TIME") or node.dep_ in ("prep", "pobj", "npadvmod", "nummod", "compound")
    ):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            break
    return node


def _minutes(groups: dict[str, str]) -> int | None:
    if "clock" in groups:
        return int(groups["clock"][:2]) * 60 + int(groups["clock"][2:])
    if "hour" in groups:
        return (
            int(groups["hour"]) % 12 * 60
            + int(groups.get("minute", "0"))
            + (720 if groups["half"].lower() == "p" else 0)
        )
    return None


def _resolve(
    year: int | None, month: int | None, day: int | None, weekday: int | None, relative: str, published: date | None
) -> date | None:
    """The calendar day, when it is settled. A bare weekday is the last such day up to publication: news looks back."""
    try:
        if year is not None and month is not None and day is not None:
            return date(year, month, day)
        if published is None:
            return None
        if month is not None and day is not None:
            same = date(published.year, month, day)
            return same if same <= published + timedelta(days=31) else date(published.year - 1, month, day)
    except ValueError:  # 31 November: a slip in the text, not a date
        return None
    if weekday is not None:
        return published - timedelta(days=(published.weekday() - weekday) % 7)
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
    return published + timedelta(days=steps[relative]) if relative in steps else None


def compare(left: Day, right: Day, similar: Similar) -> Comparison | None:
    """Whether both give one event the same time; None when the events differ or the precision does."""
    slot = _same_event(left.anchor, right.anchor, similar)
    if slot < 0.4 or left.preposition in OPEN or right.preposition in OPEN:
        return None
    verdict = _verdict(left, right)
    if verdict is None:
        return None
    item = f"date of {left.anchor.head or left.anchor.predicate}"
    message = f"{left.text} and {right.text} for the same {left.anchor.head or 'event'}"
    return Comparison(RULE, RULE, verdict, left.text, right.text, message, slot, left.mark, right.mark, item)


OPEN: Final = frozenset({"since", "after", "before", "until", "by", "from", "to", "between"})


def _same_event(left: Anchor, right: Anchor, similar: Similar) -> float:
    head = similar(left.head, right.head) if left.head and right.head else 0.0
    if head < 0.5:
        return 0.0
    around = coverage(left.modifiers | left.arguments, right.modifiers | right.arguments, similar)
    return min(1.0, head * (0.3 + 0.7 * around))


def _verdict(left: Day, right: Day) -> Verdict | None:
    """Agree or contradict; None where the two aren't given in comparable terms."""
    if left.minutes is not None or right.minutes is not None:
        if left.minutes is None or right.minutes is None or left.zone != right.zone:
            return None
        gap = abs(left.minutes - right.minutes)
        return Verdict.AGREE if gap <= 15 else Verdict.CONTRADICT
    for one, other in (("weekday", "weekday"), ("day", "day"), ("month", "month"), ("year", "year")):
        a, b = getattr(left, one), getattr(right, other)
        if a is not None and b is not None and a != b and _comparable(left, right, one):
            return Verdict.CONTRADICT
    if left.resolved is not None and right.resolved is not None:
        # a weekday read against a wrong publication date is a day off by a week: not safe to call a contradiction
        return Verdict.AGREE if left.resolved == right.resolved else None
    shared = [
        k
        for k in ("weekday", "day", "month", "year")
        if getattr(left, k) is not None and getattr(left, k) == getattr(right, k)
    ]
    return Verdict.AGREE if shared else None


def _comparable(left: Day, right: Day, key: str) -> bool:
    """A day of the month is compared within one month only, a month within one year (or with no year given)."""
    if key == "day":
        return left.month == right.month and (left.year == right.year or None in (left.year, right.year))
    return True
