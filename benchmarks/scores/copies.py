"""Copied text in news: `python -m benchmarks.scores.copies --news ../shared/eval/news_dev`.

Per story: which articles are taken for one text or credited to an agency, and what each source's score rests on
without and with the detection of copies. Prints the tables and writes them to copies.md: names and counts, no text.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from pathlib import Path

import pandas as pd

from checker import Report, Settings, check_articles, read_articles
from checker.loading import load_models
from checker.scores.counted import origins_met
from checker.scores.observations import news_observations
from checker.scores.origins import Origins
from checker.scores.score import score_observations

HERE = Path(__file__).parent
HEAD = "| source | copied claims | comparable without | with | other origins without | with | score without | with |"


def main(arguments: list[str] | None = None) -> int:
    """Check every story of a folder by itself; always 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scores.copies", description=__doc__)
    parser.add_argument("--news", type=Path, required=True, help="folder with one folder of articles per story")
    parser.add_argument("--out", type=Path, default=HERE / "copies.md")
    options = parser.parse_args(arguments)
    settings = Settings()
    models = load_models(settings)
    parts, totals = [], []
    for folder in sorted(path for path in options.news.iterdir() if path.is_dir()):
        report = check_articles(read_articles(folder), settings, models=models)
        table = compare(report, settings)
        parts.append(story(folder.name, report, table, settings))
        totals.append((folder.name, table))
    text = "\n\n".join(["# Copied text in news, with and without its detection", summary(totals), *parts]) + "\n"
    options.out.write_text(text, "utf-8")
    print(text)
    return 0


def compare(report: Report, settings: Settings) -> pd.DataFrame:
    """One row per source, and per agency that some text is credited to: what its score rests on, without and with."""
    sources = sorted({article.source for article in report.articles})
    without = figures(report, None)
    found = figures(report, Origins(report.articles, settings.copy_containment))
    names = [*sources, *(name for name in found.index if name not in sources)]
    table = without.add_suffix("_without").join(found, how="outer").reindex(names)
    counts = [name for name in table if not name.startswith("display")]
    return table.fillna(dict.fromkeys(counts, 0)).astype(dict.fromkeys(counts, int)).fillna("-")


def figures(report: Report, origins: Origins | None) -> pd.DataFrame:
    """Per voter: comparable claims, other origins it meets on them, own claims that are relayed, and the score."""
    stamps = {article.id: article.published.stamp for article in report.articles}
    rows = news_observations(report.disagreements, report.conflicts, report.shared, stamps, origins)
    result = score_observations(rows)
    told = rows.join(result.observations[["voter", "reason"]])
    table = result.scores[["comparable", "display"]].copy()
    copied = rows["source"].where((rows["shared"] != "") | (rows["origin"] != rows["source"]) & (rows["origin"] != ""))
    table["relayed"] = copied.value_counts().reindex(table.index, fill_value=0)
    table["origins"] = [origins_met(name, told) for name in table.index]
    return table


def summary(totals: list[tuple[str, pd.DataFrame]]) -> str:
    """A row per story: how much was copied, and how many scores it would have made or moved."""
    names = ["story", "sources and agencies", "copied claims", "comparable claims without", "with"]
    rows = [f"| {' | '.join([*names, 'scores shown without', 'with'])} |", "|---" * 7 + "|"]
    for name, table in totals:
        shown = [(table[c].str.contains("(", regex=False)).sum() for c in ("display_without", "display")]
        cells = [len(table), table["relayed"].sum(), table["comparable_without"].sum(), table["comparable"].sum()]
        rows.append(f"| {name} | {' | '.join(map(str, [*cells, *shown]))} |")
    return "\n".join(rows)


def story(name: str, report: Report, table: pd.DataFrame, settings: Settings) -> str:
    """The articles of one text, and the table of one story."""
    origins = Origins(report.articles, settings.copy_containment)
    source = {article.id: article.source for article in report.articles}
    pairs = [(origins.shared_text(a, b)[0], a, b) for a, b in combinations(sorted(source), 2) if origins.one_text(a, b)]
    lines = [f"- credited to {' and '.join(sorted(c))}: {source[a]}" for a, c in sorted(origins.credits.items()) if c]
    lines += [f"- one text: {source[a]} and {source[b]}, {share:.2f} of the shorter" for share, a, b in sorted(pairs)]
    rows = [HEAD, "|---" * 8 + "|"]
    for who, row in table.iterrows():
        cells = [row["relayed"], row["comparable_without"], row["comparable"], row["origins_without"], row["origins"]]
        rows.append(f"| {who} | {' | '.join(map(str, [*cells, row['display_without'], row['display']]))} |")
    return "\n\n".join([f"## {name}", "\n".join(lines) or "No two articles are one text.", "\n".join(rows)])


if __name__ == "__main__":
    sys.exit(main())
