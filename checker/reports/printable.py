"""Article text made safe to show: no control characters, no overridden writing direction, one line.

Terminal escape codes and bidirectional overrides in an article could otherwise rewrite what an editor sees.
Marks of direction that ordinary Arabic or Hebrew text needs (U+200E, U+200F) stay.
"""

from __future__ import annotations

import re

from checker.records import Mark

_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    """`text` without harmful characters; its spaces and line ends stay."""
    return _HARMFUL.sub("", text)


def printable(text: str) -> str:
    """`text` on one line: runs of white space become one space, harmful characters go."""
    return _SPACES.sub(" ", visible(_SPACES.sub(" ", text))).strip()


def around_mark(text: str, mark: Mark | None) -> tuple[str, str, str]:
    """`text` before, in and after its mark; (text, "", "") without a usable mark."""
    if mark is None or not 0 <= mark.start < mark.end <= len(text):
        return text, "", ""
    inner = text[mark.start : mark.end]
    start = mark.start + len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    return (text[:start], text[start:end], text[end:]) if end > start else (text, "", "")


def shorten(text: str, width: int) -> str:
    """`text` cut at a word boundary to at most `width` characters, with "…" where something was cut."""
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut).rstrip(" ,;:") + "…"
