"""The NLI model as a comparator, asked only where its answer can matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.conflicts.nearness import nearest, nearest_few
from checker.facts.lexicon import NEGATIONS
from checker.models import NliModel
from checker.records import ClaimPair, Comparison, Verdict

RULE = "nli"
LEAST_SIMILAR = 0.4  # under this cosine even each other's nearest claims are about different things
FEWEST_WORDS = 5
# A denial is worded unlike what it denies ("no shot was fired", "the pistol went off"): it is asked about in a wider
# ring, where the model's first answer decides whether its second is worth the time.
DENIAL_SIMILAR = 0.3
DENIAL_NEAREST = 3
PROMISING = 0.3
DENIES = NEGATIONS | {"nor", "cannot", "deny", "denies", "denied", "denying"}
SUBORDINATE = frozenset(
    "when as after before while if until since because where who which whose although though".split()
)


class Inference:
    """Asks an NLI model both ways whether one claim contradicts or entails the other."""

    def __init__(self, model: NliModel, least: float = 0.5) -> None:
        self._model = model
        self._least = least

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """A row per pair with contradiction or entailment of at least `least`; its probability is the strength."""
        texts = [(p.left.resolved or p.left.text, p.right.resolved or p.right.text) for p in pairs]
        there = self._model.predict(texts)
        back = self._model.predict([(b, a) for a, b in texts])
        rows = []
        for pair, one, two in zip(pairs, there, back, strict=True):
            contradiction = float(one[2] + two[2]) / 2
            entailment = float(max(one[0], two[0]))
            rows.append(self._row(pair, contradiction, entailment))
        return rows

    def promising(self, pairs: Sequence[ClaimPair]) -> list[bool]:
        """Whether the model, asked one way, gives contradiction a chance."""
        texts = [(p.left.resolved or p.left.text, p.right.resolved or p.right.text) for p in pairs]
        return [float(one[2]) >= PROMISING for one in self._model.predict(texts)]

    def _row(self, pair: ClaimPair, contradiction: float, entailment: float) -> list[Comparison]:
        left, right = pair.left.text, pair.right.text
        if contradiction >= self._least:
            message = f"the two statements contradict each other (model: {contradiction:.2f})"
            return [Comparison(RULE, "other", Verdict.CONTRADICT, left, right, message, contradiction)]
        if entailment >= self._least:
            message = f"one statement follows from the other (model: {entailment:.2f})"
            return [Comparison(RULE, "other", Verdict.AGREE, left, right, message, entailment)]
        return []


def add_inference(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]], compare: Inference
) -> list[list[Comparison]]:
    """The comparisons with the model's added, for pairs a typed rule found something in, each other's nearest, and
    near pairs of which one side denies something.

    A model call costs as much as ten thousand typed comparisons, and most pairs only share a topic.
    """
    close, ring = nearest(pairs), nearest_few(pairs, DENIAL_NEAREST)
    differ = [any(r.verdict is not Verdict.AGREE for r in rows) for rows in comparisons]
    sure = [i for i, p in enumerate(pairs) if differ[i] or _mutual(p, close)]
    known = set(sure)
    denials = [i for i, p in enumerate(pairs) if i not in known and _one_denies(p, ring)]
    promising = compare.promising([pairs[i] for i in denials])
    asked = sorted([*sure, *(i for i, good in zip(denials, promising, strict=True) if good)])
    found = dict(zip(asked, compare([pairs[i] for i in asked]), strict=True))
    return [[*rows, *found.get(i, [])] for i, rows in enumerate(comparisons)]


def _mutual(pair: ClaimPair, close: Mapping[tuple[str, str], float]) -> bool:
    """Whether two claims that stand alone are each other's nearest."""
    left, right = pair.left, pair.right
    if pair.similarity < LEAST_SIMILAR or not (_stands_alone(left.text) and _stands_alone(right.text)):
        return False
    return pair.similarity >= max(close[left.id, right.article_id], close[right.id, left.article_id]) - 1e-6


def _one_denies(pair: ClaimPair, ring: Mapping[tuple[str, str], float]) -> bool:
    """Whether one of two claims that stand alone denies something, and it is among the other's few nearest."""
    left, right = pair.left, pair.right
    if pair.internal or pair.similarity < DENIAL_SIMILAR or denies(left.text) == denies(right.text):
        return False
    near = pair.similarity >= min(ring[left.id, right.article_id], ring[right.id, left.article_id]) - 1e-6
    return near and _stands_alone(left.text) and _stands_alone(right.text)


def denies(text: str) -> bool:
    """Whether a word of the text denies something ("no", "wasn't", "denied")."""
    words = {word.strip(".,;:!?“”\"'()") for word in text.lower().split()}
    return bool(words & DENIES) or any(word.endswith(("n't", "n’t")) for word in words)


def _stands_alone(text: str) -> bool:
    """Whether a claim says something by itself: of "when it went dark" a model only sees that it is not day."""
    words = text.lower().split()
    return len(words) >= FEWEST_WORDS and words[0].strip("“\"'") not in SUBORDINATE
