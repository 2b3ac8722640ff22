"""Article text inside Markdown: shown as it stands, whatever it holds.

Only what Markdown or GitHub would act on is escaped, so that a quote stays readable in a plain pager as well.
"""

from __future__ import annotations

import re

from checker.records import Mark
from checker.reports.printable import around_mark, printable

_ALWAYS = re.compile(r"[\\`*\[\]<|~]|#$")
_WORD = r"[^\W_]"
# an underscore inside a word (file_name) is inert; at the rim of a word it would begin or end emphasis
_UNDERSCORE = re.compile(rf"(?<!{_WORD})_|_(?!{_WORD})")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|(?<![a-z0-9])(www)(\.)")
# what begins a block where it stands at the start of a line: a quote, a heading, a list
_BLOCK = re.compile(r"^(?:>|[-+=#]+(?=\s|$))")
_NUMBERED = re.compile(r"^(\d+)(?=[.)](?:\s|$))")
_MENTION = re.compile(r"@(?=\w)")


def escape(text: str) -> str:
    """`text` on one line as Markdown that renders to `printable(text)`: no markup, link or mention."""
    shown = _ALWAYS.sub(r"\\\g<0>", printable(text))
    shown = _UNDERSCORE.sub(r"\\_", shown)
    shown = _ENTITY.sub(r"\\&", shown)
    shown = _LINK.sub(lambda m: f"{m[1]}\\:" if m[1] else f"{m[3]}\\.", shown)
    shown = _MENTION.sub(r"\\@", shown)
    # GitHub reads "$4 million and $2" as a formula; one dollar sign alone is left as it is
    return shown.replace("$", r"\$") if shown.count("$") > 1 else shown


def escape_line(text: str) -> str:
    """`escape` for text that begins a line or a list item."""
    shown = _BLOCK.sub(r"\\\g<0>", escape(text))
    return _NUMBERED.sub(r"\1\\", shown)


def quote(text: str, mark: Mark | None = None) -> str:
    """A sentence with its marked stretch in bold."""
    before, value, after = around_mark(text, mark)
    if not printable(value):
        return escape(text)
    # pieces are escaped apart but a second dollar sign counts over the whole sentence
    before, value, after = (_dollars(piece, text) for piece in (before, value, after))
    opening, closing = ("**", "**") if _opens(before, value) and _closes(value, after) else ("<b>", "</b>")
    return f"{before}{opening}{value}{closing}{after}"


def code(text: str) -> str:
    """`text` as a code span; a pipe is escaped too, because a code span in a table doesn't protect it."""
    shown = printable(text).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading (its text as rendered)."""
    return re.sub(r"[^\w\- ]", "", printable(heading).lower()).replace(" ", "-")


def _dollars(piece: str, whole: str) -> str:
    shown = escape(piece)
    if whole.count("$") > 1 and piece.count("$") == 1:
        shown = shown.replace("$", r"\$")
    left = " " if piece[:1].isspace() and shown else ""
    right = " " if piece[-1:].isspace() and shown else ""
    return f"{left}{shown}{right}"


def _opens(before: str, value: str) -> bool:
    """Whether "**" before `value` opens bold text: punctuation may not follow a letter directly."""
    return value[0].isalnum() or not before or before[-1].isspace()


def _closes(value: str, after: str) -> bool:
    return value[-1].isalnum() or not after or after[0].isspace()
