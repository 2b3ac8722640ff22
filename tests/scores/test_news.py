"""Disagreements of a run -> scores: who is alone, what is disputed, and what is nobody's fault."""

from __future__ import annotations

from itertools import combinations

from checker.records import Claim, Scope, SourceScore
from checker.scores import score_sources
from checker.settings import Settings
from tests.reports.build import group, make_article, make_claim, make_conflict

TOLLS = {
    "Arlen Gazette": ("Twelve", "Twelve people were hurt when the ferry ran aground on the sandbank."),
    "Bay Press": ("12", "The grounding injured 12 passengers, harbour officials told this newspaper."),
    "Coast Wire": ("Twelve", "Medics treated Twelve of those who had been on board."),
    "Dune Post": ("Fifteen", "Fifteen travellers suffered injuries, our reporter counted at the quay."),
}


def run_scores(scope: Scope = Scope.CROSS, speaker: str = "") -> dict[str, SourceScore]:
    """Three papers against one over a toll; 12 and Twelve are no conflict."""
    articles = [
        make_article(f"a{n}", source, f"Ferry aground\n\n{said}\n")
        for n, (source, (_, said)) in enumerate(TOLLS.items())
    ]
    claims: list[tuple[Claim, str]] = [
        (make_claim(article, said, speaker), value)
        for article, (value, said) in zip(articles, TOLLS.values(), strict=True)
    ]
    apart = [(one, other) for one, other in combinations(claims, 2) if "Fifteen" in (one[1], other[1])]
    conflicts = tuple(
        make_conflict(f"c{n}", left, right, "number hurt", scope=scope) for n, (left, right) in enumerate(apart)
    )
    settings = Settings(min_comparable=1, max_width=100.0)
    everything = [claim for claim, _ in claims]
    scores = score_sources(articles, everything, conflicts, (group("d-hurt", *conflicts),), (), {}, settings)
    return {score.source: score for score in scores}


def test_who_is_alone_is_named_with_the_disagreement() -> None:
    scores = run_scores()
    (alone,) = [each for each in scores["Dune Post"].counted if each.alone]
    assert (alone.disagreement, alone.count) == ("d-hurt", "disputed")
    assert alone.others == ("Arlen Gazette", "Bay Press", "Coast Wire")
    assert not any(each.alone for name in list(TOLLS)[:3] for each in scores[name].counted)


def test_a_disputed_claim_counts_for_everybody_who_makes_it() -> None:
    scores = run_scores()
    assert {name: score.disputed for name, score in scores.items()} == dict.fromkeys(TOLLS, 1)
    numbers = {name: score.agreement or 0.0 for name, score in scores.items()}
    assert numbers["Dune Post"] < min(numbers[name] for name in list(TOLLS)[:3])


def test_what_quoted_parties_dispute_is_charged_to_no_source() -> None:
    for score in run_scores(Scope.DISPUTE, "Ines Dahl").values():
        assert (score.comparable, score.disputed, score.agreement) == (0, 0, None)
