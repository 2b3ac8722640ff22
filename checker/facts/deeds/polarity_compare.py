"""Whether one says of one thing what the other says not, or the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.facts.anchor import Similar, coverage
from checker.facts.lexicon import antonyms, word_pairs
from checker.facts.people.person import EXCLUSIVE, KIN
from checker.records import Comparison, Verdict

if TYPE_CHECKING:
    from checker.facts.deeds.polarity import Polarity

RULE: Final = "polarity"
COPULAS: Final = frozenset({"be", "become", "remain", "stay"})
# What begins ends, who arrives leaves, and who was arrested is released: opposites that both happen.
PHASES: Final = word_pairs(
    "begin/end begin/finish start/end start/finish start/stop arrive/depart arrive/leave enter/leave enter/exit "
    "open/close open/shut release/arrest release/detain"
)
# Two sides of one deal: what is bought is sold, though nobody buys what they sell.
DEALS: Final = word_pairs("buy/sell borrow/lend import/export")
LEAVING, REMOVING = frozenset({"resign", "quit"}), frozenset({"dismiss", "sack", "fire"})
# Acts that are done once and leave nothing to add: a bare denial is of the act that the other tells more of.
FINAL: Final = frozenset(
    "resign concede surrender capitulate apologise apologize confess retire abdicate testify defect".split()
)
POSSIBLE: Final = frozenset("may might can could".split())
BARE: Final = 0.7
SUBJECT: Final = 0.6  # of the smaller subject's words that have their like on the other side
OFFICES: Final = frozenset().union(*EXCLUSIVE) - KIN
LASTING: Final = frozenset({"remain", "stay"})
TURNED, SAME_THING = 0.8, 0.7  # strength where only what it is done to is compared, and how alike that must be


def compare(left: Polarity, right: Polarity, similar: Similar) -> Comparison | None:
    """Whether one says of one thing what the other says not, or the opposite; None for other things."""
    if left.modal != right.modal or _possible(left) != _possible(right):
        return None  # "may vote" leaves room for "won't vote"
    return _turned_round(left, right, similar) or _of_one_subject(left, right, similar)


def _possible(fact: Polarity) -> bool:
    return fact.modal and not POSSIBLE.isdisjoint(fact.text.lower().split())


def _of_one_subject(left: Polarity, right: Polarity, similar: Similar) -> Comparison | None:
    subject = coverage(left.subject, right.subject, similar)
    if subject < SUBJECT:
        return None
    if left.head and right.head and similar(left.head, right.head) < 0.5 and not _titled(left, right):
        subject *= 0.5  # the zoo and the zoo's gorilla display are two things
    rest = _rest(left, right, similar)
    if _key(left) != _key(right):
        return _opposites(left, right, subject, rest)
    absence = _absence(left, right, similar)
    if rest < 0.5 or absence is None:
        return None
    same = (left.negated == right.negated) != absence
    return _row(left, right, Verdict.AGREE if same else Verdict.CONTRADICT, subject * rest)


def _opposites(left: Polarity, right: Polarity, subject: float, rest: float) -> Comparison | None:
    """A contradiction of opposites; where one is denied there is none: neither accepted nor rejected."""
    a, b = _key(left), _key(right)
    words = frozenset((a, b))
    if left.negated or right.negated or left.lacking or right.lacking or not antonyms(a, b):
        return None
    lasting = {left.predicate, right.predicate} & LASTING
    if (words in PHASES and not lasting) or (left.passive and right.passive and words in DEALS):
        return None
    if words & LEAVING and words & REMOVING:
        if not (left if a in REMOVING else right).passive:
            return None  # who fires at somebody, or dismisses somebody else
        if not (left.rest and right.rest):
            rest = 0.5  # how somebody lost a post is said by the verb alone
    return _row(left, right, Verdict.CONTRADICT, subject * (0.5 + 0.5 * rest)) if rest >= 0.3 else None


def _turned_round(left: Polarity, right: Polarity, similar: Similar) -> Comparison | None:
    """A contradiction of what is done to something and of who does it: "no ransom was paid", "the firm paid a ransom".

    Also of a state and of who brings it about: "the airport stayed open", "the storm closed the airport".
    """
    done, doing = (left, right) if _undergone(left) else (right, left)
    if not _undergone(done) or _undergone(doing) or doing.lacking or done.lacking or not done.subject:
        return None
    a, b = _key(done), _key(doing)
    lasting = done.predicate in LASTING  # what stays open was not closed; what was open may be closed later
    opposite = antonyms(a, b) and not (done.negated or doing.negated) and lasting
    if not opposite and (a != b or done.negated == doing.negated):
        return None
    thing = coverage(done.subject, doing.rest, similar)
    return _row(left, right, Verdict.CONTRADICT, TURNED * thing) if thing >= SAME_THING else None


def _undergone(fact: Polarity) -> bool:
    """Whether the subject is what it is done to, or what is in a state."""
    return fact.passive or (fact.predicate in LASTING and bool(fact.complement))


def _titled(left: Polarity, right: Polarity) -> bool:
    """Whether one names who the other only gives the title of: "minister Ann Lee", "the minister"."""
    sides = ((left, right), (right, left))
    return any(one.subject == {one.head} and one.head in OFFICES & other.subject for one, other in sides)


def _rest(left: Polarity, right: Polarity, similar: Similar) -> float:
    """How much of what else is said is in both, 0 to 1; of an act that the verb says all of, enough where a side has
    nothing else ("the minister has not resigned", "the minister resigned on Friday over the affair")."""
    if left.rest and right.rest:
        return coverage(left.rest, right.rest, similar)
    if left.rest == right.rest:
        return 1.0
    bare = left if not left.rest else right
    return BARE if bare.predicate in FINAL and bare.negated else 0.0


def _absence(left: Polarity, right: Polarity, similar: Similar) -> bool | None:
    """Whether one side says to be absent what the other side has; None when the other is silent of it."""
    if bool(left.lacking) == bool(right.lacking):
        return False
    lacking, whole = (left.lacking, right.rest) if left.lacking else (right.lacking, left.rest)
    return True if coverage(lacking, whole, similar) >= 0.7 and len(whole) >= len(lacking) else None


def _key(fact: Polarity) -> str:
    return fact.complement if fact.predicate in COPULAS and fact.complement else fact.predicate


def _row(left: Polarity, right: Polarity, verdict: Verdict, strength: float) -> Comparison:
    item = f"whether {' '.join(sorted(left.subject & right.subject)[:3]) or 'it'} {_key(left)}"
    message = f"{left.text} and {right.text}" if verdict is Verdict.CONTRADICT else f"both: {left.text}"
    return Comparison(RULE, "negation", verdict, left.text, right.text, message, strength, left.mark, right.mark, item)
