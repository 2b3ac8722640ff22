"""Train the NLI cross-encoder over the shards, in order, with checkpoints that a later run goes on from.

    python -m training.nli_train --data ../shared/data --work ../training-cache --base MPNET_FOLDER --pairs
    56000

The learning rate warms up and then falls linearly to zero at `--pairs`; a resumed run may be given another
`--pairs`, for a shorter or a longer run. Every figure is appended to WORK/nli/log.jsonl.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import log_softmax
from transformers import AutoTokenizer

from training.network import PairClassifier, build, parameter_groups
from training.rows import LABELS, Row, fits, read_rows
from training.tables import coarse

SEED = 7
BATCH = 32
MOST_TOKENS = 128
WARM_UP = 0.06


def batches(rows: list[Row], tokenizer: Any, seed: int) -> list[list[Row]]:
    """Shuffled batches of rows of like length: a pool of 40 batches is sorted by length and cut."""
    order = list(rows)
    random.Random(seed).shuffle(order)
    cut: list[list[Row]] = []
    for start in range(0, len(order), BATCH * 40):
        pool = order[start : start + BATCH * 40]
        lengths = tokenizer([r["premise"] for r in pool], [r["hypothesis"] for r in pool], return_length=True)["length"]
        pool = [
            row for _, _, row in sorted(zip(lengths, range(len(pool)), pool, strict=True), key=lambda item: item[:2])
        ]
        part = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        random.Random(seed + start).shuffle(part)
        cut += part
    return cut


def shard_batches(work: Path, shard: str, tokenizer: Any, seed: int) -> list[list[Row]]:
    """The batches of a shard that is given as NAME or NAME:MOST_PAIRS."""
    name, _, most = shard.partition(":")
    made = batches(read_rows(work / f"{name}.jsonl.gz"), tokenizer, seed)
    return made[: int(most) // BATCH] if most else made


def encode(rows: list[Row], tokenizer: Any) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask, (rows, tokens) each."""
    made = tokenizer(
        [row["premise"] for row in rows],
        [row["hypothesis"] for row in rows],
        truncation=True,
        max_length=MOST_TOKENS,
        padding=True,
        return_tensors="pt",
    )
    return made["input_ids"], made["attention_mask"]


@torch.no_grad()
def predict(network: PairClassifier, rows: list[Row], tokenizer: Any) -> Tensor:
    """Logits (rows, labels), without dropout."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["premise"]) + len(rows[i]["hypothesis"]))
    logits = torch.zeros(len(rows), network.output.out_features)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        logits[part] = network(*encode([rows[i] for i in part], tokenizer))
    network.train()
    return logits


def accuracy(network: PairClassifier, rows: list[Row], tokenizer: Any) -> float:
    """Share of rows whose likeliest label is the given one."""
    gold = torch.tensor([LABELS.index(row["label"]) for row in rows])
    return float((predict(network, rows, tokenizer).argmax(1) == gold).float().mean())


def read_options() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--start", type=Path, help="checkpoint to start from, of as many layers or fewer")
    parser.add_argument("--name", default="nli", help="folder under WORK for checkpoints and figures")
    parser.add_argument(
        "--shards",
        nargs="+",
        default=["shard_broad:10240", "shard_near"],
        help="NAME or NAME:MOST_PAIRS, in order",
    )
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that are not trained")
    parser.add_argument("--pairs", type=int, default=56000, help="pairs at which the learning rate reaches zero")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--dropout", type=float, default=0.1, help="in the encoder; none trains a fifth faster")
    parser.add_argument("--coarse", action="store_true", help="word embeddings in the steps that the file will have")
    parser.add_argument("--bfloat16", action="store_true", help="products in bfloat16: faster where the CPU has it")
    parser.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    return parser.parse_args()


def restore(network: PairClassifier, optimizer: torch.optim.Optimizer, checkpoint: Path) -> tuple[int, int, int]:
    """Put network, optimizer and random state back; pairs seen, shard and batch to go on from."""
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    for group in optimizer.param_groups:
        group["fused"] = True  # a checkpoint may be of a run without
    torch.set_rng_state(state["random"])
    return state["seen"], state["shard"], state["batch"]


def loss_of(logits: Tensor, rows: list[Row]) -> Tensor:
    """Mean negative log-likelihood of the rows' labels; a "not_" label is the sum of the two it may be."""
    allowed = torch.tensor([[fits(label, row["label"]) for label in LABELS] for row in rows])
    return -torch.logsumexp(log_softmax(logits, 1).masked_fill(~allowed, float("-inf")), 1).mean()


