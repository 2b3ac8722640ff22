"""Fits what makes two sentences one claim (checker/conflicts/agreement_weights.json).

    python -m training.fit_agreement --eval ../shared/eval

Annotated same-claim pairs against all other candidate pairs; those without a record count a fifth, since many
of them are paraphrases that nobody wrote down. For the same reason the intercept is set afterwards: so that
half of the annotated pairs (same claims and look-alikes together) at the threshold are same claims.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.articles import read_articles
from checker.claims import extract_claims
from checker.conflicts import TypedFacts, compare_pairs
from checker.conflicts.agreements import features, nearest
from checker.facts.terms import TermSimilarity, words_of
from checker.loading import Models, load_models
from checker.pairs import align_claims
from checker.records import Story
from checker.settings import Settings
from training.fusion_data import matches

OUT = Path(__file__).parents[1] / "checker" / "conflicts" / "agreement_weights.json"
UNJUDGED = 0.2


def main() -> None:
    """Collects the pairs, cross-validates by story, fits and writes the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    news = parser.parse_args().eval / "news_dev"
    models = load_models(Settings())
    rows = [row for story in sorted(news.iterdir()) if story.is_dir() for row in _rows(story, models)]
    names = list(rows[0][0])
    x = np.array([[values[n] for n in names] for values, *_ in rows])
    label = np.array([y for _, y, _, _ in rows])
    weight = np.array([w for _, _, w, _ in rows])
    story = np.array([s for *_, s in rows])
    scores = np.zeros(len(rows))
    for held in sorted(set(story)):
        own = story == held
        model = LogisticRegression(max_iter=1000).fit(x[~own], label[~own], weight[~own])
        scores[own] = model.decision_function(x[own])
    judged = weight == 1.0
    threshold = _even(scores[judged], label[judged])
    model = LogisticRegression(max_iter=1000).fit(x, label, weight)
    table = {"intercept": float(model.intercept_[0]) - threshold} | dict(
        zip(names, map(float, model.coef_[0]), strict=True)
    )
    held_out = {
        "same_claims": int(label.sum()),
        "found": int(label[scores >= threshold].sum()),
        "look_alikes": int((judged & (label == 0)).sum()),
        "look_alikes_taken": int((judged & (label == 0) & (scores >= threshold)).sum()),
    }
    rounded = {n: round(v, 3) for n, v in table.items()}
    OUT.write_text(json.dumps({"weights": rounded, "held_out": held_out}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"))


def _even(scores: np.ndarray, label: np.ndarray) -> float:
    """The score at which, among the 60 judged pairs around it, half are same claims."""
    order = np.argsort(scores)
    share = np.convolve(label[order], np.ones(60) / 60, mode="same")
    above = np.flatnonzero(share[30:-30] >= 0.5)
    return float(scores[order][30 + above[0]]) if len(above) else float(np.median(scores))


def _rows(folder: Path, models: Models) -> Iterator[tuple[dict[str, float], int, float, str]]:
    articles = tuple(replace(a, id=Path(a.path).name) for a in read_articles(folder))
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    claims = extract_claims(articles)
    vectors = models.encoder.encode([c.resolved or c.text for c in claims])
    pairs = align_claims(claims, vectors, (Story("story-1", "", tuple(a.id for a in articles)),), Settings())
    similar = TermSimilarity(models.encoder, words_of(f for c in claims for f in c.facts))
    best = nearest(pairs)
    for pair, found in zip(pairs, compare_pairs(pairs, [TypedFacts(similar)]), strict=True):
        if not pair.internal:
            kinds = {g["kind"] for g in gold if matches(pair, g)}
            yield features(pair, found, best), int("same_claim" in kinds), 1.0 if kinds else UNJUDGED, folder.name


if __name__ == "__main__":
    main()
