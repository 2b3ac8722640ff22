"""Readers of .json (an object, a list, or {"articles": [...]}) and .jsonl (one object a line)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.articles.draft import Draft
from checker.articles.json_strings import decode_value, skip_space, string_fields
from checker.articles.located import line_starts
from checker.articles.rows import bad_row, draft_row
from checker.records import Skipped

_LINE = re.compile(r"[^\n]+")
_LIST_KEY = re.compile(r'"articles"\s*:\s*\[')


def read_jsonl(raw: str, path: str) -> Iterator[Draft | Skipped]:
    """One article a line; blank lines don't count as rows."""
    starts = line_starts(raw)
    row = 0
    for line in _LINE.finditer(raw):
        if not line.group().strip():
            continue
        row += 1
        text = line.group().rstrip()
        start = skip_space(text, 0)
        try:
            value, end = decode_value(text, start)
        except ValueError:
            yield bad_row(path, row, "not valid JSON")
            continue
        if end < len(text):
            yield bad_row(path, row, "not valid JSON")
        elif not isinstance(value, dict):
            yield bad_row(path, row, "not a JSON object")
        else:
            fields = string_fields(raw, line.start() + start, line.start() + end)
            yield draft_row(fields, path, row, starts)


def read_json(raw: str, path: str) -> Iterator[Draft | Skipped]:
    """An article, a list of articles, or an object whose "articles" is such a list."""
    start = skip_space(raw, 0)
    if raw[start : start + 1] == "[":
        yield from _elements(raw, start, path, whole=True)
        return
    try:
        value, end = decode_value(raw, start)
    except ValueError as error:
        yield Skipped(path, f"not valid JSON ({error})")
        return
    if not isinstance(value, dict):
        yield Skipped(path, "not a JSON object or list")
    elif isinstance(value.get("articles"), list):
        yield from _elements(raw, _opening(raw, value["articles"]), path)
    else:
        yield draft_row(string_fields(raw, start, end), path, None, line_starts(raw))
    yield from _rest(raw, end, path)


def _opening(raw: str, articles: list[object]) -> int:
    """Where the list opens: the first of that name with these elements, for another may stand deeper in the object."""
    places = [match.end() - 1 for match in _LIST_KEY.finditer(raw)]
    return next((place for place in places if decode_value(raw, place)[0] == articles), places[0])


def _rest(raw: str, end: int, path: str) -> Iterator[Skipped]:
    """A row for what stands behind the value, where there is anything."""
    rest = skip_space(raw, end)
    if rest < len(raw):
        line = raw.count("\n", 0, rest) + 1
        yield Skipped(path, f"not read from line {line} on: one JSON value ends there (one a line is .jsonl)")


def _elements(raw: str, opening: int, path: str, whole: bool = False) -> Iterator[Draft | Skipped]:
    """The articles of the list that opens at `opening`; after a syntax error the rest can't be told apart.

    `whole`: the list is all that the file should hold.
    """
    starts = line_starts(raw)
    place = skip_space(raw, opening + 1)
    row = 0
    while raw[place : place + 1] != "]":
        row += 1
        try:
            value, end = decode_value(raw, place)
        except ValueError as error:
            yield bad_row(path, row, f"not valid JSON ({error}); nothing after it was read")
            return
        if isinstance(value, dict):
            yield draft_row(string_fields(raw, place, end), path, row, starts)
        else:
            yield bad_row(path, row, "not a JSON object")
        place = skip_space(raw, end)
        if raw[place : place + 1] == ",":
            place = skip_space(raw, place + 1)
        elif raw[place : place + 1] != "]":
            yield bad_row(path, row + 1, "not valid JSON; nothing from here on was read")
            return
    if whole:
        yield from _rest(raw, place + 1, path)
