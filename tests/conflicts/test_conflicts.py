"""Comparisons -> conflicts: scope, severity, ids, the sum of the evidence, agreements."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.conflicts import fusion
from checker.conflicts.comparators import mirrored, strongest
from checker.conflicts.echoes import Echoes
from checker.conflicts.features import Feature, features
from checker.conflicts.find import conflict_id, findings, possible_conflicts
from checker.conflicts.fusion import evidence_of, probability, weights
from checker.conflicts.severity import severity_of
from checker.records import ClaimPair, Comparison, Evidence, Scope, Severity, Verdict
from tests.conflicts.build import Checked, check, claim_of

KILLED = ("The fire in the mill killed 12 workers.", "The fire in the mill killed 15 workers.")
ROUNDS = ("The second round of talks in Lima failed.", "The third round of talks in Lima failed.")


def feature_names(found: Checked) -> set[str]:
    """The names of the features of the first conflict."""
    finding = found.conflicts[0].comparison
    others = [r for r in found.rows if r is not finding]
    left, right = (found.articles[c.article_id] for c in (found.pair.left, found.pair.right))
    return {f.name for f in features(found.pair, finding, others, left, right, Echoes())}


def comparison(
    rule: str = "quantity", verdict: Verdict = Verdict.CONTRADICT, strength: float = 0.9, item: str = ""
) -> Comparison:
    """A comparison of 12 and 15."""
    return Comparison(rule, rule, verdict, "12", "15", "12 and 15", strength, item=item)


@pytest.mark.parametrize(
    ("left", "right", "same_article", "scope"),
    [
        (*KILLED, False, Scope.CROSS),
        (*KILLED, True, Scope.INTERNAL),
        (
            "Ann Bray said the fire killed 12 workers.",
            "Peter Holm said the fire killed 15 workers.",
            False,
            Scope.DISPUTE,
        ),
        (
            "Ann Bray said the fire killed 12 workers.",
            "Peter Holm said the fire killed 15 workers.",
            True,
            Scope.DISPUTE,
        ),
        ("Ann Bray said the fire killed 12 workers.", "Bray said the fire killed 15 workers.", False, Scope.CROSS),
        ("Ann Bray said the fire killed 12 workers.", "The fire killed 15 workers.", False, Scope.CROSS),
    ],
)
def test_scope(left: str, right: str, same_article: bool, scope: Scope) -> None:
    found = check(left, right, same_article=same_article)
    assert {c.scope for c in found.conflicts} == {scope}


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        (*KILLED, Severity.HIGH),
        ("The fire in the mill may have killed 12 workers.", KILLED[1], Severity.MEDIUM),
        ("The fire in the mill killed about 12 workers.", KILLED[1], Severity.MEDIUM),
        (*ROUNDS, Severity.MEDIUM),
    ],
)
def test_severity(left: str, right: str, severity: Severity) -> None:
    assert check(left, right).conflicts[0].severity is severity


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        ("A fire that cost eleven lives destroyed the ward.", "The fire killed nine patients.", Severity.HIGH),
        ("A fire destroyed the ward.", "The fire spared the ward.", Severity.MEDIUM),
    ],
)
def test_dead_and_injured_weigh_where_only_the_model_sees_a_conflict(left: str, right: str, severity: Severity) -> None:
    found = Comparison("nli", "other", Verdict.CONTRADICT, left, right, "", 0.9)
    pair = ClaimPair(claim_of(left, "a")[1], claim_of(right, "b")[1], 0.8, 0.9)
    assert severity_of(pair, found, Scope.CROSS) is severity


def test_who_said_it_is_no_dispute_between_speakers() -> None:
    words = "“The ferry was never safe in such a sea, and they all knew it.”"
    (found,) = check(f"{words[:-2]},” said Jo Marsh.", f"{words[:-2]},” said Ann Lee.").conflicts[:1]
    assert {found.comparison.left_value, found.comparison.right_value} == {"Jo Marsh", "Ann Lee"}
    assert found.scope is Scope.CROSS
    assert found.resolve.startswith("a transcript")


def test_an_update_is_told_from_a_contradiction() -> None:
    later = check(*KILLED, days=(date(2024, 3, 1), date(2024, 3, 2)))
    lower = check(*KILLED, days=(date(2024, 3, 2), date(2024, 3, 1)))
    assert "later update" in feature_names(later)
    assert "later update" not in feature_names(lower)
    assert later.conflicts[0].probability < lower.conflicts[0].probability


@pytest.mark.parametrize(
    ("right", "name"),
    [
        ("Last year the fire in the mill killed 15 workers.", "another time"),
        ("The fire in the mill may have killed 15 workers.", "not flatly stated"),
        ("Ann Bray said the fire in the mill killed 15 workers.", "own voice against a speaker"),
        ("The fire in Turin killed 15 workers.", "place on one side only"),
    ],
)
def test_features(right: str, name: str) -> None:
    assert name in feature_names(check(KILLED[0], right))
    assert name not in feature_names(check(*KILLED))


def test_the_probability_is_the_sum_of_the_evidence() -> None:
    (conflict, *_) = check(*KILLED).conflicts
    total = sum(row.weight for row in conflict.evidence)
    assert conflict.probability == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)
    assert conflict.evidence[0].name == "prior"
    assert all(row.weight for row in conflict.evidence)


@given(st.lists(st.floats(min_value=-5, max_value=5), max_size=8), st.floats(min_value=0.01, max_value=5))
def test_more_evidence_never_lowers_the_probability(values: list[float], more: float) -> None:
    rows = [Evidence(str(i), value, "") for i, value in enumerate(values)]
    assert 0.0 <= probability(rows) <= probability([*rows, Evidence("more", more, "")]) <= 1.0


def test_features_without_a_weight_are_no_evidence() -> None:
    rows = evidence_of([Feature("a", 2.0, "two"), Feature("unknown", 1.0, "")], {"prior": -1.0, "a": 0.5})
    assert [(r.name, r.weight) for r in rows] == [("prior", -1.0), ("a", 1.0)]


def test_every_rule_has_weights() -> None:
    names = {name.removeprefix("rule ") for name in weights() if name.startswith("rule ")}
    assert names >= {"quantity", "age", "ordinal", "date", "place", "role", "setting", "polarity", "wording"}


def test_ids_do_not_depend_on_order_or_line_breaks() -> None:
    found = check(*KILLED)
    pair, finding = found.pair, found.conflicts[0].comparison
    turned = replace(pair, left=pair.right, right=pair.left)
    wrapped = replace(pair, left=replace(pair.left, sentence=pair.left.sentence.replace(" ", "\n", 2)))
    moved = replace(pair, left=replace(pair.left, id="a:0099", start=900, end=940, sentence_index=40))
    usual = conflict_id(pair, finding)
    assert {conflict_id(p, finding) for p in (wrapped, moved)} == {conflict_id(turned, mirrored(finding))} == {usual}
    other = replace(pair, left=replace(pair.left, sentence="The fire killed 13 workers."))
    assert conflict_id(other, finding) != usual


def test_a_mirrored_pair_gives_the_same_conflict() -> None:
    one, other = check(*KILLED), check(KILLED[1], KILLED[0])
    assert [c.probability for c in one.conflicts] == [c.probability for c in other.conflicts]
    assert [c.severity for c in one.conflicts] == [c.severity for c in other.conflicts]


def test_the_least_probability_is_kept() -> None:
    unlikely = check(*KILLED, similarity=0.1)
    value = max(c.probability for c in unlikely.conflicts)
    assert check(*KILLED, similarity=0.1, least=min(1.0, value + 0.01)).conflicts == ()
    assert check(*KILLED, similarity=0.1, least=value).conflicts


def test_one_finding_for_the_same_words() -> None:
    # the quantity rule and the wording rule both see 12 and 15
    found = check(*KILLED)
    assert {r.rule for r in found.rows if r.verdict is Verdict.CONTRADICT} == {"quantity", "wording"}
    assert len(found.conflicts) == 1


def test_an_explanation_names_both_sides() -> None:
    (conflict,) = check(*ROUNDS).conflicts
    for words in ("A says", "B says", "second", "third"):
        assert words in conflict.explanation
    assert conflict.resolve


def test_what_speaks_of_a_conflict() -> None:
    model, counted, agreeing = comparison("nli"), comparison("quantity"), comparison(verdict=Verdict.AGREE)
    assert findings([model, comparison("place"), agreeing]) == [model, comparison("place")]
    assert findings([model, counted]) == [counted]  # the rule knows of updates and bounds
    assert findings([model, agreeing]) == [model]
    assert findings([agreeing]) == []


def test_what_the_model_says_alone() -> None:
    found = check(*KILLED)
    sides = (found.articles[c.article_id] for c in (found.pair.left, found.pair.right))
    model, agreeing = comparison("nli", strength=0.9), comparison("place", verdict=Verdict.AGREE)
    rows = {f.name: f.value for f in features(found.pair, model, [agreeing], *sides, Echoes())}
    assert rows["clearness nli"] == pytest.approx(math.log(9))
    assert rows["model alone, facts agree"] == 1.0
    assert all(name.startswith(("model alone, ", "rule ", "clearness ")) for name in rows)


@pytest.mark.parametrize(("asked", "value"), [(0.6, 0.6), (-0.1, -0.1), (None, 0.8)])
def test_same_fact_is_the_cosine_of_its_encoder_or_that_of_the_wording(asked: float | None, value: float) -> None:
    found = check(*KILLED, similarity=0.8)
    sides = (found.articles[c.article_id] for c in (found.pair.left, found.pair.right))
    rows = features(replace(found.pair, same_fact=asked), comparison("quantity"), [], *sides, Echoes())
    assert {f.name: f.value for f in rows}["same fact"] == value


@pytest.mark.parametrize(
    ("typed", "model", "shown"),
    [
        (0.7, 0.9, "place"),  # a rule that would be shown says which detail it is
        (0.3, 0.9, "nli"),
        (0.3, 0.2, "place"),
    ],
)
def test_a_rule_or_the_model(typed: float, model: float, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = check(*KILLED)
    given = {"prior": 0.0, "rule place": math.log(typed / (1 - typed)), "rule nli": math.log(model / (1 - model))}
    monkeypatch.setattr(fusion, "weights", lambda: given)
    rows = [comparison("place"), comparison("nli")]
    kept = possible_conflicts(found.pair, rows, found.articles, "story-1", Echoes())
    assert [c.rule for c in kept] == [shown]


def test_strongest_keeps_one_row_per_item() -> None:
    weak, strong = comparison(strength=0.2, item="deaths"), comparison(strength=0.8, item="deaths")
    other = comparison(strength=0.1, item="injuries")
    assert strongest([weak, other, strong]) == [strong, other]


def test_mirroring_twice_changes_nothing() -> None:
    row = check(*KILLED).rows[0]
    assert mirrored(mirrored(row)) == row
    assert (mirrored(row).left_value, mirrored(row).left_mark) == (row.right_value, row.right_mark)


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("The talks in Lima ended without progress.", "The talks in Lima ended without progress on Monday.", True),
        ("The talks in Lima ended without progress.", "A fire in the mill killed 12 workers.", False),
        ("The council approved the plan.", "The council did not approve the plan.", False),
    ],
)
def test_agreements(left: str, right: str, agree: bool) -> None:
    similarity = 0.9 if agree else 0.3
    assert bool(check(left, right, similarity=similarity, least=0.5).agreements) is agree


def test_internal_pairs_never_agree() -> None:
    text = "The talks in Lima ended without progress."
    assert check(text, text, same_article=True).agreements == ()


def test_the_weights_are_plain_numbers() -> None:
    assert all(math.isfinite(value) for value in weights().values())
    assert json.loads(json.dumps(dict(weights()))) == dict(weights())
