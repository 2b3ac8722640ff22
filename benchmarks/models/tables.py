"""results.json as a page of Markdown tables."""

from __future__ import annotations

from typing import Any

from tabulate import tabulate

Figures = dict[str, Any]


def results_page(results: Figures) -> str:
    """The whole page; a model that was not measured has no section."""
    parts = [
        "# What the bundled models are worth",
        "Written by `python -m benchmarks.models.run`; nothing here is typed by hand. "
        f"Machine: {results['machine']}. No set below was trained on; generated pairs are held out by source.",
    ]
    if "nli" in results:
        parts += _nli(results["nli"])
    if "same_event" in results:
        parts += _same_event(results["same_event"])
    if "same_fact" in results:
        parts += _same_fact(results["same_fact"])
    sums = [[name, f"`{value}`"] for name, value in sorted(results["data_sha256"].items())]
    parts += ["## Data", _table(["file", "sha256"], sums)]
    return "\n\n".join(parts) + "\n"


def _nli(figures: Figures) -> list[str]:
    parts = [
        "## NLI: each set",
        _table(
            [
                "set",
                "pairs",
                "accuracy",
                "two-way",
                "contradiction precision",
                "recall",
                "called contradiction",
            ],
            [
                [
                    name,
                    made["rows"],
                    _share(made["accuracy"]),
                    _share(made.get("accuracy_two_way")),
                    _share(made.get("contradiction_precision")),
                    _share(made.get("contradiction_recall")),
                    _share(made["called_contradiction"]),
                ]
                for name, made in figures["sets"].items()
            ],
        ),
        "Accuracy counts a not_entailment or not_contradiction label as met by either other answer. Two-way: "
        "entailment against contradiction only, for sets without neutrals. `claimdiff_train` and "
        "`sister_events` hold no contradiction, so that what is called one there is a false alarm; nearly all "
        "of `bump_task1` conflicts.",
        "## NLI: generated held-out pairs by type",
        _types(figures["types"]),
        "## NLI: held-out pairs of counts by type (bounds, rounding, other forms of a number, other things)",
        _types(figures["count_types"]),
        "## NLI: claims of held-out invented events by kind of what is disputed",
        _types(figures["claim_types"]),
    ]
    for title, table in (
        ("one direction", figures["thresholds"]),
        ("mean of both directions", figures["both_directions"]["thresholds"]),
    ):
        head = list(table[0])
        rows = [[row["threshold"], *[_share(row[name]) for name in head[1:]]] for row in table]
        parts += [f"## NLI: threshold on the probability of contradiction, {title}",
                  _table([name.replace("_", " ") for name in head], rows)]  # fmt: skip
    one, two = figures["sets"], figures["both_directions"]["sets"]
    parts += [
        "## NLI: one direction or both",
        _table(
            ["set", "accuracy, one", "both", "called contradiction, one", "both"],
            [
                [name, _share(one[name]["accuracy"]), _share(two[name]["accuracy"]),
                 _share(one[name]["called_contradiction"]), _share(two[name]["called_contradiction"])]
                for name in two
            ],
        ),
        "## NLI: calibration",
        _table(
            ["set", "temperature", "calibration error before", "after"],
            [
                [name, made["temperature"], _share(made["before"]), _share(made["after"])]
                for name, made in (
                    ("validation, odd rows", figures["calibration"]),
                    ("rte3_dev, odd rows", figures["calibration_rte3"]),
                )
            ],
        ),
    ]  # fmt: skip
    if "float32" in figures:
        made = figures["float32"]
        parts += [
            f"## NLI: int8 against float32 ({made['rows']} validation pairs, side by side)",
            _table(
                ["", "accuracy", "pairs a second"],
                [
                    ["int8", _share(made["int8_accuracy"]), made["speed"]["int8"]],
                    ["float32", _share(made["accuracy"]), made["speed"]["float32"]],
                ],
            ),
        ]
    return [*parts, _files(figures)]


def _types(types: Figures) -> str:
    rows = [
        [kind, made["rows"], _share(made["right"]), _share(made["called_contradiction"])]
        for kind, made in types.items()
    ]
    return _table(["type and label", "pairs", "right", "called contradiction"], rows)


