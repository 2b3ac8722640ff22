"""How much is at stake: a core fact flatly opposed, a clear but lesser one, or a detail."""

from __future__ import annotations

from typing import Final

from checker.facts.quantity import Quantity
from checker.records import Certainty, Claim, ClaimPair, Comparison, Scope, Severity

# What kind of thing is disputed; the words of severity are those of docs/rules.md.
STAKES: Final = {"negation": 2, "certainty": 0, "setting": 0}  # every other kind: 1
CORE: Final = frozenset({"death", "injury"})
LEAD: Final = 3  # sentences: what stands in the headline or the lead is what the story is about


def severity_of(pair: ClaimPair, finding: Comparison, scope: Scope) -> Severity:
    """Points for what is disputed and where it stands, less what is said of it only approximately."""
    points = STAKES.get(finding.kind, 1)
    points += any(_counts_people(c, v) for c, v in ((pair.left, finding.left_value), (pair.right, finding.right_value)))
    points += min(pair.left.sentence_index, pair.right.sentence_index) < LEAD and finding.kind != "setting"
    points -= scope is Scope.DISPUTE
    if finding.kind != "certainty":  # where it is what is disputed, it makes nothing smaller
        points -= any(c.certainty is not Certainty.FLAT for c in (pair.left, pair.right))
    points -= _approximate(pair, finding)
    return Severity.HIGH if points >= 3 else Severity.MEDIUM if points >= 1 else Severity.LOW


def _quantities(claim: Claim, text: str) -> list[Quantity]:
    return [f for f in claim.facts if isinstance(f, Quantity) and f.text == text]


def _counts_people(claim: Claim, text: str) -> bool:
    return any(q.measures & CORE for q in _quantities(claim, text))


def _approximate(pair: ClaimPair, finding: Comparison) -> bool:
    both = [*_quantities(pair.left, finding.left_value), *_quantities(pair.right, finding.right_value)]
    return any(not q.value.exact for q in both)
