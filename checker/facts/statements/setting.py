"""Settings: the occasion on which a statement was made (press conference, briefing, call ...), where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, phrase
from checker.facts.lexicon import REPORTING, SETTINGS
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import WEEKDAYS
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "setting"
NAMES: Final = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, SETTINGS), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
# The occasions at which somebody stands before others: one statement can't be made at two of them.
# Reporters use these two for one another: only accounts that also place or date the occasion tell them apart.
PRESS: Final = frozenset({"press conference", "briefing"})
LIVE: Final = frozenset({"press conference", "briefing", "telephone call", "interview", "speech", "hearing"})


@dataclass(frozen=True, slots=True)
class Setting(Stretch):
    """The occasion of a statement. `kind` is a value of SETTINGS, `speaker` the last name of who spoke, lower case.

    `place` and `weekday` are "" and None where the sentence doesn't say. Offsets are into the sentence.
    """

    kind: str
    speaker: str
    place: str = ""
    weekday: int | None = None


def find(sentence: Sentence) -> list[Setting]:
    """The settings of statements in a parsed sentence: an occasion in a phrase on a verb of saying."""
    found = []
    for match in NAMES.finditer(sentence.text):
        last = next((t for t in sentence if t.idx - sentence.start_char + len(t.text) == match.end()), None)
        if last is None or last.pos_ not in ("NOUN", "PROPN") or last.dep_ != "pobj":
            continue
        said = _saying(last)
        speaker = _speaker(said) if said is not None else ""
        if not speaker:
            continue
        inside = _words(last)
        start = min(t.idx for t in inside) - sentence.start_char
        end = max(t.idx + len(t.text) for t in inside) - sentence.start_char
        end = start + len(sentence.text[start:end].rstrip(" ,"))
        found.append(
            Setting(
                text=sentence.text[start:end],
                start=start,
                end=end,
                kind=SETTINGS[match.group(1).lower()],
                speaker=speaker,
                place=_place(last),
                weekday=next((WEEKDAYS[t.lower_] for t in inside if t.lower_ in WEEKDAYS), None),
            )
        )
    return found


def _words(noun: Token) -> list[Token]:
    """The occasion's own words, with where and when, but without what was said at it."""
    parts = ("compound", "amod", "det", "poss", "prep", "npadvmod", "nummod")
    words = [
        noun,
        *(
            t
            for c in noun.children
            if c.dep_ in parts and c.lower_ not in ("about", "on", "to", "with")
            for t in phrase(c)
        ),
    ]
    words += [
        t
        for c in noun.children
        if c.lower_ == "on" and any(g.lower_ in WEEKDAYS for g in c.children)
        for t in (c, *c.children)
    ]
    return [t for t in words if t.ent_type_ != "PERSON"]


def _saying(noun: Token) -> Token | None:
    """The verb of saying over the occasion, past a "speaking at" in between; None when there is none."""
    node = noun
    while node.head != node:
        node = node.head
        if node.pos_ == "VERB" and node.lemma_.lower() in REPORTING:
            return node
        if node.pos_ == "VERB" and node.lemma_.lower() not in ("speak", "talk", "address", "appear"):
            return None
    return None


def _speaker(verb: Token) -> str:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "PROPN":
        return ""
    return subject.lower_


def _place(noun: Token) -> str:
    """The named place of the occasion ("in the Town Hall"): a proper noun behind "in" or "at"."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "at", "from", "inside", "outside"):
            for child in prep.children:
                if child.dep_ == "pobj" and child.pos_ == "PROPN" and child.lower_ not in WEEKDAYS:
                    return " ".join(t.text for t in child.subtree if t.pos_ == "PROPN")
    return ""


def compare(left: Setting, right: Setting, similar: Similar) -> Comparison | None:
    """Whether one speaker's statement is put on two occasions; None for other speakers or compatible occasions.

    Two live occasions of different kind differ; so do two places or two weekdays of one kind. A written
    statement beside a live one is usual (the office sends out what was said), so it is not compared.
    """
    if left.speaker != right.speaker:
        return None
    clash = _clash(left, right)
    item = f"occasion of the statement by {left.speaker.title()}"
    if clash is None:
        same = left.kind == right.kind
        return _row(left, right, Verdict.AGREE, f"the same occasion: {left.kind}", item) if same else None
    return _row(left, right, Verdict.DIFFER, clash, item)


def _clash(left: Setting, right: Setting) -> str | None:
    if left.place and right.place and left.place.lower() != right.place.lower():
        return f"{left.place} and {right.place}"
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return "different days"
    kinds = {left.kind, right.kind}
    if len(kinds) < 2 or not kinds <= LIVE:
        return None
    if kinds == PRESS and not (_detailed(left) and _detailed(right)):
        return None
    return f"a {left.kind} and a {right.kind}"


def _detailed(setting: Setting) -> bool:
    return bool(setting.place) or setting.weekday is not None


def _row(left: Setting, right: Setting, verdict: Verdict, message: str, item: str) -> Comparison:
    return Comparison(RULE, RULE, verdict, left.text, right.text, message, 0.7, left.mark, right.mark, item)
