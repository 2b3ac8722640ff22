"""News-like statements with slots, written for this project: two wordings of one event, so that conflicts
share few words.

`{slot}` names are filled from `fill`; each event has a topic word so that "the second round" of other talks
is another event. TRAIN and HELD_OUT share no statement.
"""

from __future__ import annotations

import random
from string import Formatter

from training import wordlists as words

# type of the slot that a conflict changes -> wordings of one event; every wording names that slot.
Event = tuple[str, tuple[str, ...]]

TRAIN: tuple[Event, ...] = (
    ("ordinal", (
        "The {ordinal} round of {matter} talks between {country} and {country2} ended in {city} "
        "on {weekday}.",
        "{country} and {country2} wrapped up a {ordinal} round of negotiations on {matter}.",
        "Delegates of {country} and {country2} have finished the {ordinal} round of their {matter} "
        "consultations,"
        "{person} said.",
    )),
    ("ordinal", (
        "{person} won a {ordinal} term as {office} of {city}.",
        "Voters in {city} handed {office} {person} a {ordinal} term.",
    )),
    ("ordinal", (
        "It was the {ordinal} time that {person} visited {country}.",
        "{person}'s trip to {country} this week was the {ordinal} of its kind.",
    )),
    ("number", (
        "{number} people were killed when {accident} near {city} on {weekday}.",
        "The {accident_noun} close to {city} claimed {number} lives.",
        "{number} people died after {accident} outside {city}, rescuers said.",
    )),
    ("number", (
        "The company will cut {number} jobs at its plant in {city}.",
        "{number} workers at the {city} factory are to be laid off.",
    )),
    ("number", (
        "Police in {city} arrested {number} people during the {matter} protest.",
        "{number} demonstrators were detained in {city} at a rally about {matter}.",
    )),
    ("number", (
        "The parliament of {country} passed the {matter} bill with {number} votes in favor.",
        "{number} deputies backed {country}'s bill on {matter}.",
    )),
    ("weekday", (
        "{person} told a news conference on {weekday} that the {matter} agreement would be signed.",
        "At a briefing held on {weekday}, {person} announced that the deal on {matter} would be signed.",
        "The {matter} accord will be signed, {person} told reporters on {weekday}.",
    )),
    ("weekday", (
        "The leaders of {country} and {country2} met in {city} on {weekday}.",
        "{weekday}'s summit in {city} brought together the leaders of {country} and {country2}.",
    )),
    ("date", (
        "The ceasefire in {country} took effect on {date}.",
        "Fighting in {country} was halted by a truce that came into force on {date}.",
    )),
    ("date", (
        "{person} was born in {year}.",
        "{year} is the year of {person}'s birth.",
    )),
    ("date", (
        "The {matter} conference opens in {city} on {date}.",
        "From {date}, {city} will host a conference about {matter}.",
    )),
    ("place", (
        "The ministers signed the {matter} treaty in {city} on {weekday}.",
        "{city} was where the treaty on {matter} was signed by the ministers.",
        "At a ceremony in {city} the ministers put their names to the {matter} treaty.",
    )),
    ("place", (
        "{person}, the {office} of the opposition party, was arrested in {city}.",
        "Police in {city} detained opposition {office} {person}.",
    )),
    ("setting", (
        "{person} made the statement {setting} on {weekday}.",
        "The statement was made by {person} {setting}.",
    )),
    ("setting", (
        "The explosion happened at {building} in {city}.",
        "A blast tore through {building} in {city}.",
    )),
    ("person", (
        "{person} was appointed {office} of the central bank of {country}.",
        "The new {office} of {country}'s central bank is {person}.",
    )),
    ("person", (
        "{person} scored the winning goal in the {ordinal} half against {city}.",
        "{city} lost to a goal by {person} in the {ordinal} half.",
    )),
    ("title", (
        "{country}'s {title} {person} said that the talks on {matter} would go on.",
        "The {matter} talks will continue, according to {person}, the {title} of {country}.",
    )),
    ("negation", (
        "{country} {agreed} to extend the {matter} agreement.",
        "{country} {agreed} to a prolongation of the deal on {matter}.",
    )),
    ("negation", (
        "{person} {signed} the {matter} declaration in {city}.",
        "In {city}, the {matter} declaration {was_signed} by {person}.",
    )),
    ("antonym", (
        "{country} {supports} the proposal of {country2} on {matter}.",
        "The government of {country} {supports} {country2}'s {matter} plan.",
    )),
    ("antonym", (
        "Exports of {country} {rose} last year, the {office} said.",
        "Last year {country}'s exports {rose}.",
    )),
    ("antonym", (
        "The talks in {city} on {matter} {succeeded}.",
        "Negotiations about {matter} held in {city} {succeeded}.",
    )),
)  # fmt: skip

