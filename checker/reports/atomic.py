"""Files that are there whole or not at all, so that Ctrl-C leaves no half-written report."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from checker.errors import CheckerError


def check_writable(folder: Path) -> None:
    """Whether files can be written into a folder that may not be there yet; nothing is made.

    Raises CheckerError where a file is in the way or the folder is closed to us.
    """
    nearest = next(each for each in (folder, *folder.absolute().parents) if os.path.lexists(each))
    if not nearest.is_dir():
        raise CheckerError(f"can't write to {folder}: {nearest} is no folder; give another one with --out")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise CheckerError(f"can't write to {folder}: {os.strerror(errno.EACCES)}; give another folder with --out")


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8: to a temporary file beside `path`, which is then renamed into place.

    Makes the folder. Raises CheckerError when the folder or the file can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise CheckerError(f"can't write {path}: {error.strerror}; give another folder with --out") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            # a sentence can hold half of a surrogate pair; losing that one character beats losing the report
            file.write(text.encode("utf-8", "replace").decode("utf-8"))
        Path(temporary).chmod(0o666 & ~_umask())  # mkstemp makes files that only their owner can read
        Path(temporary).replace(path)
    except OSError as error:
        raise CheckerError(f"can't write {path}: {error.strerror}; is the disk full?") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
