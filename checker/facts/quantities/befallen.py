"""What befell the counted, told by a phrase and by no single word: "the fire cost nine lives", "had to leave",
"48 people were on board", "left 12,000 homes without power", "the data of 181,000 people were copied"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.anchor import governor
from checker.facts.lexicon import PERSONS, VEHICLES
from checker.facts.roots import object_of, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKING: Final = frozenset("claim cost take lose".split())
LOSING: Final = frozenset("lose give".split())
LEAVING: Final = frozenset("leave flee abandon vacate".split())
FORCING: Final = frozenset("have force order tell urge compel drive".split())
MOVING: Final = frozenset("move relocate transfer escort".split())  # who is brought to safety was rescued
HOMES: Final = frozenset("home house village neighbourhood neighborhood flat apartment".split())
SAFETY: Final = frozenset("safety shelter ground".split())  # "to higher ground"
CARRYING: Final = frozenset("carry transport ferry".split())
RIDERS: Final = PERSONS | frozenset(
    "passenger traveller traveler pupil child student schoolchild commuter tourist migrant refugee pilgrim worker "
    "soldier crew occupant rider miner fan".split()
)
POWER: Final = frozenset({"power", "electricity"})
CUTTING: Final = frozenset("lose knock cut disrupt interrupt".split())
DATA: Final = frozenset("datum data detail record information account file password credential".split())
TAKEN: Final = frozenset("expose leak steal copy compromise breach access hack publish obtain".split())
UPWARDS: Final = 6  # steps up the parse from the counted to the verb


def driven_out(verb: Token) -> bool:
    """ "fled their homes", "were moved to safety", "had to leave", "were ordered from their homes"."""
    if _leaves_home(verb):
        return True
    if verb.lemma_.lower() in FORCING:
        left = any(
            c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in LEAVING and _leaves_home(c) for c in verb.children
        )
        return left or bool(_behind(verb, "from", "out") & HOMES)
    return verb.lemma_.lower() in MOVING and bool(_behind(verb, "to", "into") & SAFETY)


def _leaves_home(verb: Token) -> bool:
    """Whether somebody leaves home; of a leaving that somebody is forced to, nothing more needs to be said."""
    if verb.lemma_.lower() not in LEAVING:
        return False
    left = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    forced = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in FORCING and verb.lemma_.lower() == "leave"
    return bool(left & HOMES) or (forced and not left)


def _behind(verb: Token, *prepositions: str) -> set[str]:
    """The lemmas of the nouns behind these prepositions of a verb."""
    places = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in prepositions)
    return {t.lemma_.lower() for place in places for t in place.subtree if t.dep_ in ("pobj", "pcomp", "conj")}


def lives_lost(node: Token, verb: Token) -> bool:
    """ "claimed 13 lives", "took the lives of 13 people", "13 people lost their lives"."""
    if node.lemma_.lower() == "life":
        return verb.lemma_.lower() in TAKING
    if node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.lemma_.lower() == "life":
        over = governor(node.head.head)
        return over is not None and over.lemma_.lower() in TAKING
    lost = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() == "life"]
    return node.dep_ == "nsubj" and verb.lemma_.lower() in LOSING and bool(lost)


def aboard(node: Token) -> bool:
    """ "48 people were on board", "a bus with 48 passengers", "the plane was carrying 120 people"."""
    verb = governor(node)
    everybody = node.dep_ == "dobj" and all_of(node)
    if _on_board(node) or ((node.dep_ in ("nsubj", "attr") or everybody) and verb is not None and _on_board(verb)):
        return True
    if node.dep_ == "pobj" and node.head.lower_ == "with":
        return node.head.head.lemma_.lower() in VEHICLES and node.lemma_.lower() in RIDERS
    if verb is None:
        return False
    if node.dep_ == "nsubj" and verb.lemma_.lower() == "board":
        return True
    subject = own_subject(verb)
    subject = verb.head if subject is None and verb.dep_ == "acl" else subject  # "a bus carrying 48 people"
    return (
        node.dep_ == "dobj"
        and verb.lemma_.lower() in CARRYING
        and subject is not None
        and (subject.lemma_.lower() in VEHICLES or subject.lower_ in ("it", "which", "that"))
    )


def _on_board(word: Token) -> bool:
    """Whether "aboard" or "on board" hangs on the word."""
    for child in word.children:
        if child.lower_ in ("aboard", "onboard"):
            return True
        if child.lower_ == "on" and any(c.lower_ == "board" for c in child.children):
            return True
    return False


def without_power(node: Token) -> bool:
    """ "left 12,000 homes without power", "9,000 customers lost electricity", "cut power to 700 homes"."""
    verb = governor(node)
    words = [node, *node.children] if verb is None else [node, *node.children, verb, *verb.children]
    if any(c.lower_ == "without" and any(g.lemma_.lower() in POWER for g in c.children) for c in words):
        return True
    if verb is None or verb.lemma_.lower() not in CUTTING:
        return False
    cut = object_of(verb)
    behind = node.dep_ == "pobj" and node.head.lower_ in ("to", "for")
    return cut is not None and cut.lemma_.lower() in POWER and (behind or node.dep_ == "nsubj")


def exposed(node: Token) -> bool:
    """ "The leak exposed the details of 181,000 people", "copied data belonging to 1.3 million customers"."""
    above = list(node.ancestors)[:UPWARDS]
    if not any(a.lemma_.lower() in DATA and a.pos_ in ("NOUN", "PROPN") for a in above):
        return False
    return any(a.lemma_.lower() in TAKEN for a in above)


def held_hostage(node: Token) -> bool:
    """ "Held nine people hostage", which the parser takes apart."""
    following = node.nbor() if node.i + 1 < node.sent.end else node
    return following.lower_ in ("hostage", "captive")


def all_of(node: Token) -> bool:
    """ "All 48 people"."""
    return any(t.lower_ == "all" and t.i < node.i for t in node.subtree)
