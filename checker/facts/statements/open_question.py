"""Open questions: what a sentence says is not known, confirmed, released or decided (yet), and what would answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.roots import DOUBTS, SUBJECTS, lemmas, negated, object_of, passive, subject_of, within
from checker.facts.stretch import Stretch
from checker.facts.times.onset import harm_in

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

OPEN: Final = frozenset("unclear unknown uncertain undetermined unconfirmed unverified".split())
SETTLED: Final = frozenset("clear certain sure".split())
# "not known", "did not say whether" is no doubt about the thing itself: verbs of saying stay out.
KNOWING: Final = frozenset(
    "know determine establish confirm verify identify release disclose decide ascertain pinpoint name understand "
    "explain substantiate".split()
)
INQUIRY: Final = frozenset("investigation review study consideration discussion".split())
MISSING: Final = frozenset("word confirmation explanation decision information motive".split())

CAUSES: Final = frozenset("cause reason origin source trigger explanation motive".split())
IDENTITIES: Final = frozenset("name identity nationality".split())
NUMBERS: Final = frozenset("number toll extent casualty figure".split())
HAPPENING: Final = frozenset(
    "happen occur cause trigger spark prompt start begin come lead break take make set go drive force".split()
)
ASKING: Final = frozenset("what who whose how why whether if which".split())
GENERIC: Final = frozenset(
    "man woman person people one other member somebody incident thing matter issue report claim rumor rumour "
    "unconfirmed varying conflicting detail information anything more many wrong".split()
)
DENYING: Final = frozenset({"deny", "dismiss", "reject", "refute"})
DOUBTED: Final = frozenset("report claim rumor rumour".split())


@dataclass(frozen=True, slots=True)
class OpenQuestion(Stretch):
    """`asks` is "cause", "identity", "number", "whether", "claim", "denied", "decision" or "responsibility".

    `subject` are the content words of what it is about; `options` the alternatives of "A or B", of which `rest`
    has all words. `firm` is how plainly it is left open: less where a thing is only "under investigation". `event` is
    the kind of sudden event whose cause is asked for ("crash"), "" for any other; "what went wrong" has no subject.
    """

    asks: str
    subject: frozenset[str]
    rest: frozenset[str] = frozenset()
    options: tuple[frozenset[str], ...] = ()
    firm: float = 1.0
    event: str = ""


def find(sentence: Sentence) -> list[OpenQuestion]:
    """What a parsed sentence leaves open."""
    if sentence.text.rstrip('”" ').endswith("?"):
        return []
    found = []
    for token in sentence:
        topic, firm = _topic(token)
        question = _question(sentence, token, topic, firm) if topic is not None else None
        if question is not None:
            found.append(question)
    return found


def _topic(token: Token) -> tuple[Token | None, float]:
    """What the word leaves open, if it does: the clause, or else the noun; and how firmly."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in DENYING and not negated(token):
        return _rumoured(token), 1.0
    if token.lower_ in ("early", "soon") and any(c.lower_ == "too" for c in token.children):
        return next((found for c in token.children if c.dep_ == "xcomp" and (found := _asked(c))), None), 1.0
    if token.lower_ in OPEN or token.lower_ in SETTLED:
        return _of_adjective(token), 1.0
    if token.pos_ == "VERB" and lemma in KNOWING and _unfinished(token):
        return _of_verb(token), 1.0
    if token.pos_ == "VERB" and lemma == "claim" and negated(token):
        thing = object_of(token)
        return (thing, 1.0) if thing is not None and thing.lemma_ == "responsibility" else (None, 0.0)
    if token.pos_ == "VERB" and (lemma in ("investigate", "probe", "examine") or _looking_into(token)):
        return _asked(token) or _caused(token), 0.7
    if token.pos_ == "NOUN" and lemma in INQUIRY and token.dep_ == "pobj" and token.head.lower_ == "under":
        subject = subject_of(token.head.head) if token.head.head.pos_ in ("VERB", "AUX") else None
        return subject, 0.7
    if token.pos_ == "NOUN" and any(c.lower_ == "no" for c in token.children):
        return _of_noun(token), 1.0
    return None, 0.0


def _rumoured(verb: Token) -> Token | None:
    """The reports that the verb denies."""
    thing = subject_of(verb) if passive(verb) else object_of(verb)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and verb.lemma_.lower() == "deny":
        return clause if any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in clause.children) else None
    return thing if thing is not None and thing.lemma_.lower() in DOUBTED else None


