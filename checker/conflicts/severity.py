"""How much is at stake: a core fact flatly opposed, a clear but lesser one, or a detail."""

from __future__ import annotations

from typing import Final

from checker.conflicts.marked import fact_at
from checker.facts.quantities.quantity import Quantity
from checker.records import Certainty, ClaimPair, Comparison, Scope, Severity

# What kind of thing is disputed; the words of severity are those of docs/rules.md.
STAKES: Final = {"negation": 2, "certainty": 0, "setting": 0}  # every other kind: 1
CORE: Final = frozenset({"death", "injury"})
LEAD: Final = 3  # sentences: what stands in the headline or the lead is what the story is about


def severity_of(pair: ClaimPair, finding: Comparison, scope: Scope) -> Severity:
    """Points for what is disputed and where it stands, less what is said of it only approximately."""
    points = STAKES.get(finding.kind, 1)
    quantities = _quantities(pair, finding)
    points += any(q.measures & CORE for q in quantities) or (finding.kind == "other" and _both_tell_of_core(pair))
    points += min(pair.left.sentence_index, pair.right.sentence_index) < LEAD and finding.kind != "setting"
    points -= scope is Scope.DISPUTE
    if finding.kind != "certainty":  # where it is what is disputed, it makes nothing smaller
        points -= any(c.certainty is not Certainty.FLAT for c in (pair.left, pair.right))
    points -= any(not q.value.exact for q in quantities)
    return Severity.HIGH if points >= 3 else Severity.MEDIUM if points >= 1 else Severity.LOW


def _quantities(pair: ClaimPair, finding: Comparison) -> list[Quantity]:
    marked = (pair.left, finding.left_mark), (pair.right, finding.right_mark)
    sides = [fact_at(claim, mark, Quantity) for claim, mark in marked]
    return [q for q in sides if q is not None]


def _both_tell_of_core(pair: ClaimPair) -> bool:
    """Whether both claims count dead or injured: so "nine died" and "cost eleven lives", which no rule lined up."""
    return all(any(isinstance(f, Quantity) and f.measures & CORE for f in c.facts) for c in (pair.left, pair.right))
