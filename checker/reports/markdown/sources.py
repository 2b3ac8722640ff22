"""What agrees, and how the sources score, in Markdown."""

from __future__ import annotations

from collections.abc import Mapping

from checker.records import CountedClaim, SharedClaim, SourceScore
from checker.reports.index import ReportIndex
from checker.reports.markdown.escape import code, escape, quote
from checker.reports.markdown.table import table
from checker.reports.printable import printable, shorten
from checker.reports.score_words import (
    COUNTS,
    MINORITY,
    OWN_VOTES,
    behind,
    lines_of,
    lone_dissents,
    marked_score,
    score_meaning,
    source_name,
    value_of,
)
from checker.reports.shared_words import MOST_QUOTES, shared_count, shared_words
from checker.reports.wording import NOT_ENOUGH, interval

_SCORE_HEAD = ["Source", "Agreement", "Comparable", *COUNTS.values(), "Agrees with itself"]
_LENGTH = 110  # characters of a claim in the lists behind the counts


def write_shared(index: ReportIndex, story_id: str, most: int | None = None) -> str:
    """A list of what several articles say; `most` cuts it (the story's page has all)."""
    found = index.shared(story_id)
    if not found:
        return "Nothing was found that two sources both say."
    shown = found[:most]
    text = "\n".join(_shared(index, each) for each in shown)
    lead = shared_count(found)
    rest = f"\n\n{len(found) - len(shown)} more on the story's page." if len(found) > len(shown) else ""
    return f"{lead}\n\n{text}{rest}"


def write_scores(index: ReportIndex, links: Mapping[str, str]) -> str:
    """A row per source: its score with interval, or "not enough evidence", and always the counts with their claims.

    `links` leads from the id of a disagreement to its heading.
    """
    scores = sorted(index.report.scores, key=lambda score: score.source)
    if not scores:
        return "No source could be scored."
    rows = [
        [
            escape(source_name(score)),
            escape(marked_score(score)),
            str(score.comparable),
            *(_count(number, score, count) for count in COUNTS),
            _own(score),
        ]
        for number, score in enumerate(scores, start=1)
    ]
    parts = [score_meaning(index.report.settings), table(rows, _SCORE_HEAD, right=_SCORE_HEAD[2:7])]
    if any(score.own_votes_matter for score in scores):
        parts.append(escape(OWN_VOTES))
    if dissents := lone_dissents(scores):
        parts += ["### Minority report", MINORITY, "\n".join(_dissent(index, links, *each) for each in dissents)]
    lists = [_list(index, number, score, count) for number, score in enumerate(scores, 1) for count in COUNTS]
    lists = [text for text in lists if text]
    if lists:
        parts += ["<details><summary>The claims behind the counts</summary>", *lists, "</details>"]
    return "\n\n".join(parts)


def _count(number: int, score: SourceScore, count: str) -> str:
    """A count, linked to its claims where the report has them."""
    shown = str(getattr(score, count))
    return f"[{shown}](#{_anchor(number, count)})" if behind(score, count) else shown


def _anchor(number: int, count: str) -> str:
    return f"source-{number}-{count}"


def _list(index: ReportIndex, number: int, score: SourceScore, count: str) -> str:
    """The claims behind a count; what stands alone is only named by its place, for it is most of many articles."""
    claims = behind(score, count)
    if not claims:
        return ""
    title = f'<a id="{_anchor(number, count)}"></a>**{escape(score.source)}, {COUNTS[count].lower()}: {len(claims)}**'
    if count == "uncorroborated":
        lines = (f"{code(index.articles[article].path)} line {at}" for article, at in lines_of(index, claims))
        return f"{title}, in {'; '.join(lines)}"
    return "\n".join([title, "", *(_claim(index, each) for each in claims)])


def _claim(index: ReportIndex, counted: CountedClaim) -> str:
    claim = counted.claim
    text = escape(shorten(printable(claim.sentence), _LENGTH))
    return f"- {code(index.place(claim))}: {text} ({escape(_beside(counted))})"


def _beside(counted: CountedClaim) -> str:
    others = ", ".join(counted.others)
    if counted.count == "relayed":
        return counted.origin
    return f"{'compare' if counted.count == 'disputed' else 'also'} {others}"


def _dissent(index: ReportIndex, links: Mapping[str, str], source: str, counted: CountedClaim) -> str:
    group = next((g for g in index.groups if g.id == counted.disagreement), None)
    about, value = (group.item or group.kind, value_of(group, counted.claim.id)) if group else ("", "")
    link = f"[{escape(about)}]({links[counted.disagreement]})" if counted.disagreement in links else escape(about)
    place = code(index.place(counted.claim))
    against = escape(", ".join(counted.others))
    return f"- {escape(source)} alone says **{escape(value)}** ({place}), against {against}: {link}"


def _shared(index: ReportIndex, shared: SharedClaim) -> str:
    origin = "independent" if shared.independent else "of one origin, counted once"
    said = [(f"{escape(claim.source)}, {code(index.place(claim))}", quote(claim.sentence)) for claim in shared.claims]
    lines = [f"- {origin}{escape(shared_words(index, shared))}:"]
    lines += [f"  - {where}: {quoted}" for where, quoted in said[:MOST_QUOTES]]
    if further := [where for where, _ in said[MOST_QUOTES:]]:
        lines.append(f"  - also {'; '.join(further)}")
    return "\n".join(lines)


def _own(score: SourceScore) -> str:
    own = score.self_consistency
    counted = f"{own.unresolved} of {own.comparable} unresolved"
    return f"{interval(own.value, own.low, own.high) or NOT_ENOUGH} ({counted})"
