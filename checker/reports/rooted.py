"""Paths as machines need them: from where the command was started, not from the articles' folder."""

from __future__ import annotations

from urllib.parse import quote


def rooted(root: str, file: str) -> str:
    """The path of an article's file from the working folder on, with "/" between."""
    return root + file.replace("\\", "/")


def as_uri(root: str, file: str) -> str:
    """`rooted` as a relative URI reference; bytes of a name that are no UTF-8 are kept as they are."""
    return quote(rooted(root, file), errors="surrogateescape")
