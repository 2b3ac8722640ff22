"""Reader of .csv: a header line, then one article a row."""

from __future__ import annotations

from collections.abc import Iterator

from checker.articles.csv_cells import CellError, find_delimiter, read_cells
from checker.articles.draft import Draft
from checker.articles.fields import TEXT
from checker.articles.located import line_starts
from checker.articles.rows import bad_row, draft_row
from checker.records import Skipped


def read_csv(raw: str, path: str) -> Iterator[Draft | Skipped]:
    """One article a row; rows count from 1 below the header."""
    try:
        yield from _rows(raw, path)
    except CellError as error:
        yield Skipped(path, f"not read from there on: {error}")


def _rows(raw: str, path: str) -> Iterator[Draft | Skipped]:
    rows = read_cells(raw, find_delimiter(raw))
    names = [cell.text.strip().lower() for cell in next(rows, [])]
    if not set(names) & set(TEXT):
        yield Skipped(path, f"no column with the text (looked for {', '.join(TEXT)})")
        return
    starts = line_starts(raw)
    for number, cells in enumerate(rows, 1):
        if len(cells) > len(names):
            many = f"{len(cells)} cells, but the header names {len(names)} columns"
            yield bad_row(path, number, f"{many}; put text with commas in quotation marks")
        else:
            yield draft_row(dict(zip(names, cells, strict=False)), path, number, starts)
