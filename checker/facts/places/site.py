"""Sites: the kind of building or ground an event was at ("hit a school", "found in a ditch", "landed on a market")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import LIGHT, Anchor, Similar, anchor_of, coverage
from checker.facts.happenings import others_of_a_kind, which_of
from checker.facts.lexicon import antonyms
from checker.facts.roots import own_subject
from checker.facts.stretch import Stretch
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "site"
# Buildings and grounds, a line for each family: those of one line are named for one another or contain each other.
FAMILIES: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(line.split())
    for line in (
        "school schoolhouse kindergarten classroom college university campus dormitory schoolyard",
        "market marketplace bazaar mall supermarket shop store",
        "hospital clinic ward",
        "house home apartment flat bedroom kitchen basement residence bungalow mansion",
        "hotel motel hostel lobby",
        "church mosque synagogue temple cathedral shrine",
        "restaurant bar cafe pub nightclub club diner",
        "airport runway airstrip terminal hangar airfield",
        "station platform railway",
        "office headquarters embassy consulate ministry courthouse",
        "prison jail cell",
        "field farm meadow farmland orchard",
        "forest wood jungle woodland",
        "river lake canal creek reservoir pond",
        "sea ocean bay harbour harbor port beach",
        "mountain hill hillside mountainside cliff valley",
        "factory warehouse plant mine refinery",
        "stadium arena theatre theater cinema museum",
        "highway motorway street road junction",
    )
)
FAMILY: Final = {noun: i for i, line in enumerate(FAMILIES) for noun in line}
STREETS: Final = FAMILY["street"]  # a street runs past everything else
AT: Final = frozenset("in at on into onto inside against".split())
HITS: Final = frozenset("hit strike target".split())  # verbs whose object is where it was
LEAST: Final = 0.5


@dataclass(frozen=True, slots=True)
class Site(Stretch):
    """A building or ground by its kind, and what is there: verb and subject. Offsets are into the sentence."""

    family: int
    thing: str
    single: bool
    anchor: Anchor
    which: frozenset[str] = frozenset()


def find(sentence: Sentence, published: date | None = None) -> list[Site]:
    """The sites of a parsed sentence at which a verb puts its subject (or, in the passive, what it is done to)."""
    found = []
    which = which_of(sentence, published)
    for token in sentence:
        family = FAMILY.get(token.lemma_.lower())
        verb = _verb(token)
        if family is None or verb is None:
            continue
        subject = own_subject(verb)
        if subject is None or subject.pos_ == "PRON" or any(c.dep_ == "neg" for c in verb.children):
            continue
        start, end = token.left_edge.idx - sentence.start_char, token.idx + len(token.text) - sentence.start_char
        own = frozenset(t.i for t in (*token.lefts, token))
        single = subject.tag_ in ("NN", "NNP")
        found.append(
            Site(
                sentence.text[start:end],
                start,
                end,
                family,
                subject.lemma_.lower(),
                single,
                anchor_of(verb, own),
                which,
            )
        )
    return found


def _verb(noun: Token) -> Token | None:
    """The verb that puts its subject there; None for a site that is only part of another phrase."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in HITS:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in AT and noun.head.dep_ == "prep" and noun.head.head.pos_ == "VERB":
        return noun.head.head
    return None


def compare(left: Site, right: Site, similar: Similar) -> Comparison | None:
    """Whether one thing is put at sites of two kinds; None where subject or verb are others, or there are several."""
    if others_of_a_kind(left.which, right.which) or not (left.single and right.single):
        return None
    if antonyms(left.anchor.head, right.anchor.head):
        return None
    subject, verb = similar(left.thing, right.thing), similar(left.anchor.head, right.anchor.head)
    if subject < 0.7 or verb < 0.5 or left.thing in LIGHT:
        return None
    around = coverage(left.anchor.arguments - {left.thing}, right.anchor.arguments - {right.thing}, similar)
    slot = subject * verb * (0.5 + 0.5 * around)
    if slot < LEAST:
        return None
    same = left.family == right.family
    if not same and STREETS in (left.family, right.family):
        return None
    message = f"the same kind of place: {left.text}" if same else f"{left.text} and {right.text}"
    verdict = Verdict.AGREE if same else Verdict.CONTRADICT
    item = f"where the {left.thing} was"
    return Comparison(RULE, "place", verdict, left.text, right.text, message, slot, left.mark, right.mark, item)
