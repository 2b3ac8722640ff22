"""Quantities: how many or how much of what, with bounds and units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from checker.facts.anchor import Anchor, anchor_of, governor
from checker.facts.bearer import NOBODY, SUBJECT, Bearer, bearer_of, owner_of
from checker.facts.lexicon import CUMULATIVE, PERSONS, VAGUE
from checker.facts.quantities.befallen import lives_lost
from checker.facts.quantities.bounds import bounds
from checker.facts.quantities.counted import (
    container_of,
    counted_of,
    head_of,
    is_missing,
    is_of_now,
    is_total,
    part_of,
    progress_of,
    rate_of,
    stage_of,
    unit_of,
)
from checker.facts.quantities.interval import Interval
from checker.facts.quantities.measures import change_of, classes, degree_of, measures_of
from checker.facts.quantities.no_count import HYPHENS, counts_nothing
from checker.facts.quantities.number import SCALES, number, single
from checker.facts.quantities.quantity_compare import RULE, compare
from checker.facts.stretch import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

CROWD = 100  # people from which on those who came are a crowd
NONE = frozenset({"no", "none", "nobody"})


@dataclass(frozen=True, slots=True)
class Quantity(Stretch):
    """A count or measure. `measures` are the classes of MEASURES it counts; `dimension` is "count" for plain counts.

    `part` is "some" for a part of a named whole ("10 of the 12 victims"), "none" for "none of them", "rest" for what
    comes on top ("another four"), else ""; `degree` holds words such as "seriously", `container` the lemma of what
    holds the counted ("camp"), `rate` what it is per ("season"), or "counted" or "now" where it says how far a count
    has come; `stage` the round it is of ("first ballot"); `missing` is set for what is needed or foreseen, `total`
    where the words say that it is of all together; `bearer` is the person or body of whom it is told. Offsets are into
    the sentence.
    """

    value: Interval
    dimension: str
    anchor: Anchor
    measures: frozenset[str] = frozenset()
    part: str = ""
    degree: frozenset[str] = frozenset()
    container: str = ""
    rate: str = ""
    stage: str = ""
    missing: bool = False
    total: bool = False
    bearer: Bearer = NOBODY

    @property
    def cumulative(self) -> bool:
        """Whether it is a running total, which later reports raise."""
        return bool(self.measures & CUMULATIVE)


def find(sentence: Sentence) -> list[Quantity]:
    """The quantities of a parsed sentence, in order; dates, times, years, ages and ranks are none."""
    found: list[Quantity] = []
    used: set[int] = set()
    for token in sentence:
        if token.i in used:
            continue
        run = _run(token, sentence)
        used.update(t.i for t in run)
        quantity = _quantity(run, sentence) if run else None
        if quantity is None or _in_brackets(quantity, sentence.text):
            continue
        if found and _one_range(found[-1], quantity, sentence.text):
            found[-1] = _range(found[-1], quantity, sentence.text)
        elif found and _one_duration(found[-1], quantity, sentence.text):
            found[-1] = _duration(found[-1], quantity, sentence.text)
        else:
            found.append(quantity)
    return [_with_rest(one, following) for one, following in zip_longest(found, found[1:]) if one is not None]


def _with_rest(quantity: Quantity, following: Quantity | None) -> Quantity:
    """A part, when the rest of the same is counted behind it: "killed 170,000 in the province and thousands more"."""
    if following is None or not following.part or not quantity.measures:
        return quantity
    same = quantity.measures == following.measures and quantity.anchor.predicate == following.anchor.predicate
    return replace(quantity, part="rest") if same else quantity


def _in_brackets(quantity: Quantity, text: str) -> bool:
    """ "€110 billion ($143 billion)": what stands in brackets is the editor's conversion, at the outlet's own rate."""
    return quantity.dimension != "count" and text[: quantity.start].rstrip().endswith("(")


def _one_range(first: Quantity, second: Quantity, text: str) -> bool:
    """ "10 to 12 feet", "between 30 and 40": two numbers that give one range."""
    between = text[first.end : second.start].strip().lower()
    if first.value.high > second.value.high and first.dimension == second.dimension:
        return False
    joined = between in ("to", "-", "–", "or") or (
        between == "and" and text[: first.start].rstrip().lower().endswith("between")
    )
    return joined and first.dimension in ("count", second.dimension)


def _range(first: Quantity, second: Quantity, text: str) -> Quantity:
    """The second quantity, with the first one's number as its lower bound."""
    factor = 1.0
    if first.dimension != second.dimension:
        plain = number([second.text.split()[0].split("-")[0]])
        factor = second.value.low / plain if plain else 1.0
    value = Interval(min(first.value.low * factor, second.value.low), second.value.high, "about")
    return replace(second, text=text[first.start : second.end], start=first.start, value=value)


def _one_duration(first: Quantity, second: Quantity, text: str) -> bool:
    """ "8 hours and 20 minutes": two measures that give one duration, the larger unit first."""
    if not first.dimension == second.dimension == "duration" or not (first.value.exact and second.value.exact):
        return False
    between = text[first.end : second.start].strip().lower()
    return between in ("", "and", ",", ", and") and second.value.high < 3600 <= first.value.low


def _duration(first: Quantity, second: Quantity, text: str) -> Quantity:
    """Both parts of a duration as one quantity."""
    value = Interval(first.value.low + second.value.low, first.value.high + second.value.high)
    return replace(first, text=text[first.start : second.end], end=second.end, value=value)