def _of_adjective(word: Token) -> Token | None:
    """ "it is unclear whether ...", "the cause is not clear", "unconfirmed reports of ..."."""
    verb = word.head
    if word.dep_ == "amod":
        return verb if word.lower_ == "unconfirmed" and verb.lemma_.lower() in DOUBTED else None
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if word.lower_ in SETTLED and not (negated(verb) or any(c.dep_ == "neg" for c in word.children)):
        return None
    if word.lower_ in OPEN and negated(verb):
        return None
    return _asked(word) or _asked(verb) or _named(subject_of(verb))


def _unfinished(verb: Token) -> bool:
    """Whether the verb is denied or still to come: "not known", "yet to be determined", "could not be confirmed"."""
    if any(t.lower_ in ("i", "you", "he", "she") for t in verb.children if t.dep_ == "nsubj"):
        return False
    if negated(verb):
        return not (verb.dep_ == "xcomp" and verb.head.lemma_ in ("ask", "request", "want"))
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in ("have", "be", "remain"):
        return False
    return any(c.lower_ == "yet" for c in above.children) or above.lemma_ == "remain"


def _of_verb(verb: Token) -> Token | None:
    """The clause behind the verb, its object, or the subject of a passive."""
    clause = _asked(verb) or next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None:
        return clause
    if any(c.dep_ == "nsubjpass" for c in verb.children) or verb.dep_ == "relcl":
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if subject is not None and subject.lower_ in ("who", "which"):
            return verb.head
        return _named(subject)
    return object_of(verb) or (_named(subject_of(verb)) if verb.dep_ == "xcomp" else None)


def _named(noun: Token | None) -> Token | None:
    """The noun; for "none" or "this" the reports of something that the sentence has told of before."""
    if noun is None or (noun.pos_ not in ("PRON", "DET") and noun.lower_ != "none"):
        return noun
    if noun.lower_ not in ("none", "this", "that", "it", "they", "which", "those"):
        return None
    before = [t for t in noun.sent if t.i < noun.i and t.lemma_.lower() in DOUBTED]
    return before[-1] if before else None


def _asked(word: Token) -> Token | None:
    """The clause behind `word` that asks something: "how it happened", "whether anybody was hurt"."""
    for clause in word.children:
        if clause.dep_ in ("ccomp", "advcl", "xcomp", "csubj", "csubjpass", "pcomp") and _asks(clause):
            return clause
    for prep in (c for c in word.children if c.dep_ == "prep"):
        found = _asked(prep)
        if found is not None:
            return found
    return None


def _asks(clause: Token) -> str:
    """The word that makes the clause a question; "" for none."""
    first = clause.left_edge
    words = [t for t in (first, first.nbor(1)) if t.lower_ in ASKING] if first.i + 1 < len(first.doc) else []
    return words[0].lower_ if words and words[0].i <= clause.i else ""


def _looking_into(verb: Token) -> bool:
    return verb.lemma_.lower() == "look" and any(c.lower_ == "into" for c in verb.children)


def _caused(verb: Token) -> Token | None:
    noun = object_of(verb) or object_of(verb, "into")
    return noun if noun is not None and noun.lemma_.lower() in CAUSES else None


def _of_noun(noun: Token) -> Token | None:
    """ "no word on ...", "no decision on ...", "no claim of responsibility"."""
    if noun.lemma_.lower() == "claim":
        of = object_of(noun, "of")
        return of if of is not None and of.lemma_ == "responsibility" else None
    if noun.lemma_.lower() not in MISSING:
        return None
    if noun.lemma_.lower() in ("decision", "motive"):
        return noun
    return _asked(noun) or object_of(noun, "on", "about", "of", "for")


def _question(sentence: Sentence, word: Token, topic: Token, firm: float) -> OpenQuestion | None:
    asks, about, options = _reading(topic, word)
    subject = lemmas(about) - GENERIC
    went_wrong = asks == "cause" and topic.pos_ in ("VERB", "AUX")
    if not asks or not (subject or went_wrong):
        return None
    around = (c for t in (word, word.head, topic) for c in t.children)
    tokens = [
        word,
        topic,
        *about,
        *(c for c in around if c.dep_ in ("neg", "aux", "auxpass") or c.lower_ in ("no", "too")),
    ]
    tokens = [t for t in tokens if sentence.start <= t.i < sentence.end]
    start = min(t.idx for t in tokens) - sentence.start_char
    end = max(t.idx + len(t.text) for t in tokens) - sentence.start_char
    rest = frozenset(w for option in options for w in option)
    event = harm_in(about) if asks == "cause" else ""
    return OpenQuestion(sentence.text[start:end], start, end, asks, subject - rest, rest, options, firm, event)


