"""Times of day as news writes them ("3:20 p.m.", "10.30pm", "0336 GMT", "noon"), and the zones they are given in."""

from __future__ import annotations

import re
from typing import Final

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


def clock_minutes(text: str) -> int | None:
    """Minutes of the day of one time of day; None when it is none."""
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    match = MERIDIEM.match(text.strip())
    if match is not None:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        return hour % 12 * 60 + minute + (720 if match["half"].lower() == "p" else 0) if hour <= 12 else None
    match = PLAIN.fullmatch(text.strip())
    return None if match is None else int(match["hour"]) * 60 + int(match["minute"])


def gap(left: int, right: int) -> int:
    """Minutes between two times of day, the short way round the clock."""
    return min((left - right) % DAY, (right - left) % DAY)


def offset(zone: str) -> int | None:
    """Minutes ahead of UTC of a zone's abbreviation; None for local time and for ambiguous ones."""
    return ZONES.get(zone.lower().strip())
