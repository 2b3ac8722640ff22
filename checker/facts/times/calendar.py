"""Names of weekdays and months, lower case, and what a year looks like."""

from __future__ import annotations

import re
from typing import Final

WEEKDAYS: Final = {w: i for i, w in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
MONTHS: Final = {
    m: i
    for i, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for m in names.split()
}  # fmt: skip
YEAR: Final = r"(?:1[5-9]|20)\d\d"
NAMED_YEAR: Final = re.compile(rf"\b{YEAR}\b")
