"""Train the same-fact encoder: sentences about one fact near each other, also where they dispute it.

    python -m training.same_fact_train --work ../training-cache

An encoder trained on general text puts sentences of one story near each other by its topic and words. Here a batch is
one event, so that the other facts of the same event are what a sentence is told apart from (supervised contrastive
loss; Khosla et al., NeurIPS 2020). Starts from the bundled all-MiniLM-L6-v2; its word embeddings stay as they are.
Figures go to WORK/same_fact/log.jsonl, the network to WORK/same_fact/network.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import normalize
from transformers import AutoModel, AutoTokenizer

from checker.models.encoder import bundled_encoder_path
from training.network import mean_where
from training.same_fact_groups import Grouped, nearest_is_same, read_grouped

SEED = 0
MOST = 110
"""Sentences of an event in one step, for memory; whole groups are left out by chance."""
CHUNK = 32
MAX_LENGTH = 96
TEMPERATURE = 0.05
WARM_UP = 0.1


class SentenceEncoder(torch.nn.Module):
    """(token ids, attention mask), both (batch, tokens) -> vectors (batch, dimensions) of length 1."""

    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The mean of the token states, scaled to length 1."""
        states = self.network(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return normalize(mean_where(states, attention_mask > 0), dim=1)


def load_base(folder: Path) -> tuple[SentenceEncoder, Any]:
    """The encoder in a folder with its tokenizer, without dropout."""
    network = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
    return SentenceEncoder(network.eval()), AutoTokenizer.from_pretrained(folder)


def vectors(encoder: SentenceEncoder, tokenizer: Any, texts: Sequence[str]) -> Tensor:
    """(texts, dimensions), in the order given; similar lengths side by side save padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts = []
    for start in range(0, len(order), CHUNK):
        chosen = [texts[i] for i in order[start : start + CHUNK]]
        rows = tokenizer(chosen, padding=True, truncation=True, max_length=MAX_LENGTH, return_tensors="pt")
        parts.append(encoder(rows["input_ids"], rows["attention_mask"]))
    return torch.cat(parts)[torch.tensor(order).argsort()]


def contrastive(found: Tensor, groups: Tensor) -> Tensor:
    """Per sentence the log-likelihood of those of its group among all others of the event, negated; the mean."""
    same = torch.eye(len(groups), dtype=torch.bool)
    scores = (found @ found.T / TEMPERATURE).masked_fill(same, -1e9)
    likely = scores - torch.logsumexp(scores, 1, keepdim=True)
    fitting = (groups[:, None] == groups[None]) & ~same
    count = fitting.sum(1)
    mean = (likely * fitting).sum(1)[count > 0] / count[count > 0]
    return -mean.mean()


def drawn(event: Grouped, draw: random.Random) -> tuple[list[str], Tensor]:
    """Sentences of an event with the number of their group, at most `MOST`."""
    numbers = list(range(len(event.groups)))
    draw.shuffle(numbers)
    texts: list[str] = []
    groups: list[int] = []
    for number in numbers:
        if len(texts) + len(event.groups[number]) <= MOST:
            texts += event.groups[number]
            groups += [number] * len(event.groups[number])
    return texts, torch.tensor(groups)


def measured(encoder: SentenceEncoder, tokenizer: Any, held_out: Mapping[str, Sequence[Grouped]]) -> dict[str, float]:
    """For each set the share of sentences whose nearest one is about the same fact."""

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        with torch.no_grad():
            return np.asarray(vectors(encoder, tokenizer, texts).numpy(), dtype=np.float32)

    return {name: nearest_is_same(encode, events)["share"] for name, events in held_out.items()}


def main() -> None:
    """Train for `--epochs` passes over all events that are not held out, measure on the others, save."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--base", type=Path, default=bundled_encoder_path())
    parser.add_argument("--name", default="same_fact")
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=5e-5)
    options = parser.parse_args()
    folder: Path = options.work / options.name
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    encoder, tokenizer = load_base(options.base)
    encoder.network.embeddings.requires_grad_(False)
    claims, reworded = read_grouped(held_out=False)
    held = dict(zip(("claims", "slips"), read_grouped(held_out=True), strict=True))
    steps = int(options.epochs * len([*claims, *reworded]))
    warm = max(1, int(WARM_UP * steps))
    weights = [weight for weight in encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / warm) * (1 - s / steps))
    waiting: list[Grouped] = []
    seen, loss_sum, started = 0, 0.0, time.monotonic()
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:

        def note(step: int, **more: float) -> None:
            line = {"step": step, "of": steps, **{name: round(value, 4) for name, value in more.items()}}
            log.write(json.dumps(line) + "\n")
            log.flush()

        note(0, **measured(encoder, tokenizer, held))
        for step in range(steps):
            if not waiting:
                waiting = [*claims, *reworded]
                draw.shuffle(waiting)
            texts, groups = drawn(waiting.pop(), draw)
            loss = contrastive(vectors(encoder, tokenizer, texts), groups)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            seen, loss_sum = seen + len(texts), loss_sum + float(loss)
            if step % 50 == 49:
                note(step + 1, loss=loss_sum / 50, per_second=seen / (time.monotonic() - started))
                loss_sum = 0.0
        note(steps, **measured(encoder, tokenizer, held))
    encoder.network.save_pretrained(folder / "network")
    tokenizer.save_pretrained(folder / "network")


if __name__ == "__main__":
    main()
