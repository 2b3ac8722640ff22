"""Are two exchanged words values of one kind that exclude each other: numbers, ranks, dates, roles, places, names?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from rapidfuzz import fuzz

from checker.conflicts.wording_words import Word, plain_word
from checker.facts.people.person import exclude_each_other
from checker.facts.places.gazetteer import exclusive
from checker.facts.places.place import same_place
from checker.facts.quantities.interval import Interval
from checker.facts.quantities.number import number, ordinal
from checker.facts.times.calendar import MONTHS, WEEKDAYS, YEAR
from checker.facts.times.clock import clock_minutes

Words = Sequence[Word]
DECADE: Final = r"\d0s"  # as plain_word gives it
ROMAN: Final = {n: i for i, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)}
# A "third" or "fifth" alone is a rank.
FRACTIONS: Final = {"half": 1 / 2, "a half": 1 / 2, "one half": 1 / 2} | {
    f"{count} {part}{'s' * (number_of_them > 1)}": number_of_them / whole
    for part, whole in (("third", 3), ("quarter", 4), ("fifth", 5), ("tenth", 10))
    for count, number_of_them in (("a", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4))
    if number_of_them < whole
}
SOON: Final = 15  # minutes that two reports of one moment may be apart


def said(words: Words) -> str:
    """The words as one string."""
    return " ".join(w.text for w in words)


def _low(words: Words) -> list[str]:
    return [plain_word(w.text) for w in words]


def _clock(left: Words, right: Words) -> bool:
    if len(left) != 1 or len(right) != 1:
        return False
    a, b = clock_minutes(left[0].text), clock_minutes(right[0].text)
    return a is not None and b is not None and abs(a - b) > SOON


def _year(left: Words, right: Words) -> bool:
    """Two years, or two decades."""
    if len(left) != 1 or len(right) != 1 or left[0].text == right[0].text:
        return False
    a, b = _low(left)[0], _low(right)[0]
    return any(re.fullmatch(form, a) and re.fullmatch(form, b) for form in (YEAR, DECADE)) and a != b


def _number(left: Words, right: Words) -> bool:
    a, b = (number([w.lstrip("$€£") for w in _low(side)]) for side in (left, right))
    return a is not None and b is not None and a != b and not Interval(a, a).rounds_to(Interval(b, b))


def _ordinal(left: Words, right: Words) -> bool:
    if len(left) != 1 or len(right) != 1:
        return False
    a, b = ordinal(_low(left)[0]), ordinal(_low(right)[0])
    return a is not None and b is not None and a != b


def _numeral(left: Words, right: Words) -> bool:
    """Two numerals of a name: "World War I", "World War II"."""
    if len(left) != 1 or len(right) != 1 or left[0].text == right[0].text:
        return False
    return {left[0].text, right[0].text} <= ROMAN.keys()


def _fraction(left: Words, right: Words) -> bool:
    a, b = (FRACTIONS.get(" ".join(_low(side))) for side in (left, right))
    return a is not None and b is not None and a != b


def _date(left: Words, right: Words) -> bool:
    if len(left) != 1 or len(right) != 1:
        return False
    a, b = _low(left)[0], _low(right)[0]
    return any(a in table and b in table and table[a] != table[b] for table in (WEEKDAYS, MONTHS))


def _role(left: Words, right: Words) -> bool:
    return len(left) == len(right) == 1 and exclude_each_other(_low(left)[0], _low(right)[0])


def _place(left: Words, right: Words) -> bool:
    if not all(w.name for w in (*left, *right)):
        return False
    a, b = " ".join(_low(left)), " ".join(_low(right))
    return not same_place(a, b) and exclusive(a, b)


def _name(left: Words, right: Words) -> bool:
    """Two different full names (two or more capitalised words) in one place of one sentence."""
    if min(len(left), len(right)) < 2 or not all(w.name for w in (*left, *right)):
        return False
    a, b = _low(left), _low(right)
    return not set(a) & set(b) and not same_place(" ".join(a), " ".join(b)) and fuzz.ratio(a[-1], b[-1]) < 70


VALUES: Final[tuple[tuple[str, Callable[[Words, Words], bool]], ...]] = (
    ("date", _clock),
    ("ordinal", _ordinal),
    ("ordinal", _numeral),
    ("date", _year),
    ("quantity", _number),
    ("quantity", _fraction),
    ("date", _date),
    ("actor", _role),
    ("place", _place),
    ("actor", _name),
)


def kind_of(left: Words, right: Words, headline: bool) -> str:
    """The kind of value that was exchanged; "" when the words are no such values. `headline`: capitals mean nothing."""
    return next((k for k, test in VALUES if not (headline and test is _name) and test(left, right)), "")
