"""Real stories in a few sentences per article, from ECB+, and what was made of the flags on them.

ECB+ holds the annotated sentences of 32 news events and of 32 others of the same kinds, two or three sentences of each
of ten to twenty articles. Nobody marked conflicts in it: every flag from a probability of .2 on was read, with the
documents of both sides, by a language model that didn't know the probability. short_news_verdicts.json has the verdicts
by conflict id, without text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.conflicts.gold import AnnotatedStory, story_of
from benchmarks.conflicts.news import Checked, share
from training.rows import read_rows

VERDICTS = Path(__file__).with_name("short_news_verdicts.json")
PARTED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\d)([.,:]) (?=\d)"), r"\1"),
    (re.compile(r" ?’ s\b"), "’s"),
    (re.compile(r"\b([ap])\. m\."), r"\1.m."),
)
"""What the corpus has parted: "2, 117", "4: 43", "school’ s", "a. m."."""


def read_short_news(data: Path) -> list[AnnotatedStory]:
    """One story per event, named as in the corpus with "ecb " before it; no gold records."""
    documents: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in read_rows(data / "events/ecb_train.jsonl.gz"):
        documents[row["subtopic"]][row["doc"].removesuffix(".xml")].append((row["sentence"], row["text"]))
    return [_story(name, documents[name]) for name in sorted(documents)]


def _story(name: str, documents: Mapping[str, Sequence[tuple[int, str]]]) -> AnnotatedStory:
    texts = {d: "\n\n".join(mended(text) for _, text in sorted(sentences)) for d, sentences in documents.items()}
    return story_of(f"ecb {name}", {f"{document}.txt": text + "\n" for document, text in texts.items()})


def mended(text: str) -> str:
    """The sentence with its numbers and endings in one piece."""
    for pattern, joined in PARTED:
        text = pattern.sub(joined, text)
    return text


def short_figures(checked: Sequence[Checked], verdicts: Mapping[str, bool]) -> dict[str, Any]:
    """Articles, flags, disagreements, and how many of the flags and disagreements are real by the verdicts.

    A disagreement counts as real when most of its judged flags are. Articles against themselves are counted too.
    """
    n: Counter[str] = Counter()
    for one in checked:
        n["articles"] += len(one.story.articles)
        n["flags"] += len(one.conflicts)
        n["judged"] += sum(c.id in verdicts for c in one.conflicts)
        n["real"] += sum(verdicts.get(c.id, False) for c in one.conflicts)
        for disagreement in one.disagreements:
            known = [verdicts[i] for i in disagreement.conflict_ids if i in verdicts]
            n["disagreements"] += 1
            n["disagreements_judged"] += bool(known)
            n["disagreements_real"] += bool(known) and sum(known) * 2 >= len(known)
    shares = {
        "share_real": share(n["real"], n["judged"]),
        "share_of_disagreements_real": share(n["disagreements_real"], n["disagreements_judged"]),
    }
    return {"stories": len(checked), **dict(sorted(n.items())), **shares}
