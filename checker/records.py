"""The records that flow through checker: frozen, slotted, picklable.

    files -> Article -> Story -> Claim (with Facts) -> ClaimPair -> Comparison -> Conflict / Agreement -> SourceScore

Every claim and fact carries a `Span`; its offsets and line always point into the *original* file, so that an
editor can open the file at the line that a report names.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.facts import Fact


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an original file: character offsets [start, end), 1-based line and column of the start."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as a closed range of days; None where a bound is unknown.

    `precision` is "minute", "day", "month", "year", "bounds" (only implied by the text) or "unknown";
    `origin` says where it was read: "metadata", "text" or "none".
    """

    earliest: date | None = None
    latest: date | None = None
    precision: str = "unknown"
    origin: str = "none"
    stamp: str = ""  # as far as known: ISO 8601 date or date and time, for ordering and for reports

    @property
    def day(self) -> date | None:
        """The day, when it is known to the day; otherwise None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """From `clean` on, character i of the cleaned text stands at `original + (i - clean)` of the file."""

    clean: int
    original: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of an article that is not checked (site furniture, a repeat), and why."""

    file: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or row that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is the cleaned, repaired text: title, blank line, paragraphs with blank lines between.

    `title` is "" where the file has no headline; where it has one, `text` starts with it.
    `path` is relative to the folder given; `source_origin` is "metadata", "text" or "file name".
    `offsets` (ascending in `clean`) and `line_starts` (offset of each line in the file) locate spans.
    """

    id: str
    source: str
    title: str
    text: str
    published: Published = field(default_factory=Published)
    url: str = ""
    path: str = ""
    source_origin: str = "metadata"
    offsets: tuple[OffsetRun, ...] = (OffsetRun(0, 0),)
    line_starts: tuple[int, ...] = (0,)
    left_out: tuple[LeftOut, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The original-file span of `text[start:end]`; raises ValueError for an empty or reversed range."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at [{start}, {end}) of article {self.id}")
        first = self._original(start)
        last = self._original(end - 1) + 1
        row = bisect.bisect_right(self.line_starts, first) - 1
        return Span(first, max(last, first + 1), row + 1, first - self.line_starts[row] + 1)

    def _original(self, index: int) -> int:
        run = self.offsets[bisect.bisect_right(self.offsets, index, key=lambda r: r.clean) - 1]
        return run.original + (index - run.clean)


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """What `read_articles` found: the articles in a stable order, and what could not be read."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    root: str = ""

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of the same event. `window` is the range of days its articles were published in, if known."""

    id: str
    title: str
    article_ids: tuple[str, ...]
    window: Published = field(default_factory=Published)


class Voice(StrEnum):
    """Whose words a claim is: the outlet's own, a speaker's as the outlet reports them, or a quotation."""

    OWN = "own"
    REPORTED = "reported"
    QUOTED = "quoted"


class Certainty(StrEnum):
    """How firmly a claim is made: flatly, with a hedge, as not (yet) confirmed, or as something only planned."""

    FLAT = "flat"
    HEDGED = "hedged"
    UNCONFIRMED = "unconfirmed"
    PLANNED = "planned"


SentenceKey = tuple[str, int]  # article id and sentence index


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article asserts in one clause, who says it and how firmly.

    `text` is the clause and `sentence` the whole sentence it stands in; `start`/`end` and `sentence_start` are
    offsets into `Article.text`, `span` points into the original file. `resolved` is the text given to models:
    the clause with safe references filled in ("She" -> "Jo Marsh"). `speaker` is "" in the own voice.
    `participants` are normalised names; `terms` content lemmas of the clause.
    """

    id: str
    article_id: str
    source: str
    text: str
    span: Span
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_index: int
    resolved: str = ""
    context: str = ""
    speaker: str = ""
    voice: Voice = Voice.OWN
    certainty: Certainty = Certainty.FLAT
    is_title: bool = False
    facts: tuple[Fact, ...] = ()
    participants: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    lemmas: tuple[tuple[str, str], ...] = ()  # (word, lemma), lower case, where the two differ

    @property
    def standalone(self) -> str:
        """The text that models are asked about: with its safe pronouns resolved, where it has any."""
        return self.resolved or self.text

    @property
    def sentence_key(self) -> SentenceKey:
        """Which sentence of which article the claim stands in."""
        return self.article_id, self.sentence_index


class Scope(StrEnum):
    """Between two sources, inside one article, or between quoted speakers (charged to no source)."""

    CROSS = "cross"
    INTERNAL = "internal"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims to compare; ordered by claim id, so (a, b) is (b, a).

    `similarity` is the cosine of their embeddings, `same_event` the probability that both tell of one event,
    `copied` whether one is a near-copy of the other, `same_fact` the cosine by the same-fact encoder, None without one.
    """

    left: Claim
    right: Claim
    similarity: float
    same_event: float
    copied: bool = False
    same_fact: float | None = None

    @property
    def nearness(self) -> float:
        """How near the claims are as statements of one fact: `same_fact`, and `similarity` where that wasn't asked."""
        return self.similarity if self.same_fact is None else self.same_fact

    @property
    def internal(self) -> bool:
        """Whether both claims stand in the same article."""
        return self.left.article_id == self.right.article_id


