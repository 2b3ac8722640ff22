"""Who says it, clause by clause."""

from __future__ import annotations

from itertools import groupby

import pytest

from checker.claims import extract_claims
from checker.records import Claim, Voice
from tests.conftest import article

OWN, REPORTED, QUOTED = Voice.OWN, Voice.REPORTED, Voice.QUOTED


def claims(text: str, **given: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return extract_claims([article(text, **given)])


SINGLE = [
    ("The bridge collapsed on Monday.", "", OWN),
    ("Peter Holm said that the bridge was closed.", "Peter Holm", REPORTED),
    ("The bridge was closed, police said.", "police", REPORTED),
    ("The bridge was closed, according to the police.", "police", REPORTED),
    ("According to Ann Bray, the bridge was closed.", "Ann Bray", REPORTED),
    ("The bridge was closed, according to the company that operates it.", "company", REPORTED),
    ("The bridge was closed, according to the town council.", "town council", REPORTED),
    ("“The bridge will be closed for a year,” Ann Bray said.", "Ann Bray", QUOTED),
    ("“The bridge will be closed for a year,” said Ann Bray, a driver.", "Ann Bray", QUOTED),
    ('"The bridge will be closed for a year," Ann Bray said.', "Ann Bray", QUOTED),
    ("Norway's Transport Minister, Peter Holm, confirmed that the bridge was closed.", "Peter Holm", REPORTED),
    ("Peter Holm, the transport minister, confirmed that the bridge was closed.", "Peter Holm", REPORTED),
    ("Transport Minister Peter Holm confirmed that the bridge was closed.", "Peter Holm", REPORTED),
    ("The Foreign Ministry spokesperson urged both towns to talk.", "Foreign Ministry spokesperson", REPORTED),
    ("The bridge was closed, a Norwegian Transport Ministry spokesperson said.",
     "Norwegian Transport Ministry spokesperson", REPORTED),
    ("They said that the bridge was closed.", "", REPORTED),
    ("Police put the death toll at 12.", "Police", REPORTED),
    ("The clerk put the letter at the door.", "", OWN),
    ("The minister, Ann Bray, dismissed the director of the bridge.", "", OWN),
    ("The minister, Ann Bray, dismissed the claims as lies.", "Ann Bray", REPORTED),
    ("The driver had threatened to tell the police that it was closed.", "", OWN),
    ("Eleven dead on the bridge, union says", "union", REPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "voice"), SINGLE)
def test_one_sentence(text: str, speaker: str, voice: Voice) -> None:
    found = claims(text)
    assert {c.speaker.removeprefix("the ") for c in found} == {speaker}
    assert voice in {c.voice for c in found}
    if speaker == "" and voice is OWN:
        assert {c.voice for c in found} == {OWN}


PER_CLAUSE = [
    # a clause with its own verb of saying has its own speaker
    ("In recent months, Norway has accused the union of neglect, while Sweden has accused the mine of delay.",
     ["Norway", "Sweden"]),
    ("The council backed the plan, as Ann Bray said the bridge was safe.", ["", "Ann Bray"]),
    # what stands beside the verb of saying is the outlet's own
    ("Ann Bray said the bridge was safe, but the council closed it on Monday.", ["Ann Bray", ""]),
    # what stands under it is not
    ("Ann Bray said that the town was calm after the police had left.", ["Ann Bray", "Ann Bray"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), PER_CLAUSE)
def test_speaker_of_each_clause(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in groupby(c.speaker for c in claims(text))] == [s for s, _ in groupby(speakers)]


def test_a_quotation_goes_on() -> None:
    first, *_, last = claims("“The bridge is closed today,” Ann Bray said. “It will open again in May.”")
    assert (first.speaker, last.speaker) == ("Ann Bray", "Ann Bray")
    assert last.voice is QUOTED


def test_a_quotation_whose_speaker_is_named_behind_it() -> None:
    found = claims("“The bridge is closed today. It will open again in May,” said Ann Bray, a driver.")
    assert {(c.speaker, c.voice) for c in found} == {("Ann Bray", QUOTED)}


def test_verbs_of_saying_inside_a_quotation_attribute_nothing() -> None:
    found = claims("The statement reads: “The two mayors met on Monday. Both sides called for more talks in May.”")
    assert "sides" not in {c.speaker for c in found}
    assert found[-1].voice is QUOTED


def test_a_quotation_does_not_reach_into_the_next_paragraph() -> None:
    found = claims("Ann Bray said: “The bridge is closed today.”\n\nThe council met on Monday.")
    assert (found[-1].speaker, found[-1].voice) == ("", OWN)


def test_pronouns_with_one_possible_person() -> None:
    found = claims("Jo Marsh opened the bridge on Monday. She said that the river was high.")
    assert found[-1].speaker == "Jo Marsh"
    assert found[-1].resolved.startswith("Jo Marsh said")


def test_pronouns_with_two_possible_persons_stay_open() -> None:
    found = claims("Jo Marsh and Ann Bray opened the bridge on Monday. She said that the river was high.")
    assert found[-1].speaker == ""
    assert found[-1].resolved == found[-1].text


def test_last_names_get_the_full_name() -> None:
    found = claims("Jo Marsh opened the bridge on Monday.\n\nMarsh said that the river was high.")
    assert found[-1].speaker == "Jo Marsh"


def test_persons_of_one_article_are_unknown_in_the_next() -> None:
    texts = ["Jo Marsh opened the bridge on Monday.", "She said that the river was high."]
    found = extract_claims([article(text, str(i)) for i, text in enumerate(texts)])
    assert found[-1].speaker == ""


def test_a_paragraph_in_the_middle_of_a_quotation() -> None:
    found = claims(
        'Jo Marsh spoke first. "This is false.\n\nWe did not close any bridge in the town," she told reporters.'
    )
    assert (found[-1].speaker, found[-1].voice) == ("Jo Marsh", QUOTED)


def test_a_name_in_apposition_that_the_parser_takes_for_no_person() -> None:
    found = claims("The governor of Varna State, Holm Deng, said the bridge was closed.")
    assert {c.speaker for c in found} == {"Holm Deng"}
