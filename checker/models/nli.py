"""Natural language inference: does the first sentence of a pair entail the second, contradict it, or
neither?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.models.onnx_cross_encoder import load_onnx_cross_encoder, softmax
from checker.models.onnx_folder import WEIGHTS
from checker.models.quiet import one_line, quiet_offline_loading

DEFAULT_NLI = "bundled"
"""The model that comes with the package, in checker/models/nli; see its MODEL_CARD.md."""

LABELS = ("entailment", "neutral", "contradiction")
"""The columns of every prediction, whatever order the model itself has."""


class NliModel(Protocol):
    """What the pipeline asks of an NLI model."""

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities (pairs, 3) of entailment, neutral and contradiction; each row sums to 1."""
        ...


class NliCrossEncoder:
    """A model of logits (pairs, 3) in the model's own label order, as an NliModel."""

    def __init__(self, logits: Any, columns: Sequence[int], temperature: float = 1.0) -> None:
        self._logits = logits
        self._columns = list(columns)
        self._temperature = temperature

    def predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities (pairs, 3) of entailment, neutral and contradiction; each row sums to 1."""
        if not pairs:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        logits = np.asarray(self._logits(list(pairs)), dtype=np.float32)
        return softmax(logits[:, self._columns] / self._temperature)


def load_nli(name: str = DEFAULT_NLI, *, threads: int | None = None, offline: bool = True) -> NliCrossEncoder:
    """The bundled model, a folder with model.onnx, or any Hugging Face NLI cross-encoder by folder or name.

    Raises ModelError if the model is missing or damaged, or does not name the three NLI labels.
    """
    folder = Path(__file__).parent / "nli" if name == DEFAULT_NLI else Path(name)
    if name == DEFAULT_NLI or any((folder / file).exists() for file in WEIGHTS):
        runner = load_onnx_cross_encoder(folder, threads=threads)
        return NliCrossEncoder(runner.logits, label_columns(runner.id2label, str(folder)), runner.temperature)
    return _load_hugging_face(name, offline)


def symmetric(model: NliModel, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """Mean of both directions, (pairs, 3): contradiction has no direction, so a pair and its mirror get one
    answer.

    Costs twice the time of `predict`. The entailment column then says "each entails the other" only roughly.
    """
    mirrored = [(right, left) for left, right in pairs]
    both = model.predict([*pairs, *mirrored])
    return np.asarray((both[: len(pairs)] + both[len(pairs) :]) / 2, dtype=np.float32)


def label_columns(id2label: Mapping[int, str], name: str) -> list[int]:
    """Where entailment, neutral and contradiction stand in a model's output, by the names it gives them
    itself."""
    known = {label.lower().replace("-", "_"): index for index, label in id2label.items()}
    found = [known.get(label) for label in LABELS]
    if None in found or len(known) != len(LABELS):
        given = ", ".join(id2label[index] for index in sorted(id2label)) or "none"
        raise ModelError(f"{name} is no NLI model: its labels are {given}; they must be {', '.join(LABELS)}.")
    return [index for index in found if index is not None]


def _load_hugging_face(name: str, offline: bool) -> NliCrossEncoder:
    with quiet_offline_loading(offline):
        try:
            import torch
            from sentence_transformers import CrossEncoder

            model = CrossEncoder(name, device="cpu", local_files_only=offline)
        except Exception as error:  # every loader library raises its own kinds
            raise ModelError(
                f"Can't load the NLI model {name!r}: {one_line(error)}. Give a folder with model.onnx, a "
                f"Hugging Face cross-encoder on this machine, or {DEFAULT_NLI!r}."
            ) from error
    columns = label_columns({int(key): value for key, value in model.config.id2label.items()}, name)

    def logits(pairs: list[tuple[str, str]]) -> NDArray[np.float32]:
        scores = model.predict(pairs, activation_fn=torch.nn.Identity(), show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(scores, dtype=np.float32)

    return NliCrossEncoder(logits, columns)
