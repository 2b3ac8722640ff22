"""The sample report of the tests: a ferry accident in four outlets, with one of everything."""

from __future__ import annotations

from datetime import date

from checker.records import (
    Agreement,
    ClaimPair,
    LeftOut,
    Published,
    Report,
    Scope,
    Severity,
    Skipped,
    Story,
)
from tests.reports.build import group, make_article, make_claim, make_conflict, make_report, make_score

HERALD = make_article(
    "a1",
    "Harbour Herald",
    """Ferry runs aground off Port Arlen

Twelve passengers were hurt when the ferry Marwen ran aground on Tuesday, the port authority said.
The ferry left Port Arlen at 06:40.
Captain Ines Dahl said the engine failed. The operator had checked the engine a week earlier.
All 212 people on board were brought ashore before noon.
""",
    date(2025, 3, 4),
)
WIRE = make_article(
    "a2",
    "Coast Wire",
    """15 hurt in ferry accident

At least two boats helped. Fifteen passengers were hurt when the ferry Marwen hit rocks on Tuesday.
Operator Nordlane said the engine was running when the ship struck.
All 212 people on board had been brought ashore by midday.
""",
    date(2025, 3, 5),
)
GAZETTE = make_article(
    "a3",
    "Arlen Gazette",
    """Ferry on the rocks

Twelve people were hurt when the Marwen ran aground on Wednesday.
The ship carried 212 people. Later the Gazette counted 221 people aboard.
Cost: $4 million | repairs & towing <script>alert("a3")</script> of *about* $2 million, see www.example.org.
""",
)
MARKET = make_article("a4", "Market Post", "Fish prices rise\n\nCod rose by 4% in March.\n", date(2025, 4, 1))

TWELVE = make_claim(
    HERALD,
    "Twelve passengers were hurt when the ferry Marwen ran aground on Tuesday, the port authority said.",
)
FIFTEEN = make_claim(WIRE, "Fifteen passengers were hurt when the ferry Marwen hit rocks on Tuesday.")
WEDNESDAY = make_claim(GAZETTE, "Twelve people were hurt when the Marwen ran aground on Wednesday.")
FAILED = make_claim(HERALD, "Captain Ines Dahl said the engine failed.", "Ines Dahl")
RUNNING = make_claim(WIRE, "Operator Nordlane said the engine was running when the ship struck.", "Nordlane")
ABOARD = make_claim(GAZETTE, "The ship carried 212 people.")
COUNTED = make_claim(GAZETTE, "Later the Gazette counted 221 people aboard.")
ASHORE = make_claim(HERALD, "All 212 people on board were brought ashore before noon.")
MIDDAY = make_claim(WIRE, "All 212 people on board had been brought ashore by midday.")

HURT = "number of passengers hurt"
HURT_1 = make_conflict("c-hurt-1", (TWELVE, "Twelve"), (FIFTEEN, "Fifteen"), HURT, probability=0.93)
HURT_2 = make_conflict("c-hurt-2", (FIFTEEN, "Fifteen"), (WEDNESDAY, "Twelve"), HURT, probability=0.88)
DAY = make_conflict(
    "c-day",
    (TWELVE, "Tuesday"),
    (WEDNESDAY, "Wednesday"),
    "day of the accident",
    Severity.MEDIUM,
    0.74,
    kind="date",
)
ENGINE = make_conflict(
    "c-engine",
    (FAILED, "failed"),
    (RUNNING, "running"),
    "state of the engine",
    Severity.MEDIUM,
    0.7,
    Scope.DISPUTE,
    "antonym",
)
OWN = make_conflict(
    "c-own", (ABOARD, "212"), (COUNTED, "221"), "number of people aboard", Severity.LOW, 0.61, Scope.INTERNAL
)


def ferry_report() -> Report:
    """Four articles, two stories, five conflicts in four disagreements, two agreements, things missed."""
    conflicts = (HURT_1, HURT_2, DAY, ENGINE, OWN)
    groups = (
        group("d-hurt", HURT_1, HURT_2),
        group("d-day", DAY),
        group("d-engine", ENGINE),
        group("d-own", OWN),
    )
    ashore = Agreement("g-ashore", "quantity", "story-1", ClaimPair(ASHORE, MIDDAY, 0.88, 0.97), True, 0.95)
    copied = Agreement("g-hurt", "quantity", "story-1", ClaimPair(TWELVE, WEDNESDAY, 0.9, 0.97, True), False, 0.9)
    window = Published(date(2025, 3, 4), date(2025, 3, 5), "bounds", "metadata")
    return make_report(
        articles=(HERALD, WIRE, GAZETTE, MARKET),
        stories=(
            Story("story-1", "Ferry runs aground off Port Arlen", ("a1", "a2", "a3"), window),
            Story("story-2", "Fish prices rise", ("a4",)),
        ),
        conflicts=conflicts,
        disagreements=groups,
        agreements=(copied, ashore),
        scores=(
            make_score("Harbour Herald", 78.2, 9, 7),
            make_score("Coast Wire", 64.0, 8, 5, relayed=1),
            make_score("Arlen Gazette", None, 3, 2),
            make_score("Market Post", None, 0, 0, uncorroborated=1, origins=0),
        ),
        skipped=(Skipped("photo.jpg", "not a text file"),),
        left_out=(LeftOut("a3.txt", 9, "Leave a Comment", "site furniture"),),
        not_checked=("story-2: one article, nothing to compare it with",),
    )
