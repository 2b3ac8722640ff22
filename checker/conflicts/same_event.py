"""The same-event model, asked only about pairs in which some rule found a difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.models import SameEventModel
from checker.records import ClaimPair, Comparison, Verdict


def ask_same_event(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]], model: SameEventModel
) -> tuple[ClaimPair, ...]:
    """The pairs, with the model's probability in place of the quick estimate wherever a difference was found."""
    rows = enumerate(comparisons)
    asked = [i for i, found in rows if any(r.verdict is not Verdict.AGREE for r in found)]
    texts = [(pairs[i].left.standalone, pairs[i].right.standalone) for i in asked]
    answers = dict(zip(asked, model.predict(texts), strict=True))
    return tuple(replace(p, same_event=round(float(answers[i]), 4)) if i in answers else p for i, p in enumerate(pairs))
