"""Checkpoint -> the folder that checker ships: int8 model.onnx, tokenizer.json, config.json with sums.

    python -m training.export nli --data ../shared/data --work ../training-cache --base MPNET_FOLDER
    python -m training.export same_event --data ../shared/data --work ../training-cache --base MINILM_FOLDER

Also writes the float32 model to WORK/<name>_float32, in the same form, so that both can be measured side by
side. The temperature is fitted on every second row of the validation file (NLI) or on the development topics
(same event) with the int8 model.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.optimize import minimize_scalar
from torch import Tensor
from transformers import AutoTokenizer

from checker.models.onnx_cross_encoder import load_onnx_cross_encoder
from checker.models.onnx_folder import TOKENIZER, WEIGHTS
from training import ecb
from training.network import build
from training.nli_train import encode
from training.outliers import FLOAT_NAME, split_outliers
from training.rows import LABELS, Row, read_rows, sha256
from training.tables import TABLE, is_coarse, write_whole

MAX_LENGTH = 128
LARGEST = 70_000_000  # bytes of a shipped file
LABELS_OF = {"nli": LABELS, "same_event": ("other_event", "same_event")}
HERE = Path(__file__).resolve().parent.parent


def to_onnx(checkpoint: Path, base: Path, labels: int, target: Path, calibration: list[Row]) -> None:
    """Write the float32 network as ONNX with inputs input_ids, attention_mask (batch, tokens), output logits.

    The outlying channels seen on the `calibration` pairs are split off, which changes no answer but makes int8
    lose less.
    """
    state = torch.load(checkpoint, weights_only=True)
    tokenizer = AutoTokenizer.from_pretrained(base)
    network = build(base, state["layers"], tokenizer.sep_token_id, labels)
    network.load_state_dict(state["network"])
    network.eval()
    parts = [calibration[start : start + 16] for start in range(0, len(calibration), 16)]
    split_outliers(network, (encode(part, tokenizer) for part in parts))
    # The example is padded, so that the mask is part of the traced graph.
    example = tokenizer(
        ["One sentence.", "A longer first sentence of a pair."],
        ["Another.", "Two."],
        padding=True,
        return_tensors="pt",
    )
    trace(network, example, "logits", target)


def trace(network: torch.nn.Module, example: Mapping[str, Tensor], output: str, target: Path) -> None:
    """Write a network of input_ids and attention_mask (batch, tokens) as ONNX, with one output of any batch size."""
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        network,
        (example["input_ids"], example["attention_mask"]),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=[output],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, output: {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def quantize(source: Path, target: Path) -> None:
    """int8 weights, one scale per output column; the activations are quantized as they come (dynamic).

    Weights use 7 of the 8 bits: on a CPU without VNNI two products of full 8-bit values overflow 16 bits.
    """
    nodes = onnx.load(source).graph.node
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        nodes_to_exclude=[node.name for node in nodes if FLOAT_NAME in node.name],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def fit_temperature(logits: NDArray[np.float32], gold: NDArray[np.int64]) -> float:
    """The number that the logits are divided by so that the log-likelihood of `gold` is greatest."""

    def loss(log_temperature: float) -> float:
        scaled = logits.astype(np.float64) / np.exp(log_temperature)
        scaled = scaled - scaled.max(1, keepdims=True)
        chosen = scaled[np.arange(len(gold)), gold] - np.log(np.exp(scaled).sum(1))
        return -float(chosen.mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 3.0), method="bounded").x))


def outlier_pairs(name: str, data: Path, work: Path) -> list[Row]:
    """Training pairs on which the outlying channels are looked for."""
    if name == "nli":
        rows = read_rows(work / "shard_near.jsonl.gz")
    else:
        rows = ecb.training_pairs(ecb.read_topics(data, "train"), 20, 5)
    return random.Random(5).sample(rows, 160)


def calibration_pairs(name: str, data: Path) -> tuple[list[tuple[str, str]], NDArray[np.int64]]:
    """Pairs and gold label numbers to fit the temperature on."""
    if name == "nli":
        rows = read_rows(data / "nli/validation.jsonl.gz")[::2]  # the odd rows measure the calibration
        gold = [LABELS.index(row["label"]) for row in rows]
    else:
        rows = ecb.all_pairs(ecb.read_topics(data, "development"))
        rows = random.Random(5).sample(rows, min(1000, len(rows)))
        gold = [int(row["same"]) for row in rows]
    return [(row["premise"], row["hypothesis"]) for row in rows], np.array(gold)


def pack(folder: Path) -> None:
    """model.onnx -> model.onnx.gz: int8 weights that use 6 of their 8 bits on average need not take more room."""
    plain = folder / "model.onnx"
    with (folder / "model.onnx.gz").open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(plain.read_bytes())
    plain.unlink()


def write_tokenizer(folder: Path, base: Path) -> None:
    """tokenizer.json without cutting or padding, which are up to who opens it."""
    tokenizer: dict[str, Any] = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (folder / TOKENIZER).write_text(text, encoding="utf-8")


def write_folder(folder: Path, base: Path, name: str, version: str, temperature: float) -> None:
    """tokenizer.json and config.json beside the weights that are in the folder already."""
    write_tokenizer(folder, base)
    weights = [file for file in WEIGHTS if (folder / file).exists()]
    config = {
        "id2label": {str(number): label for number, label in enumerate(LABELS_OF[name])},
        "temperature": round(temperature, 4),
        "max_length": MAX_LENGTH,
        "version": version,
        "sha256": {file: sha256(folder / file) for file in (*weights, TOKENIZER)},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Export, quantize, calibrate, and only then replace what checker ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=sorted(LABELS_OF))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--from", dest="source", help="folder under WORK that holds checkpoint.pt; default: the name")
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    name: str = options.name
    full: Path = options.work / f"{name}_float32"
    small: Path = options.work / f"{name}_int8"
    for folder in (full, small):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    checkpoint: Path = options.work / (options.source or name) / "checkpoint.pt"
    examples = outlier_pairs(name, options.data, options.work)
    to_onnx(checkpoint, options.base, len(LABELS_OF[name]), full / "model.onnx", examples)
    quantize(full / "model.onnx", small / "model.onnx")
    table = torch.load(checkpoint, weights_only=True)["network"][TABLE]
    if is_coarse(table):
        write_whole(table, small / "model.onnx")
    if (small / "model.onnx").stat().st_size > LARGEST:
        pack(small)
    pairs, gold = calibration_pairs(name, options.data)
    write_folder(small, options.base, name, options.version, 1.0)
    logits = load_onnx_cross_encoder(small).logits(pairs)
    temperature = fit_temperature(logits, gold)
    for folder in (full, small):
        write_folder(folder, options.base, name, options.version, temperature)
    shipped = HERE / "checker/models" / name
    shipped.mkdir(exist_ok=True)
    for file in (*WEIGHTS, TOKENIZER, "config.json"):
        (shipped / file).unlink(missing_ok=True)
    for file in sorted(small.iterdir()):
        shutil.copy(file, shipped / file.name)
    accuracy = float((logits.argmax(1) == gold).mean())
    print(f"{name}: accuracy on the calibration rows {accuracy:.4f}, temperature {temperature:.3f}")


if __name__ == "__main__":
    main()
