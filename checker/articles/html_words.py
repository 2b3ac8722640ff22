"""The words a web page shows, each with its place in the HTML; tags, scripts and comments passed over."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator

from checker.articles.located import Located

_MARK = re.compile(
    r"<!--|<(script|style|noscript|template)\b|<[/!?A-Za-z]|&(?:#\w{1,8}|[A-Za-z]\w{1,30});?", re.IGNORECASE
)
_WORD = re.compile(r"\S+")


def visible_text(raw: str) -> Located:
    """Everything outside tags, entities decoded; a tag becomes a space unless words run through it."""
    text: list[str] = []
    at = array("i")
    place = 0
    for start, end, shown in _marks(raw):
        text.append(raw[place:start])
        at.extend(range(place, start))
        text.append(shown)
        at.extend([start] * len(shown))
        place = end
    text.append(raw[place:])
    at.extend(range(place, len(raw)))
    return Located("".join(text), at)


def words(text: str) -> Iterator[re.Match[str]]:
    """The stretches without white space."""
    return _WORD.finditer(text)


def _marks(raw: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each tag, comment, script or entity, and what a reader sees in its place."""
    place = 0
    while match := _MARK.search(raw, place):
        token = match.group().lower()
        if token[0] == "&":
            place = match.end()
            yield match.start(), place, html.unescape(match.group())
            continue
        if token == "<!--":
            place = _after(raw, "-->", match.end())
        elif match.group(1):
            place = _after(raw, ">", _closing(raw, match.group(1).lower(), match.end()))
        else:
            place = _after(raw, ">", match.end())
        yield match.start(), place, "" if _is_inline(raw, match.start()) else " "


_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "noscript", "template")}
_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|mark|q|small|span|strong|sub|sup|u)\b", re.IGNORECASE)


def _closing(raw: str, name: str, start: int) -> int:
    match = _CLOSING[name].search(raw, start)
    return match.end() if match else len(raw)


def _after(raw: str, mark: str, start: int) -> int:
    """The place after the next `mark`; the end of the page where there is none, as browsers have it."""
    found = raw.find(mark, start)
    return found + len(mark) if found >= 0 else len(raw)


def _is_inline(raw: str, start: int) -> bool:
    return bool(_INLINE.match(raw, start))
