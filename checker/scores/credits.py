"""Which news agency an article says that its text is from: a dateline, a byline, a copyright line or a last line.

A photograph's credit and "told Reuters" say nothing about the text and are not read.
"""

from __future__ import annotations

import re
from typing import Final

from checker.facts.people.agencies import AGENCIES

_NAME: Final = "|".join(f"(?:{pattern})" for pattern in AGENCIES.values())
_CREDITS: Final = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^(?:[A-Z][^\n()]{{1,60}}\s)?\((?P<name>{_NAME})\)\s*[-–—]",  # TOWN, Land (AP) - The ...
        rf"^[A-Z][^\n()]{{1,60}},\s[^\n()]{{0,20}}(?P<name>{_NAME})\s?[-–—]\s",  # Town, 3 May, dpa - The ...
        rf"^(?:Copyright|©|\(c\))[^\n]{{0,20}}?\b(?P<name>{_NAME})(?=[.,\n]|\sAll\b|$)",
        rf"^(?:By\s[^\n]{{2,60}},?\s)?(?P<name>{_NAME})(?:\s(?:staff\s)?[Ww]riters?\b[^\n]*)?$",  # a byline
        rf"^(?P<name>(?:{_NAME}|Ap|Afp)(?:\s?[-/,&]\s?(?:{_NAME}|Ap|Afp))*)$",  # the last line: Reuters - AFP
    )
)
_BY: Final = re.compile(rf"^(?P<name>{_NAME})\swriters?\s[A-Z]", re.MULTILINE)  # NAME writers A and B ... contributed


def credited_agencies(text: str) -> frozenset[str]:
    """The agencies, by their names in reports, that an article's text is credited to; empty where there is none."""
    lines = [match["name"] for pattern in (*_CREDITS, _BY) for match in pattern.finditer(text)]
    parts = (part.strip() for line in lines for part in _parts(line))
    return frozenset(name for part in parts if (name := agency_name(part)))


def agency_name(name: str) -> str:
    """The agency that a source or a credit names, "" where it names none."""
    for agency, pattern in AGENCIES.items():
        if re.fullmatch(rf"{pattern}|{re.escape(agency)}", name.strip(), re.IGNORECASE):
            return agency
    return ""


def _parts(line: str) -> list[str]:
    """The names in a line of several ("Reuters - AFP"); a name with a hyphen of its own stays whole."""
    return [line] if agency_name(line) else re.split(r"\s[-–]\s|[/,&]", line)
