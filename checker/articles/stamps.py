"""Date lines: paragraphs that say nothing but when the article was published or updated."""

from __future__ import annotations

import re

from checker.articles.dates import MONTH, find_dates

_WORDS = re.compile(
    rf"(?:{MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|"
    r"\d{1,2}(?:[:.]\d\d){1,2}(?:[ap]\.?m\.?)?|\d{1,2}[ap]m|\d+[-/.]\d+[-/.]\d+(?:T[\d:.]+Z?)?|at|on|of|the|"
    r"local time|(?:first |last |originally )?(?:published|posted|updated|modified)(?: on| at)?|updated?|"
    r"date|time|"
    r"hrs?|hours?|GMT|UTC|BST|CES?T|[ECMP][SD]T|ET|PT|IST|PKT|PST|AES?T|AEDT|WIB|JST|MSK|EAT|UK|US)(?=[\s,|:;.()·•/–—-]|\d|$)",
    re.IGNORECASE,
)  # fmt: skip
_BETWEEN = re.compile(r"[\s,|:;.()·•/–—-]*")
_LONGEST = 90  # characters


def is_date_line(text: str) -> bool:
    """Whether a line holds a date with its year and nothing but words of dates and times."""
    if len(text) > _LONGEST or not any(day.precision != "year" for day in find_dates(text)):
        return False
    place = 0
    while place < len(text):
        place = match.end() if (match := _BETWEEN.match(text, place)) else place
        if place == len(text):
            break
        word = _WORDS.match(text, place)
        if not word:
            return False
        place = word.end()
    return True


_AFTER_TITLE = re.compile(r"\W*(?:updated|published|posted)\b", re.IGNORECASE)


def date_after(text: str, title: str) -> str:
    """What follows the headline in a line such as "<headline> Updated: 5 May 2010 By Name", or ""."""
    rest = text[len(title) :]
    if not text.startswith(title) or not _AFTER_TITLE.match(rest) or rest.count(" ") > 12:
        return ""
    return rest if next(find_dates(rest), None) else ""