HELD_OUT: tuple[Event, ...] = (
    ("ordinal", (
        "Envoys from {country2} and {country} concluded their {ordinal} meeting on {matter} in {city}.",
        "The {ordinal} meeting of the two countries' envoys about {matter} is over, "
        "the {country} side reported.",
    )),
    ("ordinal", (
        "The club of {city} finished {ordinal} in the league this season.",
        "{city}'s team ended the season in {ordinal} place.",
    )),
    ("number", (
        "A fire at {building} in {city} killed {number} and sent dozens to hospital.",
        "The death toll of the blaze at {building} in {city} is {number}.",
    )),
    ("number", (
        "The {office} resigned after {number} years in the post.",
        "Having spent {number} years in office, the {office} stepped down.",
    )),
    ("weekday", (
        "The court in {city} sentenced {person} on {weekday}.",
        "{person} heard the verdict of the {city} court on {weekday}.",
    )),
    ("date", (
        "{country} will hold parliamentary elections on {date}.",
        "Citizens of {country} go to the polls on {date} to choose a new parliament.",
    )),
    ("place", (
        "The plane made an emergency landing in {city} after a bird strike.",
        "After it had struck birds the aircraft landed in {city}.",
    )),
    ("setting", (
        "The {office} answered questions about {matter} {setting}.",
        "Questions about {matter} were put to the {office} {setting}.",
    )),
    ("person", (
        "The prize for the best novel went to {person} on {weekday}.",
        "{person} took this year's award for the best novel.",
    )),
    ("title", (
        "{person}, {title} of {country}, arrived in {city} for a visit.",
        "The {title} of {country}, {person}, has come to {city}.",
    )),
    ("negation", (
        "The rebels {accepted} the terms of the truce in {country}.",
        "The truce terms for {country} {were_accepted} by the rebels.",
    )),
    ("antonym", (
        "The central bank of {country} {raised} its key interest rate.",
        "{country}'s key rate {was_raised} by the central bank.",
    )),
)  # fmt: skip

MATTERS = words.split_words(
    "trade border water fisheries gas climate security migration nuclear visa railway customs grain pension "
    "health education energy disarmament broadcasting aviation prison forestry tax"
)
OFFICES = ("chairman", "director", "secretary", "president", "governor", "minister", "mayor", "leader")
TITLES = (
    "foreign minister",
    "prime minister",
    "president",
    "defense minister",
    "vice president",
    "ambassador",
)
BUILDINGS = (
    "a school",
    "a market",
    "a hospital",
    "a hotel",
    "a railway station",
    "a shopping mall",
    "an embassy",
    "a mosque",
    "a church",
    "a factory",
    "a warehouse",
    "a nightclub",
    "the airport",
    "a police station",
    "a university",
)
SETTINGS = (
    "at a press conference in the presidential palace",
    "at a ministry briefing",
    "in a television interview",
    "in a post on social media",
    "in a speech to parliament",
    "during a visit to a factory",
    "at a party congress",
    "in a written statement",
    "in a telephone interview",
    "at a campaign rally",
)
ACCIDENTS = (
    ("a bus overturned", "bus accident"),
    ("a train derailed", "train derailment"),
    ("a ferry sank", "ferry sinking"),
    ("a plane crashed", "plane crash"),
    ("a mine collapsed", "mine collapse"),
    ("a dam burst", "dam failure"),
    ("a bomb exploded", "bomb attack"),
    ("a landslide hit a village", "landslide"),
    ("a hotel burned", "hotel fire"),
)
# Verb phrases with two poles; a statement and its opposite.
POLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "agreed": (("agreed", "has agreed"), ("did not agree", "has not agreed", "refused", "declined")),
    "signed": (
        ("signed", "has signed"),
        ("did not sign", "refused to sign", "has not signed", "failed to sign"),
    ),
    "was_signed": (("was signed",), ("was not signed", "wasn't signed", "was left unsigned")),
    "supports": (("supports", "backs", "is in favor of"), ("opposes", "rejects", "is against")),
    "rose": (("rose", "increased", "grew", "went up"), ("fell", "decreased", "shrank", "went down")),
    "succeeded": (
        ("succeeded", "were a success", "ended with an agreement", "produced a result"),
        ("failed", "were a failure", "ended without agreement", "produced no result", "collapsed"),
    ),
    "accepted": (
        ("accepted", "have accepted", "agreed to"),
        ("rejected", "have turned down", "did not accept"),
    ),
    "were_accepted": (("were accepted", "have been accepted"), ("were rejected", "were not accepted")),
    "raised": (("raised", "increased", "lifted"), ("cut", "lowered", "reduced")),
    "was_raised": (("was raised", "was increased"), ("was cut", "was lowered", "was reduced")),
}
SLOT_OF_TYPE = {
    "ordinal": "ordinal", "number": "number", "weekday": "weekday", "date": "date", "place": "city",
    "setting": "setting", "person": "person", "title": "title",
}  # fmt: skip
SAME_POLE = {"was_signed": "signed", "were_accepted": "accepted", "was_raised": "raised"}


