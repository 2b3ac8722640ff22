"""Train the same-event cross-encoder on pairs of ECB+, and with --claims on those of the invented events too.

    python -m training.same_event_train --data ../shared/data --work ../training-cache --base MINILM_FOLDER

Figures go to WORK/same_event/log.jsonl, the weights to WORK/same_event/checkpoint.pt.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score
from torch.nn.functional import cross_entropy
from transformers import AutoTokenizer

from training import ecb
from training.claim_events import claim_event_pairs
from training.network import PairClassifier, build, parameter_groups
from training.nli_train import BATCH, batches, encode, predict
from training.rows import Row

SEED = 11


def figures(scores: list[float], rows: list[Row]) -> dict[str, float]:
    """AUC, average precision, recall at precision .8, and there the share of sister pairs taken for the same
    event."""
    gold = [row["same"] for row in rows]
    precision, recall, thresholds = precision_recall_curve(gold, scores)
    good = precision[:-1] >= 0.8
    best = float(recall[:-1][good].max()) if good.any() else 0.0
    threshold = float(thresholds[good][recall[:-1][good].argmax()]) if good.any() else 1.0
    sisters = [score for score, row in zip(scores, rows, strict=True) if row["sister"] and not row["same"]]
    return {
        "auc": round(float(roc_auc_score(gold, scores)), 4),
        "average_precision": round(float(average_precision_score(gold, scores)), 4),
        "recall_at_p80": round(best, 4),
        "threshold": round(threshold, 4),
        "sister_taken": round(sum(score >= threshold for score in sisters) / max(1, len(sisters)), 4),
    }


def scores(network: PairClassifier, rows: list[Row], tokenizer: object) -> list[float]:
    """Probability of the same event per pair."""
    return predict(network, rows, tokenizer).softmax(1)[:, 1].tolist()


def main() -> None:
    """Train for one pass over pairs drawn with `--each`, measure on development topics, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--start", type=Path, help="NLI checkpoint whose encoder to start from, instead of the base")
    parser.add_argument("--name", default="same_event")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--frozen", type=int, default=0)
    parser.add_argument("--each", type=int, default=250, help="pairs of each kind per topic")
    parser.add_argument("--claims", action="store_true", help="pairs of training/claims among those of ECB+")
    parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--bfloat16", action="store_true", help="products in bfloat16: faster where the CPU has it")
    options = parser.parse_args()
    folder: Path = options.work / options.name
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    network = build(options.base, options.layers, tokenizer.sep_token_id, 2)
    if options.start:
        state = torch.load(options.start, weights_only=True)["network"]
        network.load_state_dict({k: v for k, v in state.items() if not k.startswith("output.")}, strict=False)
    groups = parameter_groups(network, options.rate, options.rate * 8, 0.9, options.frozen)
    optimizer = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), eps=1e-6)

    train = ecb.read_topics(options.data, "train")
    todo: list[list[Row]] = []
    for number in range(options.passes):
        pairs = ecb.training_pairs(train, options.each, SEED + number)
        pairs += claim_event_pairs(SEED + number) if options.claims else []
        todo += batches(pairs, tokenizer, SEED + number)
    development = ecb.all_pairs(ecb.read_topics(options.data, "development"))
    sample = random.Random(SEED).sample(development, min(400, len(development)))

    def log(**made: object) -> None:
        with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"time": time.strftime("%H:%M:%S"), **made}) + "\n")

    log(start=True, batches=len(todo), pairs=BATCH * len(todo), rate=options.rate, layers=options.layers)
    network.train()
    losses: list[float] = []
    for step, rows in enumerate(todo):
        share = step / len(todo)
        factor = min(1.0, share / 0.08) * min(1.0, (1 - share) / 0.92)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * max(factor, 0.002)
        gold = torch.tensor([int(row["same"]) for row in rows])
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
            logits = network(*encode(rows, tokenizer))
        loss = cross_entropy(logits.float(), gold, label_smoothing=0.05)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        if len(losses) == 25:
            log(step=step + 1, loss=round(sum(losses) / len(losses), 4))
            losses = []
    torch.save({"network": network.state_dict(), "layers": options.layers}, folder / "checkpoint.pt")
    log(end=True, development=figures(scores(network, sample, tokenizer), sample))


if __name__ == "__main__":
    main()
