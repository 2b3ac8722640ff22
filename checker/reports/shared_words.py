"""What is said of a claim that several articles make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.records import SharedClaim
from checker.reports.index import ReportIndex
from checker.reports.wording import probability_words

MOST_QUOTES: Final = 3  # sentences quoted per claim; of further ones the place is given


def shared_count(found: Sequence[SharedClaim]) -> str:
    """How many there are: "4 claims that several articles make, 3 of them independently: …"."""
    independent = sum(each.independent for each in found)
    claims = "1 claim" if len(found) == 1 else f"{len(found)} claims"
    return f"{claims} that several articles make, {independent} of them independently: not all from one text."


def shared_words(index: ReportIndex, shared: SharedClaim) -> str:
    """How sure it is that all say the same, for copies nothing; and what they dispute all the same."""
    disputed = index.disputed(shared)
    who = "both" if len(shared.claims) == 2 else f"all {len(shared.claims)}"
    main = " in the main" if disputed else ""
    sure = f"; {probability_words(shared.probability)} that {who} say the same{main}" if shared.independent else ""
    about = "; ".join(dict.fromkeys(group.item or group.kind for group in disputed))
    return f"{sure}, but not about: {about}" if disputed else sure
