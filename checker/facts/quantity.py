"""Quantities: how many or how much of what, with bounds and units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.facts.anchor import Anchor, Similar, anchor_of, governor, same_slot
from checker.facts.interval import Interval, around
from checker.facts.lexicon import (
    ABOUT, AT_LEAST, AT_MOST, CUMULATIVE, CURRENCIES, MEASURES, PERSONS, UNITS, VAGUE,
)
from checker.facts.number import SCALES, number, single
from checker.records import Comparison, Mark, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "quantity"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or measure. `measures` are the classes of MEASURES it counts; `dimension` is "count" for plain counts.

    `of` is the whole when the quantity is a part ("10 of the 12 victims"). Offsets are into the sentence.
    """

    text: str
    start: int
    end: int
    value: Interval
    dimension: str
    anchor: Anchor
    measures: frozenset[str] = frozenset()
    part: bool = False
    cumulative: bool = False

    @property
    def mark(self) -> Mark:
        """Where the quantity stands in its sentence."""
        return Mark(self.start, self.end)


def find(sentence: Sentence) -> list[Quantity]:
    """The quantities of a parsed sentence, in order; dates, times, years, ages and ranks are none."""
    found: list[Quantity] = []
    used: set[int] = set()
    for token in sentence:
        if token.i in used:
            continue
        run = _run(token, sentence)
        if not run:
            continue
        used.update(t.i for t in run)
        quantity = _quantity(run, sentence)
        if quantity is not None:
            found.append(quantity)
    return found


def _run(token: Token, sentence: Sentence) -> list[Token]:
    """The tokens of one number that starts at `token`, [] when none does."""
    if token.lower_ in VAGUE and token.lower_ not in SCALES:
        return [token] if token.lower_ != "few" or token.nbor(-1).lower_ == "a" else []
    if token.lower_ in ("no", "none", "nobody"):
        return [token] if _nothing(token) else []
    starts = single(token.lower_) is not None or number([token.text]) is not None
    plural = token.lemma_.lower() in VAGUE and token.lower_.endswith("s")
    if plural:
        return [token]
    if not starts or (token.lower_ in SCALES and token.i > sentence.start and token.nbor(-1).lower_ not in ("a", "an")):
        return []
    run = [token]
    for following in sentence.doc[token.i + 1 : sentence.end]:
        if following.lower_ in ("-",) or number([t.text for t in (*run, following)]) is not None:
            run.append(following)
        elif following.lower_ == "and" and run[-1].lower_ in SCALES:
            run.append(following)
        else:
            break
    while run and run[-1].lower_ in ("and", "-"):
        run.pop()
    return run


def _nothing(token: Token) -> bool:
    if token.lower_ != "no":
        return True
    return token.dep_ == "det" and bool(_classes([token.head, *token.head.children]))


def _quantity(run: list[Token], sentence: Sentence) -> Quantity | None:
    first, last = run[0], run[-1]
    if _is_date(run, sentence) or _is_name(run) or _is_age(run, sentence):
        return None
    words = [t.text for t in run]
    vague = VAGUE.get(last.lemma_.lower()) if len(run) == 1 or number(words) is None else None
    value = 0.0 if first.lower_ in ("no", "none", "nobody") else number(words)
    if vague is None and value is None:
        return None
    head = _head(last, run)
    dimension, factor, unit_end = _unit(run, head, sentence)
    interval, start = _bounds(run, value, vague, sentence)
    interval = Interval(interval.low * factor, interval.high * factor, interval.hedge)
    counted, part = _counted(head, dimension, sentence)
    anchor = anchor_of(counted if counted is not None else last, frozenset(t.i for t in run))
    measures = _measures(last, counted)
    end = max(last.idx + len(last.text), unit_end) - sentence.start_char
    return Quantity(
        text=sentence.text[start:end],
        start=start,
        end=end,
        value=interval,
        dimension=dimension,
        anchor=anchor,
        measures=measures,
        part=part,
        cumulative=bool(measures & CUMULATIVE),
    )


