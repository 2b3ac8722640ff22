"""Which of the lines at the top is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.articles.draft import Paragraph

_LONGEST = 200  # characters
_MOST = 30  # words
_HEAD = 6  # lines among which a headline is looked for
_STOP = re.compile(r"(?<![A-Z])\.[”\"’')]*$|[,;:]$|\.\.\.$|…$")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTES = str.maketrans("‘’“”`–—", "''\"\"'--")


def looks_like_headline(text: str) -> bool:
    """Short, with letters, and not ending as a sentence of running text does."""
    short = len(text) <= _LONGEST and text.count(" ") < _MOST
    return short and bool(_LETTER.search(text)) and not _STOP.search(text)


def find_headline(paragraphs: Sequence[Paragraph], furniture_above: bool) -> int | None:
    """The index of the headline among the paragraphs left after furniture, or None.

    Of several short lines at the top it is the one that stands there twice; else the first that has more
    words than a section's name and is not set off from the article like a picture's description.
    """
    head: list[int] = []
    for i, paragraph in enumerate(paragraphs[:_HEAD]):
        if not looks_like_headline(paragraph.text):
            break
        head.append(i)
    if not head or len(paragraphs) < 2:
        return None
    keys = [same_words(paragraph.text) for paragraph in paragraphs[:_HEAD]]
    if doubled := [i for i in head if keys.count(keys[i]) > 1]:
        return doubled[0]
    if len(head) == len(paragraphs):
        head = head[:-1]  # a text of short lines only: its last is not a headline
    named = [i for i in head if paragraphs[i].text.count(" ") >= 2]
    if len(named) > 1 and furniture_above and _is_set_off(paragraphs, named[0]):
        return named[1]
    return named[0] if named else head[0] if " " in paragraphs[head[0]].text else None


def _is_set_off(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """More blank lines below it than the article has between its paragraphs."""
    gaps = sorted(paragraph.gap for paragraph in paragraphs[i + 2 :])
    usual = gaps[len(gaps) // 2] if gaps else 1
    return paragraphs[i + 1].gap > usual


def same_words(text: str) -> str:
    """A key that is equal for lines that differ in case, spaces and kind of quotation mark only."""
    return " ".join(text.casefold().translate(_QUOTES).split())
