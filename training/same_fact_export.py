"""The trained same-fact encoder -> the folder that checker ships: int8 model.onnx.gz, tokenizer.json, config.json.

    python -m training.same_fact_export --work ../training-cache --version 1

Also writes the float32 model to WORK/same_fact_float32, in the same form, so that both can be measured side by side.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch

from checker.models.onnx_folder import TOKENIZER, WEIGHTS
from training.export import HERE, pack, quantize, trace, write_tokenizer
from training.rows import sha256
from training.same_fact_train import MAX_LENGTH, load_base


def to_onnx(network: Path, target: Path) -> int:
    """Write the float32 encoder as ONNX: input_ids, attention_mask (batch, tokens) -> vectors; returns their length."""
    encoder, tokenizer = load_base(network)
    example = tokenizer(["One sentence.", "A longer second one, padded."], padding=True, return_tensors="pt")
    trace(encoder, example, "vectors", target)
    with torch.no_grad():
        return int(encoder(example["input_ids"], example["attention_mask"]).shape[1])


def write_config(folder: Path, dimensions: int, version: str) -> None:
    """config.json beside the weights and the tokenizer that are in the folder already."""
    weights = [file for file in WEIGHTS if (folder / file).exists()]
    config = {
        "dimensions": dimensions,
        "max_length": MAX_LENGTH,
        "version": version,
        "sha256": {file: sha256(folder / file) for file in (*weights, TOKENIZER)},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Export, quantize, and only then replace what checker ships."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--from", dest="source", default="same_fact", help="folder under WORK that holds network/")
    parser.add_argument("--out", type=Path, default=HERE / "checker/models/same_fact")
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    network: Path = options.work / options.source / "network"
    full, small = (options.work / f"same_fact_{kind}" for kind in ("float32", "int8"))
    for folder in (full, small):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    dimensions = to_onnx(network, full / "model.onnx")
    quantize(full / "model.onnx", small / "model.onnx")
    pack(small)
    for folder in (full, small):
        write_tokenizer(folder, network)
        write_config(folder, dimensions, options.version)
    options.out.mkdir(exist_ok=True)
    for file in sorted(small.iterdir()):
        shutil.copy(file, options.out / file.name)
    print({file.name: file.stat().st_size for file in sorted(options.out.iterdir())})


if __name__ == "__main__":
    main()
