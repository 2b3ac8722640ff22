"""Do two sentences, each from another article, tell of the same event?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.models.onnx_cross_encoder import load_onnx_cross_encoder, softmax

DEFAULT_SAME_EVENT = "bundled"
"""The model that comes with the package, in checker/models/same_event; see its MODEL_CARD.md."""

LABELS = ("other_event", "same_event")


class SameEventModel(Protocol):
    """What the pipeline asks of a same-event model."""

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probability (pairs,) that both sentences tell of one event, 0 to 1; (a, b) and (b, a) get the
        same."""
        ...


class SameEventCrossEncoder:
    """A cross-encoder of two labels asked in both directions, as a SameEventModel."""

    def __init__(self, logits: Any, same: int, temperature: float = 1.0) -> None:
        self._logits = logits
        self._same = same
        self._temperature = temperature

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probability (pairs,) that both sentences tell of one event, 0 to 1; (a, b) and (b, a) get the
        same."""
        if not pairs:
            return np.zeros(0, dtype=np.float32)
        # The pair is put into one order before it is asked, so that its mirror costs nothing and differs in
        # nothing.
        ordered = [(left, right) if left <= right else (right, left) for left, right in pairs]
        logits = np.asarray(self._logits(ordered), dtype=np.float32)
        return np.asarray(softmax(logits / self._temperature)[:, self._same], dtype=np.float32)


def load_same_event(name: str = DEFAULT_SAME_EVENT, *, threads: int | None = None) -> SameEventCrossEncoder:
    """The bundled same-event model, or another one from a folder with model.onnx.

    Raises ModelError if the model is missing or damaged, or has other labels.
    """
    folder = Path(__file__).parent / "same_event" if name == DEFAULT_SAME_EVENT else Path(name)
    runner = load_onnx_cross_encoder(folder, threads=threads)
    known = {label: index for index, label in runner.id2label.items()}
    if set(known) != set(LABELS):
        given = ", ".join(sorted(known)) or "none"
        raise ModelError(f"{folder} is no same-event model: its labels are {given}; they must be {', '.join(LABELS)}.")
    return SameEventCrossEncoder(runner.logits, known["same_event"], runner.temperature)
