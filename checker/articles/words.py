"""How common English words are, from wordfreq; loaded when first asked for."""

from __future__ import annotations

import math
from functools import cache


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("en", wordlist="best")


def log_frequency(word: str) -> float:
    """log10 of a word's share of running English text: "the" -1.3, a rare word -8, an unknown one -inf."""
    frequency = _frequencies().get(word.lower().replace("’", "'"), 0.0)
    return math.log10(frequency) if frequency else -math.inf
