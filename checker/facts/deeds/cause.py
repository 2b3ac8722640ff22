"""Causes: what a sentence says that something came of ("a gas leak caused the blast", "blamed the crash on ice")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.roots import DOUBTS, doubtful, lemmas, negated, object_of, passive, subject_of, within
from checker.facts.stretch import Stretch
from checker.facts.times.onset import harm_in

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

CAUSING: Final = frozenset({"cause", "trigger", "spark", "prompt", "provoke", "ignite"})
STARTING: Final = frozenset({"start", "begin"})  # "was started by lightning"; who starts a thing is no cause
LEADING: Final = {"lead": ("to",), "result": ("in",)}  # verbs whose effect stands behind a preposition
COMING: Final = {"result": ("from",), "stem": ("from",), "arise": ("from",), "originate": ("from", "in")}
ESTABLISHING: Final = frozenset({"establish", "conclude", "determine"})
INVESTIGATORS: Final = frozenset(
    "investigator inquiry investigation police board prosecutor inspector expert report detective commission engineer "
    "agency authority coroner examiner official panel bureau inquest".split()
)
LIKELY: Final = frozenset({"likely", "probably", "apparently", "evidently"})
# A slip that is told as the explanation of a mistake, though the mistake itself isn't named again.
SLIPS: Final = frozenset({"accidentally", "mistakenly", "inadvertently", "erroneously", "unintentionally"})
MISTAKES: Final = frozenset({"error", "mistake"})


@dataclass(frozen=True, slots=True)
class Cause(Stretch):
    """`subject` are the content words of what happened, `rest` of what it came of; `firm` is 1 for a flat statement.

    `event` is the kind of sudden event that it is the cause of ("crash"), "" for any other. What investigators
    established has no subject: it is told of the story's event. Offsets are into the sentence.
    """

    subject: frozenset[str]
    rest: frozenset[str]
    firm: float = 1.0
    event: str = ""


def find(sentence: Sentence) -> list[Cause]:
    """The causes that a parsed sentence states; none in a question, and none that it denies."""
    if sentence.text.rstrip('”" ').endswith("?"):
        return []
    found = [_cause(sentence, *parts) for token in sentence if (parts := _parts(token)) is not None]
    return [c for c in found if c is not None]


Parts = tuple["Token", list["Token"], list["Token"]]  # the word that says so, the effect, what it came of


def _parts(token: Token) -> Parts | None:
    if token.pos_ in ("VERB", "AUX"):
        return (_found_out(token) or _by_verb(token)) if not negated(token) else None
    if token.lower_ in SLIPS and token.head.pos_ == "VERB" and not negated(token.head):
        return token, [], within(token.head)
    if token.lower_ in ("due", "because", "owing"):
        return _by_preposition(token)
    if token.lemma_.lower() in ("cause", "source") and token.pos_ == "NOUN":
        return _by_noun(token)
    return None


def _found_out(verb: Token) -> Parts | None:
    """ "Investigators have established that a pin in the boom broke"."""
    subject = subject_of(verb)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if verb.lemma_.lower() not in ESTABLISHING or subject is None or clause is None:
        return None
    if subject.lemma_.lower() not in INVESTIGATORS or any(t.lemma_.lower() in DOUBTS for t in clause.subtree):
        return None
    return (verb, [], within(clause)) if clause.pos_ == "VERB" and not negated(clause) else None


def _by_verb(verb: Token) -> Parts | None:
    lemma = verb.lemma_.lower()
    if lemma == "blame":
        return _blamed(verb)
    for table, swapped in ((LEADING, False), (COMING, True)):
        other = object_of(verb, *table.get(lemma, ("",)))
        subject = subject_of(verb)
        if other is not None and subject is not None:
            sides = within(other), within(subject)
            return (verb, *(reversed(sides) if swapped else sides))
    if lemma not in CAUSING and not (lemma in STARTING and passive(verb)):
        return None
    if passive(verb):
        source, effect = object_of(verb, "by"), subject_of(verb)
    else:
        source, effect = subject_of(verb), _effect(verb)
    if source is None or effect is None or source.lower_ in ("what", "which", "that", "it", "this"):
        return None
    inner = set(verb.subtree) if effect == verb.head else set()  # "a fire caused by a fault": only the noun
    return verb, [t for t in within(effect) if t not in inner], within(source)


def _effect(verb: Token) -> Token | None:
    """The object, or the clause that stands for it: "caused the plane to crash"."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp")), None)


def _blamed(verb: Token) -> Parts | None:
    """ "blamed the crash on ice", "the crash was blamed on ice", "blamed ice for the crash"."""
    thing = subject_of(verb) if passive(verb) else object_of(verb)
    on, for_ = object_of(verb, "on"), object_of(verb, "for")
    if thing is None or (on is None and for_ is None):
        return None
    effect, source = (thing, on) if on is not None else (for_, thing)
    return (verb, within(effect), within(source)) if effect is not None and source is not None else None


def _by_preposition(word: Token) -> Parts | None:
    """ "due to ice", "because of ice", "because the road was icy": the effect is what it is said of."""
    if any(c.dep_ == "neg" for c in word.children) or (word.i > word.sent.start and word.nbor(-1).lower_ == "not"):
        return None
    if word.dep_ == "mark":
        source, head = word.head, word.head.head
    else:
        behind = next((g for c in (word, *word.children) for g in c.children if g.dep_ == "pobj"), None)
        if behind is None:
            return None
        source, head = behind, word.head
    own = {t.i for t in within(source)} | {word.i}
    effect = [t for t in within(head) if t.i not in own]
    if head.lemma_.lower() in ("be", "say"):
        effect = [t for t in effect if t != head]
    return word, effect, within(source)


def _by_noun(noun: Token) -> Parts | None:
    """ "the cause of the crash was ice", "ice was the cause of the crash"."""
    of = object_of(noun, "of")
    verb = noun.head
    if of is None or verb.lemma_ != "be" or negated(verb):
        return None
    other = next((c for c in verb.children if c != noun and c.dep_ in ("nsubj", "attr")), None)
    if other is None or other.pos_ not in ("NOUN", "PROPN"):
        return None
    return noun, within(of), within(other)


def _cause(sentence: Sentence, word: Token, effect: list[Token], source: list[Token]) -> Cause | None:
    subject, rest = lemmas(effect), lemmas(source)
    if word.lower_ in SLIPS:
        subject |= MISTAKES
    if not rest or not (subject or word.lemma_.lower() in ESTABLISHING):
        return None
    tokens = [word, *effect, *source]
    start = min(t.idx for t in tokens) - sentence.start_char
    end = max(t.idx + len(t.text) for t in tokens) - sentence.start_char
    return Cause(sentence.text[start:end], start, end, subject, rest, _firm(word, rest), harm_in(effect))


def _firm(word: Token, source: frozenset[str]) -> float:
    if not doubtful(word) and not source & DOUBTS:
        return 1.0
    near = {t.lower_ for t in word.children} | {g.lower_ for c in word.children for g in c.children}
    return 0.8 if near & LIKELY else 0.5
