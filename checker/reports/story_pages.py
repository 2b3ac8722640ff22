"""The folder of the story pages: a page of a story that is gone must not be taken for a current one."""

from __future__ import annotations

from pathlib import Path

STORIES = "stories"
STORY_MARK = "<!-- a story page written by check; the next run replaces or removes it -->"


def remove_stale_pages(folder: Path, current: set[Path]) -> None:
    """Remove the pages of earlier runs that aren't `current`; a file without our mark at its end is never touched."""
    for path in sorted(folder.glob("*.md")):
        if path not in current and is_story_page(path):
            path.unlink()


def is_story_page(path: Path) -> bool:
    """Whether a file ends with the mark of a story page."""
    return path.read_text(encoding="utf-8", errors="replace").rstrip().endswith(STORY_MARK)
