"""Files -> Article: readers by suffix, site furniture out, text repair, source and publication date."""

from __future__ import annotations

from checker.articles.read import read_articles

__all__ = ["read_articles"]
