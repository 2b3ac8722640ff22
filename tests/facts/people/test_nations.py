"""Which country is meant: by its name, its adjective or its capital."""

from __future__ import annotations

import pytest

from checker.facts.people.nations import nations_in


@pytest.mark.parametrize(
    ("words", "nations"),
    [
        ("the Sudanese army", {"sudan"}),
        ("South Sudanese forces", {"south sudan"}),
        ("aircraft from Sudan", {"sudan"}),
        ("Khartoum", {"sudan"}),
        ("Peruvian and Omani ships", {"peru", "oman"}),
        ("Kenyan police", {"kenya"}),
        ("Japanese officials", {"japan"}),
        ("British troops", {"united kingdom"}),
        ("Dutch and Danish ships", {"netherlands", "denmark"}),
        ("the armed forces", set()),
        ("a polish cloth", set()),
    ],
)
def test_nations(words: str, nations: set[str]) -> None:
    assert nations_in(words.split()) == nations
