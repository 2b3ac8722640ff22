"""Routes: from where to where somebody or something goes ("sailed from Lima to Callao", "left Lima for Callao")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar
from checker.facts.places.place import same_place
from checker.facts.stretch import Stretch
from checker.facts.times.calendar import MONTHS, WEEKDAYS
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

RULE = "route"
NAME: Final = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|del|da|do|la|el|of))*"
KIND: Final = r"(?:the capital, |the )?(?:[a-z]+ )?(?:(?:island|city|port|town|village|capital|resort) of )?"
ROUTES: Final = tuple(
    re.compile(form.format(name=NAME, kind=KIND))
    for form in (
        r"\bfrom {kind}(?P<start>{name}),? (?:in [A-Z]\w+ )?to {kind}(?P<end>{name})",
        r"\bto {kind}(?P<end>{name}) from {kind}(?P<start>{name})",
        r"\b(?:leave|left|leaving|departed|departing) {kind}(?P<start>{name}) for {kind}(?P<end>{name})",
    )
)
# A road has no direction: "the road from Lima to Callao" is the one from Callao to Lima.
STANDING: Final = re.compile(
    r"\b(?:roads?|highways?|motorways?|lines?|railways?|routes?|pipelines?|borders?|tracks?|paths?|bridges?|tunnels?|cables?"
    r"|stretch\w*|runs?|extend\w*|links?|between) $",
    re.IGNORECASE,
)
# On the way back the same two places stand the other way round.
BACK: Final = re.compile(r"\b(?:back|return(?:s|ed|ing)?|round trip|homeward|via)\b", re.IGNORECASE)
TIMES: Final = frozenset({*WEEKDAYS, *MONTHS})
SURE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Route(Stretch):
    """Where a way begins and where it ends, lower case. Offsets are into the sentence."""

    origin: str
    goal: str


def find(sentence: Sentence) -> list[Route]:
    """The routes of a parsed sentence between two named places; none where it tells of a way back."""
    if BACK.search(sentence.text):
        return []
    found = []
    for form in ROUTES:
        for match in form.finditer(sentence.text):
            origin, goal = match["start"].lower(), match["end"].lower()
            if not {origin, goal} & TIMES and not STANDING.search(sentence.text[: match.start()]):
                found.append(Route(match.group(), match.start(), match.end(), origin, goal))
    return found


def compare(left: Route, right: Route, similar: Similar) -> Comparison | None:
    """Whether both tell of one way, or of it in opposite directions; None for other places."""
    if same_place(left.origin, right.goal) and same_place(left.goal, right.origin):
        if same_place(left.origin, left.goal):
            return None
        return _row(left, right, Verdict.CONTRADICT, "the same way in opposite directions")
    if same_place(left.origin, right.origin) and same_place(left.goal, right.goal):
        return _row(left, right, Verdict.AGREE, "the same way")
    return None


def _row(left: Route, right: Route, verdict: Verdict, message: str) -> Comparison:
    return Comparison(RULE, "place", verdict, left.text, right.text, message, SURE, left.mark, right.mark, "direction")
