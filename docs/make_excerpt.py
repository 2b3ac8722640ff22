"""Puts the first disagreement of the sample report into README.md: `python -m docs.make_excerpt`, or `make sample`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "reports" / "sample" / "report.md"
README = ROOT / "README.md"
START, END = "<!-- excerpt:start -->", "<!-- excerpt:end -->"


def excerpt(report: str) -> str:
    """The first disagreement of a Markdown report, from its heading to the end of its waterfall."""
    found = re.search(r"^#### 1\. .*?</details>$", report, flags=re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


def with_excerpt(readme: str, part: str) -> str:
    """The page with `part` between the two marks."""
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{part}\n{END}{after}"


def main() -> None:
    """Read the sample report and write README.md."""
    part = excerpt(SAMPLE.read_text(encoding="utf-8"))
    if not part:
        raise SystemExit(f"no disagreement in {SAMPLE.relative_to(ROOT)}: nothing to show")
    README.write_text(with_excerpt(README.read_text(encoding="utf-8"), part), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
