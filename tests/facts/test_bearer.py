"""Who a deed befell or who did it, and whether two of them can be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checker.facts.bearer import SUBJECT, Bearer, another, bearer_of


@pytest.mark.parametrize(
    ("text", "verb", "names", "age"),
    [
        ("Ann Reed died after falling 60 metres.", "falling", {"ann", "reed"}, 0),
        ("The club placed Paul Thorne on the list.", "placed", {"paul", "thorne"}, 0),
        ("Paul Thorne was placed on the list by the club.", "placed", {"paul", "thorne"}, 0),
        ("A 36-year-old man fell 60 metres.", "fell", set(), 36),
        ("Ann Reed said that it fell.", "said", set(), 0),
        ("The day after the race a climber, 31-year-old Tom Bell, slipped on ice.", "slipped", {"tom", "bell"}, 31),
    ],
)
def test_bearer(parse: Callable[[str], Any], text: str, verb: str, names: set[str], age: int) -> None:
    token = next(t for t in parse(text) if t.text == verb)
    found = bearer_of(token)
    assert (found.names, found.age) == (frozenset(names), age)


def test_the_subject_where_it_is_asked_for(parse: Callable[[str], Any]) -> None:
    token = next(t for t in parse("Manning threw the ball to Dana Lee.") if t.text == "threw")
    assert bearer_of(token, SUBJECT).names == {"manning"}


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        (Bearer(frozenset({"rait"})), Bearer(frozenset({"raite", "duncan"})), False),
        (Bearer(frozenset({"rait"})), Bearer(frozenset({"buckley"})), True),
        (Bearer(frozenset({"un"})), Bearer(frozenset({"united", "nations"})), False),
        (Bearer(frozenset({"rait"})), Bearer(), False),
        (Bearer(age=36), Bearer(age=32), True),
        (Bearer(age=36), Bearer(age=35), False),
        (Bearer(nations=frozenset({"chile"})), Bearer(nations=frozenset({"peru"})), True),
    ],
)
def test_two_persons(left: Bearer, right: Bearer, two: bool) -> None:
    assert another(left, right) is two
    assert another(right, left) is two
