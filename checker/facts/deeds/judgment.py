"""Judgments and pleas: whether somebody was found guilty, or says to be ("convicted of fraud", "pleaded guilty")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.bearer import Bearer, bearer_of
from checker.facts.deeds.ruling import Ruling, both_named, certainly_one, of_another_court, persons_in, years_in
from checker.facts.lexicon import MODALS
from checker.facts.roots import doubtful, looks_back, negated
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE: Final = "judgment"
CONVICTING: Final = frozenset({"convict"})
CLEARING: Final = frozenset({"acquit", "clear"})
OF: Final = frozenset({"of", "to", "on", "for"})
# Words of every charge, which single none out.
GENERIC: Final = frozenset(
    "charge count offence offense crime allegation accusation case involvement part role".split()
)
UNREAL: Final = MODALS | {"to"}
IN_CHARGE: Final = frozenset({"of", "and", "or", ",", "his", "her", "their", "the", "a", "an", "in"})
FAR: Final = 6  # words between "found" and "guilty", and between a verb and its charge
LONGEST: Final = 12  # words of a charge


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment(Ruling):
    """`by` is "court" or "plea"; `charges` are the content lemmas of what it is about, lower case, which may be none.

    `several` says that some of several charges are meant.
    """

    by: str
    guilty: bool
    charges: frozenset[str] = frozenset()
    several: bool = False


def find(sentence: Sentence) -> list[Judgment]:
    """The judgments and pleas that a parsed sentence tells of, in order."""
    found = []
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.lower_ == "guilty":
            verb = _verb_of(token)
            if verb is not None and _happened(verb):
                by = "plea" if verb.lemma_.lower() == "plead" else "court"
                found.append(_judgment(sentence, verb, token, by, guilty=not _denied(token)))
        elif lemma in CONVICTING | CLEARING and token.pos_ == "VERB" and token.dep_ != "amod" and _happened(token):
            charged = _charge_at(token) is not None
            if lemma != "clear" or charged:  # a road is cleared, but of nothing
                found.append(_judgment(sentence, token, token, "court", guilty=lemma in CONVICTING))
    return found


def _verb_of(guilty: Token) -> Token | None:
    """The "found" or "pleaded" before the word."""
    before = guilty.doc[max(guilty.sent.start, guilty.i - FAR) : guilty.i]
    return next((t for t in reversed(before) if t.lemma_.lower() in ("find", "plead") and t.pos_ == "VERB"), None)


def _denied(guilty: Token) -> bool:
    return guilty.i > guilty.sent.start and guilty.nbor(-1).lower_ == "not"


def _happened(verb: Token) -> bool:
    """Whether it is told flatly: no "if", "to", "would" or "not" over it."""
    return (
        not any(c.dep_ == "aux" and c.lower_ in UNREAL for c in verb.children)
        and not negated(verb)
        and not doubtful(verb)
    )


def _judgment(sentence: Sentence, verb: Token, word: Token, by: str, *, guilty: bool) -> Judgment:
    words = [verb, word, *([word.nbor(-1)] if _denied(word) else [])]
    start = min(t.idx for t in words) - sentence.start_char
    end = max(t.idx + len(t.text) for t in words) - sentence.start_char
    charge = _charge(word)
    return Judgment(
        text=sentence.text[start:end],
        start=start,
        end=end,
        by=by,
        guilty=guilty,
        bearer=_whose(verb, word, by),
        charges=frozenset(t.lemma_.lower() for t in charge if t.pos_ in ("NOUN", "VERB")) - GENERIC,
        several=any(t.like_num or t.lower_ in ("some", "most", "all") for t in charge),
        earlier=looks_back(sentence),
        years=years_in(sentence),
        persons=persons_in(sentence),
    )


def _whose(verb: Token, word: Token, by: str) -> Bearer:
    if by == "plea":
        return bearer_of(verb, ("nsubj",))
    if word is not verb and any(c.dep_ == "nsubj" for c in word.children):  # "found Marsh guilty"
        return bearer_of(word, ("nsubj",))
    return bearer_of(verb, ("nsubjpass", "dobj"))


def _charge_at(word: Token) -> Token | None:
    """The "of" or "to" behind the word, with nothing but names between."""
    for token in word.doc[word.i + 1 : min(word.i + 1 + FAR, word.sent.end)]:
        if token.lower_ in OF:
            return token
        if token.pos_ not in ("PROPN", "PRON", "DET", "NOUN", "ADJ"):
            return None
    return None


def _charge(word: Token) -> list[Token]:
    """The words of the charge, as far as nouns and what joins them go."""
    start = _charge_at(word)
    if start is None:
        return []
    charge = []
    for token in start.doc[start.i + 1 : min(start.i + 1 + LONGEST, start.sent.end)]:
        joins = token.lower_ in IN_CHARGE or token.pos_ in ("DET", "NUM", "ADJ", "PROPN")
        if not joins and token.pos_ != "NOUN" and token.tag_ != "VBG":
            break
        charge.append(token)
    return charge


def compare(left: Judgment, right: Judgment, similar: Similar) -> Comparison | None:
    """Whether one person is found guilty and not guilty of one thing; None where it may be another person or charge."""
    if left.by != right.by or of_another_court(left, right):
        return None
    if left.charges and right.charges and not left.charges & right.charges:
        return None
    opposed = left.guilty != right.guilty
    if opposed and (left.several or right.several or not certainly_one(left, right)):
        return None  # of two of the three charges; "the owner" may be another than the one who is named
    known = bool(left.charges and right.charges)
    strength = 0.3 + 0.3 * known + 0.3 * both_named(left, right)
    verdict = Verdict.CONTRADICT if opposed else Verdict.AGREE
    item = "plea" if left.by == "plea" else "judgment"
    message = f"the same {item}: {left.text}" if not opposed else f"{left.text} and {right.text}"
    return Comparison(RULE, "negation", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
