"""Plain text -> paragraphs: parted by blank lines, and by line ends unless the file is hard-wrapped."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from checker.articles.characters import LINE_BREAK, tidy
from checker.articles.draft import Paragraph
from checker.articles.located import Located, concatenate

_WIDEST = 130  # characters; a file with longer lines was not wrapped by hand or by a mailer
_SLACK = 10  # a wrapped line ends at most this much before it had to


@dataclass(frozen=True, slots=True)
class _Line:
    body: Located
    gap: int  # blank lines before it

    def room_left(self, following: _Line, width: int) -> bool:
        """Whether the next line's first word would have fitted: then the line was ended on purpose."""
        return len(self.body) + 1 + len(following.body.text.split(" ", 1)[0]) <= width


def split_paragraphs(raw: Located) -> list[Paragraph]:
    """The paragraphs of a plain text, tidied, in order."""
    lines = _lines(raw)
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    open_lines: list[_Line] = []
    for i, line in enumerate(lines):
        open_lines.append(line)
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following and not following.gap and width and not line.room_left(following, width - _SLACK):
            continue
        paragraphs.append(Paragraph(_joined([each.body for each in open_lines]), open_lines[0].gap))
        open_lines = []
    return paragraphs


def _lines(raw: Located) -> list[_Line]:
    lines: list[_Line] = []
    gap = 0
    for line in raw.split(LINE_BREAK):
        body = tidy(line)
        if body.text:
            lines.append(_Line(body, gap))
        gap = 0 if body.text else gap + 1
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which a file was hard-wrapped, or 0: most lines end where the next word had no room."""
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap]
    if len(pairs) < 2:
        return 0
    width = max(len(line.body) for pair in pairs for line in pair)
    full = [after for line, after in pairs if not line.room_left(after, width - _SLACK)]
    inside = sum(after.body.text[0].islower() for after in full)
    if width > _WIDEST or len(full) < 0.7 * len(pairs) or inside < len(full) / 3:
        return 0
    return width


def _joined(lines: list[Located]) -> Located:
    """Lines of one paragraph, a space between; none after a hyphen that a word was broken at."""
    parts: list[Located] = []
    for line in lines:
        if parts and not (parts[-1].text[-1] == "-" and line.text[0].islower()):
            before = parts[-1].at[-1:]
            before[0] += 1
            parts.append(Located(" ", before))
        parts.append(line)
    return concatenate(parts)
