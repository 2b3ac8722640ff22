"""Sentences that say the same: one claim in other words, and whether the two are independent of each other."""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from checker.conflicts.inference import RULE as NLI
from checker.conflicts.nearness import usual_similarity
from checker.conflicts.rarity import Rarity, numbers
from checker.records import Agreement, ClaimPair, Comparison, SentenceKey, Verdict
from checker.settings import Settings

SURE = 0.8  # from which on the model's word that two sentences contradict each other is taken
NOT_OPPOSED: Final[Mapping[frozenset[SentenceKey], bool]] = {}
MUCH = 6.0  # rare words; sharing more of them says no more


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences of different articles: the pairs of their clauses, and what was found on each."""

    pairs: tuple[ClaimPair, ...]
    comparisons: tuple[Sequence[Comparison], ...]


def find_agreements(
    pairs: Sequence[ClaimPair],
    comparisons: Sequence[Sequence[Comparison]],
    stories: Mapping[str, str],
    settings: Settings,
    opposed: Mapping[frozenset[SentenceKey], bool] = NOT_OPPOSED,
) -> tuple[Agreement, ...]:
    """The agreements, sorted by id: at most one for two sentences, however many clauses they share.

    `stories` gives the story id of an article id; `opposed` are the two sentences that a conflict sets against each
    other, with whether no more than a detail is disputed. Where it is more they are no agreement, and neither is one of
    them with a sentence that says more surely what the other says. Of copied text all is kept, for it has one origin
    all the same.
    """
    found: dict[frozenset[SentenceKey], Agreement] = {}
    for story, both, values in sentence_pairs(pairs, comparisons, stories):
        agreement = _agreement(both, values, story, settings)
        if agreement is not None:
            found[frozenset((agreement.pair.left.sentence_key, agreement.pair.right.sentence_key))] = agreement
    opponents: dict[SentenceKey, set[SentenceKey]] = defaultdict(set)
    for rivals, detail in opposed.items():
        for sentence in rivals if not detail else ():  # which number a sentence has, its likeness doesn't say
            opponents[sentence] |= rivals - {sentence}
    kept = {a.id: a for key, a in found.items() if not a.independent or not _torn(key, a, found, opponents)}
    return tuple(kept[i] for i in sorted(kept))


def _torn(
    key: frozenset[SentenceKey],
    agreement: Agreement,
    found: Mapping[frozenset[SentenceKey], Agreement],
    opponents: Mapping[SentenceKey, Collection[SentenceKey]],
) -> bool:
    """Whether a conflict stands between both sentences, or between one of them and one that is more surely like the
    other."""
    for one in key:
        [other] = key - {one}
        for opponent in opponents.get(one, ()):
            like = found.get(frozenset((opponent, other)))
            if opponent == other or (like is not None and like.probability > agreement.probability):
                return True
    return False


def sentence_pairs(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]], stories: Mapping[str, str]
) -> Iterator[tuple[str, SentencePair, dict[str, float]]]:
    """The story, the pair and its features for all sentences of different articles that have a pair of clauses."""
    groups: dict[tuple[SentenceKey, SentenceKey], list[int]] = defaultdict(list)
    sentences: dict[str, dict[SentenceKey, str]] = defaultdict(dict)
    for index, pair in enumerate(pairs):
        keys = [c.sentence_key for c in (pair.left, pair.right)]
        for key, claim in zip(keys, (pair.left, pair.right), strict=True):
            sentences[stories[claim.article_id]][key] = claim.sentence
        if not pair.internal:
            groups[keys[0], keys[1]].append(index)
    rarity = {story: Rarity(own.values()) for story, own in sentences.items()}
    usual = usual_similarity(pairs)
    for ((article, _), _), rows in groups.items():
        story = stories[article]
        ordered = sorted(rows, key=lambda i: _clause_rank(pairs[i], rarity[story]))
        both = SentencePair(tuple(pairs[i] for i in ordered), tuple(comparisons[i] for i in ordered))
        yield story, both, features(both, rarity[story], usual)


def _clause_rank(pair: ClaimPair, rarity: Rarity) -> tuple[float, str, str]:
    """The clauses that share most come first: "X said" beside "X wrote" is alike, but not what is agreed on."""
    common = rarity.common(pair.left.text, pair.right.text)
    return -round(common * pair.similarity, 6), pair.left.id, pair.right.id


def features(both: SentencePair, rarity: Rarity, usual: Mapping[str, float]) -> dict[str, float]:
    """What speaks for one claim in two wordings, and what speaks against it."""
    left, right = both.pairs[0].left.sentence, both.pairs[0].right.sentence
    a, b = numbers(left), numbers(right)
    return {
        "similar wording": max(p.similarity for p in both.pairs),
        "nearer than usual": max(2 * p.similarity - usual[p.left.id] - usual[p.right.id] for p in both.pairs),
        "shared words": rarity.shared(left, right),
        "much shared": min(MUCH, rarity.common(left, right)) / MUCH,
        "other numbers": float(bool(a) and bool(b) and not a & b),
    }


def same_claim(values: Mapping[str, float]) -> float:
    """The probability that both make one claim: logistic in the features, rounded to 4 places."""
    table = _weights()
    total = table["intercept"] + sum(table[name] * value for name, value in values.items())
    return round(1.0 / (1.0 + math.exp(-total)), 4)


def _denied(rows: Sequence[Comparison]) -> bool:
    """Whether one clause denies the other as a whole. The model's word counts only where no typed rule has found the
    detail in which they differ."""
    opposed = [r for r in rows if r.verdict is not Verdict.AGREE]
    typed = [r for r in opposed if r.rule != NLI]
    return any(r.kind in ("negation", "other") and r.verdict is Verdict.CONTRADICT for r in typed) or any(
        r.strength >= SURE for r in opposed if not typed
    )


def _agreement(both: SentencePair, values: Mapping[str, float], story: str, settings: Settings) -> Agreement | None:
    """None when the two only share a topic, as headlines do, or one says what the other denies.

    Copies agree whatever the features say: where nearly all articles have one text, the story's usual wording is no
    measure.
    """
    if any(_denied(rows) for rows in both.comparisons):
        return None
    if both.pairs[0].left.is_title and both.pairs[0].right.is_title:
        return None  # two headlines name one topic, and the texts say what is said of it
    pair, copied = both.pairs[0], any(p.copied for p in both.pairs)
    probability = 1.0 if copied else same_claim(values)
    if probability < settings.min_agreement:
        return None
    agreeing = tuple(r for r in both.comparisons[0] if r.verdict is Verdict.AGREE)
    kind = next((r.kind for r in agreeing if r.rule not in (NLI, "polarity")), "wording")
    sides = sorted(f"{c.source}\n{' '.join(c.sentence.lower().split())}" for c in (pair.left, pair.right))
    key = hashlib.sha256("\n\n".join(("agreement", *sides)).encode()).hexdigest()[:12]
    return Agreement(key, kind, story, pair, not copied, probability, agreeing)


@cache
def _weights() -> Mapping[str, float]:
    """From agreement_weights.json, written by training/fit_agreement.py."""
    text = files("checker.conflicts").joinpath("agreement_weights.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded
