"""One disagreement in Markdown: who says what and where, how sure, why, and what would settle it."""

from __future__ import annotations

import math

from checker.records import Claim, Conflict, Disagreement, Scope
from checker.reports.index import ReportIndex
from checker.reports.markdown.escape import code, escape, quote, slug
from checker.reports.markdown.table import table
from checker.reports.wording import date_text, probability_words, weight_text


def heading(number: int, group: Disagreement) -> str:
    """The heading's text as rendered, e.g. "3. high: number of ferry crossings"."""
    return f"{number}. {group.severity.value}: {group.item or group.kind}"


def anchor(number: int, group: Disagreement) -> str:
    """The link to a disagreement within its page."""
    return f"#{slug(heading(number, group))}"


def write_finding(index: ReportIndex, number: int, group: Disagreement, full: bool) -> str:
    """The section of a disagreement; `full` gives the evidence of all its conflicts, not of one."""
    found = index.of_group(group)
    parts = [
        f"#### {escape(heading(number, group))}",
        voices(index, group),
        "\n".join(_judgement(index, group, found)),
    ]
    parts += [evidence(conflict, index) for conflict in (found if full else found[:1])]
    if len(found) > 1 and not full:
        parts.append(f"The evidence of the {len(found)} pairs behind this is on the story's page and in `report.json`.")
    return "\n\n".join(parts)


def voices(index: ReportIndex, group: Disagreement) -> str:
    """A row per voice: the value, whose it is, when and where it stands, and the whole sentence."""
    rows = [
        [
            f"**{escape(voiced.value)}**",
            _who(index, group, claim),
            date_text(index.article(claim).published),
            code(index.place(claim)),
            quote(claim.sentence, index.mark(group, claim)),
        ]
        for voiced in group.values
        for claim in voiced.claims
    ]
    return table(rows, ["Value", "Says", "Published", "Where", "In its words"])


def values_line(group: Disagreement, index: ReportIndex) -> str:
    """E.g. "Coast Wire says Fifteen; Arlen Gazette, Harbour Herald say Twelve"."""
    parts = []
    for voiced in group.values:
        names = sorted({_speaker(group, claim) for claim in voiced.claims})
        parts.append(f"{', '.join(names)} {'says' if len(names) == 1 else 'say'} {voiced.value}")
    return "; ".join(parts)


def evidence(conflict: Conflict, index: ReportIndex) -> str:
    """The rows that make up a probability: log-odds, and the probability after each row."""
    left, right = conflict.pair.left, conflict.pair.right
    rows, total = [], 0.0
    for row in conflict.evidence:
        total += row.weight
        rows.append([escape(row.name), weight_text(row.weight), f"{_probability(total):.2f}", escape(row.detail)])
    if abs(_probability(total) - conflict.probability) >= 0.005:
        rows.append(["after calibration", "", f"{conflict.probability:.2f}", ""])
    places = f"{code(index.place(left))} against {code(index.place(right))}"
    head = ["Evidence", "Log-odds", "Probability", "Detail"]
    return "\n\n".join(
        [
            f"<details><summary>How sure: the sum behind {conflict.probability:.2f}</summary>",
            f"{places}, rule {code(conflict.rule)}, conflict {code(conflict.id)}",
            table(rows, head, right=("Log-odds", "Probability")),
            "</details>",
        ]
    )


def _judgement(index: ReportIndex, group: Disagreement, found: tuple[Conflict, ...]) -> list[str]:
    lines = [f"- **How sure:** {probability_words(group.probability)} that these can't all be true as written"]
    lines += [f"- **Why:** {escape(text)}" for text in index.reasons(group)]
    settle = list(dict.fromkeys(conflict.resolve for conflict in found if conflict.resolve))
    lines += [f"- **What would settle it:** {escape(text)}" for text in settle]
    if index.is_known(group):
        lines.append("- **Known:** in the baseline, so it doesn't fail the run")
    return lines


def _who(index: ReportIndex, group: Disagreement, claim: Claim) -> str:
    if not claim.speaker:
        return escape(claim.source)
    if group.scope is Scope.DISPUTE:
        return f"{escape(claim.speaker)} (in {escape(claim.source)})"
    return f"{escape(claim.source)} (citing {escape(claim.speaker)})"


def _speaker(group: Disagreement, claim: Claim) -> str:
    return claim.speaker if group.scope is Scope.DISPUTE and claim.speaker else claim.source


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))
