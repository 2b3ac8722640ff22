"""What is counted in the pairs of training/counts.py: things of one event, each in several wordings.

Written for this project. TRAIN and HELD_OUT share no wording, and neither shares one with training/bounds.py.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: the size of its counts, the form of the number, and the wordings."""

    size: str
    unit: str
    wordings: tuple[str, ...]


SIZES: dict[str, tuple[int, int]] = {"small": (3, 400), "middle": (40, 9000), "large": (2000, 400000), "share": (3, 95)}

Story = tuple[Thing, ...]  # things of one event, whose counts exclude nothing of each other

TRAIN: tuple[Story, ...] = (
    (
        Thing("small", "{n}", (
            "{n} people died in the {accident} near {city}",
            "the {accident} near {city} left {n} people dead",
            "the death toll of the {accident} near {city} stands at {n}",
            "{n} bodies were recovered after the {accident} near {city}",
        )),
        Thing("small", "{n}", (
            "{n} people were hurt in the {accident} near {city}",
            "the {accident} near {city} injured {n} people",
            "hospitals treated {n} people after the {accident} near {city}",
        )),
        Thing("small", "{n}", (
            "{n} people are missing after the {accident} near {city}",
            "rescuers are looking for {n} people after the {accident} near {city}",
        )),
        Thing("middle", "{n}", (
            "{n} residents were evacuated after the {accident} near {city}",
            "the {accident} near {city} forced {n} residents to leave their homes",
        )),
    ),
    (
        Thing("small", "{n}", (
            "police in {city} detained {n} demonstrators at the {matter} rally",
            "{n} demonstrators were taken into custody at the {matter} rally in {city}",
            "the {matter} rally in {city} ended with {n} arrests",
        )),
        Thing("large", "{n}", (
            "{n} people marched through {city} over the {matter} reform",
            "the march against the {matter} reform drew {n} people in {city}",
            "{n} protesters filled the streets of {city} over the {matter} reform",
        )),
        Thing("small", "{n}", (
            "{n} officers were hurt at the {matter} rally in {city}",
            "the {matter} rally in {city} left {n} officers injured",
        )),
    ),
    (
        Thing("small", "{n}", (
            "the raid on {city} killed {n} fighters",
            "{n} fighters died in the raid on {city}",
            "the army killed {n} fighters when it raided {city}",
        )),
        Thing("small", "{n}", (
            "{n} civilians were killed in the shelling of {city}",
            "the shelling of {city} cost the lives of {n} civilians",
        )),
        Thing("small", "{n}", (
            "{n} prisoners were freed in the raid on {city}",
            "the raid on {city} freed {n} prisoners",
        )),
    ),
    (
        Thing("middle", "{n}", (
            "the carmaker will cut {n} jobs in {city}",
            "{n} workers are to lose their jobs at the car plant in {city}",
            "the car plant in {city} is shedding {n} positions",
        )),
        Thing("small", "${n} million", (
            "the carmaker will invest {n} in its {city} plant",
            "{n} will go into the car plant in {city}",
        )),
        Thing("large", "{n}", (
            "the plant in {city} built {n} cars last year",
            "{n} cars left the {city} plant last year",
        )),
    ),
    (
        Thing("share", "{n} percent", (
            "unemployment in {country} rose to {n}",
            "{n} of the workforce of {country} are out of work",
        )),
        Thing("share", "{n}%", (
            "prices in {country} went up by {n} over the year",
            "inflation in {country} reached {n}",
        )),
        Thing("small", "{n} billion euros", (
            "{country} will borrow {n} to support its economy",
            "the rescue plan of {country} is worth {n}",
        )),
    ),
    (
        Thing("small", "{n}", (
            "{n} deputies voted against the {matter} law in {country}",
            "the {matter} law of {country} met with {n} votes against",
        )),
        Thing("share", "{n} percent", (
            "{n} of voters in {country} backed the {matter} law",
            "the {matter} law won the support of {n} of voters in {country}",
        )),
        Thing("large", "{n}", (
            "{n} voters in {city} signed the petition on {matter}",
            "the petition on {matter} gathered {n} signatures in {city}",
        )),
    ),
    (
        Thing("middle", "{n}", (
            "the flood damaged {n} homes around {city}",
            "{n} homes around {city} were damaged by the flood",
            "around {city} the high water ruined {n} homes",
        )),
        Thing("large", "{n}", (
            "{n} households in {city} were without power",
            "the outage cut off {n} households in {city}",
        )),
        Thing("middle", "{n} hectares", (
            "the fire burned {n} of forest near {city}",
            "{n} of forest near {city} went up in flames",
        )),
    ),
    (
        Thing("small", "{n}", (
            "{n} migrants were rescued from a boat off {country}",
            "the coast guard of {country} saved {n} migrants from a boat",
        )),
        Thing("large", "{n}", (
            "{n} refugees have crossed into {country}",
            "{country} has taken in {n} refugees",
        )),
        Thing("small", "{n}", (
            "{country} expelled {n} diplomats of {country2}",
            "{n} diplomats of {country2} must leave {country}",
        )),
    ),
    (
        Thing("small", "{n} years", (
            "{person} was sentenced to {n} in prison",
            "a court in {city} sent {person} to prison for {n}",
        )),
        Thing("small", "{n} million dollars", (
            "{person} must pay {n} in damages",
            "a jury in {city} ordered {person} to pay {n}",
        )),
        Thing("small", "{n}", (
            "{person} faces {n} charges of fraud",
            "prosecutors in {city} brought {n} charges of fraud against {person}",
        )),
    ),
    (
        Thing("small", "{n} million", (
            "the film of {person} earned {n} at the box office",
            "box office takings of {person}'s film came to {n}",
        )),
        Thing("middle", "{n}", (
            "{n} fans came to see {person} in {city}",
            "{person} played before {n} fans in {city}",
        )),
        Thing("small", "{n} minutes", (
            "{person} spoke for {n} in {city}",
            "the speech of {person} in {city} lasted {n}",
        )),
    ),
    (
        Thing("small", "{n}", (
            "doctors in {city} confirmed {n} cases of the disease",
            "{n} patients in {city} have caught the disease",
            "the outbreak in {city} has infected {n} people",
        )),
        Thing("middle", "{n}", (
            "{n} children in {city} were vaccinated",
            "clinics in {city} vaccinated {n} children",
        )),
    ),
    (
        Thing("middle", "{n}", (
            "{country} will send {n} troops to {country2}",
            "{n} troops of {country} are to be deployed in {country2}",
        )),
        Thing("small", "{n}", (
            "{country} ordered {n} fighter jets from {country2}",
            "{country2} is to deliver {n} fighter jets to {country}",
        )),
    ),
    (
        Thing("small", "{n} kilometers", (
            "the quake struck {n} from {city}",
            "the center of the quake lay {n} from {city}",
        )),
        Thing("middle", "{n}", (
            "{n} buildings in {city} collapsed in the quake",
            "the quake brought down {n} buildings in {city}",
        )),
    ),
)  # fmt: skip