def _run(token: Token, sentence: Sentence) -> list[Token]:
    """The tokens of one number that starts at `token`, [] when none does."""
    word = token.lower_
    if word in NONE:
        return [token] if word != "no" or _none_hurt(token) else []
    if word in VAGUE and word not in SCALES:
        return [token] if word != "few" or (token.i > sentence.start and token.nbor(-1).lower_ == "a") else []
    if token.lemma_.lower() in VAGUE and word.endswith("s"):
        return [token]
    if word == "one" and token.i > sentence.start and token.nbor(-1).lower_ == "no":
        return []  # "no one"
    if single(word) is None and number([token.text]) is None:
        return []
    if word in SCALES and token.i > sentence.start and token.nbor(-1).lower_ not in ("a", "an"):
        return []
    run = [token]
    for following in sentence.doc[token.i + 1 : sentence.end]:
        joined = number([t.text for t in (*run, following)]) is not None
        if not joined and not (following.lower_ == "and" and run[-1].lower_ in SCALES):
            break
        run.append(following)
    while run[-1].lower_ in ("and", "a", "an", *HYPHENS) and len(run) > 1:
        run.pop()  # "in 2004 a tremor": the article belongs to what follows
    return run


def _none_hurt(token: Token) -> bool:
    """Whether a "no" counts victims: "no casualties", "no dead or wounded", "no one was killed"."""
    following = token.nbor() if token.i + 1 < token.sent.end else token
    if classes([following]):
        return True
    if token.dep_ != "det":
        return False
    over = governor(token.head)
    if over is not None and lives_lost(token.head, over):
        return True
    verb = over if token.head.lemma_.lower() in PERSONS | {"one"} else None
    return bool(classes([token.head, *token.head.children, *([verb] if verb is not None else [])]))


def _and_a_half(run: list[Token], sentence: Sentence) -> list[Token]:
    """The tokens of "and a half" behind the number ("11-and-a-half"), [] where there are none."""
    found: list[Token] = []
    for token in sentence.doc[run[-1].i + 1 : min(sentence.end, run[-1].i + 7)]:
        if token.text.strip("-") == "":
            found.append(token)
        elif token.lower_.strip("-") in ("and", "a", "half", "and-a-half"):
            found.append(token)
            if token.lower_.endswith("half"):
                return found
        else:
            break
    return []


def _quantity(run: list[Token], sentence: Sentence) -> Quantity | None:
    if counts_nothing(run, sentence):
        return None
    first, last = run[0], run[-1]
    words = [t.text for t in run]
    value = 0.0 if first.lower_ in NONE else number(words)
    vague = VAGUE.get(last.lemma_.lower()) if value is None or (len(run) == 1 and last.lower_ in VAGUE) else None
    if vague is None and value is None:
        return None
    half = _and_a_half(run, sentence)
    if half and value is not None:
        run, last, value = run + half, half[-1], value + 0.5
    head = head_of([last.nbor()] if half and last.i + 1 < sentence.end else run)
    dimension, factor, unit_end = unit_of(run, head, sentence)
    interval, start = bounds(run, value, vague, sentence)
    counted = head if value == 0 and classes([head]) else counted_of(head, dimension)  # "no dead" counts the dead
    container = container_of(counted if counted is not None else head)
    end = max(last.idx + len(last.text), unit_end) - sentence.start_char
    direction, changing = change_of(run, dimension, head)
    if changing is not None:
        counted = changing
    measures = measures_of(last, counted) if dimension == "count" else frozenset(filter(None, [direction]))
    if measures == {"attendance"} and interval.high < CROWD:
        measures = frozenset()  # "one protester threw a stone" counts no crowd
    thing = counted if counted is not None else head
    return Quantity(
        text=sentence.text[start:end],
        start=start,
        end=end,
        value=Interval(interval.low * factor, interval.high * factor, interval.hedge),
        dimension=dimension,
        anchor=anchor_of(counted if counted is not None else last, frozenset(t.i for t in run)),
        measures=measures,
        part=_part(run, head, sentence, value) if container is None else "",
        degree=degree_of(last, counted),
        container=container.lemma_.lower() if container is not None else "",
        rate=rate_of(sentence.text[end:]) or _progress(sentence.text[end:], dimension, thing, measures),
        stage=stage_of(thing),
        total=is_total(sentence.text[:start], sentence.text[end:]),
        missing=is_missing(container if container is not None else thing),
        bearer=_bearer(head, thing),
    )


def _part(run: list[Token], head: Token, sentence: Sentence, value: float | None) -> str:
    """Which part of a whole is counted; "none of them" is none of those that were spoken of."""
    following = run[-1].i + 1
    if value == 0 and following < sentence.end and sentence.doc[following].lower_ == "of":
        return "none"
    return part_of(run, head, sentence)


def _progress(behind: str, dimension: str, counted: Token, measures: frozenset[str]) -> str:
    """How far a share or a count has come that goes on; of tolls the features know it."""
    if dimension == "percent":
        return progress_of(behind)
    return "now" if dimension == "count" and not measures and is_of_now(counted) else ""


def _bearer(head: Token, counted: Token) -> Bearer:
    """Whose it is ("Dahl's 226 yards"), or else who does what is counted."""
    owner = owner_of(head)
    if owner.names:
        return owner
    verb = counted if counted.pos_ in ("VERB", "AUX") else governor(counted)
    return bearer_of(verb, SUBJECT) if verb is not None else NOBODY


__all__ = ["RULE", "Quantity", "compare", "find"]
