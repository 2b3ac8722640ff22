"""What speaks for and against a conflict, as named numbers: the rows of the waterfall before they are weighted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from checker.conflicts.alone import as_of_model, model_alone
from checker.conflicts.amounts import amounts
from checker.conflicts.echoes import LOOSE, Echoes
from checker.conflicts.exchange import RULE as EXCHANGE
from checker.conflicts.feature import Feature, log_odds
from checker.conflicts.inference import RULE as NLI
from checker.conflicts.marked import facts_of
from checker.conflicts.moments import moment_of, other_time
from checker.conflicts.settled import answered_later
from checker.facts import Day, Place
from checker.facts.places.place import same_place
from checker.facts.quantities.occurrence import RULE as OCCURRENCE
from checker.facts.times.onset import of_one_kind
from checker.records import Article, Certainty, Claim, ClaimPair, Comparison, Verdict, Voice

LEAD: Final = 4  # sentences, the headline included
WHOLE: Final = frozenset({NLI, EXCHANGE, "wording"})  # rules about whole sentences, which see again what others saw
MODEL: Final = frozenset({NLI, EXCHANGE})  # rules whose strength is a model's probability


def features(
    pair: ClaimPair,
    finding: Comparison,
    others: Sequence[Comparison],
    left: Article,
    right: Article,
    echoes: Echoes,
) -> list[Feature]:
    """The features of one finding on a pair. `others` are the pair's other comparisons; articles give the dates."""
    agreeing = [c for c in others if c.verdict is Verdict.AGREE and c.rule not in (NLI, "polarity")]
    further = [c for c in others if c.verdict is not Verdict.AGREE and c.rule not in (finding.rule, *WHOLE)]
    apart = other_time(moment_of(pair.left, left), moment_of(pair.right, right))
    rows = [
        Feature(f"rule {finding.rule}", 1.0, finding.message),
        Feature(f"clearness {finding.rule}", _clearness(finding), f"{finding.strength:.2f} of 1"),
        Feature("loosely lined up", _loosely(pair, finding), "little but the wording says that both are of one thing"),
        Feature("similar wording", pair.similarity, f"cosine {pair.similarity:.2f}"),
        Feature("same fact", pair.nearness, f"cosine {pair.nearness:.2f}"),
        Feature("same event", log_odds(pair.same_event), f"probability {pair.same_event:.2f}"),
        Feature("shared names", *_shared(pair.left.participants, pair.right.participants)),
        Feature("other names", *_other_names(pair.left.participants, pair.right.participants)),
        Feature("shared words", *_shared(pair.left.terms, pair.right.terms)),
        *(model_alone(pair, finding, agreeing) if finding.rule == NLI else [_agreeing(agreeing)]),
        Feature("other facts differ too", min(2.0, float(len(further))), "; ".join(c.message for c in further[:2])),
        *_circumstances(pair, finding, apart),
        Feature("begins once", _one_onset(pair, finding), "the time at which a sudden event began"),
        *_voices(pair.left, pair.right, finding),
        *_elsewhere(pair, finding, echoes),
        Feature("in one article", float(pair.internal), "articles seldom contradict themselves"),
        Feature("in the lead", _leads(pair), "headline or first sentences"),
        Feature("not flatly stated", _hedged(pair, finding), "a side hedges or leaves it open"),
        *amounts(pair, finding, left, right, echoes.values(pair, finding), apart),
        Feature("answered later", answered_later(pair.left, pair.right, finding, left, right), "open until then"),
        *_inference(finding, others),
    ]
    found = [r for r in rows if r.value != 0.0]
    return as_of_model(found) if finding.rule == NLI else found


def _clearness(finding: Comparison) -> float:
    """The strength; the model's, which is a probability, as log-odds: from .9 to .95 is as far as from .8 to .9."""
    return log_odds(finding.strength) if finding.rule in MODEL else finding.strength


def _agreeing(agreeing: Sequence[Comparison]) -> Feature:
    """Facts that agree show that both tell of one thing."""
    return Feature("other facts agree", min(2.0, float(len(agreeing))), "; ".join(c.message for c in agreeing[:2]))


def _one_onset(pair: ClaimPair, finding: Comparison) -> float:
    """Whether both times are those at which one kind of sudden event began: a story has one crash, while what is said
    and done in it happens at many times."""
    days = facts_of(pair, finding, Day)
    return float(days is not None and of_one_kind(days[0].onset, days[1].onset))


