"""When a claim's event was, as far as its sentence says: the day's event, or background from another time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from checker.facts import Day
from checker.facts.quantities.number import number
from checker.records import Article, Claim

EARLIER: Final = re.compile(
    r"\b(last (?:year|month|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)|previously|earlier (?:this|in the) (?:year|month)"
    r"|in the past|on that occasion|in recent (?:years|months)|historically|a year earlier|back then)\b",
    re.IGNORECASE,
)
LAST_YEAR: Final = re.compile(r"\blast year\b", re.IGNORECASE)
YEARS_AGO: Final = re.compile(r"\b([\w-]+) years (?:ago|earlier|before)\b", re.IGNORECASE)
YEAR_BEFORE: Final = re.compile(r"\b((?:19|20)\d\d),?\s*$")
IN_YEAR: Final = re.compile(r"\b[Ii]n ((?:19|20)\d\d)\b")
GOES_ON: Final = re.compile(r"but\b|and\b")  # a clause in the time of the one before it
# "the 2013 flood"
NAMED_YEAR: Final = re.compile(r"\b[Tt]he ((?:19|20)\d\d) (?!people|men|women|children|troops|soldiers)[a-z]")


@dataclass(frozen=True, slots=True)
class Moment:
    """`background`: the sentence tells of another time than the article's own; `years`, `months` as named."""

    background: bool
    years: frozenset[int]
    months: frozenset[int]


def moment_of(claim: Claim, article: Article) -> Moment:
    """The time a claim speaks of. A named year or month other than that of publication makes it background."""
    days = [f for f in claim.facts if isinstance(f, Day)]
    years = frozenset(d.year for d in days if d.year is not None)
    years |= {int(m.group(1)) for m in NAMED_YEAR.finditer(claim.text)}
    years |= _counted_back(claim.text, article.published.day) | _just_before(claim)
    months = frozenset(d.month for d in days if d.month is not None)
    published = article.published.day
    other_year = bool(years) and (published is None or published.year not in years)
    other_month = bool(months) and published is not None and not years and all(_far(m, published.month) for m in months)
    return Moment(other_year or other_month or bool(EARLIER.search(claim.text)), years, months)


def _just_before(claim: Claim) -> frozenset[int]:
    """The year of the clause before this one: "since 2019, when 970 flights were cancelled", "in 2014 rocks fell there,
    but nobody died"."""
    before = claim.sentence[: max(0, claim.sentence.find(claim.text))]
    match = YEAR_BEFORE.search(before)
    if match is None and GOES_ON.match(claim.text):
        match = next(reversed(list(IN_YEAR.finditer(before))), None)
    return frozenset({int(match.group(1))}) if match else frozenset()


def _counted_back(text: str, published: date | None) -> frozenset[int]:
    """The years that "last year" and "six years ago" mean, seen from the day of publication."""
    if published is None:
        return frozenset()
    found = {published.year - 1} if LAST_YEAR.search(text) else set()
    for match in YEARS_AGO.finditer(text):
        count = number([match.group(1)])
        if count is not None and count < 100:
            found.add(published.year - int(count))
    return frozenset(found)


def _far(month: int, published: int) -> bool:
    return min((month - published) % 12, (published - month) % 12) > 1


def other_time(left: Moment, right: Moment) -> str:
    """Why the two can't be of one time; "" when they can."""
    if left.background != right.background:
        return "one tells of an earlier time"
    if left.years and right.years and not left.years & right.years:
        return f"{min(left.years)} and {min(right.years)}"
    if left.months and right.months and not left.months & right.months and not (left.years & right.years):
        return "different months"
    return ""
