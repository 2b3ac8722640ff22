"""Ordinals: which one in a row ("third round of talks"), and counts that settle it ("two rounds")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Anchor, Similar, anchor_of, coverage, governor, same_slot
from checker.facts.places.place import apart
from checker.facts.quantities.number import ordinal
from checker.facts.quantities.quantity import Quantity
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import NAMED_YEAR
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

LEAST = 0.25
# How alike what was done in two rounds or on two floors must be for the ranks to be of one thing.
LIKE_STAGE: Final = 0.6
WHEN_OR_WHERE: Final = frozenset("in during at on by through until into from inside within".split())
RULE = "ordinal"
# What comes one after the other, so that the third means that there were three; and who may have done it together.
IN_TURN: Final = frozenset(
    "round meeting summit session talk visit trip term match game leg attempt try time trial vote ballot debate "
    "election edition season strike attack raid wave phase stage tranche dose shot jab test launch extension quarter "
    "hearing appeal operation surgery quake earthquake aftershock explosion blast tremor goal win victory defeat title "
    "warning day night conviction offence sentence ceasefire truce lockdown walkout protest march rally "
    "person individual man woman suspect gunman attacker assailant shooter".split()
)


# What is held or breaks out once in its turn: which one it was is a fact about the news itself.
HELD: Final = IN_TURN - frozenset(
    "person individual man woman suspect gunman attacker assailant shooter goal win victory defeat title".split()
)


@dataclass(frozen=True, slots=True)
class Ordinal(Stretch):
    """A rank and what is ranked. Offsets are into the sentence.

    `stage` is the lemma of what was done in the ranked part of something ("stopped in the sixth round"), or what stands
    there or is so ranked ("a second-floor office", "Tides, the second book"), "" where the row itself is spoken of
    ("the third round collapsed"); `years` are the years that the sentence names.
    """

    rank: int
    anchor: Anchor
    stage: str = ""
    years: frozenset[str] = frozenset()


def find(sentence: Sentence) -> list[Ordinal]:
    """The ordinals of a parsed sentence that rank a noun; days of a month, fractions and adverbs are none."""
    found = []
    for token in sentence:
        rank = ordinal(token.text)
        if rank is None or token.ent_type_ in ("DATE", "PERSON", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART"):
            continue
        head = token.head
        if token.dep_ not in ("amod", "compound", "nmod") or head.pos_ not in ("NOUN", "PROPN") or head.i < token.i:
            continue
        if _idiom(token, head):
            continue
        start = token.idx - sentence.start_char
        end = head.idx + len(head.text) - sentence.start_char
        years = frozenset(NAMED_YEAR.findall(sentence.text))
        anchor = anchor_of(head, frozenset({token.i}))
        found.append(Ordinal(sentence.text[start:end], start, end, rank, anchor, _stage(head), years))
    return found


def _stage(ranked: Token) -> str:
    if ranked.lemma_.lower() == "time":  # "hosts for the second time": the time is that of the deed
        verb = governor(ranked)
        return "" if verb is None else str(verb.lemma_.lower())
    if ranked.dep_ == "appos" or (ranked.dep_ == "compound" and ranked.head.i > ranked.i):
        return str(ranked.head.lemma_.lower())
    if ranked.dep_ == "pobj" and ranked.head.lower_ in WHEN_OR_WHERE and ranked.head.dep_ == "prep":
        return str(ranked.head.head.lemma_.lower())
    return ""


def _idiom(token: Token, head: Token) -> bool:
    """ "first time", "second home", "First Lady": no rank in a row that another source could count otherwise."""
    return (
        (token.lower_, head.lemma_.lower()) in IDIOMS
        or head.lemma_.lower() in FRACTIONS
        or (token.is_title and head.is_title)
    )


IDIOMS = frozenset({("first", "time"), ("first", "place"), ("second", "thought"), ("first", "hand"), ("first", "lady"),
                    ("first", "aid"), ("second", "home"), ("second", "half"), ("first", "half"), ("third", "party"),
                    ("first", "responder"), ("first", "step"), ("first", "name"), ("first", "class")})  # fmt: skip
FRACTIONS = frozenset({"quarter", "century"})


def compare(left: Ordinal, right: Ordinal, similar: Similar) -> Comparison | None:
    """Whether both rank the same thing and give it the same rank; None when they rank different things."""
    slot = _slot(left.anchor, right.anchor, similar)
    if slot < LEAST:
        return None
    item = item_name(left.anchor, right.anchor)
    verdict = Verdict.AGREE if left.rank == right.rank else Verdict.CONTRADICT
    if verdict is Verdict.CONTRADICT and not _one_stage(left, right, similar):
        return None
    message = (
        f"{left.text} and {right.text} of one row"
        if verdict is Verdict.CONTRADICT
        else f"both the same in the row: {item}"
    )
    return Comparison(RULE, RULE, verdict, left.text, right.text, message, slot, left.mark, right.mark, item)


def _slot(left: Anchor, right: Anchor, similar: Similar) -> float:
    """How surely both stand in one row, 0 to 1; 0 for rows of other things or in other places.

    One noun alone ("first strike", "second walkout") says little: 0.4 at most.
    """
    if left.modifiers and right.modifiers and coverage(left.modifiers, right.modifiers, similar) < 0.3:
        return 0.0  # "round of talks" and "round of voting"
    if apart(left.places, right.places):
        return 0.0
    head = similar(left.head, right.head) if left.head and right.head else 0.0
    return max(same_slot(left, right, similar), 0.4 * head)


def _one_stage(left: Ordinal, right: Ordinal, similar: Similar) -> bool:
    """Whether the ranks can be those of one thing.

    Something else happens in every round and on every floor: when or where two things were done is disputed only where
    the same was done, and not in another year ("in 2008 he was stopped in the 11th round"). And something else is told
    of the fourth suspect than of the fifth, unless it is nearly the same.
    """
    if left.years != right.years:
        return False
    if not left.stage and not right.stage:
        return left.anchor.head in HELD or _told_alike(left.anchor, right.anchor, similar)
    if not left.stage or not right.stage:
        return False
    return similar(left.stage, right.stage) >= LIKE_STAGE


def _told_alike(left: Anchor, right: Anchor, similar: Similar) -> bool:
    if left.predicate and right.predicate and similar(left.predicate, right.predicate) >= LIKE_STAGE:
        return True
    return coverage(left.modifiers, right.modifiers, similar) >= LIKE_STAGE


def compare_count(left: Ordinal, right: Quantity, similar: Similar) -> Comparison | None:
    """A flat count against a rank in the same row: "two rounds" leaves no room for a "third round".

    Only of what comes one after the other, and of who did a thing. Of things that are there together some may be
    counted and another ranked: "the third carriage left the track", "two carriages turned over". And of what is done in
    a round, none says how many there were: "knocked down in the fifth round", "stopped in six rounds".
    """
    if (
        left.stage
        or right.dimension != "count"
        or not right.value.exact
        or right.part
        or left.anchor.head not in IN_TURN
    ):
        return None
    slot = _slot(left.anchor, right.anchor, similar)
    if slot < LEAST:
        return None
    item = item_name(left.anchor, right.anchor)
    verdict = Verdict.AGREE if left.rank <= right.value.low else Verdict.CONTRADICT
    noun = f"{right.text} {right.anchor.head}s" if right.anchor.head not in right.text else right.text
    message = f"{left.text} against {noun} in all" if verdict is Verdict.CONTRADICT else f"{left.text} is within {noun}"
    return Comparison(RULE, RULE, verdict, left.text, noun, message, slot * 0.9, left.mark, right.mark, item)


def item_name(left: Anchor, right: Anchor) -> str:
    """A readable name of the row: the shorter of both phrases that says more than the bare noun."""
    names = sorted({n for n in (left.name, right.name) if " " in n}, key=lambda n: (len(n), n))
    return names[0] if names else left.head
