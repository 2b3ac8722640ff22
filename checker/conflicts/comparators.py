"""Comparators: each looks at claim pairs, a block at a time, and says agree, differ, contradict, or nothing.

Nothing means *not comparable*, which is never a disagreement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, Protocol

from checker.conflicts.saying import compare_speakers
from checker.conflicts.substitution import compare_wording
from checker.facts import (
    Age,
    Bearing,
    Cause,
    Company,
    Conditions,
    Day,
    Deed,
    Fact,
    Fate,
    Judgment,
    Naming,
    Occurrence,
    OpenQuestion,
    Ordinal,
    Penalty,
    Place,
    Polarity,
    Quantity,
    Role,
    Route,
    Setting,
    Shore,
    Similar,
    Site,
    Tally,
    Within,
)
from checker.facts.deeds import conditions, denial, doer, judgment, penalty, polarity
from checker.facts.people import company, fate, person
from checker.facts.places import bearing, place, route, shore, site, within
from checker.facts.quantities import age, occurrence, ordinal, quantity, tally
from checker.facts.statements import answered, setting
from checker.facts.times import date
from checker.records import ClaimPair, Comparison, Verdict

Compare = Callable[[Any, Any, Similar], Comparison | None]


class Comparator(Protocol):
    """What the conflicts stage asks of a rule: one list of comparisons per pair, in the order of the pairs."""

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """The comparisons of each pair; an empty list where the rule has nothing to compare."""
        ...


# Which facts are compared with which. An unequal pair is asked in the order given, mirrored where needed.
RULES: tuple[tuple[type[Fact], type[Fact], Compare], ...] = (
    (Quantity, Quantity, quantity.compare),
    (Age, Age, age.compare),
    (Ordinal, Ordinal, ordinal.compare),
    (Ordinal, Quantity, ordinal.compare_count),
    (Occurrence, Occurrence, occurrence.compare),
    (Tally, Tally, tally.compare),
    (Day, Day, date.compare),
    (Place, Place, place.compare),
    (Site, Site, site.compare),
    (Shore, Shore, shore.compare),
    (Bearing, Bearing, bearing.compare),
    (Within, Within, within.compare),
    (Route, Route, route.compare),
    (Role, Role, person.compare),
    (Setting, Setting, setting.compare),
    (Polarity, Polarity, polarity.compare),
    (OpenQuestion, Cause, answered.compare_cause),
    (OpenQuestion, Naming, answered.compare_naming),
    (OpenQuestion, Quantity, answered.compare_count),
    (OpenQuestion, Polarity, answered.compare_statement),
    (Deed, Deed, doer.compare),
    (Deed, Deed, denial.compare),
    (Fate, Fate, fate.compare),
    (Quantity, Fate, fate.compare_none),
    (Company, Company, company.compare),
    (Conditions, Conditions, conditions.compare),
    (Penalty, Penalty, penalty.compare),
    (Judgment, Judgment, judgment.compare),
)


class TypedFacts:
    """Compares the facts of two claims, type by type."""

    def __init__(self, similar: Similar) -> None:
        self._similar = similar

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """The comparisons of each pair; of the same rule and verdict only the strongest is kept."""
        return [strongest(self._compare(pair)) for pair in pairs]

    def _compare(self, pair: ClaimPair) -> list[Comparison]:
        rows: list[Comparison] = []
        for one, other, compare in RULES:
            rows.extend(self._rule(pair.left.facts, pair.right.facts, one, other, compare))
            if one is not other:
                rows.extend(map(mirrored, self._rule(pair.right.facts, pair.left.facts, one, other, compare)))
        return rows

    def _rule(
        self, left: Sequence[Fact], right: Sequence[Fact], one: type[Fact], other: type[Fact], compare: Compare
    ) -> list[Comparison]:
        """One fact is compared with its best partner only: "five dead, seven hurt" against the like is two rows."""
        candidates = []
        for a, b in product((f for f in left if isinstance(f, one)), (f for f in right if isinstance(f, other))):
            row = compare(a, b, self._similar)
            if row is not None:
                candidates.append((row.verdict is Verdict.AGREE, row.strength, -a.start, -b.start, row, a, b))
        candidates.sort(key=lambda c: c[:4], reverse=True)
        rows, used_left, used_right = [], set(), set()
        for *_, row, a, b in candidates:
            if a in used_left or b in used_right:
                continue
            used_left.add(a)
            used_right.add(b)
            rows.append(row)
        return rows


class Wording:
    """Compares sentences that are alike but for a word or two, and says what kind of thing was exchanged."""

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """At most one comparison per pair; none within an article, where like sentences are captions and lists."""
        return [[] if pair.internal else _worded(pair) for pair in pairs]


def _worded(pair: ClaimPair) -> list[Comparison]:
    row = compare_wording(pair.left, pair.right) or compare_speakers(pair.left, pair.right)
    return [row] if row is not None else []


def mirrored(row: Comparison) -> Comparison:
    """The same comparison with its sides exchanged."""
    from dataclasses import replace

    return replace(
        row, left_value=row.right_value, right_value=row.left_value, left_mark=row.right_mark, right_mark=row.left_mark
    )


def strongest(rows: Sequence[Comparison]) -> list[Comparison]:
    """Of the rows with one rule and verdict the strongest, so that one disagreement is one row."""
    best: dict[tuple[str, Verdict, str], Comparison] = {}
    for row in rows:
        key = (row.rule, row.verdict, row.item)
        if key not in best or row.strength > best[key].strength:
            best[key] = row
    return [best[k] for k in sorted(best)]