Reading = tuple[str, list["Token"], tuple[frozenset[str], ...]]  # what is asked, about what, between which


def _reading(topic: Token, word: Token) -> Reading:
    if topic.pos_ in ("VERB", "AUX") and word.lemma_.lower() in DENYING:
        return ("denied", within(topic), ()) if not negated(topic) else ("", [], ())
    if topic.pos_ in ("VERB", "AUX"):
        return _of_clause(topic)
    lemma = topic.lemma_.lower()
    if lemma == "responsibility":
        return "responsibility", [topic], ()
    if lemma == "decision" or (word.lemma_.lower() in INQUIRY and word.lower_ != "investigation"):
        about = [t for prep in topic.head.children if prep.dep_ == "prep" for t in within(prep)]
        about += within(topic)
        return "decision", [t for t in about if t.lemma_.lower() not in ("decision", *INQUIRY)], ()
    for table, asks in ((CAUSES, "cause"), (IDENTITIES, "identity"), (NUMBERS, "number")):
        if lemma in table:
            return asks, _owner(topic), ()
    if word.lemma_.lower() in ("identify", "name"):
        return "identity", within(topic), ()
    if word.lower_ in INQUIRY or (word.pos_ == "VERB" and word.lemma_.lower() not in ("confirm", "verify", *DENYING)):
        return "", [], ()
    if lemma not in DOUBTED and word.lower_ in OPEN | SETTLED:
        return "", [], ()  # "her whereabouts were unknown"
    content = _reported(topic) if lemma in DOUBTED else None
    asks = "denied" if word.lemma_.lower() in DENYING else "claim"
    return asks, _things(within(topic) + (within(content) if content is not None else [])), ()


def _things(tokens: list[Token]) -> list[Token]:
    """The nouns alone where they say enough: sources tell one thing with other verbs ("laden with", "found in")."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in GENERIC]
    return nouns if len({t.lemma_ for t in nouns}) >= 3 else tokens


def _reported(noun: Token) -> Token | None:
    """What the reports say: "reports that ...", "reports said that ..."."""
    content = [c for t in (noun, noun.head) for c in t.children if c.dep_ in ("acl", "ccomp")]
    return content[0] if content and noun.dep_ in ("nsubj", "dobj", "attr", "pobj") else None


def _owner(noun: Token) -> list[Token]:
    """What the cause, name or number is of: "the cause of the crash", "victims' names", "the child, whose name"."""
    if noun.lemma_.lower() == "casualty":
        return within(noun)
    owned = [t for c in noun.children if c.dep_ in ("prep", "poss", "compound") for t in within(c)]
    whose = next((c for c in noun.children if c.lower_ == "whose"), None)
    if whose is not None and noun.head.dep_ == "relcl":
        return [noun.head.head]
    return owned


def _of_clause(clause: Token) -> Reading:
    asking = _asks(clause)
    about = [t for t in within(clause) if t.lower_ not in ASKING]
    if asking in ("how", "why", "what"):
        following = next((t for t in clause.subtree if t.lower_ == asking), clause)
        if asking == "how" and following.i + 1 < len(clause.doc) and following.nbor(1).lower_ in ("many", "much"):
            return "number", about, ()
        if asking == "what" and clause.lemma_.lower() not in HAPPENING:
            return "", [], ()
        return "cause", [t for t in about if t.lemma_.lower() not in HAPPENING], ()
    if asking in ("whether", "if"):
        return "whether", about, _options(clause)
    if asking in ("who", "whose", "which"):
        return "", [], ()
    return ("claim", _things(about), ()) if _doubts(clause) else ("", [], ())


def _doubts(clause: Token) -> bool:
    """Whether "could not confirm that ..." doubts a plain statement; "did not know that it rained" is a fact."""
    plain = not negated(clause) and not DOUBTS & {t.lemma_.lower() for t in clause.subtree}
    return plain and clause.head.lemma_.lower() not in ("know", "establish", "decide", "understand", "explain")


def _options(clause: Token) -> tuple[frozenset[str], ...]:
    """The alternatives of "customers or employees" in what is asked; empty without an "or"."""
    for word in within(clause):
        further = [c for c in word.children if c.dep_ == "conj"]
        if further and word.pos_ in ("NOUN", "ADJ", "PROPN") and any(c.lower_ == "or" for c in word.children):
            first = frozenset(lemmas(within(word))) - frozenset(lemmas(t for f in further for t in within(f)))
            return (first, *(lemmas(within(f)) for f in further))
    return ()
