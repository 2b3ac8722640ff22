"""Article -> Story: which articles tell of the same event, and when."""

from __future__ import annotations

from checker.stories.group import find_stories

__all__ = ["find_stories"]
