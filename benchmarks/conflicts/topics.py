"""Real stories from ClaimDiff: claims of two outlets on one topic of politics or public life, 2012 to 2021.

Nobody marked conflicts between the articles; every flag from a probability of .2 on was read, with all claims of the
topic, and the verdicts stand with those of short_news.py. As there, the text stays outside of the project.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.conflicts.gold import AnnotatedStory, story_of
from training.rows import read_rows

NOTE: Final = re.compile(r"topic=(?P<topic>.*); date=(?P<date>\S*); article_a=(?P<a>.*); article_b=(?P<b>.*)$")


def read_topics(data: Path) -> list[AnnotatedStory]:
    """One story per topic, named after it: its articles by headline, each with its claims as paragraphs."""
    topics: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    days: dict[str, str] = {}
    for row in read_rows(data / "nli/tune/claimdiff_train.jsonl.gz"):
        note = NOTE.match(row["note"])
        if note is None:
            raise ValueError(f"no topic in the note of row {row['id']}: {row['note']!r}")
        days[note["topic"]] = note["date"]
        for headline, claim in ((note["a"], row["premise"]), (note["b"], row["hypothesis"])):
            known = topics[note["topic"]][headline]
            if claim not in known:
                known.append(claim)
    return [_story(topic, days[topic], topics[topic]) for topic in sorted(topics)]


def _story(topic: str, day: str, articles: Mapping[str, Sequence[str]]) -> AnnotatedStory:
    rows = [
        {"title": headline, "text": "\n\n".join(claims), "published": day, "source": f"outlet {number}"}
        for number, (headline, claims) in enumerate(articles.items())
    ]
    return story_of(f"claims {topic}", {f"{number}.json": json.dumps(row) for number, row in enumerate(rows)})