class Verdict(StrEnum):
    """What a comparator found; a comparator that can't compare two claims returns nothing at all."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a claim's sentence that shows a value: offsets [start, end) into `Claim.sentence`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one rule says of a claim pair. `strength` in [0, 1] is how clearly the rule applies."""

    rule: str
    kind: str
    verdict: Verdict
    left_value: str
    right_value: str
    message: str
    strength: float = 1.0
    left_mark: Mark | None = None
    right_mark: Mark | None = None
    item: str = ""  # what the two values are values of, e.g. "round of talks"; the same for all voices of it
    in_context: float | None = None  # a model's probability where it read the whole sentences as well


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the waterfall: log-odds added to (or taken from) the probability of a conflict."""

    name: str
    weight: float
    detail: str


class Severity(StrEnum):
    """What is at stake: a core fact flatly opposed, a clear but lesser one, a detail or an approximate one."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that can't both be true, and why it is thought so. `id` is stable over runs and re-wrapping."""

    id: str
    kind: str
    rule: str
    severity: Severity
    probability: float
    scope: Scope
    story_id: str
    pair: ClaimPair
    comparison: Comparison
    evidence: tuple[Evidence, ...]
    explanation: str
    resolve: str = ""  # what would settle it


@dataclass(frozen=True, slots=True)
class VoicedValue:
    """One value in a disagreement and the claims that give it.

    `marks` are claim ids and where in their sentences the value stands, of those claims where that is known.
    """

    value: str
    claims: tuple[Claim, ...]
    marks: tuple[tuple[str, Mark], ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One question that sources answer differently: its values, who gives which, and the conflicts behind it."""

    id: str
    kind: str
    item: str
    severity: Severity
    probability: float
    scope: Scope
    story_id: str
    values: tuple[VoicedValue, ...]
    conflict_ids: tuple[str, ...]

    def opposed(self, conflicts: Iterable[Conflict]) -> Iterator[tuple[Claim, Claim]]:
        """The claims that give two values which one of its `conflicts` sets against each other."""
        for one, other in self.apart(conflicts):
            yield from product(self.values[one].claims, self.values[other].claims)

    def apart(self, conflicts: Iterable[Conflict]) -> set[tuple[int, int]]:
        """Which two of its values, by their places, one of its `conflicts` sets against each other."""
        places: dict[SentenceKey, set[int]] = {}
        for place, voiced in enumerate(self.values):
            for claim in voiced.claims:
                places.setdefault(claim.sentence_key, set()).add(place)
        own = set(self.conflict_ids)
        found: set[tuple[int, int]] = set()
        for pair in (c.pair for c in conflicts if c.id in own):
            for both in product(places.get(pair.left.sentence_key, ()), places.get(pair.right.sentence_key, ())):
                found.add((min(both), max(both)))
        return {both for both in found if both[0] != both[1]}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two claims that say the same. Not independent when one text is copied from the other or both from a third."""

    id: str
    kind: str
    story_id: str
    pair: ClaimPair
    independent: bool
    probability: float
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """One claim that several articles make, a sentence of each. Independent when any two of them are.

    `probability`: that all say the same, as sure as the weakest agreement that is needed to hold them together.
    """

    id: str
    story_id: str
    claims: tuple[Claim, ...]
    independent: bool
    probability: float
    agreement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceScore:
    """How far a source agrees with independent reporting: never a number without its counts and interval.

    `agreement`, `low`, `high` are in 0-100 (Beta mean and 90% interval), None without enough evidence.
    """

    source: str
    agreement: float | None
    low: float | None
    high: float | None
    comparable: int
    agreeing: int
    disputed: int
    origins: int
    uncorroborated: int
    corrected: int
    relayed: int
    enough_evidence: bool
    self_consistency: SelfConsistency
    conflict_ids: tuple[str, ...] = ()
    counted: tuple[CountedClaim, ...] = ()
    carriers: tuple[str, ...] = ()  # for an agency: the sources of which some text is its
    own_votes_matter: bool = False  # leaving out its own votes moves the score by more than 10 points


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim behind one of the counts of a source's score.

    `count` names the field: "agreeing", "disputed", "relayed" or "uncorroborated". `others` are the sources that speak
    of the same item; `origin` is whose text a relayed claim is; `disagreement` is the id of the one it is a voice in;
    `alone` marks a lone dissent: nobody else gives its value, and at least two independent others give another.
    """

    count: str
    claim: Claim
    others: tuple[str, ...] = ()
    origin: str = ""
    disagreement: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SelfConsistency:
    """How far a source agrees with itself: unresolved conflicts among its comparable own pairs, as a Beta estimate."""

    value: float | None
    low: float | None
    high: float | None
    comparable: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model was used: name, version and the checksum of its weights ("" where it is not known)."""

    role: str
    name: str
    version: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found, what it skipped and left out, and the funnel of counts."""

    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    conflicts: tuple[Conflict, ...]
    disagreements: tuple[Disagreement, ...]
    agreements: tuple[Agreement, ...]
    scores: tuple[SourceScore, ...]
    skipped: tuple[Skipped, ...]
    left_out: tuple[LeftOut, ...]
    not_checked: tuple[str, ...]  # what could not be checked at all, in words ("one article: nothing to compare")
    funnel: dict[str, int]
    models: tuple[ModelInfo, ...]
    settings: dict[str, Any]
    shared: tuple[SharedClaim, ...] = ()  # the agreements once more, as claims that several articles make

    def to_dict(self) -> dict[str, Any]:
        """The JSON structure of docs/formats.md: plain dicts, lists, strings, numbers and None, in a stable order."""
        from checker.structure import report_to_dict

        return report_to_dict(self)
