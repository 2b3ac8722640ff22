"""Make the word embeddings small enough for the file: they are a fifth of it, and nothing trains them.

Rows of tokens that no English text has (other scripts, placeholders) become 0, and the others whole multiples of
`STEP`. The file is packed, so what counts is how many different values there are, not how many bits each has. Done
before training, the layers above learn to live with it.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

TABLE = "encoder.embeddings.word_embeddings.weight"
STEP = 0.035
MIDDLE = 128
"""The whole number that stands for 0 in the file."""


def is_latin(token: str) -> bool:
    """Whether a token of the vocabulary can stand in text in Latin letters: a word, part of one, a number, a mark."""
    text = token.removeprefix("##")
    if text.startswith("["):
        return not text.startswith("[unused")
    return all("LATIN" in unicodedata.name(sign, "") for sign in text if sign.isalpha())


def coarse(table: Tensor, vocabulary: dict[str, int], step: float = STEP) -> Tensor:
    """The embeddings (tokens, hidden) in whole multiples of `step`, those of other scripts 0."""
    rounded = torch.round(table / step) * step
    other = [row for token, row in vocabulary.items() if not is_latin(token)]
    rounded[other] = 0.0
    return rounded


def is_coarse(table: Tensor, step: float = STEP) -> bool:
    """Whether the embeddings are whole multiples of `step` that have room in 8 bits."""
    whole = table / step
    return bool((whole - whole.round()).abs().max() < 1e-3 and whole.abs().max() < MIDDLE)


def write_whole(table: Tensor, path: Path, step: float = STEP) -> None:
    """Put the coarse embeddings into the quantized model without a further rounding: its own steps lie elsewhere."""
    import onnx  # only export needs it, not training
    from onnx import numpy_helper

    model = onnx.load(path)
    made = {
        f"{TABLE}_quantized": (torch.round(table / step) + MIDDLE).numpy().astype(np.uint8),
        f"{TABLE}_scale": np.array(step, dtype=np.float32),
        f"{TABLE}_zero_point": np.array(MIDDLE, dtype=np.uint8),
    }
    for item in model.graph.initializer:
        if item.name in made:
            before = numpy_helper.to_array(item)
            item.CopyFrom(numpy_helper.from_array(made.pop(item.name).reshape(before.shape), item.name))
    if made:
        raise ValueError(f"{path} has no {', '.join(made)}: it was quantized in another way")
    onnx.save(model, path)
