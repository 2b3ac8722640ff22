"""JSON text -> its objects, with the place in the file of every character of their strings."""

from __future__ import annotations

import json
import re
from array import array

from checker.articles.located import Located

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*")
_HIGH, _LOW, _END = 0xD800, 0xDC00, 0xE000  # UTF-16 surrogates, which JSON escapes pair up


def skip_space(raw: str, start: int) -> int:
    """The first place from `start` on that is not JSON white space."""
    match = _SPACE.match(raw, start)
    return match.end() if match else start


def decode_value(raw: str, start: int) -> tuple[object, int]:
    """The JSON value at `start` and its end; raises ValueError for what is not JSON, or nested too deep."""
    try:
        value, end = json.JSONDecoder().raw_decode(raw, start)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return value, end


def string_fields(raw: str, start: int, end: int) -> dict[str, Located]:
    """The fields of the JSON object raw[start:end] whose values are strings, by lower-case key."""
    fields: dict[str, Located] = {}
    depth, key = 0, ""
    for match in _TOKEN.finditer(raw, start, end):
        if match.group()[0] != '"':
            depth += 1 if match.group() in "{[" else -1
        elif depth == 1:
            text = located_string(raw, match.start(), match.end())
            if raw[skip_space(raw, match.end())] == ":":
                key = text.text.strip().lower()
            else:
                fields.setdefault(key, text)
    return fields


def located_string(raw: str, start: int, end: int) -> Located:
    """The text of the string literal raw[start:end], quotes included; an escape stands at its backslash."""
    text: list[str] = []
    at = array("i")
    last, high = start + 1, 0
    for match in _ESCAPE.finditer(raw, start + 1, end - 1):
        text.append(raw[last : match.start()])
        at.extend(range(last, match.start()))
        last = match.end()
        code = _code(match.group())
        if _HIGH <= code < _LOW and raw[last : last + 2] == "\\u":
            high = code
            continue
        if high and _LOW <= code < _END:
            code = 0x10000 + ((high - _HIGH) << 10) + (code - _LOW)
        text.append("\ufffd" if _HIGH <= code < _END else chr(code))
        at.append(match.start())
        high = 0
    text.append(raw[last : end - 1])
    at.extend(range(last, end - 1))
    return Located("".join(text), at)


def _code(escape: str) -> int:
    return int(escape[2:], 16) if escape[1] == "u" else ord(json.loads(f'"{escape}"'))