def _is_date(run: list[Token], sentence: Sentence) -> bool:
    """Years, days of a month, clock times: they belong to the date facts. Durations stay quantities."""
    last = run[-1]
    following = sentence.doc[last.i + 1] if last.i + 1 < sentence.end else None
    if following is not None and following.lemma_.lower() in UNITS:
        return False
    if following is not None and following.lower_.rstrip(".") in ("am", "pm", "a.m", "p.m", "gmt", "utc", "o'clock"):
        return True
    if last.ent_type_ in ("DATE", "TIME"):
        return True
    text = run[0].text
    if len(run) == 1 and text.isdigit() and len(text) == 4 and 1500 <= int(text) <= 2100:
        return last.dep_ not in ("nummod",) or last.head.i < last.i
    return ":" in text


def _is_name(run: list[Token]) -> bool:
    """"Flight 175", "Group of Seven", "Article 5": a number inside or right behind a name."""
    first = run[0]
    if first.ent_type_ in ("PERSON", "ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART", "GPE") and first.ent_iob_ == "I":
        return True
    return first.dep_ == "nummod" and first.head.i < first.i and first.head.pos_ == "PROPN"


def _is_age(run: list[Token], sentence: Sentence) -> bool:
    """"Smith, 33," and "58-year-old": ages of persons, not counts."""
    first, last = run[0], run[-1]
    before = sentence.doc[first.i - 1].text if first.i > sentence.start else ""
    after = sentence.doc[last.i + 1].text if last.i + 1 < sentence.end else ""
    if before == "," and after in (",", ".", ";") and len(run) == 1 and first.text.isdigit() and int(first.text) < 120:
        return True
    tail = sentence.text[last.idx + len(last.text) - sentence.start_char :][:10].lower()
    return tail.lstrip("- ").startswith("year-old") or tail.lstrip("- ").startswith("year old")


def _head(last: Token, run: list[Token]) -> Token:
    """The noun that the number stands before or stands for."""
    node = last
    ids = {t.i for t in run}
    while node.i in ids and node.dep_ in ("nummod", "compound", "quantmod", "det", "amod", "advmod", "nmod") and node.head != node:
        node = node.head
    return node


def _unit(run: list[Token], head: Token, sentence: Sentence) -> tuple[str, float, int]:
    """The dimension, the factor to its base unit, and where the unit's word ends in the document."""
    first, last = run[0], run[-1]
    before = sentence.doc[first.i - 1] if first.i > sentence.start else None
    sign = first.text[0] if first.text[:1] in CURRENCIES else (before.lower_ if before is not None else "")
    if sign in CURRENCIES and not sign.isalpha():
        return "money:" + CURRENCIES[sign], 1.0, last.idx + len(last.text)
    following = sentence.doc[last.i + 1] if last.i + 1 < sentence.end else None
    if following is not None and following.text == "-" and last.i + 2 < sentence.end:
        following = sentence.doc[last.i + 2]
    for word in (following, head):
        if word is None:
            continue
        key = word.lemma_.lower().rstrip(".") or word.lower_
        if key in CURRENCIES and word.pos_ in ("NOUN", "SYM", "PROPN"):
            return "money:" + CURRENCIES[key], 1.0, word.idx + len(word.text)
        if key in UNITS and (len(key) > 1 or key == "%"):
            name, factor = UNITS[key]
            return name, factor, word.idx + len(word.text)
    return "count", 1.0, last.idx + len(last.text)


def _bounds(
    run: list[Token], value: float | None, vague: tuple[float, float] | None, sentence: Sentence
) -> tuple[Interval, int]:
    """The range the wording allows, and where the wording starts in the sentence."""
    start = run[0].idx - sentence.start_char
    if run[0].i > sentence.start and sentence.doc[run[0].i - 1].text in CURRENCIES:
        start = sentence.doc[run[0].i - 1].idx - sentence.start_char
    lead = sentence.text[max(0, start - 24) : start].lower().rstrip()
    for phrases, kind in ((AT_MOST, "at most"), (AT_LEAST, "at least"), (ABOUT, "about")):
        for words in sorted(phrases, key=len, reverse=True):
            if lead.endswith(words) and (len(lead) == len(words) or not lead[-len(words) - 1].isalnum()):
                begin = start - (len(sentence.text[max(0, start - 24) : start]) - len(lead)) - len(words)
                return _bounded(kind, value, vague), begin
    if vague is not None:
        return Interval(*vague, "vague"), start
    assert value is not None
    return Interval(value, value), start


