"""Measure what is found in the annotated stories: `python -m benchmarks.conflicts.run --eval ../shared/eval`.

Prints the goals, the stages, the kinds and an ablation; writes results.json and results.md; exits with 1 where a figure
falls below floors.json. `--record` makes this run's figures the floors. `--sample N` prints N flags that nobody judged.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.conflicts import accept, injected, news, verdicts
from benchmarks.conflicts.gold import (
    BLIND,
    CONSISTENT,
    COPIES,
    COPIES_UNREAD,
    OPEN,
    PLAIN,
    UNREAD,
    AnnotatedStory,
    read_stories,
)
from benchmarks.conflicts.held_out import held_out_figures, judged_held_out
from benchmarks.conflicts.memory import remembering
from benchmarks.conflicts.mixed import mixed_figures
from benchmarks.conflicts.sentence_pairs import HUMAN_ERRORS, NEWSWIRE, pair_figures, read_sentence_pairs
from benchmarks.conflicts.short_news import VERDICTS as SHORT_VERDICTS
from benchmarks.conflicts.short_news import read_short_news, short_figures
from benchmarks.conflicts.tables import results_page
from benchmarks.conflicts.topics import read_topics
from checker.loading import load_models
from checker.settings import Settings
from training.fit_fusion import collect

HERE = Path(__file__).parent
MODELS = ("same_event",)  # those that a run asks only when told to


def main(arguments: list[str] | None = None) -> int:
    """Run everything; 0, or 1 where a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conflicts.run", description=__doc__)
    parser.add_argument("--eval", type=Path, required=True, help="folder with the annotated stories and cases")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with the short real stories")
    parser.add_argument("--out", type=Path, default=HERE, help="where results.json and results.md go")
    parser.add_argument("--parses", type=Path, help="file that keeps the parsed texts for the next run")
    parser.add_argument("--record", action="store_true", help="make this run's figures the floors")
    parser.add_argument("--sample", type=int, default=0, help="print so many flags that nobody judged yet")
    options = parser.parse_args(arguments)
    results, checked = measure(options.eval, options.data, options.parses)
    text = results_page(results)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "results.json").write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
    (options.out / "results.md").write_text(text, "utf-8")
    print(text)
    if options.sample:
        print_sample(checked, options.sample)
    if options.record:
        accept.record(results)
    broken = accept.broken(results)
    for sentence in broken:
        print(f"floor broken: {sentence}", file=sys.stderr)
    return 1 if broken else 0


def measure(root: Path, data: Path, parses: Path | None) -> tuple[dict[str, Any], list[news.Checked]]:
    """All figures, with the machine and the checksums of the data, and the checked stories."""
    started = time.monotonic()
    settings = Settings()
    stories = read_stories(root / "news_dev")
    with remembering(load_models(settings), parses) as models:
        checked = news.check_stories(stories, settings, models)
        candidates = collect(root, data, models)
        invented = news.check_stories(read_stories(OPEN), settings, models)
        plain, blind = (news.check_stories(read_stories(folder), settings, models) for folder in (PLAIN, BLIND))
        one = replace(settings, stories="one")
        short, topics = (news.check_stories(read(data), one, models) for read in (read_short_news, read_topics))
        pairs = {
            name: pair_figures(news.check_stories(read_sentence_pairs(data, name), one, models))
            for name in (HUMAN_ERRORS, NEWSWIRE)
        }
        copies, unseen = (news.check_stories(read_stories(f), settings, models) for f in (COPIES, COPIES_UNREAD))
        calm, unread = (news.check_stories(read_stories(f), settings, models) for f in (CONSISTENT, UNREAD))
        mixed = mixed_figures([*checked, *invented, *plain, *blind], settings, models.encoder)
        cases = injected.run_cases(injected.read_edits(root), settings, models)
        ablation = {"all parts": news.figures(checked)}
        ablation |= {
            f"without {rule}": news.figures(news.without_rule(checked, rule, settings)) for rule in _rules(checked)
        }
    for name in MODELS:
        ablation[f"with {name}"] = _with_model(name, stories, settings, parses)
    judged = verdicts.read_verdicts(SHORT_VERDICTS)
    results = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "data": checksums(root),
        "news": news.figures(checked),
        "held_out": held_out_figures(checked, candidates, settings),
        "written": {
            "open": held_out_figures(invented, candidates, settings),
            "plain": news.figures(plain),
            "blind": news.figures(blind),
            "copies": news.figures(copies),
            "copies_unread": news.figures(unseen),
        },
        "consistent": {
            "read": news.figures(judged_held_out(calm, candidates, settings)),
            "unread": news.figures(unread),
        },
        "short_news": short_figures(short, judged),
        "short_news_held_out": short_figures(judged_held_out(short, candidates, settings), judged),
        "topics": short_figures(topics, judged),
        "topics_held_out": short_figures(judged_held_out(topics, candidates, settings), judged),
        "sentence_pairs": pairs,
        "mixed": mixed,
        "written_stages": stage_figures(news.traces(blind)),
        "stages": stage_figures(news.traces(checked)),
        "verdicts": verdicts.figures(checked, verdicts.read_verdicts()),
        "injected": injected.figures(*cases),
        "ablation": ablation,
        "seconds": time.monotonic() - started,
    }
    return results, checked


def _rules(checked: Sequence[news.Checked]) -> list[str]:
    return sorted({row.rule for one in checked for rows in one.compared.comparisons for row in rows})


def _with_model(
    name: str, stories: Sequence[AnnotatedStory], settings: Settings, parses: Path | None
) -> dict[str, Any]:
    asked = replace(settings, **{name: "bundled"})
    with remembering(load_models(asked), parses) as models:
        return news.figures(news.check_stories(stories, asked, models))


def stage_figures(traces: Sequence[news.Trace]) -> dict[str, Any]:
    """How many annotated pairs survive each stage, in all and by kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for trace in traces:
        for key in ("all", str(trace.record["kind"])):
            kinds[key]["pairs"] += 1
            for stage in news.STAGES:
                kinds[key][stage] += trace.passes(stage)
    found = {k: dict(c) for k, c in kinds.items()}
    return {"all": found.pop("all"), "kinds": found}


def checksums(root: Path) -> dict[str, str]:
    """sha256 of the gold records of each story and of the injected cases."""
    files = sorted([*root.glob("news_dev/*/gold.jsonl"), root / "injected_cases.jsonl"])
    return {str(f.relative_to(root)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def print_sample(checked: Sequence[news.Checked], count: int) -> None:
    """A random sample of the flags without a record or a verdict, to be judged by hand."""
    known = verdicts.read_verdicts()
    waiting = [(story, c) for story, c in verdicts.unjudged(checked) if c.id not in known]
    for story, c in random.Random(7).sample(waiting, min(count, len(waiting))):
        print(f"\n{c.id} {story} {c.kind} {c.probability:.2f}: {c.explanation}")
        for claim in (c.pair.left, c.pair.right):
            print(f"    {claim.source}: {claim.sentence}")


if __name__ == "__main__":
    sys.exit(main())
