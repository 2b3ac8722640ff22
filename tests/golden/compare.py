"""Whole outputs kept in files; a change of them is a diff that somebody reviews.

`make golden` (UPDATE_GOLDEN=1 and the tests that use them) writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, text: str) -> None:
    """Compare `text` with tests/golden/<name>, or write it there under UPDATE_GOLDEN."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path} is missing: make golden"
    assert text == path.read_text(encoding="utf-8"), f"{path} differs: make golden, and review the diff"
