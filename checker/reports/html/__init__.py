"""HTML: one self-contained page that works offline, prints, and can be used by keyboard and screen reader."""

from __future__ import annotations

from checker.reports.html.page import write_html

__all__ = ["write_html"]
