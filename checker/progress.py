"""Progress bars on stderr: counts and time left, and nothing at all where stderr is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tqdm import tqdm

Progress = Callable[[str, int, int], None]

COUNTED = "{desc}: {n_fmt} of {total_fmt} |{bar}| {remaining} left"
SINGLE = "{desc} …"  # a stage of one step: a bar that stays at 0% would look stuck


class ProgressBar:
    """A callback `(stage, done, total)` that draws a bar per stage; leaving its context clears it."""

    def __init__(self, shown: bool | None = None) -> None:
        self.shown = sys.stderr.isatty() if shown is None else shown
        self._stage = ""
        self._bar: tqdm[Any] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a stage are done; a total of 0 means that it isn't known."""
        if not self.shown:
            return
        if stage != self._stage or self._bar is None:
            self._open(stage, total)
        assert self._bar is not None
        self._bar.total = total or None
        self._bar.update(done - self._bar.n)

    def _open(self, stage: str, total: int) -> None:
        from tqdm import tqdm  # imported late: `check --help` needs no bar

        self.close()
        self._stage = stage
        self._bar = tqdm(
            total=total or None,
            desc=stage,
            file=sys.stderr,
            leave=False,
            dynamic_ncols=True,
            bar_format=COUNTED if total > 1 else SINGLE,
        )

    def close(self) -> None:
        """Clear the bar."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
