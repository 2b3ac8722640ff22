"""What a reader hands on: the located text of one article and the metadata that its file gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from checker.articles.located import Located
from checker.records import Skipped


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, tidied; `gap` is how many blank lines stood before it."""

    body: Located
    gap: int = 1

    @property
    def text(self) -> str:
        """The plain text."""
        return self.body.text


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as read. `title` None: look for a headline in the text. Metadata are "" where not given."""

    id: str
    path: str
    paragraphs: list[Paragraph]
    line_starts: tuple[int, ...]
    title: Located | None = None
    meta: Meta = field(default_factory=lambda: Meta())


@dataclass(frozen=True, slots=True)
class Meta:
    """What is said about an article outside its text, as it is written there."""

    source: str = ""
    published: str = ""
    url: str = ""


Reader = Callable[[str, str], Iterator[Draft | Skipped]]
"""(decoded text of a file, its path below the folder) -> its articles, and its rows that can't be read."""
