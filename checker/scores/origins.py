"""Which outlets say a thing in the words of one text: agency copy, or one outlet's text in another's pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from checker.facts.copies import SHINGLE, shingles
from checker.facts.overlap import overlap
from checker.records import Article, Claim, SentenceKey
from checker.scores.credits import agency_name, credited_agencies
from checker.scores.word_runs import Runs, blank_quotations, own_runs

# Shares of the shorter article's runs of five words, quotations left out. In annotated news independent articles share
# up to .05, articles with some of one text .08 to .29, and rewritten or cut agency copy .30 and more.
ONE_TEXT: Final = 0.30
SOME_TEXT: Final = 0.05
# A few plain sentences about one thing, a long name and "did not respond to messages" are alike without being copied.
MANY_RUNS: Final = 20
SOME_RUNS: Final = 8  # twelve words on end, or several stretches


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose text something is: `known` for an agency or outlet by its name, else a name for the text itself."""

    name: str
    known: bool

    @property
    def columns(self) -> tuple[str, str]:
        """The columns `origin` and `shared` of an observation."""
        return (self.name, "") if self.known else ("", self.name)


class Origins:
    """The articles of a run: what each is credited to, and how much text two of them share.

    Two sentences have one origin where they share half of the shorter one's runs of five words (`least`), where their
    articles are in the main one text (then what was reworded came from there too), or where both are credited to one
    agency. A quotation or a few words alone are no copy, for several outlets may have heard or written them: they
    count as one only where the articles share other text as well. An article that is credited to an agency relays it
    even when nobody else does.
    """

    def __init__(self, articles: Sequence[Article], least: float) -> None:
        self.articles: Final = {a.id: a for a in articles}
        self.least: Final = least
        # an outlet that is an agency itself is never credited to itself
        self.credits: Final = {a.id: credited_agencies(a.text) - {agency_name(a.source)} for a in articles}
        self._blanked = {a.id: blank_quotations(a.text) for a in articles}
        self._runs: dict[str, tuple[Runs, Runs]] = {}
        self._own: dict[str, Runs] = {}
        self._shared: dict[tuple[str, str], tuple[float, int]] = {}

    def shared_text(self, one: str, other: str) -> tuple[float, int]:
        """How much of two articles' own words is the same: the share of the shorter one's runs, and how many runs.

        The share, 0 to 1, is the containment of Broder (1997).
        """
        key = (min(one, other), max(one, other))
        if key not in self._shared:
            left, right = (self._of_article(each) for each in key)
            self._shared[key] = overlap(left, right), len(left & right)
        return self._shared[key]

    def one_text(self, one: str, other: str) -> bool:
        """Whether two articles are in the main one text: enough of the same words, or one agency's credit on both."""
        share, runs = self.shared_text(one, other)
        return bool(self.credits[one] & self.credits[other]) or (share >= ONE_TEXT and runs >= MANY_RUNS)

    def of_item(self, said: Mapping[SentenceKey, Claim]) -> dict[SentenceKey, Origin]:
        """Where each of the sentences that give one value comes from; sentences of an outlet's own aren't in it.

        The origin is the agency that an article of the group credits, or that speaks in it itself; where none is
        known it is the shared text, by the names of those who carry it.
        """
        named = ((group, self._name(group, said)) for group in self._groups(said))
        return {key: origin for group, origin in named if origin for key in group}

    def _groups(self, said: Mapping[SentenceKey, Claim]) -> list[set[SentenceKey]]:
        group = {key: {key} for key in said}
        for a, b in combinations(sorted(said), 2):
            if said[a].source != said[b].source and group[a] is not group[b] and self._one_origin(said[a], said[b]):
                group[a] |= group[b]
                for key in group[b]:
                    group[key] = group[a]
        return list({min(each): each for each in group.values()}.values())

    def _one_origin(self, left: Claim, right: Claim) -> bool:
        if self.one_text(left.article_id, right.article_id):
            return True
        (all_left, own_left), (all_right, own_right) = self._of_sentence(left), self._of_sentence(right)
        if overlap(all_left, all_right) < self.least:
            return False
        share, runs = self.shared_text(left.article_id, right.article_id)
        if share >= SOME_TEXT and runs >= SOME_RUNS:
            return True
        return overlap(own_left, own_right) >= self.least and len(own_left & own_right) >= SOME_RUNS

    def _of_article(self, article: str) -> Runs:
        """All runs of an article outside quotations."""
        if article not in self._own:
            self._own[article] = own_runs(self._blanked[article])
        return self._own[article]

    def _of_sentence(self, claim: Claim) -> tuple[Runs, Runs]:
        """All runs of a claim's sentence, and those outside quotations."""
        if claim.id not in self._runs:
            end = claim.sentence_start + len(claim.sentence)
            own = self._blanked[claim.article_id][claim.sentence_start : end]
            short = own.strip() if len(claim.sentence.split()) < SHINGLE else ""
            self._runs[claim.id] = shingles(claim.sentence), own_runs(own) or shingles(short)
        return self._runs[claim.id]

    def _name(self, group: set[SentenceKey], said: Mapping[SentenceKey, Claim]) -> Origin | None:
        sources = sorted({said[key].source for key in group})
        credited = Counter(name for article in {key[0] for key in group} for name in self.credits[article])
        speaking = [source for source in sources if agency_name(source)]
        if credited:
            most = max(credited.values())
            first = sorted(name for name, count in credited.items() if count == most)
            own = (source for source in speaking if agency_name(source) in first)
            return Origin(next(own, " or ".join(first)), known=True)
        if len(sources) < 2:
            return None
        return Origin(speaking[0], known=True) if speaking else Origin(f"text of {', '.join(sources)}", known=False)
