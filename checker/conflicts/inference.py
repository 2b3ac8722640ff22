"""The NLI model as a comparator, asked only where its answer can matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.conflicts.nearness import each_others_nearest
from checker.models import NliModel
from checker.records import ClaimPair, Comparison, Verdict

RULE = "nli"
LEAST_SIMILAR = 0.4  # under this cosine even each other's nearest claims are about different things
FEWEST_WORDS = 5
MOST_WORDS = 3  # that say what a contradiction is about
WORD = re.compile(r"[^\W\d_]+")
SUBORDINATE = frozenset(
    "when as after before while if until since because where who which whose although though".split()
)


class Inference:
    """Asks an NLI model both ways whether one claim contradicts or entails the other.

    Where it sees a contradiction of two clauses, it is asked about their whole sentences too: a clause out of its
    sentence may say what nobody said ("without quarantine as long").
    """

    def __init__(self, model: NliModel, least: float = 0.5) -> None:
        self._model = model
        self._least = least

    def __call__(self, pairs: Sequence[ClaimPair]) -> list[list[Comparison]]:
        """A row per pair with contradiction or entailment of at least `least`; its probability is the strength."""
        texts = [(p.left.standalone, p.right.standalone) for p in pairs]
        answers = ask_both_ways(self._model, texts)
        whole = [(p.left.sentence, p.right.sentence) for p in pairs]
        again = sorted({w for w, t, (c, _) in zip(whole, texts, answers, strict=True) if c >= self._least and w != t})
        read = dict(zip(again, (c for c, _ in ask_both_ways(self._model, again)), strict=True))
        return [
            self._row(pair, contradiction, entailment, read.get(sentences, contradiction))
            for pair, sentences, (contradiction, entailment) in zip(pairs, whole, answers, strict=True)
        ]

    def _row(self, pair: ClaimPair, contradiction: float, entailment: float, in_context: float) -> list[Comparison]:
        left, right = pair.left.text, pair.right.text
        if contradiction >= self._least:
            message = f"the two statements contradict each other (model: {contradiction:.2f})"
            verdict = Verdict.CONTRADICT
            row = Comparison(RULE, "other", verdict, left, right, message, contradiction, item=_about(pair))
            return [replace(row, in_context=in_context)]
        if entailment >= self._least:
            message = f"one statement follows from the other (model: {entailment:.2f})"
            return [Comparison(RULE, "other", Verdict.AGREE, left, right, message, entailment)]
        return []


def _about(pair: ClaimPair) -> str:
    """The first words that both claims have in common, as the left one has them: "mine, Kitwe"; "" for none."""
    lemmas = dict(pair.left.lemmas)
    shared = pair.left.terms & pair.right.terms
    words = {w.lower(): w for w in WORD.findall(pair.left.text) if lemmas.get(w.lower(), w.lower()) in shared}
    return ", ".join(list(words.values())[:MOST_WORDS])


def ask_both_ways(model: NliModel, texts: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Per pair of texts the probability of a contradiction, the mean of both directions, and of an entailment, the
    larger of both: that one says more than the other is no matter here. Equal pairs are asked once."""
    once = list(dict.fromkeys(texts))
    answers = zip(once, model.predict(once), model.predict([(b, a) for a, b in once]), strict=True)
    found = {pair: (float(one[2] + two[2]) / 2, float(max(one[0], two[0]))) for pair, one, two in answers}
    return [found[pair] for pair in texts]


def add_inference(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]], compare: Inference
) -> list[list[Comparison]]:
    """The comparisons with the model's added, for pairs a typed rule found something in or each other's nearest.

    A model call costs as much as ten thousand typed comparisons, and most pairs only share a topic. Nearest by wording:
    about those that are so by the same-fact encoder the model is too often mistaken (training/README.md).
    """
    alike = each_others_nearest(pairs, LEAST_SIMILAR)
    asked = [
        i
        for i, (pair, rows) in enumerate(zip(pairs, comparisons, strict=True))
        if any(r.verdict is not Verdict.AGREE for r in rows)
        or (alike[i] and _stands_alone(pair.left.text) and _stands_alone(pair.right.text))
    ]
    found = dict(zip(asked, compare([pairs[i] for i in asked]), strict=True))
    return [[*rows, *found.get(i, [])] for i, rows in enumerate(comparisons)]


def _stands_alone(text: str) -> bool:
    """Whether a claim says something by itself: of "when it went dark" a model only sees that it is not day."""
    words = text.lower().split()
    return len(words) >= FEWEST_WORDS and words[0].strip("“\"'") not in SUBORDINATE