HELD_OUT: tuple[Story, ...] = (
    (
        Thing("small", "{n}", (
            "{n} skiers lost their lives when an avalanche hit the slopes above {city}",
            "an avalanche above {city} buried and killed {n} skiers",
        )),
        Thing("small", "{n}", (
            "{n} skiers were dug out alive from the avalanche above {city}",
            "rescue dogs found {n} skiers alive under the avalanche above {city}",
        )),
    ),
    (
        Thing("middle", "{n}", (
            "the airline cancelled {n} flights from {city} because of the strike",
            "{n} flights out of {city} fell victim to the airline strike",
        )),
        Thing("large", "{n}", (
            "{n} travelers were stranded in {city} by the airline strike",
            "the airline strike stranded {n} travelers in {city}",
        )),
    ),
    (
        Thing("small", "{n} million dollars", (
            "thieves got away with paintings worth {n} from a museum in {city}",
            "the paintings stolen from the {city} museum are valued at {n}",
        )),
        Thing("small", "{n}", (
            "{n} paintings were stolen from a museum in {city}",
            "thieves took {n} paintings from the museum in {city}",
        )),
    ),
    (
        Thing("share", "{n} percent", (
            "turnout in the {country} election was {n}",
            "{n} of those entitled to vote in {country} went to the polls",
        )),
        Thing("middle", "{n}", (
            "{n} observers watched the vote in {country}",
            "the vote in {country} was followed by {n} observers",
        )),
    ),
    (
        Thing("small", "{n}", (
            "gunmen kidnapped {n} schoolgirls from a village near {city}",
            "{n} schoolgirls were abducted by gunmen close to {city}",
        )),
    ),
)  # fmt: skip