def _bounded(kind: str, value: float | None, vague: tuple[float, float] | None) -> Interval:
    if value is None:
        assert vague is not None
        return Interval(vague[0], vague[1], "vague")
    if kind == "at least":
        return Interval(value, float("inf"), kind)
    if kind == "at most":
        return Interval(0.0, value, kind)
    return around(value)


def _counted(head: Token, dimension: str, sentence: Sentence) -> tuple[Token | None, bool]:
    """What is counted, and whether it is a part of a named whole ("10 of the 12 victims")."""
    if dimension != "count":
        noun = head if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in UNITS else None
        return noun or head, False
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and (head.pos_ == "NUM" or head.lemma_.lower() in VAGUE):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun, any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    return (head if head.pos_ in ("NOUN", "PROPN") else None), False


def _classes(tokens: list[Token]) -> frozenset[str]:
    lemmas = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    return frozenset(name for name, words in MEASURES.items() if lemmas & words)


def _measures(last: Token, counted: Token | None) -> frozenset[str]:
    """Which of MEASURES the number counts: from its noun, what describes the noun, or the verb over it."""
    node = counted if counted is not None else last
    own = _classes([node, *(c for c in node.children if c.dep_ in ("amod", "acl", "compound", "advmod", "appos"))])
    if own:
        return own
    verb = governor(node)
    if verb is None:
        return frozenset()
    if node.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj", "nummod", "npadvmod", "ccomp", "oprd", "dep"):
        near = [verb]
        if node.dep_ in ("dobj", "nsubj", "attr", "ccomp", "nsubjpass"):
            near += [c for c in verb.children if c.dep_ in ("oprd", "acomp", "xcomp", "amod")]
        if node.dep_ == "nsubj" and verb.lemma_.lower() == "kill":
            return frozenset()  # "two gunmen killed 12": the two are not the dead
        return _classes(near)
    return frozenset()


def compare(left: Quantity, right: Quantity, similar: Similar) -> Comparison | None:
    """Whether two quantities of one thing can both be true; None when they measure different things."""
    if left.dimension != right.dimension:
        return None
    slot, item = _slot(left, right, similar)
    if slot < 0.45:
        return None
    if left.value.overlaps(right.value) or left.value.rounds_to(right.value):
        return _row(left, right, Verdict.AGREE, slot, f"both fit {item}", item)
    if left.part != right.part:
        return None  # a part against its whole
    flat = 1.0 if left.value.exact and right.value.exact else 0.8
    return _row(left, right, Verdict.CONTRADICT, slot * flat, f"{left.text} and {right.text} for {item}", item)


def _slot(left: Quantity, right: Quantity, similar: Similar) -> tuple[float, str]:
    """How surely both count the same thing, 0 to 1, and a name for it."""
    shared = left.measures & right.measures
    if shared:
        who = _who(left, right, similar)
        if who == 0.0:
            return 0.0, ""
        places = left.anchor.places, right.anchor.places
        where = 0.75 if all(places) and not places[0] & places[1] else 1.0
        return 0.85 * who * where, "number of " + ("deaths" if "death" in shared else min(shared))
    if left.measures and right.measures:
        return 0.0, ""
    slot = same_slot(left.anchor, right.anchor, similar)
    head = left.anchor.head
    return slot, (f"number of {head}" if left.dimension == "count" else f"{left.dimension.partition(':')[2] or left.dimension} of {head}")


def _who(left: Quantity, right: Quantity, similar: Similar) -> float:
    """Whether the counted are the same kind: people of any wording, or the same noun."""
    a, b = left.anchor.head, right.anchor.head
    generic = [h in PERSONS or any(h in words for words in MEASURES.values()) or not h.isalpha() for h in (a, b)]
    if all(generic) or a == b:
        return 1.0
    if any(generic):
        return 0.55 if any(q.value.low == 0 and q.value.high == 0 for q in (left, right)) else 0.0
    return 0.8 if similar(a, b) >= 0.7 else 0.0


def _row(left: Quantity, right: Quantity, verdict: Verdict, strength: float, message: str, item: str) -> Comparison:
    return Comparison(
        RULE, "quantity", verdict, left.text, right.text, message, min(1.0, strength), left.mark, right.mark, item
    )


