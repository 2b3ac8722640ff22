"""Lost line ends: the width of the lines, and the ends that only the width tells."""

from __future__ import annotations

import textwrap

from checker.articles.glue import word_splits
from checker.articles.layout import Layout, fill_ends, find_layout

TEXT = (
    "The harbour council said on Tuesday that work on the new bridge would start in June, three months later than "
    "planned, because a supplier had failed to deliver the steel as well as the cables for the second time in a year, "
    "and that the old ferry would run throughout the winter even if the wind was strong and the sea was rough."
)


def _glue(text: str, width: int) -> tuple[str, list[int]]:
    """A text wrapped at a width, its line ends lost, and where they were."""
    lines = textwrap.wrap(text, width)
    ends = [sum(map(len, lines[:i])) for i in range(1, len(lines))]
    return "".join(lines), ends


def test_the_width_is_found() -> None:
    for width in (50, 60, 72):
        found = find_layout([_glue(TEXT, width)])
        assert found is not None
        assert _glue(TEXT, found.width) == _glue(TEXT, width)


def test_ends_at_random_places_have_no_width() -> None:
    words = TEXT.split(" ")
    lost = (2, 5, 14, 17, 20, 33, 36, 50)  # the words before which the space went
    ends = [len(" ".join(words[:k])) - i for i, k in enumerate(lost)]
    text = "".join(word if i in (0, *lost) else f" {word}" for i, word in enumerate(words))
    assert find_layout([(text, ends)]) is None


def test_a_width_that_few_lines_bear_out_is_chance() -> None:
    text, ends = _glue(TEXT, 60)
    assert find_layout([(text, ends), (TEXT * 5, [])]) is None


def test_few_line_ends_tell_nothing() -> None:
    text, ends = _glue(TEXT, 72)
    assert find_layout([(text, ends[:3])]) is None


def test_ends_that_were_not_seen_are_filled_in() -> None:
    text, ends = _glue(TEXT, 60)
    inside = [end for end in ends if text[end - 1].isalpha()]
    assert len(inside) > 2
    for missing in inside:
        assert fill_ends(text, [end for end in ends if end != missing], Layout(60)) == ends


def test_a_common_word_is_not_cut_where_a_line_may_end() -> None:
    text = "The old ferry would run through the winter, and throughout the spring it was seen in the harbour too."
    width = text.index("throughout") + len("through")
    assert fill_ends(text, [], Layout(width)) == []


def test_a_name_is_not_cut_after_a_short_word() -> None:
    assert list(word_splits("Tobias")) == []
    assert [place for place, _ in word_splits("Theseengagements")] == [5]
