"""Which outlet published an article: metadata, else a credit in the text, else the name of the file."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from checker.articles.agencies import names_agency
from checker.records import Article

FROM_FILE = "file name"

# "Harbour News Agency: The council ...": a name with a word of the trade, and a colon. A place
# before a colon is a dateline, a person is speaking, and an agency in brackets is a credit; none is the
# outlet.
_TRADE = (
    r"News|Agency|Times|Post|Press|Herald|Tribune|Gazette|Journal|Chronicle|Guardian|Observer|Standard|Mirror|Telegraph|"
    r"Independent|Newspaper|Magazine|Media|Television|TV|Radio|Broadcasting|Network|Newswire|Wire|Bulletin|Today|Online|"
    r"Daily|Weekly"
)
_LEADING = re.compile(
    rf"(?P<name>(?:(?:[A-Z][\w&.'’-]*|of|the|and)\s+){{0,5}}(?:{_TRADE})(?:\s+(?:{_TRADE}))*)\s*:\s+(?=\S)"
)
_COPYRIGHT = re.compile(
    r"(?:(?i:copyright)|©|\(c\))[\s©,]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,]*"
    r"(?P<name>(?:[A-Z][\w&'’-]*|of|the|and)(?:\s+(?:[A-Z][\w&'’-]*|of|the|and)){0,5})"
    r"\s*(?:\.|$|,|\s(?=[Aa]ll [Rr]ights))"
)
_PUBLISHED_IN = re.compile(r"Published in (?P<name>(?:[A-Z][\w&'’-]*|of|the)(?: (?:[A-Z][\w&'’-]*|of|the)){0,4}),")


def find_source(stated: str, url: str, opening: str, credit_lines: Sequence[str], article_id: str) -> tuple[str, str]:
    """The source and its origin ("metadata", "text", "file name"); `credit_lines`: copyright and the like."""
    if stated:
        return stated, "metadata"
    if host := (urlsplit(url).hostname or "" if _is_address(url) else ""):
        return host.removeprefix("www."), "metadata"
    if name := leading_credit(opening):
        return name, "text"
    for line in credit_lines:
        match = _PUBLISHED_IN.match(line) or _COPYRIGHT.match(line)
        if match and not names_agency(match["name"]) and not match["name"].lower().startswith("all rights"):
            return match["name"], "text"
    file, _, row = article_id.partition("#")
    stem = os.fsencode(PurePosixPath(file).stem).decode("utf-8", "replace")  # a name of a disk may be no UTF-8
    return (f"{stem}#{row}" if row else stem), FROM_FILE


def told_apart(articles: Sequence[Article]) -> list[Article]:
    """The articles; those named after files of one name in different folders by their paths: "herald/ferry"."""
    folders: dict[str, set[str]] = defaultdict(set)
    for each in articles:
        if each.source_origin == FROM_FILE:
            folders[each.source].add(PurePosixPath(each.path).parent.as_posix())
    return [
        replace(each, source=f"{PurePosixPath(each.path).parent.as_posix()}/{each.source}")
        if each.source_origin == FROM_FILE and len(folders[each.source]) > 1
        else each
        for each in articles
    ]


def leading_credit(opening: str) -> str:
    """The outlet that a first paragraph names before a colon, or ""."""
    match = _LEADING.match(opening)
    return match["name"] if match and not names_agency(match["name"]) else ""


def credit_length(opening: str) -> int:
    """How many characters of a first paragraph are that credit and its colon."""
    match = _LEADING.match(opening)
    return match.end() if match else 0


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False
