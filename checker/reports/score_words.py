"""What reports say about scores: what a score means, whose it is, and what stands behind each count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.records import CountedClaim, Disagreement, SourceScore
from checker.reports.index import ReportIndex
from checker.reports.places import sentence_span
from checker.reports.wording import score_text

# count of a SourceScore -> its column in a report
COUNTS = {"agreeing": "Agree", "disputed": "Differ", "relayed": "Copied", "uncorroborated": "Uncorroborated"}
MINORITY = (
    "Each is alone against at least two independent others. That is no sign of being wrong: whoever reports something "
    "first, or alone knows it, stands here too."
)

OWN_VOTES = "* Leaving out the source's own votes moves this score by more than 10 points."


def score_meaning(settings: Mapping[str, Any]) -> str:
    """What a score means and what it doesn't, in a paragraph."""
    least, widest = settings["min_comparable"], settings["max_width"]
    return (
        "A score says how often a source's claims agree with independent reporting of the same things in these "
        "articles: 78 (64-88) means about 78 of 100, and very likely between 64 and 88. It is not accuracy: sources "
        "can be mistaken together, one that alone is right loses points, and a disagreement that was not found lowers "
        f"no score. Copied text counts once. With fewer than {least} comparable claims, or an interval "
        f"wider than {widest:.0f} points, there is not enough evidence. Sources stand by name, and where intervals "
        "overlap, nothing is said about who is better."
    )


def source_name(score: SourceScore) -> str:
    """A source's name; an agency's with those who carry its text."""
    return f"{score.source} (text in {', '.join(score.carriers)})" if score.carriers else score.source


def marked_score(score: SourceScore) -> str:
    """The score as text, with the mark that OWN_VOTES explains where it rests on the source's own votes."""
    return score_text(score) + ("*" if score.own_votes_matter else "")


def behind(score: SourceScore, count: str) -> list[CountedClaim]:
    """The claims behind one of COUNTS, in the order of the articles."""
    return [each for each in score.counted if each.count == count]


def lone_dissents(scores: Sequence[SourceScore]) -> list[tuple[str, CountedClaim]]:
    """The minority report: who is alone with which claim, by source."""
    ordered = sorted(scores, key=lambda score: score.source)
    return [(score.source, each) for score in ordered for each in score.counted if each.alone]


def lines_of(index: ReportIndex, claims: Sequence[CountedClaim]) -> list[tuple[str, str]]:
    """Per article id the lines that some claims stand on: "4-6, 9"; for claims that are most of an article."""
    lines: dict[str, set[int]] = {}
    for each in claims:
        article = index.article(each.claim)
        lines.setdefault(article.id, set()).add(sentence_span(article, each.claim).line)
    return [(article, ", ".join(_runs(sorted(found)))) for article, found in lines.items()]


def _runs(lines: Sequence[int]) -> list[str]:
    ends = [i for i, line in enumerate(lines) if i + 1 == len(lines) or lines[i + 1] != line + 1]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [f"{lines[i]}-{lines[j]}" if j > i else f"{lines[i]}" for i, j in zip(starts, ends, strict=True)]


def value_of(group: Disagreement, claim_id: str) -> str:
    """The value that a claim gives in a disagreement, "" where it is no voice of it."""
    return next((v.value for v in group.values if any(c.id == claim_id for c in v.claims)), "")
