"""Reader of .md: front matter for the metadata, Markdown marks out, the words where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.articles.characters import LINE_BREAK, tidy
from checker.articles.draft import Draft, Paragraph
from checker.articles.fields import meta_of, title_of
from checker.articles.located import Located, join, line_starts

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+|$)|[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]+\]:[ \t]*\S+.*$")
_QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_MARKS = (  # in this order: what stands inside a mark may carry the next one
    re.compile(r"<!--[^<>\n]*-->|</?[A-Za-z][^<>\n]*>"),
    re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"),
    re.compile(r"(?<![\\!])\[(?=[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\]))"),
    re.compile(r"\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"),
    re.compile(r"(?<![\\\w*])\*{1,3}(?=[^\s*][^*\n]*\*)|(?<=[^\s*\\])\*{1,3}(?![\w*])"),
    re.compile(r"(?<![\\\w_])_{1,3}(?=[^\s_][^_\n]*_)|(?<=[^\s_\\])_{1,3}(?![\w_])"),
    re.compile(r"`+|~~"),
    re.compile(r"\\(?=[!-/:-@\[-`{-~])"),
)


def read_markdown(raw: str, path: str) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    fields, body = _front_matter(raw)
    paragraphs = [block for block in _blocks(Located.of(raw).cut(body)) if block.text]
    title = title_of(fields)
    yield Draft(path, path, paragraphs, line_starts(raw), title, meta_of(fields))


def _front_matter(raw: str) -> tuple[dict[str, Located], int]:
    """The `key: value` lines between two `---` lines at the top, and where the text begins."""
    opening = _FRONT.match(raw)
    if not opening:
        return {}, 0
    fields: dict[str, Located] = {}
    start = opening.end()
    for line in Located.of(raw).cut(start).split(re.compile(r"\r\n|\n")):
        text = line.text.rstrip()
        if text in ("---", "..."):
            return fields, start + len(line.text)
        key, colon, value = text.partition(":")
        if colon and value.strip():
            stripped = line.cut(len(key) + 1).strip()
            quoted = len(stripped) > 1 and stripped.text[0] in "\"'" and stripped.text[-1] == stripped.text[0]
            fields[key.strip().lower()] = stripped.cut(1, -1) if quoted else stripped
        start += len(line.text) + (2 if raw.startswith("\r\n", start + len(line.text)) else 1)
    return {}, 0  # never closed: it was a rule, not front matter


def _blocks(raw: Located) -> Iterator[Paragraph]:
    """Paragraphs, headings and list items; lines of one paragraph are joined, as Markdown does."""
    lines: list[Located] = []
    gap = between = 0
    for line in raw.split(LINE_BREAK):
        body, ends_before, ends_after = _line(line)
        if (ends_before or not body.text) and lines:
            yield Paragraph(join(lines, " "), gap)
            lines, between = [], 0
        if body.text:
            gap = gap if lines else between
            lines.append(body)
            between = 0
        else:
            between += 1
        if ends_after and lines:
            yield Paragraph(join(lines, " "), gap)
            lines, between = [], 0
    if lines:
        yield Paragraph(join(lines, " "), gap)


def _line(line: Located) -> tuple[Located, bool, bool]:
    """A line without its marks; whether it starts a paragraph of its own, and whether it ends one."""
    if any(mark.match(line.text) for mark in (_RULE, _UNDERLINE, _FENCE, _DEFINITION)):
        return line.cut(0, 0), True, True
    line = line.sub(_QUOTE)
    heading, item = bool(_HEADING.match(line.text)), bool(_ITEM.match(line.text))
    line = line.sub(_HEADING) if heading else line.sub(_ITEM)
    for pattern in _MARKS:
        line = line.sub(pattern)
    return tidy(line), heading or item, heading
