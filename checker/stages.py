"""The stages up to the comparisons, with everything they found: for the pipeline, training and benchmarks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.claims import Extract, extract_claims
from checker.conflicts import (
    Echoes,
    Exchanged,
    Found,
    Inference,
    TypedFacts,
    Wording,
    add_inference,
    ask_same_event,
    compare_pairs,
    find_conflicts,
)
from checker.facts.terms import TermSimilarity, words_of
from checker.loading import Models
from checker.pairs import add_same_fact, align_claims
from checker.records import Article, Claim, ClaimPair, Comparison, Story
from checker.settings import Settings
from checker.stories import find_stories

Progress = Callable[[str, int, int], object]  # stage, done, total


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles say, which claims were put side by side, and how their facts compare.

    `comparisons` has one list per pair, in the order of `pairs`.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    pairs: tuple[ClaimPair, ...]
    comparisons: list[list[Comparison]]
    echoes: Echoes

    @property
    def by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {a.id: a for a in self.articles}

    @property
    def story_of(self) -> dict[str, str]:
        """The story id of each article id."""
        return {article: story.id for story in self.stories for article in story.article_ids}

    @property
    def possible_pairs(self) -> int:
        """How many pairs of claims of different articles there are within the stories, before any is left out."""
        size = Counter(c.article_id for c in self.claims)
        return sum(size[a] * size[b] for s in self.stories for a, b in combinations(s.article_ids, 2))


def compare_articles(
    articles: Sequence[Article],
    settings: Settings,
    models: Models,
    progress: Progress = lambda stage, done, total: None,
    extract: Extract = extract_claims,
) -> Compared:
    """Articles -> claims -> stories -> pairs -> comparisons. The articles have to be in the order of their ids."""
    ordered = tuple(articles)
    claims = extract(ordered, lambda done: progress("claims", done, len(ordered)))
    progress("stories", 0, 1)
    vectors = models.encoder.encode([c.standalone for c in claims])
    stories = find_stories(ordered, claims, vectors, models.encoder, settings)
    progress("pairs", 0, 1)
    pairs = align_claims(claims, vectors, stories, settings)
    if models.same_fact is not None:
        pairs = add_same_fact(pairs, models.same_fact)

    progress("conflicts", 0, 1)
    similar = TermSimilarity(models.encoder, words_of(fact for claim in claims for fact in claim.facts))
    comparisons = compare_pairs(pairs, [TypedFacts(similar), Wording()])
    if models.nli is not None:
        comparisons = add_inference(pairs, comparisons, Inference(models.nli))
        comparisons = [[*a, *b] for a, b in zip(comparisons, Exchanged(models.nli)(pairs), strict=True)]
    if models.same_event is not None:  # also where only the NLI model found a difference
        pairs = ask_same_event(pairs, comparisons, models.same_event)
    return Compared(ordered, claims, stories, pairs, comparisons, Echoes(claims, stories, similar))


def conclude(compared: Compared, settings: Settings) -> Found:
    """Comparisons -> conflicts, disagreements and agreements."""
    return find_conflicts(
        compared.pairs, compared.comparisons, compared.by_id, compared.story_of, settings, compared.echoes
    )
