"""Fills in references where it is safe: a pronoun with one possible person, a last name with its full name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSONAL: Final = re.compile(r"\b(?:[Hh]e|[Ss]he)\b|^(?:His|Her)\b")


class Persons:
    """The persons an article has named so far, in order; one instance per article, filled as it is read."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}  # last name -> longest name seen
        self._recent: list[tuple[int, str]] = []  # (sentence index, last name), newest last

    def read(self, index: int, names: list[str]) -> None:
        """Takes in the person names of one sentence, in order."""
        for name in names:
            last = name.split()[-1]
            if len(name) > len(self._full.get(last, "")):
                self._full[last] = name
            self._recent.append((index, last))

    def full(self, name: str) -> str:
        """The longest name seen for this person, or the name itself."""
        words = name.split()
        return self._full.get(words[-1], name) if words else name

    def meant_by_pronoun(self, index: int) -> str:
        """Whom "he" or "she" means in sentence `index`: the one person named in the two sentences before; else ""."""
        near = {last for i, last in self._recent if index - 2 <= i < index}
        nearest = {last for i, last in self._recent if i == index - 1}
        for candidates in (nearest, near):
            if len(candidates) == 1:
                return self._full[candidates.pop()]
        return ""


def person_names(doc: Doc, start: int, end: int) -> list[str]:
    """The person names among tokens [start, end), without possessive endings, in order."""
    names = (e.text for e in doc[start:end].ents if e.label_ == "PERSON")
    cleaned = (re.sub(r"['’]s?$", "", n).strip() for n in names)
    return [n for n in cleaned if n and n[0].isupper()]


def first_pronoun(text: str) -> int:
    """Where the first "he" or "she" of a clause stands, or a "His" or "Her" that opens it; -1 without one."""
    match = PERSONAL.search(text)
    return match.start() if match else -1


def fill_in(text: str, person: str) -> str:
    """The clause with its first personal pronoun replaced by the person's name; unchanged without a person."""

    def named(match: re.Match[str]) -> str:
        return f"{person}’s" if match.group() in ("His", "Her") else person

    return PERSONAL.sub(named, text, count=1) if person else text
