"""An open question is news once it is answered, and a conflict while it is answered already."""

from __future__ import annotations

from datetime import date

import pytest

from checker.claims import extract_claims
from checker.conflicts.settled import answered_later
from checker.facts import Cause, OpenQuestion
from checker.facts.statements.answered import compare_cause
from tests.conftest import alike, article

OPEN = "It was not clear what caused the fire in the mill."
ANSWER = "A gas leak caused the fire in the mill, the mayor said."


@pytest.mark.parametrize(
    ("opened", "answered", "expected"),
    [
        (date(2020, 5, 1), date(2020, 5, 2), 1.0),
        (date(2020, 5, 1), date(2020, 5, 1), 0.0),
        (date(2020, 5, 2), date(2020, 5, 1), 0.0),
        (None, date(2020, 5, 2), 0.0),
    ],
)
def test_answered_later(opened: date | None, answered: date | None, expected: float) -> None:
    one, other = article(OPEN, "a", published=opened), article(ANSWER, "b", published=answered)
    left, right = (extract_claims([a])[0] for a in (one, other))
    question = next(f for f in left.facts if isinstance(f, OpenQuestion))
    cause = next(f for f in right.facts if isinstance(f, Cause))
    row = compare_cause(question, cause, alike)
    assert row is not None
    assert answered_later(left, right, row, one, other) == expected
