"""When a claim's event was: two sentences of other times tell of two events."""

from __future__ import annotations

from datetime import date

import pytest

from checker.claims import extract_claims
from checker.conflicts.moments import moment_of, other_time
from tests.conftest import article

DAY = date(2013, 7, 3)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The 2004 tsunami killed many.", "In April last year a quake struck the coast.", True),
        ("The 2012 flood hit the town.", "In April last year a flood struck the town.", False),
        ("Nine years ago a tsunami hit the coast.", "The 2004 tsunami killed many.", False),
        ("Nine years ago a tsunami hit the coast.", "The 1998 tsunami killed many.", True),
        ("Many years ago a tsunami hit the coast.", "The 2004 tsunami killed many.", False),
        ("A quake struck the coast on Tuesday.", "In April last year a quake struck the coast.", True),
        ("A quake struck the coast on Tuesday.", "A quake shook the coast.", False),
    ],
)
def test_other_times(left: str, right: str, apart: bool) -> None:
    articles = article(left, "a", published=DAY), article(right, "b", published=DAY)
    one, other = (moment_of(extract_claims([a])[0], a) for a in articles)
    assert bool(other_time(one, other)) == apart
    assert bool(other_time(other, one)) == apart


def test_the_year_right_before_a_clause_is_the_clause_s() -> None:
    told = article("The conflict is not on the scale of 2019, when 970 flights were cancelled in two days.", "a")
    clause = next(c for c in extract_claims([told]) if "970 flights" in c.text and "conflict" not in c.text)
    assert moment_of(clause, told).years == {2019}
