"""Times of day as news writes them ("3:20 p.m.", "10.30pm", "0336 GMT", "noon"), and the zones they are given in."""

from __future__ import annotations

import re
from typing import Final

from checker.facts.quantities.number import number

DAY: Final = 24 * 60
# Minutes ahead of UTC. Abbreviations that stand for several zones ("IST", "CST" of China) are resolved by none.
ZONES: Final = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "jst": 540, "kst": 540, "wib": 420, "aest": 600, "aedt": 660, "pkt": 300,
}  # fmt: skip
ZONE: Final = "|".join([*ZONES, "et", "pt", "ist", "cst", r"local(?:\s+time)?", "eastern", "pacific", "central"])
TWELVE_HOURS: Final = r"\d{1,2}(?:[:.][0-5]\d)?\s*[ap]\.?\s?m\b"
MERIDIEM: Final = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b", re.IGNORECASE)
PLAIN: Final = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)")
WORDS: Final = {"noon": 720, "midday": 720, "midnight": 0}
_STEP = r"(?:(?:a )?quarter|half|twenty-five|five|ten|twenty)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PAST = r"(?:\s+minutes)?\s+(?:past|to)\s+"
_HALF = r"\s+(?:in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|at\s+night)\b"
# "twenty past five in the morning", "a quarter to nine at night", "just before four in the morning"
SPOKEN: Final = (
    rf"\b(?P<clock>{_STEP}{_PAST}{_HOUR}{_HALF})",
    rf"\b(?:at|around|about|before|after|until|by)\s+(?P<clock>{_HOUR}(?:\s+o['’]clock)?{_HALF})",
)
_SPOKEN: Final = re.compile(
    rf"(?:(?P<step>{_STEP})(?:\s+minutes)?\s+(?P<side>past|to)\s+)?"
    rf"(?P<hour>{_HOUR})\b.*\b(?P<half>morning|afternoon|evening|night)",
    re.IGNORECASE | re.DOTALL,
)
_PARTS: Final = {"quarter": 15, "half": 30}  # of an hour, in minutes


def clock_minutes(text: str) -> int | None:
    """Minutes of the day of one time of day; None when it is none."""
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    match = MERIDIEM.match(text.strip())
    if match is not None:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        return hour % 12 * 60 + minute + (720 if match["half"].lower() == "p" else 0) if hour <= 12 else None
    match = PLAIN.fullmatch(text.strip())
    return _spoken(text.strip()) if match is None else int(match["hour"]) * 60 + int(match["minute"])


def _spoken(text: str) -> int | None:
    """Minutes of "a quarter to five in the morning"; "twelve at night" and "one at night" are after midnight."""
    match = _SPOKEN.fullmatch(text)
    if match is None:
        return None
    hour, half = _count(match["hour"]) % 12, match["half"].lower()
    late = half in ("afternoon", "evening") or (half == "night" and hour >= 6)
    step = _count(match["step"]) if match["step"] else 0
    return (hour * 60 + 720 * late + (step if match["side"] != "to" else -step)) % DAY


def _count(words: str) -> int:
    """The number that the words of an hour or of a part of it mean; "a quarter" is 15."""
    last = words.lower().split()[-1]
    return _PARTS[last] if last in _PARTS else int(number([last]) or 0)


def gap(left: int, right: int) -> int:
    """Minutes between two times of day, the short way round the clock."""
    return min((left - right) % DAY, (right - left) % DAY)


def offset(zone: str) -> int | None:
    """Minutes ahead of UTC of a zone's abbreviation; None for local time and for ambiguous ones."""
    return ZONES.get(zone.lower().strip())
