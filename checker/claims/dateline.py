"""Where a report's dateline ends: "KITWE, Zambia, April 17 (Agency) - ".

It tells where and when the report was written, and nothing of what is told. A parser that reads it with the first
sentence takes the town for its subject: the most important sentence of an agency's text would be misread.
"""

from __future__ import annotations

import re
from typing import Final

from checker.facts.places.gazetteer import known
from checker.facts.times.calendar import MONTHS, WEEKDAYS

_MONTH: Final = "|".join(sorted((m.title() for m in MONTHS), key=len, reverse=True))
_TOWN: Final = r"(?P<town>[A-Z][\w.'’]+(?:[ /-]{1,3}[A-Z][\w.'’]*)*)"
_REST: Final = rf"(?P<rest>(?:, (?!(?:{_MONTH})\b)[A-Z][\w.'’]*(?: (?:of |and |the )?[A-Z][\w.'’]*)*){{0,2}})"
_DAY: Final = rf"(?P<day>,? (?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?)(?:,? \d{{4}})?)?"
_AGENCY: Final = r"(?P<agency> ?\([^()\n]{2,40}\))?"
_DATELINE: Final = re.compile(rf"\s*{_TOWN}{_REST}{_DAY}{_AGENCY}(?P<end> ?(?:--|[-–—]) ?|: )(?=[“\"‘'A-Z0-9])")
_AGENCY_ALONE: Final = re.compile(r"\s*\([A-Z][^()\n]{1,40}\) ?(?:--|[-–—]) ")


def dateline_end(paragraph: str) -> int:
    """How many characters of the paragraph its dateline takes, with the dash behind it; 0 where it has none.

    A town in capitals that the gazetteer knows is one; any other has to come with a day or an agency in brackets.
    """
    alone = _AGENCY_ALONE.match(paragraph)
    if alone:
        return alone.end()
    match = _DATELINE.match(paragraph)
    if match is None or match["town"].split()[0].lower().rstrip(".") in MONTHS.keys() | WEEKDAYS.keys():
        return 0
    if match["end"].strip() == "-" and not match["end"].startswith(" "):
        return 0  # "LONDON-BASED"
    certain = bool(match["day"] or match["agency"]) and ":" not in match["end"]
    places = [match["town"], *match["rest"].split(", ")[1:]]
    in_capitals = match["town"].isupper() and any(known(p.lower().rstrip(".")) for p in places)
    return match.end() if certain or in_capitals else 0
