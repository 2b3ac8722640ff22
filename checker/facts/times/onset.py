"""Which sudden event a time of day is the beginning of, whatever words tell it: "the train left the rails at 7.20 pm"
and "the accident happened at 8 pm" give one thing two times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.lexicon import VEHICLES, by_word
from checker.facts.roots import own_subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

# Words that name the kind by themselves; nouns and verbs, since a lemma is rarely one of each with another meaning.
KINDS: Final = by_word(
    {
        "collapse": "collapse crumble topple rockfall cave-in landslide mudslide avalanche",
        "crash": "crash collide collision derail derailment pile-up wreck",
        "fire": "fire blaze inferno ignite",
        "blast": "explosion blast bombing explode detonate detonation",
        "sinking": "sink capsize sinking capsizing shipwreck",
        "shooting": "shooting gunfire",
        "landfall": "landfall",
        "landing": "land landing touchdown splashdown",
        "launch": "takeoff take-off liftoff lift-off launch",
        "accident": "accident disaster tragedy calamity incident",
        "attack": "attack ambush assault",
    }
)
RAILS: Final = ("rail", "rails", "track", "tracks", "road", "highway", "motorway", "carriageway", "runway")
# Verb and particle, object or noun of a phrase behind it.
PHRASES: Final = {
    ("give", "way"): "collapse",
    ("cave", "in"): "collapse",
    ("break", "out"): "fire",
    ("catch", "fire"): "fire",
    ("go", "off"): "blast",
    ("blow", "up"): "blast",
    ("set", "explosive"): "blast",
    ("set", "bomb"): "blast",
    ("open", "fire"): "shooting",
    ("make", "landfall"): "landfall",
    ("come", "ashore"): "landfall",
    ("touch", "down"): "landing",
    ("take", "off"): "launch",
    ("lift", "off"): "launch",
    ("blast", "off"): "launch",
} | {(verb, way): "crash" for verb in ("leave", "jump", "come", "run") for way in RAILS}
# What falls or comes down to ruin; people and prices fall too.
STRUCTURES: Final = frozenset(
    "rock roof wall ceiling building bridge tower stand crane tunnel dam pier scaffolding beam balcony span".split()
)
PARTS: Final = frozenset("section part piece slab chunk portion half".split())
STORMS: Final = frozenset("hurricane typhoon cyclone storm".split())
ASHORE: Final = frozenset("hit strike slam lash batter reach barrel".split())
STRUCK: Final = frozenset("hit strike slam ram smash plough plow plunge overturn veer".split())
HAPPEN: Final = frozenset("happen occur start begin erupt strike hit unfold take come be".split())
BREAK_OUT: Final = "break"  # wars and rows break out too: only with a subject of the kind
AS_NOUNS: Final = frozenset("fire blast attack assault launch ambush".split())  # the verb tells of somebody's doing
# A general word stands for every kind below it.
WIDER: Final = {
    "accident": frozenset({"collapse", "crash", "fire", "blast", "sinking"}),
    "attack": frozenset({"blast", "shooting"}),
}
MEANT: Final = frozenset({"landing", "launch", "landfall"})  # kinds that need no explanation
ONE_OF_SEVERAL: Final = frozenset(
    "first second third fourth fifth initial another other subsequent later earlier previous next latest "
    "last final secondary further more two three four five six several both series successive".split()
)


def onset_of(event: Token) -> str:
    """The kind of sudden event whose beginning the verb or noun tells; "" for anything else and for one of several."""
    event = _told_by_when(event)
    if event.pos_ in ("NOUN", "PROPN"):
        return "" if _one_of_several(event) else KINDS.get(event.lemma_.lower(), "")
    if event.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in event.children):
        return ""
    subject = own_subject(event)
    if subject is not None and _one_of_several(subject):
        return ""
    lemma, noun = event.lemma_.lower(), subject.lemma_.lower() if subject is not None else ""
    kind = next((PHRASES[lemma, word] for word in _company(event) if (lemma, word) in PHRASES), "")
    if kind:
        return "" if lemma == BREAK_OUT and KINDS.get(noun) != kind else kind
    if lemma in ("fall", "come", "fail") and subject is not None and _whole(subject) in STRUCTURES:
        return "collapse"
    if lemma in ASHORE and _storm(subject):
        return "landfall"
    if lemma in STRUCK and noun in VEHICLES:
        return "crash"
    if lemma in HAPPEN:
        return KINDS.get(noun, "")
    return "" if lemma in AS_NOUNS else KINDS.get(lemma, "")


def harm_in(words: Iterable[Token]) -> str:
    """The kind of the first sudden event that the words tell of and that somebody will ask the cause of; else ""."""
    return next((kind for word in words if (kind := onset_of(word)) and kind not in MEANT), "")


def of_one_kind(left: str, right: str) -> bool:
    """Whether both are of one kind, or one is the general word for the other."""
    return bool(left) and (left == right or right in WIDER.get(left, ()) or left in WIDER.get(right, ()))


def _told_by_when(event: Token) -> Token:
    """ "It was four in the morning when the roof fell": the verb behind "when"."""
    if event.lemma_ != "be" or not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in event.children):
        return event
    told = (t for t in event.subtree if t.i > event.i and t.pos_ == "VERB")
    return next((t for t in told if any(w.lower_ == "when" for w in t.children)), event)


def _company(verb: Token) -> list[str]:
    """Particles, objects and the nouns of phrases right behind a verb."""
    found = []
    for child in verb.children:
        if child.dep_ in ("prt", "dobj", "advmod", "prep", "oprd", "acomp") and child.i > verb.i:
            found += [child.lower_, child.lemma_.lower()]
            if child.dep_ == "prep" and child.lower_ == "off":
                found += [c.lower_ for c in child.children if c.dep_ == "pobj"]
    # "came off the rails" is no "came off", and "went off the road" no blast
    return sorted(found, key=lambda word: word in ("off", "down", "up"))


def _whole(noun: Token) -> str:
    """ "Roof" of "a section of the roof"."""
    of = next((c for c in noun.children if c.lower_ == "of"), None) if noun.lemma_.lower() in PARTS else None
    whole = next((c for c in of.children if c.dep_ == "pobj"), noun) if of is not None else noun
    return str(whole.lemma_.lower())


def _storm(subject: Token | None) -> bool:
    """Whether a storm, by its kind or as "Hurricane Ann"."""
    return subject is not None and any(w.lower_ in STORMS for w in (subject, *subject.children))


def _one_of_several(noun: Token) -> bool:
    return any(c.lower_ in ONE_OF_SEVERAL for c in noun.children)
