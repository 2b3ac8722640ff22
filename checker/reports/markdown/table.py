"""Markdown tables: pandas holds the rows, tabulate writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
from tabulate import tabulate


def table(rows: Sequence[Sequence[str]], head: Sequence[str], right: Sequence[str] = ()) -> str:
    """A GitHub table; cells are Markdown already. `right` names the columns that are aligned to the right.

    The last column isn't padded: it holds the long quotes, and a pager would wrap the padding.
    """
    frame = pd.DataFrame([list(row) for row in rows], columns=list(head), dtype=object)
    align = ["right" if name in right else "left" for name in head]
    text = tabulate(
        frame.to_numpy().tolist(),
        headers=list(frame.columns),
        tablefmt="pipe",
        colalign=align,
        disable_numparse=True,
    )
    lines = [re.sub(r" +\|$", " |", line) for line in text.splitlines()]
    lines[1] = re.sub(r"(?<=\|)(:?)-+(:?)\|$", r"\1---\2|", lines[1])
    return "\n".join(lines)
