"""Imports flow one way, heavy libraries come late, and no article's names are written into the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "checker"

STAGES = frozenset({"articles", "stories", "claims", "pairs", "conflicts", "scores", "reports"})
SHARED = frozenset({"records", "settings", "errors", "models", "engines", "facts"})

# What each part of the package may import, besides itself. Every part is named: a new one has to say where it stands.
MAY_IMPORT: dict[str, frozenset[str]] = {
    **dict.fromkeys(STAGES, SHARED),
    "errors": frozenset(),
    "settings": frozenset({"errors"}),
    "records": frozenset({"facts", "structure"}),
    "models": frozenset({"errors"}),
    "engines": frozenset({"errors"}),
    "facts": frozenset({"records", "models", "errors"}),
    "loading": SHARED,
    "notes": SHARED,
    "progress": frozenset(),
    # the form of report.json: one layer with the writers, which print it
    "structure": SHARED | {"reports"},
    "reports": SHARED | {"structure"},
    "gate": SHARED | {"reports", "structure"},
    "stages": SHARED | {"claims", "conflicts", "loading", "pairs", "stories"},
    "pipeline": SHARED | (STAGES - {"articles", "reports"}) | {"loading", "notes", "stages"},
    "cli": SHARED | {"articles", "pipeline", "reports", "gate", "progress"},
    "__main__": frozenset({"cli"}),
    "__init__": frozenset({"articles", "pipeline", "records", "reports", "settings"}),
}

HEAVY = ("torch", "spacy", "sentence_transformers", "transformers", "pandas", "scipy", "onnxruntime", "trafilatura")

# Capitalised in the sample articles, but what any newspaper has: ordinary words, and three names of places.
ORDINARY = frozenset(
    "affairs agency although ambassador articles asia avatar back board central chairman china comment commission "
    "commissioners connect defense deputy despite discuss dr earlier education february federation foreign "
    "friday he health healthcare hi information intelligence learn leave london minister ministry news "
    "november organisation president previously read representative responds saturday scroll secretary senate "
    "senior september she some south speaking speculation sunday thursday united welcomed west whether "
    "written yet your".split()
)


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package, with the part of the package that it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, inside functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            if node.module == "checker":
                yield from ((node.lineno, f"checker.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module or ""


def test_no_stage_imports_another() -> None:
    wrong = []
    for part, path in modules():
        for line, name in imported(path):
            top, _, rest = name.partition(".")
            target = rest.partition(".")[0]
            if top == "checker" and target not in MAY_IMPORT[part] | {part, "__version__"}:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_only_the_command_line_knows_typer() -> None:
    users = {path.name for _, path in modules() for _, name in imported(path) if name.split(".")[0] == "typer"}
    assert users == {"cli.py"}


def test_every_part_has_its_place_in_the_rule() -> None:
    assert {part for part, _ in modules()} <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    "code", ["import checker", "from checker import Settings", "import checker.cli", "import checker.models"]
)
def test_heavy_libraries_come_late(code: str) -> None:
    check = f"import sys; {code}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_public_names_are_there() -> None:
    import checker

    assert all(callable(getattr(checker, name)) for name in checker.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = checker.no_such_name


def seed_names() -> frozenset[str]:
    """The words that the sample articles only ever write with a capital and that are no ordinary English."""
    capital: set[str] = set()
    lower: set[str] = set()
    for path in (ROOT / "seeds").glob("*.txt"):
        for word in re.findall(r"[A-Za-z][a-z]+", path.read_text(encoding="utf-8")):
            (capital if word[0].isupper() else lower).add(word.lower())
    return frozenset(capital - lower - ORDINARY)


def test_the_names_of_the_samples_are_found() -> None:
    assert seed_names() >= {"zakharova", "istanbul", "kremlin", "taliban", "kabulov", "lavrov", "moscow", "qatar"}


def test_no_name_of_the_samples_is_in_the_code() -> None:
    names = re.compile(rf"\b({'|'.join(sorted(seed_names()))})\b", re.IGNORECASE)
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".j2", ".js", ".css", ".yaml", ".csv"}]
    files += [PACKAGE / "conflicts" / "weights.json"]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in sorted(files)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for match in names.finditer(line)
    ]
    assert found == []
