"""When an article was published: its metadata, else a date line in its text, else what the text implies."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import datetime

from checker.articles.bounds import implied_bounds
from checker.articles.dates import find_clock, find_dates, parse_iso
from checker.records import Published

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-])")
_MONTH_ONLY = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_YEARS = range(1600, 2200)
_LONGEST = 60  # characters of a date in words
_LANGUAGES = [
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "el",
    "ru",
    "uk",
    "tr",
    "ar",
    "fa",
    "he",
    "hi",
    "ur",
    "id",
    "zh",
    "ja",
    "ko",
]
_YEAR_ONLY = re.compile(r"\d{4}")


def find_published(stated: str, url: str, date_lines: Sequence[str], paragraphs: Sequence[str]) -> Published:
    """The best known date: stated in metadata, in the address, on a date line, implied; else unknown."""
    known = _stated(stated) if stated else None
    known = known or _in_address(url)
    for line in date_lines:
        known = known or _from_words(line, "text")
    return known or implied_bounds(paragraphs)


def is_date(stated: str) -> bool:
    """Whether a metadata date can be understood."""
    return _stated(stated) is not None


def _stated(stamp: str) -> Published | None:
    """A date from metadata; none of a year in which there was no news: programs write "0001-01-01" for no date."""
    found = _read_stamp(stamp)
    return found if found and found.earliest and found.earliest.year in _YEARS else None


def _read_stamp(stamp: str) -> Published | None:
    """The day is the one that is written there, in the article's own time zone."""
    moment = parse_iso(stamp.strip())
    if moment is not None:
        day = moment.date()
        if not (moment.hour or moment.minute):  # midnight is what a program writes that knows only the day
            return Published(day, day, "day", "metadata", day.isoformat())
        return Published(day, day, "minute", "metadata", stamp.strip())
    if match := _MONTH_ONLY.fullmatch(stamp.strip()):
        return _from_words(f"{calendar.month_name[int(match[2])]} {match[1]}", "metadata")
    found = _from_words(stamp, "metadata")
    if found and (found.precision != "year" or _YEAR_ONLY.fullmatch(stamp.strip())):
        return found
    return _with_dateparser(stamp)


def _with_dateparser(stamp: str) -> Published | None:
    """Dates in other languages than English; never one that is relative to today."""
    import dateparser

    if not re.search(r"\d{4}", stamp) or len(stamp) > _LONGEST:
        return None
    options = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RELATIVE_BASE": datetime(2000, 1, 1)}
    try:
        moment = dateparser.parse(stamp, languages=_LANGUAGES, settings=options)
    except (ValueError, OverflowError):
        return None
    if moment is None:
        return None
    return Published(moment.date(), moment.date(), "day", "metadata", moment.date().isoformat())


def _in_address(url: str) -> Published | None:
    match = _URL_DAY.search(url)
    return _from_words("-".join(match.groups()), "metadata") if match else None


def _from_words(text: str, origin: str) -> Published | None:
    """The first date in a line that is about the publication; to the minute if it also gives the time."""
    found = next(iter(find_dates(text)), None)
    if found is None:
        return None
    if found.precision != "day":
        stamp = {"month": f"{found.earliest:%Y-%m}", "year": f"{found.earliest:%Y}"}.get(found.precision, "")
        return Published(found.earliest, found.latest, found.precision, origin, stamp)
    clock = find_clock(text[: found.start] + " " + text[found.end :])
    stamp = found.earliest.isoformat() + (f"T{clock}" if clock else "")
    return Published(found.earliest, found.latest, "minute" if clock else "day", origin, stamp)
