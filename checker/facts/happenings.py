"""Nouns for things that happen at one time: two sentences about one of them tell of one event, whatever the verb."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import governor

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

HAPPENINGS: Final = frozenset(
    "earthquake quake tremor aftershock tsunami hurricane typhoon cyclone tornado landslide avalanche mudslide "
    "eruption fire blaze explosion blast bombing attack assault shooting stabbing raid strike airstrike crash "
    "collision derailment accident collapse shipwreck robbery kidnapping abduction murder assassination coup "
    "election vote referendum verdict funeral wedding match final launch landing takeoff summit outage blackout".split()
)

YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?![-,.]?\d| (?:people|homes|houses|men|women|children|troops))")
BEFORE: Final = re.compile(
    r"\b(?:last (?:year|month)|(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)"
    r"|previous(?:ly)?|in the past)\b",
    re.IGNORECASE,
)
MAGNITUDE: Final = re.compile(r"\b(\d\.\d)[- ]magnitude|\bmagnitude[- ](?:of )?(\d\.\d)", re.IGNORECASE)


def which_of(sentence: Sentence, published: date | None) -> frozenset[str]:
    """What tells a happening from others of its kind: a year other than that of publication, an "ago", a magnitude."""
    years = {y for y in YEAR.findall(sentence.text) if published is None or int(y) != published.year}
    earlier = {"earlier"} if years or BEFORE.search(sentence.text) else set()
    sizes = {f"magnitude {a or b}" for a, b in MAGNITUDE.findall(sentence.text)}
    return frozenset(years | earlier | sizes)


def others_of_a_kind(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sentences tell of two happenings: one of an earlier one, or of two magnitudes."""
    if ("earlier" in left) != ("earlier" in right):
        return True
    years = [{w for w in side if w.isdigit()} for side in (left, right)]
    sizes = [{w for w in side if w.startswith("magnitude")} for side in (left, right)]
    return any(a and b and not a & b for a, b in (years, sizes))


def happening_of(event: Token, skip: frozenset[int] = frozenset()) -> str:
    """The lemma of such a noun: the event itself, or the subject of its verb; "" without one."""
    if event.pos_ == "NOUN" and event.lemma_.lower() in HAPPENINGS:
        return str(event.lemma_.lower())
    verb = event if event.pos_ in ("VERB", "AUX") else governor(event)
    if verb is None:
        return ""
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i not in skip)
    return next((str(s.lemma_.lower()) for s in subjects if s.lemma_.lower() in HAPPENINGS), "")
