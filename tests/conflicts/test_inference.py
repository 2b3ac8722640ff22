"""Which claims the NLI model is asked about."""

from __future__ import annotations

import pytest

from checker.conflicts.inference import _stands_alone


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The government welcomed the deal.", True),
        ("when it went dark over the lake", False),
        ("Two supervisors remain.", False),
        ("“As we said, nobody was hurt,” she said.", False),
        ("that officers had fired rubber bullets", True),
    ],
)
def test_only_what_stands_alone(text: str, alone: bool) -> None:
    assert _stands_alone(text) == alone
