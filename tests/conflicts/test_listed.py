"""The same things listed in two orders."""

from __future__ import annotations

import pytest

from checker.conflicts.listed import listed_otherwise


@pytest.mark.parametrize(
    ("left", "right", "items"),
    [
        (
            "Marsh is charged with theft, fraud and arson.",
            "He was charged with arson, theft and fraud.",
            ("theft", "arson"),
        ),
        (
            "The fleet calls at Lisbon, Porto and Vigo.",
            "Vigo, Porto and Lisbon are on the way of the fleet.",
            ("Porto", "Vigo"),
        ),
        ("Ann Reed and Tom Bell came first.", "Tom Bell and Ann Reed were late.", ("Ann Reed", "Tom Bell")),
        ("Marsh is charged with theft, fraud and arson.", "Marsh is charged with theft, fraud and murder.", None),
        ("Jo Marsh, the mayor, opened the bridge.", "The mayor, Jo Marsh, closed the bridge.", None),
        ("Reed came first and Bell second.", "Bell came first and Reed second.", None),
        ("The ferry sank.", "The ferry did not sink.", None),
        ("Reed, " * 60 + "Bell and Ford.", "Bell and Reed and Ford.", None),
    ],
)
def test_items_in_another_order(left: str, right: str, items: tuple[str, str] | None) -> None:
    assert listed_otherwise(left, right) == items
