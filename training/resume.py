"""Shipped int8 ONNX -> float32 checkpoint that training can start from, for when the checkpoint itself is lost.

    python -m training.resume nli --work ../training-cache --base MPNET_FOLDER

Writes WORK/nli_shipped/checkpoint.pt for `--start` of nli_train and same_event_train. The weights carry the rounding
of int8; the lowest layers, which are not trained, come from the base without rounding.
"""

from __future__ import annotations

import argparse
import gzip
import random
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor
from transformers import AutoTokenizer

from checker.models.onnx_folder import WEIGHTS
from training.network import build
from training.nli_train import SEED as VALIDATION_SEED
from training.nli_train import accuracy
from training.outliers import FLOAT_NAME
from training.rows import LABELS, read_rows
from training.tables import TABLE

HERE = Path(__file__).resolve().parent.parent
SEED = 17
FROZEN = 2
"""Lowest layers that no run trained."""
MOST_ROUNDING = 0.3
"""How far, by its norm, an untrained parameter may be from the base's; that of another base is at 1 and more."""
PRODUCTS = ("/MatMul_quant", "/Gemm_MatMul_quant", "/MatMul")
Array = NDArray[np.float32]


def read_graph(folder: Path) -> onnx.GraphProto:
    """The graph of the model in a shipped folder, packed or not."""
    path = next(folder / name for name in WEIGHTS if (folder / name).exists())
    data = path.read_bytes()
    return onnx.load_from_string(gzip.decompress(data) if path.suffix == ".gz" else data).graph


def dequantized(name: str, arrays: dict[str, Array], draw: np.random.Generator) -> Array:
    """The float32 matrix behind NAME_quantized: (whole number - zero point) * scale, one scale per column or one.

    Each weight is put somewhere in its step of int8, not in the middle. Training moves most weights by far less than
    half a step: from the middle, the next export would round nearly all of them back to where they were.
    """
    stem = name.removesuffix("_quantized")
    whole = arrays[name].astype(np.float32) - arrays[f"{stem}_zero_point"].astype(np.float32)
    if stem == TABLE:  # trained as it is in the file
        return np.asarray(whole * arrays[f"{stem}_scale"], dtype=np.float32)
    within = draw.uniform(-0.5, 0.5, whole.shape)
    return np.asarray((whole + within) * arrays[f"{stem}_scale"], dtype=np.float32)


def weights_of(graph: onnx.GraphProto) -> dict[str, Tensor]:
    """Every parameter of the network that can be read from the graph, under its name in PairClassifier.

    The columns that training/outliers.py multiplied apart are put back: they were never rounded.
    """
    draw = np.random.default_rng(SEED)
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {name: np.array(a) for name, a in arrays.items() if name.endswith((".bias", "LayerNorm.weight"))}
    found |= {name.removesuffix("_quantized"): dequantized(name, arrays, draw) for name in arrays if is_table(name)}
    apart: dict[str, Array] = {}
    for node in graph.node:
        if node.op_type not in ("MatMulInteger", "MatMul") or node.input[1] not in arrays:
            continue
        parameter = f"{module_path(node.name)}.weight"
        if FLOAT_NAME in node.name:
            apart[parameter.replace(f".{FLOAT_NAME}", "")] = arrays[node.input[1]]
        else:
            found[parameter] = dequantized(node.input[1], arrays, draw).T.copy()
    for parameter, columns in apart.items():
        linear = parameter.replace(".weight", ".linear.weight")
        found[linear][:, arrays[parameter.replace(".weight", ".channels")]] = columns.T
    return {name.replace(".linear.", "."): torch.from_numpy(array) for name, array in found.items()}


def is_table(name: str) -> bool:
    """Whether an initializer is a quantized table of embeddings or of relative positions."""
    return name.endswith(("embeddings.weight_quantized", "attention_bias.weight_quantized"))


def module_path(node: str) -> str:
    """/encoder/encoder/layer.1/output/dense/linear/MatMul_quant -> encoder.encoder.layer.1.output.dense.linear"""
    for ending in PRODUCTS:
        if node.endswith(ending):
            return node.removesuffix(ending).strip("/").replace("/", ".")
    raise ValueError(f"{node} is no product of training/export.py")


def is_frozen(parameter: str, frozen: int) -> bool:
    """Whether a parameter is as it is in the base: embeddings and the lowest `frozen` layers."""
    layers = tuple(f"encoder.encoder.layer.{number}." for number in range(frozen))
    return parameter.startswith(("encoder.embeddings.", *layers))


def main() -> None:
    """Write the checkpoint and print its accuracy on 600 validation rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=("nli",), help="which shipped model")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    options = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    read = weights_of(read_graph(HERE / "checker/models" / options.name))
    layers = sum(name.endswith("attention.attn.q.weight") for name in read)
    network = build(options.base, layers, tokenizer.sep_token_id, len(LABELS))
    missing = set(network.state_dict()) - set(read)
    print(f"{len(read)} parameters read, not in the file: {sorted(missing) or 'none'}")
    for name in filter(lambda name: is_frozen(name, FROZEN), read):
        before = network.state_dict()[name]
        if float((read[name] - before).norm() / before.norm()) > MOST_ROUNDING:
            raise ValueError(f"{name} is not that of the base: is it the right base?")
    kept = {k: v for k, v in read.items() if k == TABLE or not is_frozen(k, FROZEN)}
    network.load_state_dict(kept, strict=False)
    rows = random.Random(VALIDATION_SEED).sample(read_rows(options.data / "nli/validation.jsonl.gz"), 600)
    print(f"accuracy on 600 validation rows: {accuracy(network, rows, tokenizer):.4f}")
    target: Path = options.work / f"{options.name}_shipped/checkpoint.pt"
    target.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": network.state_dict(), "layers": layers}, target)


if __name__ == "__main__":
    main()
