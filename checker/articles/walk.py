"""Which files of a folder are read: every file that is not hidden, in the order of its path."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import InputError
from checker.records import Skipped

SOURCES_FILE = "sources.csv"


def find_files(path: Path) -> tuple[Path, list[str], list[Skipped]]:
    """The root folder, the files to read as sorted POSIX paths below it, and folders that can't be listed.

    Hidden files and folders (a leading dot) and `sources.csv` are left alone; links to folders not followed.
    Raises InputError when the path does not exist.
    """
    if path.is_dir():
        return path, *_below(path)
    if not path.exists():
        raise InputError(f"{path}: no such file or folder; give the folder that holds the articles")
    return path.parent, [path.name], []


def _below(root: Path) -> tuple[list[str], list[Skipped]]:
    skipped: list[Skipped] = []

    def refuse(error: OSError) -> None:
        skipped.append(Skipped(Path(error.filename).relative_to(root).as_posix(), "this folder can't be listed"))

    found: list[str] = []
    for folder, names, files in os.walk(root, onerror=refuse):
        names[:] = [name for name in names if not name.startswith(".")]
        below = Path(folder).relative_to(root)
        found += [(below / name).as_posix() for name in files if not name.startswith(".") and name != SOURCES_FILE]
    return sorted(found), sorted(skipped, key=lambda row: row.file)
