"""Every threshold, model name and format, once. `Settings()` are the defaults of the command line."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from checker.errors import SettingsError

FORMATS = ("md", "json")
FAIL_ON = ("low", "medium", "high", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run; frozen. Raises SettingsError when a value is out of its range."""

    # models: "bundled" is the one that comes with the installation; otherwise any Hugging Face name or a folder
    encoder: str = "bundled"
    nli: str = "bundled"  # "none": typed rules only; see docs/models.md for what the model finds beside them
    same_event: str = "none"
    same_fact: str = "bundled"  # "none": the encoder alone says which claims are about one thing

    # stories: "auto" finds which articles tell of one event; "one" takes the whole folder for one story
    stories: str = "auto"
    story_threshold: float = 0.4

    # pairs: how many nearest claims of each other article are compared, and the least cosine of a pair
    neighbours: int = 8
    min_similarity: float = 0.25
    copy_containment: float = 0.5  # word 5-gram containment from which on two sentences have one origin

    # conflicts
    min_probability: float = 0.5
    min_agreement: float = 0.5

    # scores: shown only from this many comparable claims on, and up to this width of the interval (points)
    min_comparable: int = 5
    max_width: float = 40.0

    strict: bool = False  # the gate ends with 2 when anything could not be checked

    def __post_init__(self) -> None:
        for name in ("story_threshold", "min_similarity", "copy_containment", "min_probability", "min_agreement"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise SettingsError(f"{name} is {getattr(self, name)}: give a number from 0 to 1")
        if self.stories not in ("auto", "one"):
            raise SettingsError(f"stories is {self.stories!r}: give 'auto' or 'one'")
        for name in ("neighbours", "min_comparable"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} is {getattr(self, name)}: give a whole number from 1 up")

    def to_dict(self) -> dict[str, Any]:
        """The settings as plain values, in the order of the fields."""
        return asdict(self)
