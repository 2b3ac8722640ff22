"""The same-event model, asked only about pairs in which some rule found a difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.models import SameEventModel
from checker.records import ClaimPair, Comparison, Verdict


def ask_same_event(
    pairs: Sequence[ClaimPair], comparisons: Sequence[Sequence[Comparison]], model: SameEventModel
) -> tuple[ClaimPair, ...]:
    """The pairs, with the model's probability in place of the quick estimate wherever a difference was found.

    Equal pairs of texts are asked once: a line that an article repeats costs no more than one.
    """
    rows = enumerate(comparisons)
    asked = [i for i, found in rows if any(r.verdict is not Verdict.AGREE for r in found)]
    texts = {i: (pairs[i].left.standalone, pairs[i].right.standalone) for i in asked}
    once = list(dict.fromkeys(texts.values()))
    answers = {text: round(float(p), 4) for text, p in zip(once, model.predict(once), strict=True)}
    return tuple(replace(p, same_event=answers[texts[i]]) if i in texts else p for i, p in enumerate(pairs))
