"""Whose text it is: agency credits, shared words, quotations, and what that does to the scores of a run."""

from __future__ import annotations

import pytest

from checker.conflicts.shared import shared_claims
from checker.facts.copies import shingles
from checker.records import Agreement, Article, Claim, ClaimPair, SourceScore
from checker.scores import score_sources
from checker.scores.credits import agency_name, credited_agencies
from checker.scores.origins import Origins
from checker.scores.word_runs import blank_quotations, own_runs
from checker.settings import Settings
from tests.reports.build import make_article, make_claim

WIRE = [
    "The harbour bridge at Arlen was closed on Tuesday after a barge struck its northern pillar at dawn.",
    "Engineers found three cracks in the concrete and said that repairs would take about six weeks.",
    "Some nine thousand commuters cross the bridge every day on their way to the shipyards.",
    "The barge was carrying gravel from the quarries upstream and nobody on board was hurt.",
]
REWORDED = [
    "Arlen's bridge over the harbour is shut: on Tuesday morning a gravel barge hit a pillar.",
    "It will be mended within six weeks, engineers say, who counted three cracks.",
    "About nine thousand people on their way to work use it daily.",
    "None of the crew was injured when the boat, loaded with gravel, ran into it.",
]


def wire_article(id_: str, source: str, lines: list[str], before: str = "", after: str = "") -> Article:
    body = "\n\n".join([before + lines[0], *lines[1:], *([after] if after else [])])
    return make_article(id_, source, f"Bridge closed\n\n{body}\n")


def run_scores(*articles: tuple[Article, list[str]]) -> dict[str, SourceScore]:
    """The scores where every article makes the same claims, line by line."""
    claims = [[make_claim(article, line) for line in lines] for article, lines in articles]
    pairs = [
        Agreement(f"{i}{j}{n}", "wording", "s", ClaimPair(left, right, 0.9, 0.9), True, 0.9)
        for i, one in enumerate(claims)
        for j, other in enumerate(claims[i + 1 :], i + 1)
        for n, (left, right) in enumerate(zip(one, other, strict=True))
    ]
    everything: list[Claim] = [claim for each in claims for claim in each]
    settings = Settings(min_comparable=1, max_width=100.0)
    found = score_sources([a for a, _ in articles], everything, (), (), shared_claims(pairs), {}, settings)
    return {score.source: score for score in found}


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Title\n\nERIE, Pa. (AP) - A woman says", {"Associated Press"}),
        ("Title\n\n(Reuters) - A jet returned", {"Reuters"}),
        ("Title\n\nText.\n\nCopyright 2018 The Associated Press.", {"Associated Press"}),
        ("Title\n\nText.\n\nReuters - Ap - Afp", {"Reuters", "Associated Press", "Agence France-Presse"}),
        ("Title\n\nBy Jo Marsh, Associated Press\n\nText.", {"Associated Press"}),
        ("Title\n\nAssociated Press writers Jo Marsh and Al Wu contributed to this report.", {"Associated Press"}),
        ("Title\n\nAgence France-Presse\n\nText.", {"Agence France-Presse"}),
        ("Title\n\nOfficials told Reuters that it was closed. He told AFP.", set()),
        ("Title\n\nThe bridge on Tuesday. Photo: Al Wu/AP", set()),
        ("Title\n\nThe bridge at dawn ©Al Wu (AFP)", set()),
        ("Title\n\nCopyright 2018 Arlen Gazette.", set()),
    ],
)
def test_credits_of_the_text_are_read_and_those_of_photographs_are_not(text: str, agencies: set[str]) -> None:
    assert credited_agencies(text) == agencies


def test_names_of_agencies() -> None:
    assert agency_name("reuters") == "Reuters"
    assert agency_name("AP") == agency_name("Associated Press") == "Associated Press"
    assert agency_name("Arlen Gazette") == ""


def test_quotations_are_no_own_words() -> None:
    text = 'He said: "We will not be moved by any of this at all." Then the meeting ended without a vote.'
    assert len(blank_quotations(text)) == len(text)
    assert ("we", "will", "not", "be", "moved") in shingles(text)
    assert ("we", "will", "not", "be", "moved") not in own_runs(blank_quotations(text))
    assert ("then", "the", "meeting", "ended", "without") in own_runs(blank_quotations(text))
    assert blank_quotations("the workers' and the mayor's own words") == "the workers' and the mayor's own words"
    assert "isn" not in blank_quotations("'It isn't so,' she said")


