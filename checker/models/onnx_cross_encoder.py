"""A cross-encoder from a folder with model.onnx, tokenizer.json and config.json: no torch, the same answer
every time.

config.json holds id2label, temperature (logits are divided by it), max_length (tokens per pair), version and
the sha256 of the other two files, so that a cut-off download or a merge of two versions is seen at once. The
weights may also be packed as model.onnx.gz.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError
from checker.models.quiet import one_line

WEIGHTS = ("model.onnx", "model.onnx.gz")
TOKENIZER = "tokenizer.json"
MOST_THREADS = 8  # beyond that memory is the limit, and somebody works at the machine


@dataclass(frozen=True, slots=True)
class OnnxCrossEncoder:
    """Pairs of sentences -> logits; made by `load_onnx_cross_encoder`."""

    session: Any
    tokenizer: Any
    id2label: Mapping[int, str]
    temperature: float
    version: str
    threads: int

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Raw scores (pairs, labels), before temperature, in the model's own label order.

        Each pair is run by itself: the int8 scales of a batch depend on all of its pairs, so that batches would
        make the answer for a pair depend on its neighbours. `threads` pairs are run at a time, each by one thread:
        the products of a single pair are too small to be worth sharing.
        """
        scores = np.zeros((len(pairs), len(self.id2label)), dtype=np.float32)
        with ThreadPoolExecutor(self.threads) as pool:
            for place, row in enumerate(pool.map(self._run, self.tokenizer.encode_batch(list(pairs)))):
                scores[place] = row
        return scores

    def _run(self, encoded: Any) -> NDArray[np.float32]:
        ids = np.array([encoded.ids], dtype=np.int64)
        (row,) = self.session.run(["logits"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(row[0], dtype=np.float32)


def _cores() -> int:
    """The cores that this process may use, at most `MOST_THREADS`."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, MOST_THREADS)


def load_onnx_cross_encoder(folder: Path, *, threads: int | None = None) -> OnnxCrossEncoder:
    """Check the folder's files against their sums and open the model for `threads` pairs at a time, or one per core.

    Raises ModelError, one line, if a file is missing, damaged or of another kind.
    """
    config = _read_config(folder)
    weights = folder / next(name for name in WEIGHTS if name in config["sha256"])
    for path in (weights, folder / TOKENIZER):
        _check_sum(path, str(config["sha256"][path.name]))
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(f"Can't run {folder}: {one_line(error)}. Install checker with its dependencies.") from error
    try:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        session = onnxruntime.InferenceSession(_unpacked(weights), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(int(config["max_length"]), strategy="longest_first")
    except Exception as error:  # onnxruntime and tokenizers raise kinds of their own
        raise ModelError(f"Can't open the model in {folder}: {one_line(error)}. Reinstall it.") from error
    id2label = {int(key): str(label) for key, label in config["id2label"].items()}
    return OnnxCrossEncoder(
        session, tokenizer, id2label, float(config["temperature"]), str(config["version"]), threads or _cores()
    )


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities along the last axis, computed from the largest logit down so that nothing overflows."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def _read_config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"No model in {folder}: config.json can't be read ({error.strerror}).") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: {one_line(error)}. Reinstall the model.") from error
    wanted = ("id2label", "temperature", "max_length", "version", "sha256")
    missing = [key for key in wanted if not isinstance(config, dict) or key not in config]
    if missing:
        raise ModelError(f"{path} is not the config of a checker model: it has no {', '.join(missing)}.")
    sums = config["sha256"]
    if not isinstance(sums, dict) or TOKENIZER not in sums or not any(name in sums for name in WEIGHTS):
        raise ModelError(f"{path} has no sha256 of {WEIGHTS[0]} and {TOKENIZER}: export the model again.")
    temperature = config["temperature"]
    if not isinstance(temperature, int | float) or temperature <= 0:
        raise ModelError(f"{path} has the temperature {temperature!r}: it must be a number above 0.")
    return dict(config)


def _check_sum(path: Path, wanted: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"The model file {path} can't be read ({error.strerror}). Reinstall the model.") from error
    if found != wanted:
        raise ModelError(
            f"The model file {path} is damaged or of another version: its sha256 begins {found[:12]}, "
            f"config.json says {wanted[:12]}. Reinstall the model."
        )


def _unpacked(weights: Path) -> str | bytes:
    """What onnxruntime opens: the path of a plain file, the bytes of a packed one."""
    return gzip.decompress(weights.read_bytes()) if weights.suffix == ".gz" else str(weights)
