"""What a number is a measure of: deaths, injuries, a crowd, a rise or fall; and of which degree ("critically")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.anchor import governor
from checker.facts.lexicon import CHANGES, CROWDS, DEGREES, DIRECTIONS, MEASURES, PERSONS
from checker.facts.quantities.befallen import (
    aboard,
    all_of,
    driven_out,
    exposed,
    held_hostage,
    lives_lost,
    without_power,
)
from checker.facts.roots import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLLS: Final = frozenset("toll number count figure tally total".split())
CHANGING: Final = frozenset({"percent", "point", "money", "degree"})  # dimensions by which something rises or falls


def measures_of(last: Token, counted: Token | None) -> frozenset[str]:
    """Which of MEASURES the number counts: by its noun, what describes the noun, or the verb over it."""
    node = counted if counted is not None else last
    if last.i + 1 < last.sent.end and last.nbor().pos_ in ("ADJ", "VERB"):
        directly = classes([last.nbor()])  # "3 dead", "12 killed": headlines are parsed badly
        if directly:
            return directly
    befallen = _befallen(node)
    if befallen == OUT_OF_POWER:
        return befallen  # "left 12,000 homes without power": nobody left home
    own = classes([node, *(c for c in node.children if c.dep_ in ("amod", "acl", "compound", "advmod", "appos"))])
    if own - {"attendance"}:
        return own
    done = _done_to(node)  # "three protesters were arrested" counts arrests, not those who came
    if done - {"attendance"}:
        return done | befallen if all_of(node) else done  # "all 48 people on board died"
    if _condition(node):
        return frozenset({"injury"})
    if befallen:
        return befallen
    return own | done | (frozenset({"attendance"}) if _is_crowd(node) else frozenset())


def _befallen(node: Token) -> frozenset[str]:
    """What phrases tell that leave everything else open: who is aboard may be unhurt."""
    told = (("aboard", aboard), ("outage", without_power), ("affected", exposed), ("abduction", held_hostage))
    return frozenset(measure for measure, tells in told if tells(node))


OUT_OF_POWER: Final = frozenset({"outage"})
DASHES: Final = frozenset({"-", "--", "–", "—"})
GOVERNED: Final = frozenset("nsubj nsubjpass dobj attr conj pobj nummod npadvmod ccomp oprd dep".split())


def _done_to(node: Token) -> frozenset[str]:
    """The measures of the verb over the counted noun."""
    verb = governor(node)
    if verb is None or node.dep_ not in GOVERNED or _whole_of_some(node, verb):
        return frozenset()
    if lives_lost(node, verb):
        return frozenset({"death"})
    if node.dep_ == "nsubj" and verb.lemma_.lower() == "kill":
        return frozenset()  # "two gunmen killed 12": the two are not the dead
    toll = next((c for c in verb.children if c.lemma_.lower() in TOLLS and c.i < node.i and c != node), None)
    if toll is not None:  # "the death toll rose to 24", "the number of people killed is 24"
        return classes(list(toll.subtree))
    near = [verb]
    if node.dep_ in ("dobj", "nsubj", "attr", "ccomp", "nsubjpass"):
        near += [c for c in verb.children if c.dep_ in ("oprd", "acomp", "xcomp", "amod")]
    if any(t.lemma_.lower() == "street" for t in verb.subtree) and verb.lemma_.lower() == "take":
        return frozenset({"attendance"})
    return classes(near) or (frozenset({"displacement"}) if driven_out(verb) else frozenset())


def _whole_of_some(node: Token, verb: Token) -> bool:
    """ "Of the 48 people on board, 12 died": nothing is told of the 48."""
    return node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head == verb and node.i < verb.i


def _condition(node: Token) -> Token | None:
    """The word of degree in "two people are in (a) critical condition"; None where there is no such phrase."""
    verb = governor(node)
    nouns = [t for t in (list(verb.subtree) if verb is not None else list(node.subtree)) if t.lower_ == "condition"]
    return next((c for n in nouns for c in n.children if c.lower_ in DEGREES and node.i < n.i), None)


def _is_crowd(node: Token) -> bool:
    """Whether people are counted, without saying which, in a sentence about a gathering: "put the march at 30,000"."""
    people = node.lemma_.lower() in PERSONS or node.like_num or node.text in DASHES
    return people and any(t.lemma_.lower() in CROWDS for t in node.sent)


def change_of(run: list[Token], dimension: str, head: Token) -> tuple[str, Token | None]:
    """("rise" or "fall", what rises or falls) for a number that says by how much; ("", None) for any other.

    "fell to 5 percent" names a level and no change.
    """
    before = run[0].nbor(-1).lower_ if run[0].i > run[0].sent.start else ""
    if dimension.split(":")[0] not in CHANGING or before in ("to", "at", "from"):
        return "", None
    node = head
    for _ in range(4):
        direction = CHANGES.get(node.lemma_.lower(), "") or _particle(node)
        if direction:
            return direction, _changing(node)
        if node.head == node or node.pos_ == "VERB":
            break
        size_of = node.lower_ == "of" and node.head.pos_ == "NOUN"  # "struck down a levy of 2 percent" changes no levy
        node = node.head
        if size_of and node.lemma_.lower() not in CHANGES:
            break
    return "", None


def _particle(verb: Token) -> str:
    """ "closed down", "was up", "ended lower": the word beside the verb says which way."""
    words = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "acomp", "prep")]
    return next((DIRECTIONS[w] for w in words if w in DIRECTIONS), "")


def _changing(node: Token) -> Token | None:
    """What rises or falls: the subject of the verb, or the noun behind "in" or "of"."""
    if node.pos_ in ("VERB", "AUX"):
        return own_subject(node)
    inner = (g for c in node.children if c.lower_ in ("in", "of") for g in c.children if g.dep_ == "pobj")
    return next((g for g in inner if not g.like_num and g.lemma_.lower() not in ("percent", "%", "cent")), None)


def classes(tokens: list[Token]) -> frozenset[str]:
    """The measures that any of the words belongs to."""
    lemmas = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    return frozenset(name for name, words in MEASURES.items() if lemmas & words)


def degree_of(last: Token, counted: Token | None) -> frozenset[str]:
    """How badly the counted are hurt ("critical"): a count of the seriously injured is a part of all injured."""
    node = counted if counted is not None else last
    verb = governor(node)
    words = list(node.subtree) + (
        [c for c in verb.children if c.dep_ in ("advmod", "acomp")] if verb is not None else []
    )
    condition = _condition(node)
    if condition is not None:
        words.append(condition)
    return frozenset(DEGREES[t.lower_] for t in words if t.lower_ in DEGREES)
