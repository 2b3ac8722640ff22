"""Says in words what two sources say, and what would settle it. "X says, Y says", never "X is wrong"."""

from __future__ import annotations

from typing import Final

from checker.conflicts.saying import who_said_it
from checker.records import Claim, ClaimPair, Comparison, Scope, Verdict

SETTLES: Final = {
    "quantity": "the primary figure and its time: the authority that counted, and as of when",
    "ordinal": "a dated list of all of them, from whoever held them, and what was counted as the first",
    "date": "the date in a primary document or the agency's original text",
    "place": "the place in an official record, a map, or footage",
    "actor": "the person's or body's own page, or the document that names them",
    "setting": "the speaker's office: transcript, recording or schedule of the day",
    "negation": "the primary statement or record that says whether it happened",
    "certainty": "the time of each report: an open question may have been settled in between",
}
SPOKEN: Final = "a transcript or recording, or the agency's original text"
DISPUTED: Final = "nothing in these articles: the speakers disagree; ask for the evidence of each"


def explanation_of(pair: ClaimPair, finding: Comparison, scope: Scope) -> str:
    """One sentence: who says which value."""
    left = f"{_who(pair.left, scope)} says “{finding.left_value}”"
    right = f"{_who(pair.right, scope)} says “{finding.right_value}”"
    doubt = "; the two accounts are hard to reconcile" if finding.verdict is Verdict.DIFFER else ""
    about = f" ({finding.item})" if finding.item else ""
    return f"{left}, {right}{about}{doubt}."


def _who(claim: Claim, scope: Scope) -> str:
    if scope is Scope.DISPUTE:
        return f"{claim.speaker} (in {claim.source})"
    if scope is Scope.INTERNAL:
        return f"{claim.source} (line {claim.span.line})"
    return claim.source


def resolution_of(pair: ClaimPair, finding: Comparison, scope: Scope) -> str:
    """What an editor would need to settle it."""
    if scope is Scope.DISPUTE:
        return DISPUTED
    if who_said_it(pair, finding):
        return SPOKEN
    return SETTLES.get(finding.kind, "the primary document or recording both rely on")
