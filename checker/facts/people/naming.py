"""Namings: who somebody turns out to be ("police identified the gunman as Jo Marsh")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.roots import lemmas, negated, object_of, passive, subject_of, within
from checker.facts.stretch import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

NAMING: Final = frozenset({"identify", "name"})


@dataclass(frozen=True, slots=True)
class Naming(Stretch):
    """`subject` are the content words of the one who is named, `rest` the words of the name, all lower case."""

    subject: frozenset[str]
    rest: frozenset[str]


def find(sentence: Sentence) -> list[Naming]:
    """Who is identified or named as whom in a parsed sentence."""
    found = []
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in NAMING or negated(verb):
            continue
        name = object_of(verb, "as")
        whom = subject_of(verb) if passive(verb) else object_of(verb)
        if name is None or name.pos_ != "PROPN" or whom is None or whom.pos_ not in ("NOUN", "PROPN"):
            continue
        inside = set(verb.subtree) if whom == verb.head else set()
        tokens = [t for t in within(whom) if t not in inside]
        shown = [verb, *tokens, *(t for t in name.subtree if t.pos_ == "PROPN")]
        start = min(t.idx for t in shown) - sentence.start_char
        end = max(t.idx + len(t.text) for t in shown) - sentence.start_char
        name_words = frozenset(t.lower_ for t in name.subtree if t.pos_ == "PROPN")
        found.append(Naming(sentence.text[start:end], start, end, lemmas(tokens), name_words))
    return found
