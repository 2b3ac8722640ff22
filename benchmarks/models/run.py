"""Measure the bundled models and write results.json and results.md beside this file.

    python -m benchmarks.models.run --data ../shared/data --float32 ../training-cache

`--float32` names the folder in which training/export.py left the float32 models; without it int8 is measured
alone, and the comparison with float32 stays as it was for a file that is still the same.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.conflicts.gold import OPEN, PLAIN, read_stories
from benchmarks.conflicts.memory import RememberingEncoder
from benchmarks.models.event_figures import event_figures
from benchmarks.models.fact_figures import claims_by_article, fact_figures
from benchmarks.models.measures import Array
from benchmarks.models.nli_figures import calibration, set_figures, threshold_figures, type_figures
from benchmarks.models.sets import PairSet, event_sample, nli_sets
from benchmarks.models.story_figures import behind, kept_together, stories_of
from benchmarks.models.tables import results_page
from checker.models import Encoder, load_encoder, load_nli, load_same_event, load_same_fact
from training import ecb
from training.rows import Row, read_rows, sha256
from training.same_fact_groups import read_grouped

HERE = Path(__file__).resolve().parent
BUNDLED = HERE.parent.parent / "checker/models"
BOTH_WAYS = ("validation", "generated_held_out", "claimdiff_train", "sister_events")
DATA_FILES = ("nli/validation.jsonl.gz", "nli/wikifactcheck_refuted.jsonl.gz", "events/ecb_train.jsonl.gz")
SPEED_PAIRS = 96
SPEED_SENTENCES = 400
MODELS = ("nli", "same_event", "same_fact")
WITH_FLOAT32 = ("float32", "int8_sample", "float32_sample", "speed")


def measure_nli(data: Path, most: int, float32: Path | None) -> dict[str, Any]:
    """All NLI figures; each set is predicted once per direction."""
    model = load_nli()
    sets = nli_sets(data, most)
    predictions: dict[str, tuple[PairSet, Array]] = {}
    for pairs in sets:
        predictions[pairs.name] = (pairs, model.predict(pairs.pairs))
        print(f"nli {pairs.name}: {len(pairs.rows)} pairs", flush=True)
    both = dict(predictions)
    for name in BOTH_WAYS:
        pairs, forward = predictions[name]
        mirrored = model.predict([(right, left) for left, right in pairs.pairs])
        both[name] = (pairs, np.asarray((forward + mirrored) / 2, dtype=np.float32))
        print(f"nli {name} mirrored", flush=True)
    config = json.loads((BUNDLED / "nli/config.json").read_text(encoding="utf-8"))
    made: dict[str, Any] = {
        "sets": {name: set_figures(*pair) for name, pair in predictions.items()},
        "types": type_figures(*predictions["generated_held_out"]),
        "count_types": type_figures(*predictions["counts_held_out"]),
        "claim_types": type_figures(*predictions["claims_held_out"]),
        "thresholds": threshold_figures(predictions),
        "both_directions": {
            "sets": {name: set_figures(*both[name]) for name in BOTH_WAYS},
            "thresholds": threshold_figures(both),
        },
        "calibration": calibration(*predictions["validation"], config["temperature"]),
        "calibration_rte3": calibration(*predictions["rte3_dev"], config["temperature"]),
    }
    if float32:
        full = load_nli(str(float32 / "nli_float32"))
        validation, predicted = predictions["validation"]
        sample = validation.pairs[:600]
        made["float32"] = {
            "rows": len(sample),
            "accuracy": _accuracy(validation, full.predict(sample)),
            "int8_accuracy": _accuracy(validation, predicted[: len(sample)]),
            "speed": _speeds(model.predict, full.predict, validation.pairs[:SPEED_PAIRS]),
        }
    return made


def nli_speeds(data: Path, float32: Path) -> dict[str, float]:
    """Pairs per second of the shipped NLI model and of the one in `float32`."""
    rows = read_rows(data / "nli/validation.jsonl.gz")
    pairs = [(row["premise"], row["hypothesis"]) for row in rows]
    return _speeds(load_nli().predict, load_nli(str(float32 / "nli_float32")).predict, pairs[:SPEED_PAIRS])


def _accuracy(pairs: PairSet, predicted: Array) -> float:
    part = PairSet(pairs.name, pairs.rows[: len(predicted)])
    return float(set_figures(part, predicted)["accuracy"])


def measure_same_event(data: Path, most: int, float32: Path | None) -> dict[str, Any]:
    """The same-event model, plain cosine of the encoder, and float32 on a sample, on held-out topics."""
    rows = event_sample(data, most)
    pairs = [(row["premise"], row["hypothesis"]) for row in rows]
    model, encoder, topics = load_same_event(), load_encoder(), ecb.read_topics(data, "held_out")
    scores, cosines = model.predict(pairs).tolist(), _cosines(rows, encoder)
    story = stories_of(topics, encoder)
    made = {
        "model": event_figures(scores, rows),
        "cosine": event_figures(cosines, rows),
        "behind_stories": event_figures(behind(scores, rows, story), rows),
        "cosine_behind_stories": event_figures(behind(cosines, rows, story), rows),
        "stories": kept_together(topics, story),
    }
    print(f"same event: {len(rows)} pairs", flush=True)
    if float32:
        full = load_same_event(str(float32 / "same_event_float32"))
        chosen = random.Random(1).sample(range(len(rows)), min(500, len(rows)))
        part, part_pairs = [rows[i] for i in chosen], [pairs[i] for i in chosen]
        made["int8_sample"] = event_figures(model.predict(part_pairs).tolist(), part)
        made["float32_sample"] = event_figures(full.predict(part_pairs).tolist(), part)
        made["speed"] = _speeds(model.predict, full.predict, part_pairs[:SPEED_PAIRS])
    return made


def measure_same_fact(root: Path, float32: Path | None) -> dict[str, Any]:
    """The same-fact encoder beside the plain one, and float32, on held-out events and the annotated stories."""
    held_out = dict(zip(("claims", "slips"), read_grouped(held_out=True), strict=True))
    read = {"news_dev": read_stories(root / "news_dev"), "open": read_stories(OPEN), "plain": read_stories(PLAIN)}
    stories = {name: [(story, claims_by_article(story)) for story in found] for name, found in read.items()}
    model, plain = load_same_fact(), load_encoder()
    made = {
        name: fact_figures(RememberingEncoder(encoder), held_out, stories)
        for name, encoder in (("model", model), ("encoder", plain))
    }
    print("same fact: int8 and the plain encoder", flush=True)
    if float32:
        full = load_same_fact(str(float32 / "same_fact_float32"))
        texts = [text for event in held_out["claims"] for group in event.groups for text in group]
        made["float32"] = fact_figures(RememberingEncoder(full), held_out, {})
        made["speed"] = _speeds(model.encode, full.encode, texts[:SPEED_SENTENCES])
    return made


def _cosines(rows: list[Row], encoder: Encoder) -> list[float]:
    texts = sorted({text for row in rows for text in (row["premise"], row["hypothesis"])})
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))
    return [float(vectors[row["premise"]] @ vectors[row["hypothesis"]]) for row in rows]


def _speeds(
    small: Callable[[Any], object], full: Callable[[Any], object], inputs: Sequence[object]
) -> dict[str, float]:
    """Inputs per second of both, by turns three times on the same ones; the best turn of each."""
    best = {"int8": 0.0, "float32": 0.0}
    for _ in range(3):
        for name, ask in (("int8", small), ("float32", full)):
            start = time.perf_counter()
            ask(inputs)
            best[name] = max(best[name], len(inputs) / (time.perf_counter() - start))
    return best


def main() -> None:
    """Measure what is asked for and write the results; figures of the other models are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument(
        "--float32", type=Path, help="folder with nli_float32/, same_event_float32/ and same_fact_float32/"
    )
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--model", choices=(*MODELS, "all"), default="all")
    parser.add_argument("--speed", action="store_true", help="only the NLI model's speed, with --float32")
    parser.add_argument("--most", type=int, default=1000, help="rows of each tune set at most")
    parser.add_argument("--most-events", type=int, default=20000, help="same-event pairs at most")
    parser.add_argument("--machine", default="2 cores, no GPU")
    options = parser.parse_args()
    if options.speed and not options.float32:
        parser.error("--speed compares with the float32 model: name its folder with --float32")
    path = HERE / "results.json"
    results = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    results["machine"] = options.machine
    results["data_sha256"] = {name: sha256(options.data / name) for name in DATA_FILES}
    wanted: tuple[str, ...] = MODELS if options.model == "all" else (options.model,)
    if options.speed:
        results["nli"]["float32"]["speed"] = nli_speeds(options.data, options.float32)
        wanted = ()
    before = {name: results.get(name, {}) for name in wanted}
    if "nli" in wanted:
        results["nli"] = measure_nli(options.data, options.most, options.float32)
    if "same_event" in wanted:
        results["same_event"] = measure_same_event(options.data, options.most_events, options.float32)
    if "same_fact" in wanted:
        results["same_fact"] = measure_same_fact(options.eval, options.float32)
    for name in wanted:
        if before[name].get("sha256") == _shipped(BUNDLED / name)["sha256"]:
            results[name] = {key: before[name][key] for key in WITH_FLOAT32 if key in before[name]} | results[name]
    for name in MODELS:
        if name in results:
            results[name] |= _shipped(BUNDLED / name)
    path.write_text(json.dumps(_rounded(results), indent=1) + "\n", encoding="utf-8")
    page = results_page(_rounded(results))
    (HERE / "results.md").write_text(page, encoding="utf-8")
    print(page)


def _shipped(folder: Path) -> dict[str, Any]:
    """Bytes of each shipped file, version and sums."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    names = sorted([*config["sha256"], "config.json"])
    files = {name: (folder / name).stat().st_size for name in names}
    return {"files": files, "version": config["version"], "sha256": config["sha256"]}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return value


if __name__ == "__main__":
    main()
