"""A model folder with model.onnx, tokenizer.json and config.json: no torch, the same answer every time.

config.json holds max_length (tokens per text or pair), version and the sha256 of the other two files, so that a
cut-off download or a merge of two versions is seen at once, and what its kind of model needs besides. The weights may
also be packed as model.onnx.gz.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
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
class OnnxModel:
    """An opened model folder; made by `open_onnx`."""

    session: Any
    tokenizer: Any
    config: dict[str, Any]
    threads: int

    def answers(self, texts: Sequence[str] | Sequence[tuple[str, str]], output: str) -> Iterator[NDArray[np.float32]]:
        """The named output for each text or pair of texts, in the order given.

        Each is run by itself: the int8 scales of a batch depend on all of it, so that batches would make the answer
        for a text depend on its neighbours. `threads` are run at a time, each by one thread: the products of a single
        text are too small to be worth sharing.
        """

        def run(encoded: Any) -> NDArray[np.float32]:
            ids = np.array([encoded.ids], dtype=np.int64)
            (row,) = self.session.run([output], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            return np.asarray(row[0], dtype=np.float32)

        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(run, self.tokenizer.encode_batch(list(texts)))


def _cores() -> int:
    """The cores that this process may use, at most `MOST_THREADS`."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, MOST_THREADS)


def open_onnx(folder: Path, needs: Sequence[str] = (), *, threads: int | None = None) -> OnnxModel:
    """Check the folder's files against their sums and open the model for `threads` texts at a time, or one per core.

    `needs` are the entries that config.json must have besides. Raises ModelError, one line, if a file is missing,
    damaged or of another kind.
    """
    config = _read_config(folder, needs)
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
    return OnnxModel(session, tokenizer, config, threads or _cores())


def _read_config(folder: Path, needs: Sequence[str]) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"No model in {folder}: config.json can't be read ({error.strerror}).") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: {one_line(error)}. Reinstall the model.") from error
    wanted = (*needs, "max_length", "version", "sha256")
    missing = [key for key in wanted if not isinstance(config, dict) or key not in config]
    if missing:
        raise ModelError(f"{path} is not the config of a checker model: it has no {', '.join(missing)}.")
    sums = config["sha256"]
    if not isinstance(sums, dict) or TOKENIZER not in sums or not any(name in sums for name in WEIGHTS):
        raise ModelError(f"{path} has no sha256 of {WEIGHTS[0]} and {TOKENIZER}: export the model again.")
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
