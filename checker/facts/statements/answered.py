"""Answers: whether one source states plainly what another leaves open or denies the reports of."""

from __future__ import annotations

from typing import Final

from checker.facts.anchor import Similar
from checker.facts.deeds.cause import Cause
from checker.facts.deeds.polarity import Polarity
from checker.facts.lexicon import EVENTS, MEASURES, REPORTING
from checker.facts.people.naming import Naming
from checker.facts.quantities.quantity import Quantity
from checker.facts.statements.open_question import DOUBTED, OpenQuestion
from checker.facts.stretch import Stretch
from checker.facts.times.onset import of_one_kind
from checker.records import Comparison, Verdict

RULE = "certainty"
DECIDING: Final = frozenset("decide approve agree adopt order sign rule resolve choose pass".split())
ONE_EVENT: Final = 0.85
UNNAMED: Final = 0.75
CASUALTIES: Final = frozenset("casualty fatality injury".split())


def compare_cause(question: OpenQuestion, cause: Cause, similar: Similar) -> Comparison | None:
    """Whether one leaves open what something came of, and the other says it."""
    if question.asks != "cause" or cause.firm < 0.8 or (question.firm < 1 and cause.firm < 1):
        return None  # a possible cause answers nothing; what is looked into and what is likely go together
    asked = max(_covered(question.subject, cause.subject, similar), _of_the_event(question, cause))
    if asked < 0.75:
        return None
    return _row(question, cause, asked * cause.firm, "cause of")


def _of_the_event(question: OpenQuestion, cause: Cause) -> float:
    """How surely the cause of one sudden event is asked for and told, whatever words name the event.

    "What went wrong" asks for it, and what investigators established tells it, without naming the event.
    """
    if of_one_kind(question.event, cause.event):
        return ONE_EVENT
    asked_of_it, told_of_it = bool(question.event) or not question.subject, bool(cause.event) or not cause.subject
    unnamed = not question.subject or not cause.subject
    return UNNAMED if unnamed and asked_of_it and told_of_it else 0.0


def compare_naming(question: OpenQuestion, naming: Naming, similar: Similar) -> Comparison | None:
    """Whether one leaves open who somebody is, and the other names them."""
    if question.asks != "identity" or _covered(question.subject, naming.subject, similar) < 0.75:
        return None
    return _row(question, naming, 0.7, "identity of")


def compare_count(question: OpenQuestion, count: Quantity, similar: Similar) -> Comparison | None:
    """Whether one leaves open how many were hurt, and the other gives a number."""
    asked = frozenset(k for k, words in MEASURES.items() if words & question.subject)
    if question.asks not in ("number", "claim") or not asked & count.measures:
        return None
    if question.asks == "claim" and not (question.subject <= CASUALTIES or "deaths" in question.text):
        return None  # "his death has not been confirmed" is of one person
    return _row(question, count, 0.8 if count.value.exact else 0.5, "number of")


def compare_statement(question: OpenQuestion, stated: Polarity, similar: Similar) -> Comparison | None:
    """Whether one leaves open or unconfirmed what the other flatly says (or denies)."""
    if stated.modal or stated.hedged:
        return None
    told = stated.words | {stated.predicate}
    match question.asks:
        case "whether" if question.options:
            answered = _chosen(question, told, similar)
        case "claim" if len(question.subject) == 1:
            answered = _none(question, stated)
        case "whether" | "claim" | "denied":
            relayed = stated.predicate in REPORTING or bool(stated.words & (DOUBTED | {"false", "hoax"}))
            enough = len(question.subject) >= 2 and not stated.negated and not relayed
            answered = _covered(question.subject, told, similar) if enough else 0.0
        case "decision":
            fits = stated.predicate in DECIDING and not stated.negated
            answered = _covered(question.subject, stated.rest | stated.subject, similar) if fits else 0.0
        case "responsibility":
            claimed = stated.predicate == "claim" and "responsibility" in stated.rest
            answered = float(claimed and not stated.negated)
        case _:
            answered = 0.0
    return _row(question, stated.whole, answered, "whether") if answered >= 0.8 else None


def _none(question: OpenQuestion, stated: Polarity) -> float:
    """1 when the statement flatly says that there were no dead where the other could not confirm casualties."""
    classes = [words for words in MEASURES.values() if words & question.subject]
    said_none = stated.negated and stated.predicate == "be" and not stated.subject
    return float(said_none and any(stated.complement in words for words in classes))


def _chosen(question: OpenQuestion, told: frozenset[str], similar: Similar) -> float:
    """How well the statement picks one of the alternatives, 0 when it picks none or fits several."""
    fits = sorted((_covered(option, told, similar) for option in question.options), reverse=True)
    if fits[0] < 0.7 or fits[1] >= 0.6:
        return 0.0
    return min(fits[0] + 0.1, 1.0) if _covered(question.subject, told, similar) >= 0.7 else 0.0


def _covered(asked: frozenset[str], told: frozenset[str], similar: Similar) -> float:
    """How much of what is asked about the statement speaks of, 0 to 1. "Dead" and "killed" are of one class."""
    if not asked or not told:
        return 0.0
    best = (max(_alike(a, b, similar) for b in sorted(told)) for a in sorted(asked))
    return sum(b if b >= 0.55 else 0.0 for b in best) / len(asked)


def _alike(left: str, right: str, similar: Similar) -> float:
    if any(left in words and right in words for words in (*MEASURES.values(), *EVENTS)):
        return 1.0
    return similar(left, right)


def _row(question: OpenQuestion, answer: Cause | Naming | Quantity | Stretch, clear: float, what: str) -> Comparison:
    item = f"{what} {' '.join(sorted(question.subject)[:4])}"
    message = f"one side leaves open what the other says: {answer.text}"
    strength = round(min(1.0, clear) * question.firm, 4)
    marks = question.mark, answer.mark
    rule, kind = ("denial", "negation") if question.asks == "denied" else (RULE, "certainty")
    if question.asks == "denied":
        message = f"one side denies what the other says: {answer.text}"
    return Comparison(rule, kind, Verdict.CONTRADICT, question.text, answer.text, message, strength, *marks, item)
