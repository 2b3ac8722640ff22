"""Conditions: whether weather, sea or visibility were good or bad ("visibility was ideal", "in strong winds")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.roots import doubtful, negated
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "conditions"
WEATHER: Final = frozenset("weather visibility sky sea".split())
GOOD: Final = frozenset("ideal perfect clear good fine calm excellent sunny favourable favorable".split())
POOR: Final = frozenset("bad poor rough stormy severe adverse harsh terrible limited low foggy windy choppy".split())
ROUGH: Final = frozenset(
    "wind fog storm gust rain rainfall sea snow snowfall swell wave turbulence thunderstorm".split()
)
STRONG: Final = frozenset("strong heavy high thick dense severe gale fierce powerful dangerous".split())
FORECAST: Final = frozenset("forecast expect predict will warn tomorrow could".split())


@dataclass(frozen=True, slots=True)
class Conditions(Stretch):
    """`good`: whether the sentence calls the conditions good; offsets are into the sentence."""

    good: bool


def find(sentence: Sentence) -> list[Conditions]:
    """What a parsed sentence says of the weather as it was; forecasts and guesses are left out."""
    if FORECAST & {t.lemma_.lower() for t in sentence}:
        return []
    found = []
    for token in sentence:
        word, good = _judged(token)
        if word is not None and not doubtful(word):
            words = sorted((word, token), key=lambda t: t.i)
            start, last = words[0].idx - sentence.start_char, words[-1]
            end = last.idx + len(last.text) - sentence.start_char
            found.append(Conditions(sentence.text[start:end], start, end, good))
    return found


def _judged(noun: Token) -> tuple[Token | None, bool]:
    """The word that says how the conditions were, and whether they were good."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or not (lemma in WEATHER | ROUGH or _weather_conditions(noun)):
        return None, False
    words = [c for c in noun.children if c.dep_ == "amod"]
    verb = noun.head if noun.dep_ == "nsubj" else noun.head.head if noun.dep_ == "conj" else None
    if verb is not None and verb.lemma_ == "be" and not negated(verb):
        words += [c for c in verb.children if c.dep_ == "acomp"]
    rough = next((w for w in words if lemma in ROUGH and w.lower_ in STRONG), None)
    if rough is not None or lemma not in WEATHER | {"condition"}:
        return rough, False
    for word in words:
        if word.lower_ in GOOD or word.lower_ in POOR:
            return word, word.lower_ in GOOD
    return None, False


def _weather_conditions(noun: Token) -> bool:
    kinds = ("weather", "flying", "sailing", "driving", "sea", "road")
    return noun.lower_ == "conditions" and any(c.lower_ in kinds for c in noun.children)


def compare(left: Conditions, right: Conditions, similar: Similar) -> Comparison | None:
    """Whether one calls the conditions good and the other bad."""
    if left.good == right.good:
        return None
    marks = left.mark, right.mark
    message = f"{left.text} and {right.text}"
    return Comparison(RULE, "negation", Verdict.CONTRADICT, left.text, right.text, message, 0.8, *marks, "weather")
