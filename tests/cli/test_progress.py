"""Progress: counts and time left in a terminal, nothing anywhere else."""

from __future__ import annotations

import io
import sys
import time

import pytest

from checker.progress import ProgressBar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    """What a run of two stages draws."""
    monkeypatch.setattr(sys, "stderr", stream)
    with ProgressBar() as progress:
        progress("models", 0, 1)
        for done in range(4):
            time.sleep(0.11)  # a bar is drawn ten times a second at most
            progress("claims", done, 3)
    return stream.getvalue()


def test_counts_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = drawn(monkeypatch, Terminal())
    assert "models …" in shown
    assert "claims: 3 of 3 |" in shown
    assert "left" in shown
    assert shown.rstrip(" \r") == shown.rstrip(" \r\n"), "the last bar is cleared"


def test_nothing_when_stderr_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, io.StringIO()) == ""


def interrupted() -> None:
    """A stage that ends with Ctrl-C."""
    with ProgressBar() as progress:
        progress("claims", 0, 3)
        raise KeyboardInterrupt


def test_an_error_clears_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "claims" in stream.getvalue()
    assert stream.getvalue().endswith("\r")
