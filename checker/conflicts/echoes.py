"""What the other claims of a story say of a disputed value: who else gives it, and whether one article gives both."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.conflicts.comparators import RULES
from checker.conflicts.marked import fact_at, facts_of
from checker.facts import Fact, Quantity, Similar
from checker.facts.copies import same_words
from checker.records import Claim, ClaimPair, Comparison, Mark, Story, Verdict

LOOSE = 0.45  # strength under which two values were lined up by little: to a closer finding they are no echo
LARGEST = 4000  # facts of one story; a larger one isn't searched, which only leaves these features at zero
UNLIKE = 0.45  # likeness of two nouns under which their numbers count two things
COMMON = 12  # up to here one number often counts two things of a sentence by chance
COMPARED = {one: compare for one, other, compare in RULES if one is other}
COMPARABLE: tuple[type[Fact], ...] = tuple(COMPARED)

Said = tuple[Claim, Fact]


@dataclass(frozen=True, slots=True)
class Heard:
    """The articles that give a value, each with the sentences that do, and all values given for the same thing."""

    articles: Mapping[str, frozenset[str]]
    values: frozenset[str]


NOTHING = Heard({}, frozenset())


class Echoes:
    """Which articles of a story give one value for one thing.

    An article that gives both values of a dispute tells of two different things (the toll of this quake and that
    of an older one), or reports the dispute itself. A value that several articles give belongs to the story.
    """

    def __init__(
        self, claims: Iterable[Claim] = (), stories: Iterable[Story] = (), similar: Similar = lambda a, b: 0.0
    ) -> None:
        self._similar = similar
        self._story = {article: story.id for story in stories for article in story.article_ids}
        self._said: dict[tuple[str, type], list[Said]] = defaultdict(list)
        self._found: dict[tuple[str, int, Mark, type, bool], Heard] = {}
        self._texts: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[tuple[str, int], list[Quantity]] = defaultdict(list)
        self._copies: dict[tuple[str, str], bool] = {}
        for claim in claims:
            own = (fact for fact in claim.facts if isinstance(fact, Quantity))
            self._figures[claim.sentence_key].extend(own)
            self._texts[self._story.get(claim.article_id, "")].add(claim.sentence.lower())
            for fact in claim.facts:
                if type(fact) in COMPARED:
                    self._said[self._story.get(claim.article_id, ""), type(fact)].append((claim, fact))

    def of(self, pair: ClaimPair, finding: Comparison) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of the articles that give the left value for this thing, and those that give the right one.

        Each set holds at least the article the value is from; both are empty where a value is no typed fact.
        """
        left, right = self._sides(pair, finding)
        return frozenset(left.articles), frozenset(right.articles)

    def further(self, pair: ClaimPair, finding: Comparison) -> tuple[str, ...]:
        """The ids of the other articles that give one of the values and not both, in words of their own.

        An article whose sentences with the value are copies of a counted one's is no further voice, however many
        outlets carry the text.
        """
        left, right = self._sides(pair, finding)
        own = {pair.left.article_id, pair.right.article_id}
        told = {**left.articles, **right.articles}
        heard = {sentence for side in (left, right) for a in own for sentence in side.articles.get(a, ())}
        counted = []
        for article in sorted(told.keys() - (left.articles.keys() & right.articles.keys()) - own):
            if any(not any(self._copied(sentence, known) for known in heard) for sentence in told[article]):
                counted.append(article)
            heard |= told[article]
        return tuple(counted)

    def _copied(self, one: str, other: str) -> bool:
        if (one, other) not in self._copies:
            self._copies[one, other] = same_words(one, other)
        return self._copies[one, other]

    def values(self, pair: ClaimPair, finding: Comparison) -> int:
        """How many values the story's articles give for what either side speaks of; 0 where it is no typed fact."""
        left, right = self._sides(pair, finding)
        return len(left.values | right.values)

    def nested(self, pair: ClaimPair, finding: Comparison) -> str:
        """The words by which the story puts one of two places into the other ("wellington, somerset"); "" for none."""
        a, b = finding.left_value.lower(), finding.right_value.lower()
        forms = [f"{one}{link}{other}" for one, other in ((a, b), (b, a)) for link in (", ", " in ", ", in ")]
        texts = self._texts.get(self._story.get(pair.left.article_id, ""), set())
        return next((f for f in forms if any(f in text for text in texts)), "")

    def beside(self, pair: ClaimPair, finding: Comparison) -> str:
        """The other side's figure where a sentence has both ("2,400 calls on Tuesday, 6,000 by Wednesday"); "" if none.

        A small number of something that is named and unlike is no such figure ("two cables between three continents").
        """
        sides = facts_of(pair, finding, Quantity)
        if sides is None:
            return ""
        a, b = sides
        for claim, own, other in ((pair.left, a, b), (pair.right, b, a)):
            for figure in self._figures.get(claim.sentence_key, []):
                same = figure.dimension == other.dimension and figure.value == other.value and figure.mark != own.mark
                if same and self._one_kind(figure, own):
                    return figure.text
        return ""

    def _one_kind(self, figure: Quantity, own: Quantity) -> bool:
        if figure.dimension != "count" or figure.value.figure > COMMON:
            return True
        noun, other = figure.anchor.head, own.anchor.head
        return not (noun.isalpha() and other.isalpha()) or self._similar(noun, other) >= UNLIKE

    def _sides(self, pair: ClaimPair, finding: Comparison) -> tuple[Heard, Heard]:
        """What is heard of both sides; of neither where a value is no typed fact."""
        left, right = comparable_at(pair.left, finding.left_mark), comparable_at(pair.right, finding.right_mark)
        if left is None or right is None or type(left) is not type(right):
            return NOTHING, NOTHING
        loosely = finding.strength < LOOSE
        return self._heard(pair.left, left, loosely), self._heard(pair.right, right, loosely)

    def _heard(self, claim: Claim, fact: Fact, loosely: bool) -> Heard:
        key = (claim.article_id, claim.sentence_start, fact.mark, type(fact), loosely)
        if key not in self._found:
            said = self._said.get((self._story.get(claim.article_id, ""), type(fact)), [])
            self._found[key] = self._listen(
                claim, fact, said if len(said) <= LARGEST else [], 0.0 if loosely else LOOSE
            )
        return self._found[key]

    def _listen(self, claim: Claim, fact: Fact, said: Sequence[Said], least: float) -> Heard:
        """What is said of the fact's thing, as far as it is lined up with at least this strength."""
        articles, values = defaultdict(set, {claim.article_id: {claim.sentence}}), {_value(fact)}
        for other, told in said:
            row = COMPARED[type(fact)](fact, told, self._similar)
            if row is not None and row.strength >= least:
                values.add(_value(told))
                if row.verdict is Verdict.AGREE and same_number(fact, told):
                    articles[other.article_id].add(other.sentence)
        return Heard({article: frozenset(texts) for article, texts in articles.items()}, frozenset(values))


def comparable_at(claim: Claim, mark: Mark | None) -> Fact | None:
    """The fact whose value stands at the mark, of a kind of which two are compared."""
    return fact_at(claim, mark, COMPARABLE)


def _value(fact: Fact) -> str:
    """The value as it is counted: the figure of a quantity, otherwise the words."""
    return f"{fact.value.figure:.4g}" if isinstance(fact, Quantity) else fact.text.lower()


def same_number(one: Fact, other: Fact) -> bool:
    """Whether the same figure is named, whatever bound stands before it; facts that are no quantities pass."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return True
    a, b = one.value.figure, other.value.figure
    return a == b or one.value.rounds_to(other.value) or math.isclose(a, b, rel_tol=0.02)
