"""A text as its runs of five words, and which of them stand outside quotations."""

from __future__ import annotations

import re
from typing import Final

Runs = frozenset[tuple[str, ...]]

RUN: Final = 5  # words, as in checker/pairs
_WORD: Final = re.compile(r"[a-z0-9]+")
# from an opening mark to its closing one or the end of the paragraph; a plain ' only where it can't be an apostrophe
_QUOTATION: Final = re.compile(
    r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)|(?<!\w)'[^'\n]*(?:(?<=\w)'\w[^'\n]*)*'(?!\w)"
)


def word_runs(text: str) -> Runs:
    """The runs of five words of a text, lower case; one run of all its words when it is shorter."""
    words = _WORD.findall(text.lower().replace("’", "").replace("'", ""))
    if len(words) < RUN:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def blank_quotations(text: str) -> str:
    """The text with line breaks in place of every character of a quotation, so that offsets stay."""
    return _QUOTATION.sub(lambda found: "\n" * len(found.group()), text)


def own_runs(blanked: str) -> Runs:
    """The runs of five words that cross no quotation and no end of a paragraph; `blanked` has no quotations."""
    parts = (part for part in blanked.split("\n") if len(part.split()) >= RUN)
    return frozenset().union(*(word_runs(part) for part in parts))
