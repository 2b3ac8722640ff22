"""The runs of five words of a text that stand outside quotations."""

from __future__ import annotations

import re
from typing import Final

from checker.facts.copies import SHINGLE, shingles

Runs = frozenset[tuple[str, ...]]

# from an opening mark to its closing one or the end of the paragraph; a plain ' only where it can't be an apostrophe
_QUOTATION: Final = re.compile(
    r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)|(?<!\w)'[^'\n]*(?:(?<=\w)'\w[^'\n]*)*'(?!\w)"
)


def blank_quotations(text: str) -> str:
    """The text with line breaks in place of every character of a quotation, so that offsets stay."""
    return _QUOTATION.sub(lambda found: "\n" * len(found.group()), text)


def own_runs(blanked: str) -> Runs:
    """The runs of five words that cross no quotation and no end of a paragraph; `blanked` has no quotations."""
    parts = (part for part in blanked.split("\n") if len(part.split()) >= SHINGLE)
    return frozenset().union(*(shingles(part) for part in parts))
