"""Characters that an editor can't see, made harmless: spaces of all kinds, marks of no width, controls."""

from __future__ import annotations

import re

from checker.articles.located import Located

LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

# Soft hyphens, zero-width spaces, word joiners, byte order marks, bidirectional marks, C0 and C1 controls.
# A zero-width joiner or non-joiner stays between letters of the scripts that need it.
_UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]"
    "|(?<![^\u0000-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u024f])"
)
_SPACES = re.compile(r"[^\S ]\s*| \s+")  # any run of white space that is not just one plain space


def tidy(line: Located) -> Located:
    """One line or paragraph with plain single spaces, nothing unseen, and no white space at its ends."""
    return line.sub(_UNSEEN).sub(_SPACES, " ").strip()
