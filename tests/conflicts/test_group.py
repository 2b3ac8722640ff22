"""Pairs that dispute one value are one disagreement."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from checker.conflicts import group_conflicts
from checker.conflicts.group import opposed_sentences
from checker.conflicts.joined import joined
from checker.records import Claim, ClaimPair, Comparison, Conflict, Mark, Scope, Severity, Span, Verdict


def claim(source: str, sentence: int = 0) -> Claim:
    """A claim of a source's one article."""
    text = f"What {source} says."
    key = source.lower()
    return Claim(f"{key}:{sentence:04d}", key, source, text, Span(0, 5, 1, 1), 0, len(text), text, 0, sentence)


def conflict(left: Claim, one: str, right: Claim, other: str, kind: str = "ordinal", **changed: object) -> Conflict:
    """Two claims and the values they give."""
    row = Comparison(kind, kind, Verdict.CONTRADICT, one, other, "", 0.9, item="number of rounds")
    key = f"{left.id}{one}{right.id}{other}"
    usual = Conflict(
        key, kind, kind, Severity.LOW, 0.8, Scope.CROSS, "s", ClaimPair(left, right, 0.9, 0.9), row, (), ""
    )
    return replace(usual, **changed)  # type: ignore[arg-type]


A, B, C, D = (claim(s) for s in "ABCD")
ROUNDS = [conflict(A, "two rounds", C, "third round"), conflict(B, "second round", C, "third round")]


def test_three_voices_are_one_disagreement() -> None:
    (found,) = group_conflicts(ROUNDS)
    assert {v.value: {c.source for c in v.claims} for v in found.values} == {
        "third round": {"C"},
        "two rounds": {"A"},
        "second round": {"B"},
    }
    assert found.item == "number of rounds"
    assert len(found.conflict_ids) == 2


def test_each_claim_is_one_voice() -> None:
    more = [*ROUNDS, conflict(A, "two rounds", D, "third round"), conflict(B, "second round", D, "third round")]
    (found,) = group_conflicts(more)
    assert sorted(len(v.claims) for v in found.values) == [1, 1, 2]
    assert found.values[0].value == "third round"  # most sources first


def test_other_kinds_scopes_and_sentences_stay_apart() -> None:
    base = ROUNDS[0]
    kind = conflict(B, "two rounds", C, "third round", kind="date")
    scope = conflict(A, "two rounds", D, "third round", scope=Scope.DISPUTE)
    sentence = conflict(claim("A", 7), "two rounds", D, "fourth round")
    for other in (kind, scope, sentence):
        assert len(group_conflicts([base, other])) == 2


def marked(left: Claim, one: str, right: Claim, other: str, here: Mark | None, there: Mark | None) -> Conflict:
    """A conflict whose values stand at these places of their sentences."""
    found = conflict(left, one, right, other, "negation", probability=0.9 if here else 0.6)
    return replace(found, comparison=replace(found.comparison, left_mark=here, right_mark=there))


def test_words_that_overlap_give_one_fact() -> None:
    word = marked(A, "vaccinated", B, "unvaccinated", Mark(10, 20), Mark(30, 42))
    verb = replace(marked(A, "were vaccinated", B, "had not", Mark(5, 20), Mark(22, 29)), probability=0.7)
    lacking = replace(marked(C, "vaccinated", B, "(without it)", Mark(10, 20), None), probability=0.6)
    again = marked(C, "vaccinated", B, "unvaccinated", Mark(10, 20), Mark(30, 42))
    (found,) = group_conflicts([word, verb])
    assert [(v.value, v.marks) for v in found.values] == [
        ("had not", ((B.id, Mark(22, 29)),)),
        ("unvaccinated", ((B.id, Mark(30, 42)),)),
        ("vaccinated", ((A.id, Mark(10, 20)),)),  # as the likelier conflict puts it, once
    ]
    assert found.apart([word, verb]) == {(0, 2), (1, 2)}
    (found,) = group_conflicts([word, lacking, again])
    assert [v.value for v in found.values] == ["vaccinated", "unvaccinated"]  # what no words show is the same
    assert len(group_conflicts([word, replace(verb, comparison=replace(verb.comparison, left_mark=Mark(20, 30)))])) == 2


def test_the_order_of_the_conflicts_does_not_matter() -> None:
    conflicts = [*ROUNDS, conflict(D, "Monday", A, "Friday", kind="date", severity=Severity.HIGH)]
    results = {group_conflicts(order) for order in permutations(conflicts)}
    assert len(results) == 1
    (found,) = results
    assert [d.kind for d in found] == ["date", "ordinal"]  # the gravest first


def test_a_disagreement_is_as_grave_as_its_gravest_pair() -> None:
    (found,) = group_conflicts([ROUNDS[0], replace(ROUNDS[1], severity=Severity.HIGH, probability=0.95)])
    assert (found.severity, found.probability) == (Severity.HIGH, 0.95)


def test_every_conflict_is_in_exactly_one_disagreement() -> None:
    conflicts = [*ROUNDS, conflict(D, "Monday", A, "Friday", kind="date")]
    ids = sorted(i for d in group_conflicts(conflicts) for i in d.conflict_ids)
    assert ids == sorted(c.id for c in conflicts)
    assert group_conflicts([]) == ()


def test_a_further_voice_needs_less_evidence() -> None:
    weak = replace(ROUNDS[0], probability=0.45)
    (alone,) = joined([weak], 0.5)
    _, helped = joined([ROUNDS[1], weak], 0.5)
    assert alone.probability == 0.45
    assert helped.evidence[-1].weight > 0
    stranger = replace(conflict(A, "Monday", D, "Friday", kind="date"), probability=0.45)
    assert joined([ROUNDS[1], stranger], 0.5)[1] == stranger


def opposed(possible: list[Conflict], least: float = 0.5) -> dict[str, bool]:
    """The sources of the pairs of sentences that stand against each other, and whether in a mere detail."""
    shown = [c for c in possible if c.probability >= least]
    found = opposed_sentences(possible, group_conflicts(shown), shown)
    names = {c.sentence_key: c.source for c in (A, B, C, D)}
    return {"".join(sorted(names[s] for s in pair)): detail for pair, detail in found.items()}


def test_the_sentences_of_two_opposed_values_stand_against_each_other() -> None:
    assert opposed(ROUNDS) == {"AC": True, "BC": True}  # "two rounds" and "second round" fit
    third = conflict(D, "third round", A, "two rounds")
    assert opposed([*ROUNDS, third]) == {"AC": True, "BC": True, "AD": True, "BD": True}


def test_what_is_doubtful_stands_against_each_other_too() -> None:
    doubtful = conflict(A, "no", D, "yes", "negation", probability=0.4)
    assert opposed([*ROUNDS, doubtful]) == {"AC": True, "BC": True, "AD": False}
    assert opposed([replace(doubtful, probability=0.2)]) == {}
    both = [ROUNDS[0], conflict(A, "no", C, "yes", "negation")]
    assert opposed(both) == opposed(both[::-1]) == {"AC": False}
