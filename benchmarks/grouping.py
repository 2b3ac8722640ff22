"""How well a grouping of documents into stories meets the true one, by pairs of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations


def together(truth: Mapping[str, str], story: Mapping[str, str]) -> tuple[Counter[bool], Counter[bool]]:
    """The pairs of the documents of `truth`, and those that `story` puts together, by whether they are of one story.

    Both mappings give a story by document.
    """
    pairs: Counter[bool] = Counter()
    kept: Counter[bool] = Counter()
    for one, other in combinations(truth, 2):
        same = truth[one] == truth[other]
        pairs[same] += 1
        kept[same] += story[one] == story[other]
    return pairs, kept