def number_word(number: int, draw: random.Random, start: bool = False) -> str:
    """12, or now and then twelve."""
    if number <= 12 and draw.random() < 0.5:
        return words.NUMBERS[number].capitalize() if start else words.NUMBERS[number]
    return f"{number:,}"


def fill(draw: random.Random) -> dict[str, str]:
    """One event's facts; pole slots hold "+" or "-"."""
    country, country2 = draw.sample(words.COUNTRIES, 2)
    accident = draw.choice(ACCIDENTS)
    month = draw.choice(words.MONTHS)
    return {
        "ordinal": draw.choice(words.ORDINALS[:8]),
        "number": str(draw.choice([*range(2, 21), 23, 27, 31, 36, 42, 48, 55, 63, 78, 94, 110, 128, 150, 240, 1200])),
        "weekday": draw.choice(words.WEEKDAYS),
        "date": f"{month} {draw.randint(1, 28)}",
        "year": str(draw.randint(1931, 1999)),
        "city": draw.choice(words.CITIES),
        "country": country,
        "country2": country2,
        "person": f"{draw.choice(words.FIRST_NAMES)} {draw.choice(words.LAST_NAMES)}",
        "office": draw.choice(OFFICES),
        "title": draw.choice(TITLES),
        "matter": draw.choice(MATTERS),
        "setting": draw.choice(SETTINGS),
        "building": draw.choice(BUILDINGS),
        "accident": accident[0],
        "accident_noun": accident[1],
        "pole": draw.choice("+-"),
    }


def changed(facts: dict[str, str], kind: str, wording: str, draw: random.Random) -> dict[str, str]:
    """The same event with one fact that can't also be true."""
    if kind in ("negation", "antonym"):
        return {**facts, "pole": "-" if facts["pole"] == "+" else "+"}
    slot = "building" if "{building}" in wording and kind == "setting" else SLOT_OF_TYPE[kind]
    slot = "year" if "{year}" in wording and kind == "date" else slot
    while True:
        new = fill(draw)[slot]
        if kind == "number":  # a toll of like size, as rival reports have it
            value = int(facts["number"])
            new = str(max(2, value + draw.choice([-1, 1]) * draw.randint(1, max(3, value // 2))))
        if new != facts[slot]:
            return {**facts, slot: new}


def say(wording: str, facts: dict[str, str], draw: random.Random) -> str:
    """The wording with the facts put in; numbers as digits or words, dates in several forms, poles in any
    verb."""
    shown = dict(facts)
    shown["number"] = number_word(int(facts["number"]), draw, start=wording.startswith("{number}"))
    month, day = facts["date"].split()
    shown["date"] = draw.choice([facts["date"], f"{day} {month}", f"{words.SHORT_MONTHS[month]} {day}"])
    for name, poles in POLES.items():
        shown[name] = draw.choice(poles[0] if facts["pole"] == "+" else poles[1])
    text = wording.format(**shown)
    return text[0].upper() + text[1:]


def slots(wording: str) -> list[str]:
    """Names of the slots that a wording has."""
    return [name for _, name, _, _ in Formatter().parse(wording) if name]