def test_a_shared_quotation_alone_is_no_copy() -> None:
    quote = '"Nobody saw the barge before it struck the northern pillar of the bridge,"'
    left = wire_article("a", "A", [f"{quote} harbour master Ines Dahl told reporters.", *WIRE])
    right = wire_article("b", "B", [f"{quote} said Dahl, who runs the port.", *REWORDED])
    origins = Origins([left, right], 0.5)
    said = {(x.id, n): make_claim(x, f'{quote} {end}') for n, (x, end) in enumerate(
        [(left, "harbour master Ines Dahl told reporters."), (right, "said Dahl, who runs the port.")]
    )}  # fmt: skip
    assert origins.of_item(said) == {}
    copy = wire_article("c", "C", [f"{quote} Dahl told this paper.", *WIRE])
    taken = {("a", 0): said["a", 0], ("c", 0): make_claim(copy, f"{quote} Dahl told this paper.")}
    assert {origin.name for origin in Origins([left, copy], 0.5).of_item(taken).values()} == {"text of A, C"}


def test_credited_text_is_relayed_and_the_agency_has_its_own_record() -> None:
    papers = [(wire_article(x, x.upper(), WIRE, "ARLEN (AP) - "), WIRE) for x in "abc"]
    scores = run_scores(*papers, (wire_article("d", "D", REWORDED), REWORDED))
    assert sorted(scores) == ["A", "Associated Press", "B", "C", "D"]
    assert scores["Associated Press"].carriers == ("A", "B", "C")
    assert scores["Associated Press"].agreeing == 4
    for name in "ABC":
        assert (scores[name].comparable, scores[name].relayed, scores[name].agreement) == (0, 4, None)
    assert scores["D"].origins == 1


def test_one_paper_that_credits_its_text_relays_it_too() -> None:
    scores = run_scores(
        (wire_article("a", "A", WIRE, after="Copyright 2018 The Associated Press."), WIRE),
        (wire_article("b", "B", REWORDED), REWORDED),
    )
    assert scores["A"].relayed == 4
    assert scores["B"].agreeing == scores["Associated Press"].agreeing == 4


def test_an_agency_that_is_a_source_keeps_its_own_words() -> None:
    scores = run_scores(
        (wire_article("a", "Reuters", WIRE), WIRE),
        (wire_article("b", "B", WIRE), WIRE),
        (wire_article("c", "C", REWORDED), REWORDED),
    )
    assert sorted(scores) == ["B", "C", "Reuters"]
    assert (scores["Reuters"].comparable, scores["B"].comparable) == (4, 0)


@pytest.mark.parametrize("copies", [1, 2, 9])
def test_n_copies_of_a_wire_move_no_own_score_by_a_point(copies: int) -> None:
    """Neither where an agency is credited nor where nobody knows whose text it is."""
    other = [(wire_article(x, x.upper(), REWORDED[:1] + lines), REWORDED[:1] + lines) for x, lines in (
        ("x", ["Three cracks were found, so that the work is going to last for six weeks.", *REWORDED[2:]]),
        ("y", [f"Then this: {line}" for line in REWORDED[1:]]),
    )]  # fmt: skip
    for credit in ("ARLEN (AP) - ", ""):
        wire = [(wire_article(f"w{n}", f"W{n}", WIRE, credit), WIRE) for n in range(copies + 1)]
        once, often = run_scores(*other, wire[0]), run_scores(*other, *wire)
        for name in {"X", "Y", "W0"} & once.keys():
            before, after = once[name].agreement, often[name].agreement
            assert (before is None) == (after is None)
            if before is not None and after is not None:
                assert abs(before - after) < 1.0


def test_text_that_nobody_is_known_to_own_corroborates_nobody() -> None:
    scores = run_scores(*((wire_article(x, x.upper(), WIRE), WIRE) for x in "ab"))
    for name in "AB":
        assert (scores[name].comparable, scores[name].relayed, scores[name].uncorroborated) == (0, 4, 4)


def test_two_sentences_of_one_article_are_two_claims() -> None:
    one, other = wire_article("a", "A", WIRE), wire_article("b", "B", REWORDED)
    left, right = [make_claim(one, x) for x in WIRE[:2]], [make_claim(other, x) for x in REWORDED[:2]]
    links = [(left[0], right[0], 0.9), (left[0], right[1], 0.8), (left[1], right[1], 0.7)]
    chain = [Agreement(str(n), "", "s", ClaimPair(a, b, 0.9, 0.9), True, p) for n, (a, b, p) in enumerate(links)]
    found = shared_claims(chain)
    assert [[claim.article_id for claim in one.claims] for one in found] == [["a", "b"], ["a", "b"]]
    assert [(one.agreement_ids, one.probability) for one in found] == [(("0",), 0.9), (("2",), 0.7)]


def test_the_counts_are_those_of_the_claims_behind_them() -> None:
    scores = run_scores(
        (wire_article("a", "A", WIRE), WIRE),
        (wire_article("b", "B", REWORDED), REWORDED),
        (wire_article("c", "C", WIRE, "ARLEN (AP) - "), WIRE),
    )
    for score in scores.values():
        for count in ("agreeing", "disputed", "relayed", "uncorroborated"):
            assert getattr(score, count) == sum(each.count == count for each in score.counted)
        assert score.comparable == score.agreeing + score.disputed
