"""checker: finds where news sources contradict each other. The public API; heavy parts load when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.articles import read_articles
    from checker.pipeline import check_articles
    from checker.records import Article, ArticleSet, Report
    from checker.reports import write_reports
    from checker.settings import Settings

__version__ = "0.1.0"
__all__ = ["Article", "ArticleSet", "Report", "Settings", "check_articles", "read_articles", "write_reports"]

_HOMES = {
    "Article": "checker.records",
    "ArticleSet": "checker.records",
    "Report": "checker.records",
    "Settings": "checker.settings",
    "check_articles": "checker.pipeline",
    "read_articles": "checker.articles",
    "write_reports": "checker.reports",
}


def __getattr__(name: str) -> Any:
    """Loads a public name from its module (PEP 562), so that `check --help` imports no model library."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
