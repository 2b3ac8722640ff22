"""Quotation marks: which words of a sentence are quoted, also when the quotation began in an earlier sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


FIRST: Final = re.compile(r"[“”\"]")
CLOSING: Final = re.compile(r"(?<=[^\s\d(\[—–-])\"(?=[\s,.;:!?)]|$)")


def opened_before(paragraph: str) -> str:
    """The mark of a quotation that the paragraph starts in: its first mark is a closing one. "" for none.

    Many sites set every sentence as a paragraph of its own, in the middle of a quotation too.
    """
    first = FIRST.search(paragraph)
    if first is None or first.group() == "“":
        return ""
    if first.group() == "”":
        return "“"
    return '"' if CLOSING.match(paragraph, first.start()) else ""


def left_open(text: str, within: str = "") -> str:
    """The mark of a quotation that is still open at the end of `text`; "" when none is.

    `within` is the mark that was open at its start.
    """
    for char in text:
        if char == "“":
            within = "“"
        elif char == "”" and within == "“":
            within = ""
        elif char == '"':
            within = "" if within == '"' else within or '"'
    return within


def inside_quotes(sentence: Sentence, index: int, within: str = "") -> bool:
    """Whether token `index` of the document stands in a quotation, with `within` open at the sentence's start."""
    return bool(left_open(sentence.doc[sentence.start : index].text_with_ws if index > sentence.start else "", within))
