"""The project around the code: what is imported is declared and pinned, and `make` explains itself."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def canonical(requirement: str) -> str:
    """The name of a requirement as package indexes compare names (PEP 503)."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


DECLARED = {canonical(row) for row in PROJECT["dependencies"]}
PINNED = {
    canonical(row): row
    for row in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
}


def imported_packages() -> set[str]:
    """Top-level names that checker imports anywhere, without its own and those of the standard library."""
    names = set()
    for path in (ROOT / "checker").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"checker"}


def test_every_import_is_a_declared_dependency() -> None:
    owners = packages_distributions()
    missing = {
        name for name in imported_packages() if not {canonical(owner) for owner in owners.get(name, [])} & DECLARED
    }
    assert missing <= {"transformers"}, "transformers comes with sentence-transformers; declare the others"


def test_trafilatura_has_what_it_imports() -> None:
    # lxml 6 stopped bringing lxml_html_clean; without it every .html file fails, in a fresh environment only
    import trafilatura

    assert trafilatura.__version__
    assert "lxml-html-clean" in DECLARED


def test_everything_declared_is_pinned() -> None:
    extras = [row for rows in PROJECT["optional-dependencies"].values() for row in rows]
    assert DECLARED | {canonical(row) for row in extras} <= set(PINNED)


def test_pins_are_exact_and_name_no_address() -> None:
    assert [row for row in PINNED.values() if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", row)] == []


def test_make_explains_every_target() -> None:
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)$", MAKEFILE, flags=re.MULTILINE)
    assert len(targets) > 10
    assert [name for name, rest in targets if "## " not in rest] == []
    phony = set(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, flags=re.MULTILINE))
    assert {name for name, _ in targets} == phony


def test_no_absolute_paths() -> None:
    files = [ROOT / "Makefile", ROOT / ".ci" / "run", ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    files += [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*"), *(ROOT / "benchmarks").rglob("*.py")]
    files += [*(ROOT / "training").rglob("*.py"), *(ROOT / "checker").rglob("*.py")]
    homes = re.compile(r"(?<![\w.:/])/(?:home|root|work|tmp|Users|opt)/\w")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        if path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if homes.search(line)
    ]
    assert found == []


def test_the_samples_are_as_given() -> None:
    # byte for byte: their offsets and lines are what reports point at
    sizes = {path.name: path.stat().st_size for path in (ROOT / "seeds").glob("*.txt")}
    assert sizes == {
        "000_23b6296496b594e8.txt": 2701,
        "001_c45cb76012f143df.txt": 2792,
        "002_2ada689d100ee760.txt": 2621,
        "003_6b6ed496be13086a.txt": 4354,
        "004_4812266d33fa5f52.txt": 2708,
    }