def _same_fact(figures: Figures) -> list[str]:
    names = [name for name in ("model", "float32", "encoder") if name in figures]
    held = figures["model"]["held_out"]
    parts = [
        "## Same fact: sentences of held-out invented events whose nearest one is about the same fact",
        _table(
            ["", *(f"{name} ({made['sentences']})" for name, made in held.items())],
            [[name, *(_share(figures[name]["held_out"][part]["share"]) for part in held)] for name in names],
        ),
        "Among all sentences of the event; `encoder` is the plain all-MiniLM-L6-v2.",
        "## Same fact: annotated pairs of stories that hold two claims which are each other's nearest",
        _table(
            ["stories", "", "records", "each other's nearest", "plain encoder", "1 / rank", "plain encoder"],
            [
                [name, kind.replace("_", " "), made["records"],
                 *(_share(figures[who]["stories"][name][kind][figure])
                   for figure in ("each_others_nearest", "reciprocal_rank") for who in ("model", "encoder"))]
                for name, kinds in figures["model"]["stories"].items()
                for kind, made in kinds.items() if "records" in made
            ],
        ),
        "Pairs of claims that are each other's nearest: " + "; ".join(
            f"{name} {kinds['pairs']['each_others_nearest']} "
            f"(plain {figures['encoder']['stories'][name]['pairs']['each_others_nearest']})"
            for name, kinds in figures["model"]["stories"].items()
        ) + ".",
    ]  # fmt: skip
    if "speed" in figures:
        speed = figures["speed"]
        parts.append(f"Sentences a second, side by side: int8 {speed['int8']:.0f}, float32 {speed['float32']:.0f}.")
    return [*parts, _files(figures)]


def _same_event(figures: Figures) -> list[str]:
    order = ("model", "behind_stories", "cosine", "cosine_behind_stories", "int8_sample", "float32_sample")
    names = [name for name in order if name in figures]
    parts = [
        "## Same event: held-out topics",
        _table(
            [
                "",
                "pairs",
                "same event",
                "AUC",
                "AUC in one story",
                "AUC against the sister",
                "average precision",
            ],
            [
                [
                    name.replace("_", " "),
                    figures[name]["pairs"],
                    figures[name]["positives"],
                    *[_share(figures[name][key]) for key in ("auc", "auc_same_story", "auc_sister_story")],
                    _share(figures[name]["average_precision"]),
                ]
                for name in names
            ],
        ),
    ]
    if "stories" in figures:
        parts.append(_stories(figures["stories"]))
    for name in names[:4]:
        parts += [
            f"### {name.replace('_', ' ')}: recall at a precision",
            _table(
                ["precision", "recall", "threshold", "sister events taken for one"],
                [
                    [p["precision"], _share(p["recall"]), p["threshold"], _share(p["sister_taken"])]
                    for p in figures[name]["points"]
                ],
            ),
        ]
    if "speed" in figures:
        rows = [[name, speed] for name, speed in figures["speed"].items()]
        parts += ["### Speed, side by side", _table(["", "pairs a second"], rows)]
    return [*parts, _files(figures)]


def _stories(figures: Figures) -> str:
    kept, pairs = figures["kept_together"], figures["pairs"]
    return (
        "“Behind stories”: as in the pipeline, where only claims of one story meet; a pair that the stage of stories "
        "keeps apart counts as of two events. Of each document the stage has the annotated sentences, mostly one to "
        f"five. Of {pairs['one_story']:,} pairs of documents of one story it puts {kept['one_story']:.3f} together, "
        f"and {kept['sister_stories']:.3f} of the {pairs['sister_stories']:,} pairs of sister stories."
    )


def _files(figures: Figures) -> str:
    rows = [[name, f"{size / 1e6:.2f}"] for name, size in sorted(figures["files"].items())]
    return _table(["file", "MB"], rows)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _table(head: list[str], rows: list[list[Any]]) -> str:
    return tabulate(rows, headers=head, tablefmt="github", floatfmt=".3f", disable_numparse=[0])
