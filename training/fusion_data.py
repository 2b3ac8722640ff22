"""Candidates and labels for the fusion weights, from annotated stories and injected one-edit pairs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checker.articles import read_articles
from checker.claims import extract_claims
from checker.conflicts import Inference, TypedFacts, Wording, add_inference, ask_same_event, compare_pairs
from checker.conflicts.features import features
from checker.conflicts.find import findings
from checker.facts.terms import TermSimilarity, words_of
from checker.loading import Models
from checker.pairs import align_claims
from checker.records import Article, ClaimPair, Comparison, Story
from checker.settings import Settings

TOKEN = re.compile(r"[a-z0-9]+")
NO_CONFLICT = {"not_conflict", "same_claim"}


@dataclass(frozen=True)
class Candidate:
    """One finding on one pair: its features, 1 for a conflict or 0, how much it counts, and which story it is of."""

    features: dict[str, float]
    label: int
    weight: float
    story: str
    pair: ClaimPair
    finding: Comparison


def overlaps(left: str, right: str) -> bool:
    """Whether the shorter text's words stand in the other to 60%, as the annotation's scorer matches sentences."""
    a, b = Counter(TOKEN.findall(left.lower())), Counter(TOKEN.findall(right.lower()))
    small = min(sum(a.values()), sum(b.values()))
    return small >= 3 and sum((a & b).values()) / small >= 0.6


def annotated(folder: Path, models: Models) -> Iterator[Candidate]:
    """The candidates of one annotated story: gold pairs 1, look-alikes 0, all others 0 at a lower weight.

    Pairs without a record are unjudged; nearly all are about different things, so they count a half.
    """
    articles = tuple(replace(a, id=Path(a.path).name) for a in read_articles(folder))
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for pair, rows, finding in _findings(articles, models):
        if pair.internal:
            continue
        kinds = {(g["kind"] in NO_CONFLICT, bool(g.get("mixed"))) for g in gold if matches(pair, g)}
        if any(not no for no, _ in kinds):
            yield _candidate(pair, rows, finding, articles, 1, 1.0, folder.name)
        elif (True, False) in kinds:
            yield _candidate(pair, rows, finding, articles, 0, 1.0, folder.name)
        elif not kinds:
            yield _candidate(pair, rows, finding, articles, 0, 0.5, folder.name)


def injected(root: Path, case: dict[str, str], models: Models) -> Iterator[Candidate]:
    """The candidates of one injected case: the edited sentence against its partner 1, everything else 0."""
    paths = case["after_path"], case["b_path"]
    articles = tuple(replace(a, id=p) for p in paths for a in read_articles(root / p))
    for pair, rows, finding in _findings(articles, models):
        if pair.internal:
            continue
        one, other = (pair.left, pair.right) if pair.left.article_id == paths[0] else (pair.right, pair.left)
        hit = overlaps(one.sentence, case["a_sentence_after"]) and overlaps(other.sentence, case["b_sentence"])
        yield _candidate(pair, rows, finding, articles, int(hit), 0.5, case["story"])


def _findings(
    articles: tuple[Article, ...], models: Models
) -> Iterator[tuple[ClaimPair, list[Comparison], Comparison]]:
    claims = extract_claims(articles)
    vectors = models.encoder.encode([c.resolved or c.text for c in claims])
    story = Story("story-1", "", tuple(a.id for a in articles))
    pairs = align_claims(claims, vectors, (story,), Settings())
    similar = TermSimilarity(models.encoder, words_of(f for c in claims for f in c.facts))
    comparisons = compare_pairs(pairs, [TypedFacts(similar), Wording()])
    if models.same_event is not None:
        pairs = ask_same_event(pairs, comparisons, models.same_event)
    if models.nli is not None:
        comparisons = add_inference(pairs, comparisons, Inference(models.nli))
    for pair, rows in zip(pairs, comparisons, strict=True):
        for finding in findings(rows):
            yield pair, rows, finding


def _candidate(
    pair: ClaimPair,
    rows: list[Comparison],
    finding: Comparison,
    articles: tuple[Article, ...],
    label: int,
    weight: float,
    story: str,
) -> Candidate:
    by_id = {a.id: a for a in articles}
    others = [r for r in rows if r is not finding]
    found = features(pair, finding, others, by_id[pair.left.article_id], by_id[pair.right.article_id])
    return Candidate({f.name: f.value for f in found}, label, weight, story, pair, finding)


def matches(pair: ClaimPair, gold: dict[str, str]) -> bool:
    """Whether the pair is the sentences of an annotated record, in either order."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if one.article_id == gold["a_file"] and other.article_id == gold["b_file"]:
            return overlaps(one.sentence, gold["a_sentence"]) and overlaps(other.sentence, gold["b_sentence"])
    return False
