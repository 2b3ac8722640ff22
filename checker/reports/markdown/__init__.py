"""Markdown for editors: what to act on in one minute."""

from __future__ import annotations

from checker.reports.markdown.page import write_markdown, write_story_pages

__all__ = ["write_markdown", "write_story_pages"]
