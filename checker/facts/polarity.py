"""Polarity: what is said to be or happen, or not; and verbs and adjectives that are opposites of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, content, coverage, phrase
from checker.facts.lexicon import REPORTING, antonyms
from checker.records import Comparison, Mark, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "polarity"
NEGATIONS: Final = frozenset({"not", "n't", "never", "no", "none", "nobody", "nothing", "neither", "without", "n’t"})
MODALS: Final = frozenset({"can", "could", "may", "might", "should", "would", "must", "will", "shall"})


@dataclass(frozen=True, slots=True)
class Polarity:
    """One predicate: its lemma, whether it is negated, and the content words of its subject and object.

    `complement` is the adjective or noun behind a copula ("is vital" -> "vital"). Offsets are into the sentence.
    """

    text: str
    start: int
    end: int
    predicate: str
    negated: bool
    modal: bool
    subject: frozenset[str]
    rest: frozenset[str]
    complement: str = ""

    @property
    def mark(self) -> Mark:
        """Where the predicate stands in its sentence."""
        return Mark(self.start, self.end)


def find(sentence: Sentence) -> list[Polarity]:
    """The predicates of a parsed sentence: finite and participial verbs that aren't verbs of saying."""
    found = []
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        if token.lemma_.lower() in REPORTING and any(c.dep_ in ("ccomp", "parataxis") for c in token.children):
            continue
        found.append(_predicate(token, sentence))
    return found


def _predicate(verb: Token, sentence: Sentence) -> Polarity:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    copular = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")), None)
    subjects = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") for t in phrase(c)]
    if not subjects and verb.dep_ == "conj":
        subjects = [t for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") for t in phrase(c)]
    rest = [t for c in verb.children if c.dep_ not in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "punct", "cc", "conj", "advcl", "parataxis") for t in phrase(c)]
    shown = [verb, *auxiliaries] + ([copular] if copular is not None and verb.lemma_ == "be" else [])
    start = min(t.idx for t in shown) - sentence.start_char
    end = max(t.idx + len(t.text) for t in shown) - sentence.start_char
    negated = sum(t.lower_ in NEGATIONS for t in (*auxiliaries, *(c for c in verb.children if c.dep_ in ("advmod", "preconj")))) % 2 == 1
    determiner = any(t.lower_ in ("no", "none", "nobody", "neither", "nothing") for t in subjects)
    return Polarity(
        text=sentence.text[start:end],
        start=start,
        end=end,
        predicate=verb.lemma_.lower(),
        negated=negated != determiner,
        modal=any(t.lower_ in MODALS for t in auxiliaries),
        subject=content(subjects),
        rest=content(rest),
        complement=copular.lemma_.lower() if copular is not None else "",
    )


def compare(left: Polarity, right: Polarity, similar: Similar) -> Comparison | None:
    """Whether one says of one thing what the other says not, or the opposite; None for other things."""
    if left.modal != right.modal or not left.subject or not right.subject:
        return None
    subject = coverage(left.subject, right.subject, similar)
    rest = coverage(left.rest, right.rest, similar) if left.rest and right.rest else (1.0 if left.rest == right.rest else 0.0)
    if subject < 0.6:
        return None
    a, b = _key(left), _key(right)
    if a == b:
        if rest < 0.5:
            return None
        verdict = Verdict.AGREE if left.negated == right.negated else Verdict.CONTRADICT
        return _row(left, right, verdict, subject * rest)
    if antonyms(a, b) and left.negated == right.negated and rest >= 0.3:
        return _row(left, right, Verdict.CONTRADICT, subject * (0.5 + 0.5 * rest))
    return None


def _key(fact: Polarity) -> str:
    return fact.complement if fact.predicate in ("be", "become", "remain") and fact.complement else fact.predicate


def _row(left: Polarity, right: Polarity, verdict: Verdict, strength: float) -> Comparison:
    item = f"whether {' '.join(sorted(left.subject & right.subject)[:3]) or 'it'} {_key(left)}"
    message = f"{left.text} and {right.text}" if verdict is Verdict.CONTRADICT else f"both: {left.text}"
    return Comparison(RULE, "negation", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
