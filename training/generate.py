"""Typed pairs on news-like sentences: conflicts, the same in other words, and neutrals that look like
conflicts.

    python -m training.generate --data ../shared/data --work ../training-cache

Writes generated_train.jsonl.gz (first run), generated_more.jsonl.gz (second), generated_third.jsonl.gz (third),
generated_seventh.jsonl.gz (seventh), generated_held_out.jsonl.gz and counts_held_out.jsonl.gz. Held out by source: the
held-out files are made from other ECB+ topics, from other sets (WikiFactCheck premises, the NLI validation file) and
from other templates than the training files.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

from training import bounds, count_stories, counts, edits, templates
from training.ecb import HELD_OUT_TOPICS
from training.rows import Row, overlap, read_rows, write_rows

SEED = 31
TRAIN_SETS = ("lingnli", "mnli", "fool_me_twice")
ENTAILED_SETS = ("lingnli", "mnli", "wanli_subset", "fool_me_twice", "fever_2way")


def sentences(data: Path, held_out: bool) -> list[str]:
    """News-like sentences of one side of the split, each once, in a fixed order."""
    found = [
        row["text"]
        for row in read_rows(data / "events/ecb_train.jsonl.gz")
        if (row["topic"] in HELD_OUT_TOPICS) == held_out
    ]
    if held_out:
        found += [row["premise"] for row in read_rows(data / "nli/wikifactcheck_refuted.jsonl.gz")]
    else:
        rows = read_rows(data / "nli/train.jsonl.gz")
        found += [row["premise"] for row in rows if row["dataset"] in TRAIN_SETS]
    return [text for text in dict.fromkeys(found) if edits.news_like(text)]


def say_again(sentence: str, draw: random.Random, most: int = 2) -> str | None:
    """The sentence in other words: one to `most` edits that keep its meaning."""
    made = sentence
    done = 0
    for edit in draw.sample(edits.SAME, len(edits.SAME)):
        changed = edit(made, draw)
        if changed and changed != made:
            made, done = changed, done + 1
        if done == most:
            break
    return made if done else None


def typed_conflicts(pool: list[str], each: int, draw: random.Random) -> list[Row]:
    """Up to `each` conflicts per type, and for each of them a positive from the same sentence where one can
    be made."""
    rows: list[Row] = []
    used: Counter[str] = Counter()
    for kind, edit in edits.CONFLICTS.items():
        made = 0
        for text in draw.sample(pool, len(pool)):
            if made == each:
                break
            if used[text] > 1 or not (changed := edit(text, draw)) or changed == text:
                continue
            used[text] += 1
            made += 1
            other_words = say_again(changed, draw) if draw.random() < 0.8 else None
            rows.append(_row(*_either_way(text, other_words or changed, draw), "contradiction", kind))
            positive = edits.shorten(text, draw) if draw.random() < 0.3 else say_again(text, draw)
            if positive and positive != text:
                rows.append(_row(text, positive, "entailment", f"{kind}_same"))
    return rows


def entailed_conflicts(rows: list[Row], each: int, draw: random.Random) -> list[Row]:
    """A conclusion that a premise entails, with one fact changed, conflicts with the premise: few words in
    common.

    The positive is the same conclusion in other words.
    """
    pool = [
        row
        for row in rows
        if row["label"] == "entailment"
        and 5 <= len(row["hypothesis"].split()) <= 28
        and len(row["premise"].split()) <= 45
        and row["hypothesis"].endswith(".")
    ]
    made: list[Row] = []
    for kind, edit in edits.CONFLICTS.items():
        done = 0
        for row in draw.sample(pool, len(pool)):
            changed = edit(row["hypothesis"], draw)
            if done == each or not changed or changed == row["hypothesis"]:
                continue
            done += 1
            made.append(_row(*_either_way(row["premise"], changed, draw), "contradiction", f"{kind}_entailed"))
            made.append(
                _row(
                    row["premise"],
                    say_again(row["hypothesis"], draw) or row["hypothesis"],
                    "entailment",
                    f"{kind}_entailed_same",
                )
            )
    return made


def silent_detail(pool: list[str], count: int, draw: random.Random) -> list[Row]:
    """One side says less: the short one does not entail the long one, and does not contradict it."""
    rows: list[Row] = []
    for text in draw.sample(pool, len(pool)):
        less = edits.shorten(text, draw)
        if less and len(rows) < count:
            more = say_again(text, draw, 1) if draw.random() < 0.4 else None
            rows.append(_row(less, more or text, "neutral", "added_detail"))
    return rows


def other_events(rows: list[Row], held_out: bool, count: int, draw: random.Random) -> list[Row]:
    """Sentences of sister subtopics with most words in common; a third of them with a fact changed as
    well."""
    by_topic: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if (row["topic"] in HELD_OUT_TOPICS) == held_out and 6 <= len(row["text"].split()) <= 36:
            by_topic[row["topic"]].append(row)
    pairs: list[tuple[float, str, str]] = []
    for group in by_topic.values():
        near = [
            (overlap(left["text"], right["text"]), left["text"], right["text"])
            for left in group
            for right in group
            if left["subtopic"] < right["subtopic"] and not _shared_events(left, right)
        ]
        near.sort(reverse=True)
        top = near[: max(60, 2 * count // len(by_topic))]
        pairs += draw.sample(top, min(len(top), count // len(by_topic) + 1))
    made = []
    for _, left_text, right_text in pairs:
        right_new = right_text
        if draw.random() < 0.33:
            edit = draw.choice(list(edits.CONFLICTS.values()))
            right_new = edit(right_text, draw) or right_text
        made.append(_row(*_either_way(left_text, right_new, draw), "neutral", "sister_event"))
    return made


def from_templates(events: tuple[templates.Event, ...], each: int, draw: random.Random) -> list[Row]:
    """Per event: conflicts, positives, and other events of the same kind (nothing shared but the wording)."""
    rows: list[Row] = []
    for kind, wordings in events:
        for number in range(each):
            facts = templates.fill(draw)
            left, right = draw.choice(wordings), draw.choice(wordings)
            shown = templates.say(left, facts, draw)
            if number % 3 == 0:
                told = templates.changed(facts, kind, right, draw)
                rows.append(_row(shown, templates.say(right, told, draw), "contradiction", kind))
            elif number % 3 == 1:
                right = _says_no_more(left, wordings, draw)
                rows.append(_row(shown, templates.say(right, facts, draw), "entailment", f"{kind}_same"))
            else:
                rows.append(_row(shown, templates.say(right, _another(facts, draw), draw), "neutral", "other_event"))
    return rows


def _says_no_more(left: str, wordings: tuple[str, ...], draw: random.Random) -> str:
    """A wording whose slots all stand in `left`, so that `left` entails it."""
    slots = set(templates.slots(left))
    return draw.choice([w for w in wordings if set(templates.slots(w)) <= slots])


def _another(facts: dict[str, str], draw: random.Random) -> dict[str, str]:
    """Facts of another event: other people, places and matters."""
    new = templates.fill(draw)
    for slot in ("person", "city", "country", "country2", "matter", "accident", "accident_noun"):
        while new[slot] == facts[slot]:
            fresh = templates.fill(draw)
            new[slot] = fresh[slot]
            if slot == "accident":
                new["accident_noun"] = fresh["accident_noun"]
    if draw.random() < 0.5:  # the verb or the number may well be the same
        new["pole"], new["number"], new["ordinal"] = facts["pole"], facts["number"], facts["ordinal"]
    return new


def from_counts(wordings: tuple[tuple[str, str], ...], count: int, draw: random.Random) -> list[Row]:
    """Bounds, rounding, updates, parts and wholes."""
    return [_row(*bounds.count_pair(wordings, draw)) for _ in range(count)]


def _row(premise: str, hypothesis: str, label: str, kind: str) -> Row:
    return {
        "premise": premise,
        "hypothesis": hypothesis,
        "label": label,
        "type": kind,
        "dataset": "generated",
    }


def _either_way(left: str, right: str, draw: random.Random) -> tuple[str, str]:
    return (left, right) if draw.random() < 0.5 else (right, left)


def _shared_events(left: Row, right: Row) -> bool:
    return bool({event["id"] for event in left["events"]} & {event["id"] for event in right["events"]})


def make(data: Path, held_out: bool) -> list[Row]:
    """All generated pairs of one side of the split, numbered."""
    draw = random.Random(SEED + held_out)
    pool = sentences(data, held_out)
    events = templates.HELD_OUT if held_out else templates.TRAIN
    wordings = bounds.HELD_OUT_COUNTS if held_out else bounds.TRAIN_COUNTS
    rows = typed_conflicts(pool, 100 if held_out else 420, draw)
    if held_out:
        given = read_rows(data / "nli/validation.jsonl.gz")
    else:
        given = [row for row in read_rows(data / "nli/train.jsonl.gz") if row["dataset"] in ENTAILED_SETS]
    rows += entailed_conflicts(given, 40 if held_out else 200, draw)
    rows += silent_detail(pool, 150 if held_out else 900, draw)
    rows += other_events(read_rows(data / "events/ecb_train.jsonl.gz"), held_out, 300 if held_out else 1500, draw)
    rows += from_templates(events, 24 if held_out else 75, draw)
    rows += from_counts(wordings, 240 if held_out else 1300, draw)
    unique = {(row["premise"], row["hypothesis"]): row for row in rows if row["premise"] != row["hypothesis"]}
    side = "held_out" if held_out else "train"
    return [{**row, "id": f"generated-{side}-{n}", "split": side} for n, row in enumerate(unique.values())]


def make_more(data: Path) -> list[Row]:
    """Pairs of the second run: counts in many wordings, and fresh draws of the other types."""
    draw = random.Random(SEED + 2)
    rows = [_row(*pair) for pair in counts.count_pairs(count_stories.TRAIN, 4500, draw)]
    return _with_fresh_draws(rows, "more", data, draw, entailed=90, others=300, each=30)


def make_wary(data: Path, name: str, seed: int, *, most: int, others: int, each: int) -> list[Row]:
    """Pairs of the third run and of the seventh: counts of which few conflict, and fresh draws of the other types."""
    draw = random.Random(seed)
    rows = [_row(*pair) for pair in counts.count_pairs(count_stories.TRAIN, most, draw, counts.WARY)]
    rows += from_counts(bounds.TRAIN_COUNTS, 900, draw)
    return _with_fresh_draws(rows, name, data, draw, entailed=60, others=others, each=each)


def _with_fresh_draws(
    rows: list[Row], name: str, data: Path, draw: random.Random, *, entailed: int, others: int, each: int
) -> list[Row]:
    """The rows and pairs of the other types, each pair once; `each` is per template event."""
    pool = sentences(data, held_out=False)
    given = [row for row in read_rows(data / "nli/train.jsonl.gz") if row["dataset"] in ENTAILED_SETS]
    rows = rows + typed_conflicts(pool, 60, draw)
    rows += entailed_conflicts(given, entailed, draw)
    rows += silent_detail(pool, 150, draw)
    rows += other_events(read_rows(data / "events/ecb_train.jsonl.gz"), False, others, draw)
    rows += from_templates(templates.TRAIN, each, draw)
    unique = {(row["premise"], row["hypothesis"]): row for row in rows if row["premise"] != row["hypothesis"]}
    return [{**row, "id": f"generated-{name}-{n}", "split": "train"} for n, row in enumerate(unique.values())]


def counts_held_out(count: int = 800) -> list[Row]:
    """Pairs of counts in wordings that no training pair has."""
    return [_row(*pair) for pair in counts.count_pairs(count_stories.HELD_OUT, count, random.Random(SEED + 3))]


def main() -> None:
    """Write each file and print how many pairs of each type they hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../training-cache"))
    options = parser.parse_args()
    made = {
        "generated_train": make(options.data, held_out=False),
        "generated_more": make_more(options.data),
        "generated_third": make_wary(options.data, "third", SEED + 4, most=6500, others=400, each=20),
        "generated_seventh": make_wary(options.data, "seventh", SEED + 5, most=5000, others=200, each=15),
        "generated_held_out": make(options.data, held_out=True),
        "counts_held_out": counts_held_out(),
    }
    for name, rows in made.items():
        write_rows(options.work / f"{name}.jsonl.gz", rows)
        print(name, len(rows), dict(Counter(row["label"] for row in rows)))
        print("  ", dict(sorted(Counter(row["type"] for row in rows).items())))


if __name__ == "__main__":
    main()