def begin(network: PairClassifier, checkpoint: Path | None, vocabulary: dict[str, int]) -> None:
    """Put the weights of `checkpoint` in, if there is one, and make the word embeddings coarse, given a vocabulary.

    Weights of fewer layers go into the lowest, and the layers above stay as they are in the base. Raises ValueError
    where anything but whole layers on top is missing, or a weight has no place.
    """
    if checkpoint is not None:
        put_in(network, torch.load(checkpoint, weights_only=True)["network"])
    if vocabulary:
        table = network.encoder.embeddings.word_embeddings.weight
        table.data = coarse(table.data, vocabulary)


def put_in(network: PairClassifier, weights: dict[str, Tensor]) -> None:
    """Load `weights` of a network with as many layers or fewer."""
    missing, unexpected = network.load_state_dict(weights, strict=False)
    known = len({name.split(".")[3] for name in weights if name.startswith("encoder.encoder.layer.")})
    above = tuple(f"encoder.encoder.layer.{n}." for n in range(known, len(network.encoder.encoder.layer)))
    other = [name for name in missing if not (above and name.startswith(above))]
    if unexpected or other:
        raise ValueError(f"the weights to start from are of another network: {[*other, *unexpected][:3]}")


def main() -> None:
    """Train, or go on training, until `--pairs` pairs are seen or the shards end."""
    options = read_options()
    folder: Path = options.work / options.name
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    torch.manual_seed(SEED)

    tokenizer = AutoTokenizer.from_pretrained(options.base)
    network = build(options.base, options.layers, tokenizer.sep_token_id, len(LABELS), options.dropout)
    groups = parameter_groups(network, options.rate, options.rate * 8, 0.9, options.frozen)
    optimizer = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), eps=1e-6, fused=True)
    validation = random.Random(SEED).sample(read_rows(options.data / "nli/validation.jsonl.gz"), 600)

    seen, shard, batch = 0, 0, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        seen, shard, batch = restore(network, optimizer, checkpoint)
    else:
        begin(network, options.start, tokenizer.get_vocab() if options.coarse else {})

    def save(shard: int, batch: int) -> None:
        made = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "random": torch.get_rng_state(),
            "seen": seen,
            "shard": shard,
            "batch": batch,
            "layers": options.layers,
        }
        torch.save(made, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)

    def log(**figures: object) -> None:
        with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"seen": seen, "time": time.strftime("%H:%M:%S"), **figures}) + "\n")

    stopped: list[int] = []  # signals received: a stop from outside saves first
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    network.train()
    log(start=True, pairs=options.pairs, rate=options.rate, frozen=options.frozen, layers=options.layers)
    saved = time.time()
    losses: list[float] = []
    steps = 0
    for number in range(shard, len(options.shards)):
        todo = shard_batches(options.work, options.shards[number], tokenizer, SEED + number)
        for index in range(batch, len(todo)):
            if seen >= options.pairs or stopped:
                break
            share = seen / options.pairs
            factor = min(1.0, share / WARM_UP) * min(1.0, (1 - share) / (1 - WARM_UP))
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * max(factor, 0.002)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
                logits = network(*encode(todo[index], tokenizer))
            loss = loss_of(logits.float(), todo[index])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            seen += len(todo[index])
            steps += 1
            losses.append(loss.item())
            if len(losses) == 50:
                log(loss=round(sum(losses) / len(losses), 4), shard=number)
                losses = []
            if steps % 350 == 0:
                log(validation_600=round(accuracy(network, validation, tokenizer), 4))
            if time.time() - saved > 60 * options.minutes:
                save(number, index + 1)
                saved = time.time()
        else:
            batch = 0
            save(number + 1, 0)
            continue
        save(number, index)
        break
    log(end=not stopped, validation_600=round(accuracy(network, validation, tokenizer), 4))


if __name__ == "__main__":
    main()
