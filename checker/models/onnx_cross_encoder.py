"""A cross-encoder from a folder that `onnx_folder` opens: pairs of sentences -> logits.

config.json also holds id2label and temperature (logits are divided by it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.models.onnx_folder import OnnxModel, open_onnx


@dataclass(frozen=True, slots=True)
class OnnxCrossEncoder:
    """Pairs of sentences -> logits; made by `load_onnx_cross_encoder`."""

    model: OnnxModel
    id2label: Mapping[int, str]
    temperature: float

    @property
    def version(self) -> str:
        """The model's own version."""
        return str(self.model.config["version"])

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Raw scores (pairs, labels), before temperature, in the model's own label order."""
        scores = np.zeros((len(pairs), len(self.id2label)), dtype=np.float32)
        for place, row in enumerate(self.model.answers(pairs, "logits")):
            scores[place] = row
        return scores


def load_onnx_cross_encoder(folder: Path, *, threads: int | None = None) -> OnnxCrossEncoder:
    """The model in a folder, for `threads` pairs at a time or one per core.

    Raises ModelError, one line, if a file is missing, damaged or of another kind.
    """
    model = open_onnx(folder, ("id2label", "temperature"), threads=threads)
    temperature = model.config["temperature"]
    if not isinstance(temperature, int | float) or temperature <= 0:
        raise ModelError(f"{folder / 'config.json'} has the temperature {temperature!r}: it must be a number above 0.")
    id2label = {int(key): str(label) for key, label in model.config["id2label"].items()}
    return OnnxCrossEncoder(model, id2label, float(temperature))


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities along the last axis, computed from the largest logit down so that nothing overflows."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)
