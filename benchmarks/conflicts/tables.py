"""results.md: the figures of a run as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tabulate import tabulate

from benchmarks.conflicts.accept import LINES
from benchmarks.conflicts.news import STAGES

WHAT = {
    "claims": "both sentences are claims",
    "candidates": "they are put side by side",
    "comparison": "a rule compares them",
    "threshold": "it is shown",
}


def results_page(results: dict[str, Any]) -> str:
    """The whole page."""
    parts = [
        "# Conflicts in real news, measured",
        "Written by `make bench-conflicts`; nothing here is typed by hand. The weights are fitted on the same stories,"
        " so the lines “weights fitted without the story” are the honest ones. "
        f"Machine: {results['machine']}. {results['seconds']:.0f} s.",
        "## Goals",
        _goals(results),
        "## By kind",
        _kinds(results["news"]["kinds"], results["held_out"]["kinds"]),
        "## Where annotated conflicts are lost",
        _stages(results["stages"]),
        "## Stories written for this project",
        "`open`: read while rules were written, each judged by weights that were fitted without it. `plain`: read,"
        " never fitted on. `blind`: neither read nor fitted on. `copies`: outlets that reword one agency's text, with"
        " slips; read, never fitted on. `copies_unread`: neither read nor fitted on (written/README.md).",
        _written(results),
        "## Stories in which nothing contradicts anything",
        "Every flag is a false alarm; the stories are full of what looks like a contradiction (written/README.md)."
        " `read`: judged by weights that were fitted without the story. `unread`: neither read nor fitted on.",
        _consistent(results),
        "## Short real stories",
        "`events`: two or three sentences of each of some ten articles, from ECB+ (short_news.py). `topics`: claims of"
        " two outlets on one topic of politics, from ClaimDiff (topics.py). Nobody marked conflicts in them; flags were"
        " read one by one. Their verdicts are fitted on: the rows “fitted without the story” are the honest ones.",
        _short(results),
        "## Pairs of sentences",
        "`bump_task1`: sentences of real news beside themselves with one error that a person wrote into them; what is"
        " found should be all but the errors of coreference, which a sentence alone does not show. `rte3_dev`: newswire"
        " beside a statement made up for the test (sentence_pairs.py).",
        _pairs(results["sentence_pairs"]),
        "## All stories in one folder",
        _mixed(results["mixed"]),
        "## Flags",
        _flags(results),
        "## Injected edits, strong alignment",
        _types(results["injected"]["types"]),
        f"Moderate alignment (reported only): {results['injected']['moderate']:.3f}.",
        "## Without one part",
        _ablation(results["ablation"]),
        "## Data",
        _table([(name, f"`{sha}`") for name, sha in results["data"].items()], ("file", "sha256")),
    ]
    return "\n\n".join(parts) + "\n"


def _table(rows: Iterable[Sequence[object]], headers: Sequence[str]) -> str:
    return tabulate(list(rows), headers=headers, tablefmt="github", floatfmt=".3f")


def _goals(results: dict[str, Any]) -> str:
    rows = []
    for line in LINES:
        value = line.value(results)
        state = "goal" if line.keeps(value, line.goal) else "floor" if line.keeps(value, line.floor) else "**below**"
        rows.append((line.name, f"{value:.3f}", f"{line.goal:g}", f"{line.floor:g}", state))
    return _table(rows, ("figure", "measured", "goal", "floor", "reached"))


def _kinds(all_weights: dict[str, Any], held_out: dict[str, Any]) -> str:
    rows = [(k, c["disagreements"], c["found"], held_out[k]["found"]) for k, c in all_weights.items()]
    return _table(rows, ("kind", "disagreements", "found", "found without the story"))


def _mixed(found: dict[str, Any]) -> str:
    return (
        f"The {found['articles']} articles of the {found['annotated']} annotated stories, real and invented, come out "
        f"as {found['found']} stories: {found['kept_together']:.3f} of the pairs of articles of one story stay "
        f"together, and {found['joined_wrongly']} pairs of two stories are put together."
    )


def _written(results: dict[str, Any]) -> str:
    headers = (
        "stories",
        "articles",
        "high and medium",
        "found",
        "recall",
        "right",
        "wrong",
        "no record",
        "same claims",
    )
    rows = []
    for name, found in results["written"].items():
        n = found["counts"]
        known = (n["high"] + n["medium"], n["high_found"] + n["medium_found"], found["recall_high_medium"])
        flags = (n.get("right", 0), n.get("wrong", 0), n.get("unjudged", 0), found["same_claim_recall"])
        rows.append((name, n["articles"], *known, *flags))
    lost = ", ".join(f"{WHAT[stage]}: {results['written_stages']['all'][stage]}" for stage in STAGES)
    return (
        f"{_table(rows, headers)}\n\nOf {results['written_stages']['all']['pairs']} annotated pairs in `blind`: {lost}."
    )


def _consistent(results: dict[str, Any]) -> str:
    rows = [
        (name, n["articles"], n.get("flags", 0), n.get("disagreements", 0), round(n.get("flags", 0) / n["articles"], 2))
        for name, n in ((name, found["counts"]) for name, found in results["consistent"].items())
    ]
    headers = ("stories", "articles", "flags between articles", "disagreements, also inside one", "flags per article")
    return _table(rows, headers)


def _short(results: dict[str, Any]) -> str:
    keys = ("stories", "articles", "flags", "judged", "real")
    keys += ("disagreements", "disagreements_judged", "disagreements_real")
    sets = (("events", "short_news"), ("topics", "topics"))
    rows = [
        (name, weights, *(results[key + suffix].get(k, 0) for k in keys))
        for name, key in sets
        for weights, suffix in (("shipped", ""), ("fitted without the story", "_held_out"))
    ]
    counts = ("stories", "articles", "flags", "judged", "real", "disagreements", "judged", "real")
    return _table(rows, ("set", "weights", *counts))


def _pairs(sets: dict[str, Any]) -> str:
    rows = [
        (name, kind, n["pairs"], n["flagged"], n["share"])
        for name, found in sets.items()
        for kind, n in (("all", found), *found["kinds"].items())
    ]
    return _table(rows, ("set", "kind", "pairs", "flagged", "share"))


def _stages(stages: dict[str, Any]) -> str:
    kinds = sorted(stages["kinds"])
    rows = [(WHAT[stage], stages["all"][stage], *(stages["kinds"][kind][stage] for kind in kinds)) for stage in STAGES]
    rows.insert(0, ("annotated pairs", stages["all"]["pairs"], *(stages["kinds"][k]["pairs"] for k in kinds)))
    return _table(rows, ("pairs of which", "all", *kinds))


def _flags(results: dict[str, Any]) -> str:
    count, hand = results["news"]["counts"], results["verdicts"]
    return (
        f"{count['flags']} flags in {count['disagreements']} disagreements on {count['articles']} articles: "
        f"{count.get('right', 0)} match an annotated conflict, {count.get('wrong', 0)} only a look-alike, "
        f"{hand['unjudged_flags']} neither. Of those, {hand['judged_by_hand']} were judged by hand against the full "
        f"articles (verdicts.json): {hand['real']} are real."
    )


def _types(types: dict[str, Any]) -> str:
    return _table([(k, c["cases"], c["detected"]) for k, c in types.items()], ("edited", "cases", "detected"))


def _ablation(rows: dict[str, Any]) -> str:
    columns = ("recall_high_medium", "recall_pairs", "judged_precision")
    made = [(name, row["counts"]["flags"], *(row[c] for c in columns)) for name, row in rows.items()]
    return _table(made, ("", "flags", "recall, high and medium", "recall of pairs", "judged precision"))