def _loosely(pair: ClaimPair, finding: Comparison) -> float:
    """How unlike the claims of two values are that were lined up by little; 0 for values that were lined up well."""
    return 1.0 - pair.similarity if finding.strength < LOOSE else 0.0


def _shared(left: frozenset[str], right: frozenset[str]) -> tuple[float, str]:
    """Which share of the smaller set is in both; two names must meet before it counts in full."""
    both = left & right
    smaller = min(len(left), len(right))
    return (len(both) / max(smaller, 2) if smaller else 0.0), ", ".join(sorted(both)[:4])


def _other_names(left: frozenset[str], right: frozenset[str]) -> tuple[float, str]:
    """1 where both sides name somebody or something, but nothing in common."""
    if not left or not right or left & right:
        return 0.0, ""
    return 1.0, f"{min(left)}; {min(right)}"


def _circumstances(pair: ClaimPair, finding: Comparison, apart: str) -> list[Feature]:
    """Another time, another place: the usual reasons why two alike sentences tell of two events."""
    rows = []
    if apart and finding.kind != "date" and finding.rule != OCCURRENCE:  # these compare the times themselves
        rows.append(Feature("another time", 1.0, apart))
    here, there = (frozenset(f.name for f in c.facts if isinstance(f, Place)) for c in (pair.left, pair.right))
    if finding.kind == "place" or not here | there:
        return rows
    if here and there and not any(same_place(a, b) for a in here for b in there):
        rows.append(Feature("other places named", 1.0, f"{min(here)}; {min(there)}"))
    elif bool(here) != bool(there):
        rows.append(Feature("place on one side only", 1.0, min(here | there)))
    return rows


def _elsewhere(pair: ClaimPair, finding: Comparison, echoes: Echoes) -> list[Feature]:
    """What the story's other claims say of the two values."""
    left, right = echoes.of(pair, finding)
    own = {pair.left.article_id, pair.right.article_id}
    nested = echoes.nested(pair, finding) if finding.kind == "place" else ""
    beside = echoes.beside(pair, finding)
    both = left & right
    further = echoes.further(pair, finding)
    rows = []
    values = echoes.values(pair, finding)
    if nested:
        rows.append(Feature("one place in the other", 1.0, f"“{nested}” in the story"))
    if beside:
        rows.append(Feature("both figures in one sentence", 1.0, f"“{beside}” stands there too"))
    if values > 2:
        rows.append(Feature("many values for this", math.log2(values / 2), f"{values} in the story"))
    if both & own and not pair.internal:  # an article against itself gives both by itself
        rows.append(Feature("one article gives both", 1.0, "so they may be of two things"))
    if both - own:
        rows.append(Feature("a further article gives both", 1.0, f"{len(both - own)} of the story"))
    if further:
        rows.append(
            Feature("further articles give a value", math.log2(1 + len(further)), f"{len(further)} of the story")
        )
    return rows


def _leads(pair: ClaimPair) -> float:
    """How many of the two stand in the first sentences of their articles, where the story itself is told."""
    return float(sum(c.sentence_index < LEAD for c in (pair.left, pair.right)))


def _voices(left: Claim, right: Claim, finding: Comparison) -> list[Feature]:
    """Who speaks. Occasions are compared for one speaker only, so there the speaker shows nothing that is new."""
    if finding.kind == "setting":
        return []
    if left.speaker and right.speaker:
        same = left.speaker.split()[-1].lower() == right.speaker.split()[-1].lower()
        name = "same speaker" if same else "different speakers"
        return [Feature(name, 1.0, left.speaker if same else f"{left.speaker}; {right.speaker}")]
    if (left.voice is Voice.OWN) != (right.voice is Voice.OWN):
        return [Feature("own voice against a speaker", 1.0, left.speaker or right.speaker)]
    return []


def _hedged(pair: ClaimPair, finding: Comparison) -> float:
    """How many sides hedge; where certainty is what is disputed, that speaks neither for nor against."""
    if finding.kind == "certainty":
        return 0.0
    return float(sum(c.certainty is not Certainty.FLAT for c in (pair.left, pair.right)))


def _inference(finding: Comparison, others: Sequence[Comparison]) -> list[Feature]:
    rows = [c for c in others if c.rule == NLI]
    if not rows or finding.rule in MODEL:
        return []
    row = rows[0]
    name = "model: contradiction" if row.verdict is Verdict.CONTRADICT else "model: entailment"
    return [Feature(name, row.strength, row.message)]
