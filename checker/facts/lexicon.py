"""Word classes that news English uses for measures, statements and hedges. No names of people, places or topics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def word_pairs(text: str) -> frozenset[frozenset[str]]:
    """The pairs of "accept/reject buy/sell", either way round."""
    return frozenset(frozenset(pair.split("/")) for pair in text.split())


def by_word(kinds: Mapping[str, str]) -> dict[str, str]:
    """The kind of each word, from the words of each kind in one text."""
    return {word: kind for kind, words in kinds.items() for word in words.split()}


# What a count of people or things is a count of. Two counts are comparable when they share a class,
# whatever the wording ("24 dead", "killing 24", "the death toll rose to 24").
MEASURES: Final[dict[str, frozenset[str]]] = {
    "death": frozenset("kill die dead death fatality perish slay murder casualty decease".split()),
    "injury": frozenset("injure injury wound wounded hurt injured casualty".split()),
    "missing": frozenset("missing unaccounted".split()),
    "arrest": frozenset("arrest detain detention".split()),
    "displacement": frozenset("evacuate displace evacuation evacuee homeless".split()),
    "rescue": frozenset("rescue save survivor survive".split()),
    "damage": frozenset("damage destroy flatten wreck raze ruin".split()),
    "trapped": frozenset("trap trapped".split()),
    "hospital": frozenset("hospitalise hospitalize".split()),
    "aboard": frozenset({"aboard"}),
    "abduction": frozenset("kidnap abduct kidnapping abduction hostage captive".split()),
    "outage": frozenset(),
    "affected": frozenset({"affect"}),
    "attendance": frozenset("march rally demonstrate attend demonstrator protester protestor marcher".split()),
}

# Gatherings: people counted beside one of these came to it.
CROWDS: Final = frozenset(
    "march rally protest demonstration crowd turnout vigil gathering parade procession attendance audience".split()
)

# How badly people are hurt; each word stands for its class.
DEGREES: Final[dict[str, str]] = {
    **dict.fromkeys(("critically", "critical", "gravely", "grave", "life-threatening"), "critical"),
    **dict.fromkeys(("seriously", "serious", "severely", "severe", "badly"), "serious"),
    **dict.fromkeys(("slightly", "slight", "lightly", "light", "minor"), "slight"),
    **dict.fromkeys(("fatally",), "fatal"),
    **dict.fromkeys(("stable",), "stable"),
}

# Verbs and nouns of rising and falling, and the words beside another verb that say the same ("closed down").
CHANGES: Final[dict[str, str]] = {
    **dict.fromkeys(
        "fall drop plunge decline slump tumble sink slide lose shed decrease dip plummet shrink contract cut loss "
        "reduction weaken ease retreat".split(),
        "fall",
    ),
    **dict.fromkeys(
        "rise climb gain jump surge soar increase grow advance rally growth expand strengthen add rebound leap".split(),
        "rise",
    ),
}
DIRECTIONS: Final[dict[str, str]] = {
    **dict.fromkeys(("down", "lower"), "fall"),
    **dict.fromkeys(("up", "higher"), "rise"),
}

# Nouns by which news calls one event; a question about a fire is answered by the cause of a blaze.
EVENTS: Final = tuple(
    frozenset(line.split())
    for line in (
        "fire blaze inferno flame",
        "crash accident collision wreck derailment",
        "explosion blast",
        "error mistake slip glitch mix-up mishap blunder",
        "shooting attack killing massacre rampage",
        "quake earthquake tremor",
        "outage blackout failure",
        "leak spill",
        "riot unrest violence clash",
        "sinking capsizing",
        "outbreak epidemic",
    )
)

# Running totals: a later, higher figure is an update and no contradiction.
CUMULATIVE: Final = frozenset(
    "death injury missing arrest displacement rescue damage trapped abduction outage affected".split()
)

# Nouns that count people without saying which.
PERSONS: Final = frozenset("people person victim individual human other life body fatality casualty toll dead".split())

# Vehicles by kind: those of two kinds carry different people.
VEHICLES: Final = by_word(
    {
        "air": "plane aircraft airplane jet jetliner airliner flight airbus boeing",
        "helicopter": "helicopter chopper",
        "sea": "boat ship ferry vessel dinghy catamaran trawler liner raft skiff freighter yacht barge",
        "bus": "bus coach minibus",
        "car": "car truck lorry van taxi pickup suv",
        "rail": "train tram locomotive subway metro",
    }
)

UNITS: Final[dict[str, tuple[str, float]]] = {  # lemma -> (dimension, factor to the base unit)
    **dict.fromkeys(("kilometer", "kilometre", "km", "kilometers", "kilometres"), ("length", 1000.0)),
    **dict.fromkeys(("mile", "mi"), ("length", 1609.344)),
    **dict.fromkeys(("meter", "metre", "m"), ("length", 1.0)),
    **dict.fromkeys(("foot", "feet", "ft"), ("length", 0.3048)),
    **dict.fromkeys(("inch",), ("length", 0.0254)),
    **dict.fromkeys(("centimeter", "centimetre", "cm"), ("length", 0.01)),
    **dict.fromkeys(("yard",), ("length", 0.9144)),
    **dict.fromkeys(("pound", "lb", "lbs"), ("mass", 0.45359237)),
    **dict.fromkeys(("kilogram", "kilo", "kg"), ("mass", 1.0)),
    **dict.fromkeys(("ton", "tonne"), ("mass", 1000.0)),
    **dict.fromkeys(("second",), ("duration", 1.0)),
    **dict.fromkeys(("minute", "min"), ("duration", 60.0)),
    **dict.fromkeys(("hour", "hr"), ("duration", 3600.0)),
    **dict.fromkeys(("day",), ("duration", 86400.0)),
    **dict.fromkeys(("week",), ("duration", 604800.0)),
    **dict.fromkeys(("month",), ("duration", 2629746.0)),
    **dict.fromkeys(("year",), ("duration", 31556952.0)),
    **dict.fromkeys(("mph",), ("speed", 0.44704)),
    **dict.fromkeys(("kph",), ("speed", 0.2777778)),
    **dict.fromkeys(("knot",), ("speed", 0.5144444)),
    **dict.fromkeys(("percent", "%", "pct", "percentage"), ("percent", 1.0)),
    **dict.fromkeys(("degree",), ("degree", 1.0)),
    **dict.fromkeys(("litre", "liter"), ("volume", 1.0)),
    **dict.fromkeys(("gallon",), ("volume", 3.785412)),  # of the US; an imperial one is a fifth larger
    **dict.fromkeys(("acre",), ("area", 4046.856)),
    **dict.fromkeys(("hectare",), ("area", 10000.0)),
}

CURRENCIES: Final[dict[str, str]] = {
    "$": "dollar",
    "us$": "dollar",
    "dollar": "dollar",
    "usd": "dollar",
    "a$": "AUD",
    "c$": "CAD",
    "€": "EUR",
    "euro": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "sterling": "GBP",
    "¥": "JPY",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "rupee",
    "₹": "rupee",
    "rs": "rupee",
    "ruble": "RUB",
    "rouble": "RUB",
    "dirham": "AED",
    "dh": "AED",
    "franc": "franc",
    "peso": "peso",
    "cent": "cent",
}

# Words around a number that make it a bound or an approximation.
AT_LEAST: Final = (
    "at least",
    "more than",
    "over",
    "above",
    "no fewer than",
    "no less than",
    "a minimum of",
    "upwards of",
    "in excess of",
    "exceeding",
    "exceeded",
    "exceeds",
    "nearly all of",
)
AT_MOST: Final = (
    "at most",
    "up to",
    "as many as",
    "as much as",
    "no more than",
    "less than",
    "fewer than",
    "under",
    "below",
    "a maximum of",
    "as few as",
    "within",
)
ABOUT: Final = (
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "an estimated",
    "estimated",
    "close to",
    "circa",
    "or so",
    "more or less",
    "just over",
    "just under",
    "virtually",
    "~",
)
VAGUE: Final[dict[str, tuple[float, float]]] = {  # nouns that are numbers of a size
    "dozen": (12, 99),
    "score": (20, 99),
    "hundred": (100, 1999),
    "thousand": (1000, 99_999),
    "million": (1e6, 9.99e8),
    "billion": (1e9, 9.99e11),
    "several": (3, 99),
    "couple": (2, 3),
    "handful": (3, 8),
    "few": (2, 8),
}

# Where or how a statement was made. The second part groups kinds that reporters use for one another.
SETTINGS: Final[dict[str, str]] = {
    "press conference": "press conference",
    "news conference": "press conference",
    "presser": "press conference",
    "press briefing": "briefing",
    "news briefing": "briefing",
    "media briefing": "briefing",
    "briefing": "briefing",
    "telephone call": "telephone call",
    "phone call": "telephone call",
    "telephone conversation": "telephone call",
    "phone conversation": "telephone call",
    "telephone interview": "interview",
    "phone interview": "interview",
    "interview": "interview",
    "statement": "statement",
    "press release": "statement",
    "news release": "statement",
    "speech": "speech",
    "address": "speech",
    "tweet": "online post",
    "post": "online post",
    "hearing": "hearing",
    "testimony": "hearing",
    "letter": "letter",
    "email": "letter",
    "e-mail": "letter",
    "memo": "letter",
    "article": "article",
    "op-ed": "article",
    "meeting": "meeting",
    "summit": "meeting",
}

NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "neither", "without"})

# "wo" and "ca" are what the parser leaves of "won't" and "can't".
MODALS: Final = frozenset("can ca could may might should would must will wo shall".split())

REPORTING: Final = frozenset(
    "say tell add state claim warn stress note declare announce report confirm insist argue explain emphasize "
    "emphasise assert allege deny acknowledge admit suggest estimate reiterate comment remark write tweet post "
    "believe think describe underscore urge call complain predict reveal disclose maintain contend testify reply "
    "respond ask concede observe recall highlight hint signal accuse reject dismiss cite quote".split()
)

HEDGES: Final = frozenset(
    "may might could would possibly perhaps probably likely apparently reportedly allegedly appear seem suspect "
    "believe think possible probable potential presumably alleged suspected suggest estimate".split()
)
UNCONFIRMED: Final = (
    "unconfirmed",
    "not confirmed",
    "not been confirmed",
    "could not be confirmed",
    "none could be confirmed",
    "no confirmation",
    "not immediately clear",
    "not yet known",
    "not yet know",
    "unclear",
    "not clear",
    "still unknown",
    "not known",
    "did not know",
    "does not know",
    "do not know",
    "yet to be",
    "no official confirmation",
    "could not be verified",
    "not independently verified",
    "remains unknown",
)
PLANNED: Final = frozenset("plan will propose intend expect schedule consider aim seek shall".split())

# Pairs of opposites whose use of one subject and object can't both be true. Both directions are meant.
ANTONYMS: Final = word_pairs(
    "accept/reject accept/refuse agree/disagree agree/refuse allow/ban allow/forbid allow/prohibit allow/prevent "
    "approve/reject approve/veto arrive/depart arrive/leave attack/defend back/oppose begin/end begin/finish "
    "confirm/deny condemn/praise condemn/welcome convict/acquit guilty/innocent decrease/increase deny/admit "
    "deny/acknowledge deploy/withdraw dead/alive die/survive enter/leave enter/exit fail/succeed fall/rise "
    "drop/rise drop/climb decline/increase decline/rise gain/lose grant/deny halt/resume hire/fire include/exclude "
    "injure/unhurt injured/unhurt injured/unharmed kill/rescue kill/spare kill/save legal/illegal lift/impose "
    "lose/win open/close open/shut pass/fail pass/reject permit/ban permit/prohibit present/absent "
    "progress/deadlock raise/lower raise/cut ratify/reject release/detain release/arrest reject/welcome "
    "remain/leave remain/quit resign/stay safe/unsafe start/end start/finish start/stop stop/continue "
    "strengthen/weaken success/failure support/oppose support/reject support/condemn suspend/resume "
    "true/false united/divided up/down upheld/overturned uphold/overturn victory/defeat welcome/criticize "
    "welcome/criticise widen/narrow worsen/improve before/after guilty/acquitted first/last full/empty "
    "more/less high/low majority/minority military/civilian accidental/deliberate accidentally/deliberately "
    "public/private peaceful/violent successful/unsuccessful early/late left/right above/below male/female "
    "inside/outside offshore/inland many/few likely/unlikely possible/impossible accept/decline love/hate "
    "buy/sell borrow/lend import/export attack/retreat advance/retreat ally/enemy friend/enemy "
    "able/unable willing/unwilling clear/unclear known/unknown certain/uncertain happy/unhappy "
    "accuse/clear accuse/exonerate accuse/absolve expand/shrink expand/contract create/destroy "
    "build/destroy build/demolish "
    "construct/demolish "
    "port/starboard upstream/downstream uphill/downhill "
    "resign/dismiss resign/sack resign/fire quit/sack quit/dismiss quit/fire "
    "elect/defeat appoint/dismiss appoint/sack sign/veto"
)


# Two kinds of one thing, of which each has numbers of its own.
KINDS: Final = word_pairs(
    "import/export primary/secondary elementary/secondary net/operating net/gross operating/gross wholesale/retail "
    "male/female eastern/western northern/southern upper/lower"
)


RANKED: Final = re.compile(r"\. ?\d")
"""What stands behind a "no" that is short for "number": "the No. 1 team"."""


def antonyms(left: str, right: str) -> bool:
    """Whether the two lemmas are opposites of each other: by the list, or by "un-" ("stable", "unstable")."""
    if frozenset((left, right)) in ANTONYMS:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= 4 and long == "un" + short
