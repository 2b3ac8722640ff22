"""Text in which every character knows where it stands in the file it came from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.records import OffsetRun


@dataclass(frozen=True, slots=True)
class Located:
    """`text`, and for each of its characters its offset in the decoded file; `at` never falls in a .txt."""

    text: str
    at: array[int]

    @classmethod
    def of(cls, raw: str, start: int = 0) -> Located:
        """`raw` as it stands in the file from offset `start` on."""
        return cls(raw, array("i", range(start, start + len(raw))))

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Located:
        """The stretch [start, end)."""
        return Located(self.text[start:end], self.at[start:end])

    def strip(self) -> Located:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def sub(self, pattern: re.Pattern[str], replacement: str = "") -> Located:
        """Each match replaced by a literal; what is put in stands where the match stood."""
        parts: list[Located] = []
        last = 0
        for match in pattern.finditer(self.text):
            parts.append(self.cut(last, match.start()))
            if replacement and match.end() > match.start():
                places = range(match.start(), match.start() + len(replacement))
                parts.append(Located(replacement, array("i", (self.at[min(i, match.end() - 1)] for i in places))))
            last = match.end()
        return concatenate([*parts, self.cut(last)]) if parts else self

    def split(self, pattern: re.Pattern[str]) -> Iterator[Located]:
        """The stretches between the matches of a pattern that never matches nothing."""
        last = 0
        for match in pattern.finditer(self.text):
            yield self.cut(last, match.start())
            last = match.end()
        yield self.cut(last)

    def runs(self) -> tuple[OffsetRun, ...]:
        """The offsets as the fewest runs in which text and file advance together."""
        runs = [OffsetRun(0, self.at[0] if self.at else 0)]
        before = runs[0].original - 1
        for i, place in enumerate(self.at):
            if place != before + 1 and i:
                runs.append(OffsetRun(i, place))
            before = place
        return tuple(runs)


def concatenate(parts: Iterable[Located]) -> Located:
    """The parts one after another, nothing between them."""
    at = array("i")
    texts: list[str] = []
    for part in parts:
        texts.append(part.text)
        at.extend(part.at)
    return Located("".join(texts), at)


def join(parts: Iterable[Located], separator: str) -> Located:
    """The parts with a separator between; it stands right after the part before it, not past the next."""
    pieces: list[Located] = []
    for part in parts:
        if pieces and len(part):
            end = pieces[-1].at[-1]
            places = (min(end + 1 + i, max(end, part.at[0])) for i in range(len(separator)))
            pieces.append(Located(separator, array("i", places)))
        if len(part):
            pieces.append(part)
    return concatenate(pieces)


_LINE_END = re.compile(r"\r\n|\n|\r")


def line_starts(raw: str) -> tuple[int, ...]:
    """The offset at which each line of a file starts, counted as editors count lines."""
    return (0, *(match.end() for match in _LINE_END.finditer(raw)))
