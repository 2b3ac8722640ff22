"""CSV text -> rows of cells that know their place in the file (the standard reader forgets it)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.articles.located import Located

_DOUBLED = re.compile('""')
_DELIMITERS = ",;\t"


class CellError(ValueError):
    """A cell whose end can't be told."""


def find_delimiter(raw: str) -> str:
    """The delimiter that is most frequent in the first line; a comma when none is there."""
    header = raw.lstrip("\r\n").partition("\n")[0].partition("\r")[0]
    return max(_DELIMITERS, key=header.count)


def read_cells(raw: str, delimiter: str = ",") -> Iterator[list[Located]]:
    """The rows of a CSV file as RFC 4180 has them; blank lines are no rows.

    Raises CellError at a quote that is never closed where lines follow: which of them are rows nobody knows.
    """
    text = Located.of(raw)
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    quoted = re.compile(r'"([^"]*+(?:""[^"]*+)*+)(?P<close>"|\Z)')
    place, row = 0, list[Located]()
    while place < len(raw):
        match = quoted.match(raw, place)
        if match:
            rest = plain.match(raw, match.end())
            if not match["close"] and "\n" in match[1].strip():
                line = raw.count("\n", 0, match.start()) + 1
                raise CellError(f"the quotation mark in line {line} is never closed")
            stray = rest is not None and bool(rest.group().strip())  # a quotation mark in the cell: nothing is lost
            end = rest.end() if rest is not None and stray else match.end(1)
            row.append(_without_doubled_quotes(text.cut(match.start(1), end)))
        else:
            rest = plain.match(raw, place)
            row.append(text.cut(place, rest.end() if rest else place))
        place = rest.end() if rest else place
        if raw[place : place + 1] == delimiter:
            place += 1
            if place == len(raw):
                row.append(text.cut(place, place))
            continue
        place += 2 if raw.startswith("\r\n", place) else 1
        if len(row) > 1 or row[0].text.strip():
            yield row
        row = []
    if row:
        yield row


def _without_doubled_quotes(cell: Located) -> Located:
    return cell.sub(_DOUBLED, '"')
