"""ECB+ as pairs of sentences, split by topic.

Positive: sentences of different documents that share an event id. Negative: sentences of different documents
of one topic that share none, of the same story (subtopic) or of its sister, which tells of another event of
the same kind.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from training.rows import Row, read_rows

HELD_OUT_TOPICS = frozenset({2, 5, 8, 11, 14, 23, 26, 29, 32, 35})
"""Every third topic: never trained on, neither as event pairs nor as material for generated NLI pairs."""

DEVELOPMENT_TOPICS = frozenset({9, 18, 27})
"""For the temperature and for choosing; not trained on as event pairs."""

RENAMED = 0.33


def read_topics(data: Path, side: str) -> dict[int, list[Row]]:
    """Sentences of one side ("train", "development" or "held_out") by topic, in file order."""
    topics: dict[int, list[Row]] = defaultdict(list)
    for row in read_rows(data / "events/ecb_train.jsonl.gz"):
        topic = row["topic"]
        held = "held_out" if topic in HELD_OUT_TOPICS else "development" if topic in DEVELOPMENT_TOPICS else "train"
        if held == side:
            topics[topic].append(row)
    return dict(topics)


def same_event(left: Row, right: Row) -> bool:
    """Whether the two sentences share an annotated event."""
    return bool({event["id"] for event in left["events"]} & {event["id"] for event in right["events"]})


def all_pairs(topics: dict[int, list[Row]]) -> list[Row]:
    """Every pair of sentences of different documents of one topic: premise, hypothesis, same, sister,
    topic, documents."""
    made = []
    for topic, rows in sorted(topics.items()):
        for left, right in combinations(rows, 2):
            if left["doc"] != right["doc"]:
                made.append(as_pair(left, right, topic))
    return made


def as_pair(left: Row, right: Row, topic: int) -> Row:
    """One pair; `sister` says that the sentences belong to two different events of one kind."""
    return {
        "premise": left["text"],
        "hypothesis": right["text"],
        "same": same_event(left, right),
        "sister": left["subtopic"] != right["subtopic"],
        "topic": topic,
        "documents": (left["doc"], right["doc"]),
    }


def training_pairs(topics: dict[int, list[Row]], each: int, seed: int) -> list[Row]:
    """Up to `each` positives per topic, as many negatives of the same story, and as many of the sister story.

    In a third of the pairs the names are changed (see `Renamer`), so that the network learns to compare names
    rather than to know the few stories by heart.
    """
    draw = random.Random(seed)
    renamer = Renamer(topics, draw)
    made: list[Row] = []
    names = sorted(topics)
    for topic in names:
        kinds: dict[str, list[tuple[Row, Row]]] = defaultdict(list)
        for left, right in combinations(topics[topic], 2):
            if left["doc"] == right["doc"]:
                continue
            same, sister = same_event(left, right), left["subtopic"] != right["subtopic"]
            kinds["same" if same else "sister" if sister else "story"].append((left, right))
        for kind, share in (("same", 1.0), ("story", 0.75), ("sister", 1.0)):
            pool = kinds[kind]
            for left, right in draw.sample(pool, min(len(pool), int(each * share))):
                made.append(_perhaps_renamed(left, right, topic, renamer, draw))
        for _ in range(each // 10):  # another topic altogether
            other = draw.choice([name for name in names if name != topic])
            made.append(as_pair(draw.choice(topics[topic]), draw.choice(topics[other]), topic))
    draw.shuffle(made)
    return [_either_way(row, draw) for row in made]


def _perhaps_renamed(left: Row, right: Row, topic: int, renamer: Renamer, draw: random.Random) -> Row:
    row = as_pair(left, right, topic)
    if draw.random() < RENAMED:
        new = renamer.new_names(left, right)
        first, second = renamer.rename(left["text"], left, new), renamer.rename(right["text"], right, new)
        return {**row, "premise": first, "hypothesis": second}
    return row


def _either_way(row: Row, draw: random.Random) -> Row:
    return {**row, "premise": row["hypothesis"], "hypothesis": row["premise"]} if draw.random() < 0.5 else row


class Renamer:
    """Gives the annotated people, places and bodies of a pair the names of those of other topics, alike on
    both sides."""

    def __init__(self, topics: dict[int, list[Row]], draw: random.Random) -> None:
        self._draw = draw
        mentions: dict[str, set[str]] = defaultdict(set)
        self._type: dict[str, str] = {}
        for rows in topics.values():
            for row in rows:
                for entity in row["entities"]:
                    if is_name(entity["text"]):
                        mentions[entity["id"]].add(entity["text"])
                        self._type[entity["id"]] = entity["type"]
        self._longest = {entity: max(sorted(texts), key=len) for entity, texts in mentions.items()}
        self._by_type: dict[str, list[str]] = defaultdict(list)
        for entity in sorted(self._longest):
            self._by_type[self._type[entity]].append(self._longest[entity])

    def new_names(self, *rows: Row) -> dict[str, str]:
        """Entity id -> another entity's name of the same type; the same whole name for one id, wherever it
        stands."""
        ids = sorted({entity["id"] for row in rows for entity in row["entities"] if entity["id"] in self._longest})
        new: dict[str, str] = {}
        by_name: dict[str, str] = {}
        for entity in ids:  # one name may have two ids (two annotated stories): both get one new name
            old = self._longest[entity]
            new[entity] = by_name.setdefault(old, self._draw.choice(self._by_type[self._type[entity]]))
        return new

    def rename(self, text: str, row: Row, new: dict[str, str]) -> str:
        """The sentence with its annotated names replaced; a short mention gets the last word of the new
        name."""
        done: set[str] = set()
        for entity in sorted(row["entities"], key=lambda entity: -len(entity["text"])):
            old = entity["text"]
            if entity["id"] not in new or not is_name(old) or old in done:
                continue
            done.add(old)
            name = new[entity["id"]]
            short = len(old.split()) == 1 and len(self._longest[entity["id"]].split()) > 1
            text = re.sub(rf"\b{re.escape(old)}\b", lambda _, n=name, s=short: n.split()[-1] if s else n, text)
        return text


def is_name(text: str) -> bool:
    """A mention of one to four capitalised words."""
    parts = text.split()
    return 1 <= len(parts) <= 4 and all(part[0].isupper() for part in parts) and text not in ("He", "She", "They", "It")
