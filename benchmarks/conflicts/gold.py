"""Annotated stories: the articles, the records, and whether two sentences are those of a record."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.articles import read_articles
from checker.records import Article, Claim

TOKEN = re.compile(r"[a-z0-9]+")
NO_CONFLICT = frozenset({"not_conflict", "same_claim"})
WRITTEN = Path(__file__).with_name("written")  # stories written for this project, see its README.md
OPEN, PLAIN, BLIND = WRITTEN / "open", WRITTEN / "plain", WRITTEN / "blind"
CONSISTENT, UNREAD = WRITTEN / "consistent", WRITTEN / "consistent_unread"  # in which nothing contradicts anything
COPIES, COPIES_UNREAD = WRITTEN / "copies", WRITTEN / "copies_unread"  # reworded agency text, with slips
LEVELS = ("low", "medium", "high")
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedStory:
    """One story's articles, whose ids are their file names, and its gold records."""

    name: str
    articles: tuple[Article, ...]
    records: tuple[Record, ...]

    @property
    def conflicts(self) -> list[Record]:
        """The records of real conflicts."""
        return [r for r in self.records if r["kind"] not in NO_CONFLICT]

    @property
    def look_alikes(self) -> list[Record]:
        """The records that are no conflict, without those that also hold one about something else."""
        return [r for r in self.records if r["kind"] in NO_CONFLICT and not r.get("mixed")]

    @property
    def same_claims(self) -> list[Record]:
        """The records of one claim in two wordings."""
        return [r for r in self.records if r["kind"] == "same_claim"]


def read_stories(folder: Path) -> list[AnnotatedStory]:
    """The annotated stories in the folder, in the order of their names."""
    return [_story(path) for path in sorted(folder.iterdir()) if (path / "gold.jsonl").is_file()]


def _story(folder: Path) -> AnnotatedStory:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return AnnotatedStory(folder.name, articles_in(folder), tuple(json.loads(line) for line in lines))


def articles_in(folder: Path) -> tuple[Article, ...]:
    """The articles of one story, with their file names as ids and in the order of these."""
    return tuple(sorted((replace(a, id=Path(a.path).name) for a in read_articles(folder)), key=lambda a: a.id))


def story_of(name: str, files: Mapping[str, str]) -> AnnotatedStory:
    """The story of the articles in `files` (text by file name), read as those of a folder are; no gold records."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in files.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        return AnnotatedStory(name, articles_in(Path(folder)), ())


@lru_cache(maxsize=65_536)
def _words(text: str) -> Counter[str]:
    return Counter(TOKEN.findall(text.lower()))


@lru_cache(maxsize=1 << 20)
def overlaps(left: str, right: str) -> bool:
    """Whether 60% of the shorter text's words stand in the other, as the annotation's own scorer matches them."""
    a, b = _words(left), _words(right)
    small = min(a.total(), b.total())
    return small >= 3 and (a & b).total() / small >= 0.6


def is_record(left: Claim, right: Claim, record: Record) -> bool:
    """Whether the two claims stand in the sentences of the record, in either order."""
    for one, other in ((left, right), (right, left)):
        if one.article_id == record["a_file"] and other.article_id == record["b_file"]:
            return overlaps(one.sentence, record["a_sentence"]) and overlaps(other.sentence, record["b_sentence"])
    return False


def severity_of_facts(records: Sequence[Record]) -> dict[str, str]:
    """The severity of each disagreement: the highest of its records."""
    found: dict[str, str] = {}
    for record in records:
        known = found.get(record["fact"], "low")
        found[record["fact"]] = max(known, record["severity"], key=LEVELS.index)
    return found
