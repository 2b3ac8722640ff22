"""Site furniture known by its words: only whole paragraphs and set phrases, so that no reporting is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.articles.agencies import names_agency

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LINK_WORDS = frozenset({"source", "sources", "via", "link", "links", "original", "article", "read", "at", "and"})
_WIDEST_WORD = 30  # characters a word on average; longer paragraphs are never furniture
_LISTS = frozenset({"written by", "avatar photo", "about the author", "about author"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of furniture: why it is left out, what the whole paragraph looks like, and its most words.

    With `keep_agencies`, a line that credits a news agency stays: it says where the copy comes from.
    """

    reason: str
    pattern: re.Pattern[str]
    longest: int = 12
    keep_agencies: bool = False


def furniture_reason(text: str) -> str:
    """Why a paragraph is site furniture, or "" when it is not."""
    if not any(character.isalnum() for character in text):
        return "separator"
    if _is_link_tail(text):
        return "source links"
    length = text.count(" ") + 1
    for rule in _rules():
        if length <= rule.longest and len(text) <= rule.longest * _WIDEST_WORD and rule.pattern.fullmatch(text):
            return "" if rule.keep_agencies and names_agency(text) else rule.reason
    return ""


def lists_articles(text: str, reason: str) -> bool:
    """Whether other articles may be listed below it: after "Related articles", or the author's box."""
    return reason == "related articles" or text.lower().rstrip(":") in _LISTS


@cache
def _rules() -> tuple[Rule, ...]:
    from checker.articles.furniture_rules import RULES  # here, so that the rules can be declared with Rule

    return RULES


def _is_link_tail(text: str) -> bool:
    """Only addresses, and words such as "Source:" before them."""
    if not _ADDRESS.search(text):
        return False
    return all(word.lower() in _LINK_WORDS for word in re.findall(r"\w+", _ADDRESS.sub(" ", text)))
