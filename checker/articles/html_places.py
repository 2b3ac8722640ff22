"""Lines of text extracted from a web page -> the same lines, every word at its place in the page's HTML."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.articles.html_words import visible_text, words
from checker.articles.located import Located

_KEY = 3  # words by which a line is found again
_AHEAD = 40  # words that may be passed over inside a line (a link or an advertisement in between)


class PageWords:
    """The words of a page in order, and where each run of a few words starts."""

    def __init__(self, raw: str) -> None:
        page = visible_text(raw)
        body = raw.lower().find("<body")
        self.words: list[str] = []
        self.places: list[array[int]] = []
        for match in words(page.text):
            self.words.append(match.group())
            self.places.append(page.at[match.start() : match.end()])
        self._body = sum(1 for place in self.places if place[0] < body)  # the head repeats the title
        self._starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for size in range(1, _KEY + 1):
            for i in range(len(self.words) - size + 1):
                self._starts[tuple(self.words[i : i + size])].append(i)

    def locate(self, lines: Sequence[str]) -> Iterator[Located]:
        """The lines, located one after another; a line that stands earlier in the page is found there."""
        cursor = self._body
        for line in lines:
            found, cursor = self._locate(line, cursor)
            yield found

    def _locate(self, line: str, cursor: int) -> tuple[Located, int]:
        tokens = list(words(line))
        at = array("i", [-1]) * len(line)
        i = self._start([token.group() for token in tokens], cursor)
        first = i
        for token in tokens:
            ahead = self._starts.get((token.group(),), [])
            k = bisect_left(ahead, i)
            if k < len(ahead) and ahead[k] - i <= _AHEAD:
                i = ahead[k]
                at[token.start() : token.end()] = self.places[i]
                i += 1
        return Located(line, _filled(at, self.places[first][0] if first < len(self.places) else 0)), max(i, cursor)

    def _start(self, tokens: list[str], cursor: int) -> int:
        """Where a line starts in the page, by its first words that are there: after the cursor if it can."""
        for skip in range(min(len(tokens), 10)):
            for size in range(min(_KEY, len(tokens) - skip), 0, -1):
                if size < _KEY and len(tokens) >= _KEY and skip < 9:
                    continue
                starts = self._starts.get(tuple(tokens[skip : skip + size]), [])
                if starts:
                    k = bisect_left(starts, cursor)
                    return starts[k if k < len(starts) else 0]
        return cursor


def _filled(at: array[int], before: int) -> array[int]:
    """Places for the characters that were not found: right after the character before them."""
    for i, place in enumerate(at):
        if place < 0:
            at[i] = before
        before = at[i] + 1 if place >= 0 else before
    return at
