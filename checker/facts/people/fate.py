"""Fates: who died, who was hurt, and who came out of it alive or unhurt ("the driver survived", "Jo Marsh was among
the dead")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.bearer import Bearer, person_of, two_persons
from checker.facts.lexicon import MODALS
from checker.facts.quantities.number import ordinal
from checker.facts.quantities.quantity import Quantity
from checker.facts.roots import doubtful, negated, passive, relayed, subject_of
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE: Final = "fate"
DIED, ALIVE, UNHURT, HURT = "died", "alive", "unhurt", "hurt"
# Who is hurt may die later, and who survived may be hurt.
EXCLUSIVE: Final = frozenset(map(frozenset, ((DIED, ALIVE), (DIED, UNHURT), (HURT, UNHURT))))
DYING: Final = frozenset("die perish succumb drown".split())
NOT_YET: Final = MODALS | {"to"}
LOST: Final = frozenset("life fight battle struggle".split())  # "lost her fight in hospital"
KILLING: Final = frozenset("kill murder slay assassinate".split())
PULLING: Final = frozenset("pull bring take find rescue haul cut free".split())
HURTING: Final = frozenset("injure hurt wound".split())
DEAD: Final = frozenset("dead deceased".split())
STATING: Final = frozenset({"be", "escape"})
FINDING: Final = frozenset("pronounce declare confirm find shoot leave".split())  # "was found dead", "was shot dead"
UNHARMED: Final = frozenset("alive unhurt unharmed uninjured unscathed".split())
VICTIMS: Final = frozenset("dead victim fatality casualty killed deceased".split())  # "was among the dead"
SAVED: Final = frozenset("survivor rescued".split())
# Of whom a story has one, so that "the driver" is the same in two reports; of the others many are in every story.
ONLY: Final = frozenset(
    "driver pilot co-pilot copilot captain skipper master conductor rider gunman attacker assailant shooter bomber "
    "kidnapper hijacker assassin king queen pope president minister premier mayor governor ambassador general "
    "bride groom owner referee coach".split()
)
PEOPLE: Final = ONLY | frozenset(
    "man woman boy girl child baby infant toddler teenager person passenger pedestrian worker resident soldier officer "
    "policeman policewoman firefighter volunteer student pupil teacher motorist cyclist motorcyclist patient protester "
    "civilian villager farmer miner tourist guard nurse doctor journalist reporter cameraman sailor fisherman climber "
    "hiker skier swimmer diver pensioner grandmother grandfather mother father son daughter brother sister wife "
    "husband widow migrant refugee crewman".split()
)
ONE_OF_SEVERAL: Final = frozenset("second third other another first".split())
NAMED: Final = 0.9  # how surely it is one person where both sides name them
DESCRIBED: Final = 0.6
SOMEBODY: Final = 0.6  # how surely "nobody died" is told of the day on which somebody did


@dataclass(frozen=True, slots=True)
class Fate(Stretch):
    """The `state` of `who`: DIED, ALIVE, UNHURT or HURT. `role` is what they are in the story, "" for what many are;
    `kind` says which driver. Offsets are into the sentence.
    """

    state: str
    who: Bearer
    role: str = ""
    kind: frozenset[str] = frozenset()


def find(sentence: Sentence) -> list[Fate]:
    """The fates that a parsed sentence tells flatly, in order; of who is said to be dead and alive in it, none."""
    told: dict[int, list[Told]] = {}
    for token in sentence:
        for person, word, state in _fates(token):
            if _one_person(person) and not doubtful(token) and not relayed(token):
                told.setdefault(person.i, []).append((person, word, state))
    found = []
    for fates in told.values():
        person, word, state = next((f for f in fates if f[2] == DIED), fates[0])  # "was hurt and died"
        if not any(frozenset((state, other)) in EXCLUSIVE for _, _, other in fates):
            first, last = sorted((person, word), key=lambda t: t.i)
            start, end = first.idx - sentence.start_char, last.idx + len(last.text) - sentence.start_char
            found.append(Fate(sentence.text[start:end], start, end, state, person_of(person), *_role(person)))
    return sorted(found, key=lambda f: f.start)


Said = tuple["Token", str]  # the last word that says so, and the state
Told = tuple["Token", "Token", str]  # of whom, and that


def _fates(word: Token) -> Iterator[Told]:
    """Whom a verb tells to be what, and the last word that says so."""
    lemma = word.lemma_.lower()
    if word.pos_ in ("NOUN", "PROPN"):  # a headline: "Driver among three dead"
        yield from ((person, *said) for said in _among(word) for person in _each(word))
        return
    subject = subject_of(word) if word.pos_ in ("VERB", "AUX") else None
    if subject is None or _not_yet(word):
        return
    if lemma == "survive":
        yield from ((person, word, DIED if negated(word) else ALIVE) for person in _each(subject))
    if negated(word):
        return
    lost = lemma == "lose" and any(c.dep_ == "dobj" and c.lemma_.lower() in LOST for c in word.children)
    dies = lemma in DYING and not any(c.dep_ == "dobj" for c in word.children)  # "drowned her son"
    if dies or lost or (lemma == "pass" and any(c.lower_ == "away" for c in word.children)):
        yield from ((person, word, DIED) for person in _each(subject))
    elif lemma in KILLING | HURTING:
        befell = [subject] if passive(word) else [c for c in word.children if c.dep_ == "dobj"]
        yield from ((person, word, DIED if lemma in KILLING else HURT) for head in befell for person in _each(head))
    elif lemma in STATING or (lemma in FINDING | PULLING and passive(word)):
        yield from ((person, *said) for said in _said_of(word) for person in _each(subject))


def _not_yet(verb: Token) -> bool:
    """ "Tried to kill", "will die"; but "the first person to die" did."""
    if verb.dep_ in ("relcl", "acl") and any(ordinal(c.text) is not None for c in verb.head.children):
        return False
    return any(c.dep_ == "aux" and c.lower_ in NOT_YET for c in verb.children)


def _said_of(verb: Token) -> Iterator[Said]:
    """What the complement of "be" or the like says: "is dead", "was among the victims", "was pulled out alive"."""
    near = verb.subtree if verb.lemma_.lower() in PULLING else verb.children  # "out of the wreck alive"
    for word in near:
        if word.lower_ in DEAD | UNHARMED and word.i > verb.i and word.dep_ not in ("nsubj", "nsubjpass"):
            yield word, DIED if word.lower_ in DEAD else ALIVE if word.lower_ == "alive" else UNHURT
    if verb.lemma_ == "be":
        yield from _among(verb)


def _among(word: Token) -> Iterator[Said]:
    """ "Among the dead", "among those who died", "among the survivors"."""
    for noun in (t for child in word.children if child.lower_ == "among" for t in child.subtree):
        lemma, clause = noun.lemma_.lower(), noun.dep_ in ("relcl", "acl")
        if lemma in SAVED:
            yield noun, ALIVE
        elif lemma in VICTIMS or (clause and lemma in DYING | KILLING):
            yield noun, DIED


def _each(noun: Token) -> Iterator[Token]:
    """The noun and what is listed with it."""
    yield noun
    yield from noun.conjuncts


def _one_person(noun: Token) -> bool:
    """Whether one person is named or described, not several and nobody in particular."""
    if noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in noun.children):
        return False
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in ("PERSON", "")
    return noun.lemma_.lower() in PEOPLE and not any(c.lower_ in ("no", "every", "each", "any") for c in noun.children)


def _role(person: Token) -> tuple[str, frozenset[str]]:
    """What the person is in the story, and which of them: ("driver", {"bus"}); ("", {}) where a story has many."""
    nouns = [person, *(c for c in person.children if c.dep_ in ("appos", "compound", "nmod"))]
    noun = next((n for n in nouns if n.lemma_.lower() in ONLY), None)
    if noun is None or any(c.lower_ in ONE_OF_SEVERAL or c.tag_ == "PRP$" for c in noun.children):
        return "", frozenset()
    kinds = frozenset(
        c.lemma_.lower() for c in noun.children if c.dep_ in ("compound", "amod") and c.pos_ in ("NOUN", "ADJ")
    )
    return str(noun.lemma_.lower()), kinds


def compare(left: Fate, right: Fate, similar: Similar) -> Comparison | None:
    """Whether one person is dead for one side and alive for the other, or hurt and unhurt; None for two persons."""
    if two_persons(left.who, right.who):
        return None
    named = bool(left.who.names and right.who.names)
    role = bool(left.role) and left.role == right.role and not (left.kind and right.kind and left.kind != right.kind)
    if not named and not role:
        return None
    who = max(left.who.names & right.who.names, key=len, default="").title() or f"the {left.role}"
    sure = NAMED if named else DESCRIBED
    item = f"what became of {who}"
    if left.state == right.state:
        return _row(left, right, Verdict.AGREE, sure, item)
    exclusive = frozenset((left.state, right.state)) in EXCLUSIVE
    return _row(left, right, Verdict.CONTRADICT, sure, item) if exclusive else None


def compare_none(left: Quantity, right: Fate, similar: Similar) -> Comparison | None:
    """ "No one was killed" against somebody who is told to have died, "no injuries" against somebody who was hurt."""
    what, word = ("death", "died") if right.state == DIED else ("injury", "was hurt")
    if what not in left.measures or left.value.high > 0 or left.part or left.degree or right.state not in (DIED, HURT):
        return None
    return _row(left, right, Verdict.CONTRADICT, SOMEBODY, f"whether anybody {word}")


def _row(left: Stretch, right: Stretch, verdict: Verdict, strength: float, item: str) -> Comparison:
    message = f"{left.text} and {right.text}" if verdict is Verdict.CONTRADICT else f"both: {left.text}"
    return Comparison(RULE, "negation", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
