"""What a run looked at, what it didn't check, and with which settings and models."""

from __future__ import annotations

from checker.records import Report
from checker.reports.markdown.escape import code, escape, escape_line
from checker.reports.markdown.table import table
from checker.reports.printable import printable, shorten
from checker.reports.wording import count, date_text
from checker.structure import report_to_dict

_FUNNEL_WORDS = {
    "articles": "articles",
    "stories": "stories",
    "claims": "claims",
    "candidate_pairs": "candidate pairs",
    "pairs": "pairs compared",
    "comparisons": "comparisons",
    "conflicts": "conflicts",
}


def write_not_checked(report: Report) -> str:
    """What was skipped or couldn't be compared: a run that missed something says so."""
    lines = [f"- {escape_line(text)}" for text in report.not_checked]
    lines += [f"- {code(row.file)}: {escape(row.reason)}" for row in report.skipped]
    return "\n".join(lines) or "Every file was read and compared."


def write_left_out(report: Report) -> str:
    """The pieces of articles that were taken for site furniture, folded away."""
    rows = [
        [code(f"{row.file}:{row.line}"), escape(row.reason), escape(shorten(printable(row.text), 160))]
        for row in sorted(report.left_out, key=lambda row: (row.file, row.line, row.text))
    ]
    if not rows:
        return "Nothing was left out of the articles."
    summary = f"{count(len(rows), 'piece')} of text left out or repaired, and why"
    return f"<details><summary>{summary}</summary>\n\n{table(rows, ['Where', 'Why', 'Text'])}\n\n</details>"


def write_articles(report: Report) -> str:
    """A row per article: its file, source and date, and where the source was read."""
    rows = [
        [
            code(article.path),
            escape(article.source) + (" (from the file name)" if article.source_origin == "file name" else ""),
            date_text(article.published),
            escape(shorten(printable(article.title), 100)),
        ]
        for article in sorted(report.articles, key=lambda article: (article.path, article.id))
    ]
    return table(rows, ["File", "Source", "Published", "Title"]) if rows else "No article was read."


def write_settings(report: Report) -> str:
    """How the run was made: the funnel of counts, the models and the settings."""
    plain = report_to_dict(report)
    funnel = " → ".join(f"{number} {_FUNNEL_WORDS.get(name, name)}" for name, number in plain["funnel"].items())
    models = [
        [escape(role), escape(model["name"]), escape(model["version"]), code(model["sha256"][:12])]
        for role, model in plain["models"].items()
    ]
    settings = [[code(name), code(str(value))] for name, value in plain["settings"].items()]
    parts = [f"checker {plain['version']}: {funnel}."]
    if models:
        parts.append(table(models, ["Model for", "Name", "Version", "SHA-256 begins"]))
    parts.append(table(settings, ["Setting", "Value"]))
    return "<details><summary>Settings and models</summary>\n\n" + "\n\n".join(parts) + "\n\n</details>"
