"""Vectors whose cosine says how likely two sentences of one story are about the same fact, whatever they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.models.encoder import Encoder, load_encoder
from checker.models.onnx_folder import WEIGHTS, OnnxModel, open_onnx

DEFAULT_SAME_FACT = "bundled"
"""The model that comes with the package, in checker/models/same_fact; see its MODEL_CARD.md."""


class SameFactEncoder:
    """A model folder whose output `vectors` has length 1, as an Encoder. Equal sentences are encoded once."""

    def __init__(self, model: OnnxModel) -> None:
        self._model = model

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (sentences, dimensions) of length 1; their dot product is the cosine, -1 to 1."""
        once = list(dict.fromkeys(sentences))
        found = dict(zip(once, self._model.answers(once, "vectors"), strict=True))
        if not sentences:
            return np.zeros((0, int(self._model.config["dimensions"])), dtype=np.float32)
        return np.stack([found[text] for text in sentences])


def load_same_fact(
    name: str = DEFAULT_SAME_FACT, *, threads: int | None = None, offline: bool = True
) -> SameFactEncoder | Encoder:
    """The bundled model, a folder with model.onnx, or any sentence-transformers model by folder or Hugging Face name.

    Raises ModelError if the model is missing or damaged.
    """
    folder = Path(__file__).parent / "same_fact" if name == DEFAULT_SAME_FACT else Path(name)
    if name == DEFAULT_SAME_FACT or any((folder / file).exists() for file in WEIGHTS):
        return SameFactEncoder(open_onnx(folder, ("dimensions",), threads=threads))
    return load_encoder(name, offline=offline)
