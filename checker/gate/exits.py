"""Every way out of a run has its exit code and one clear line; only developers ever see a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from checker.errors import CheckerError

ERROR = 2
INTERRUPTED = 130  # the shell's number for Ctrl-C; 1 would read as "conflicts found"
TRACEBACK = "CHECKER_TRACEBACK"  # an environment variable: set it to see where an internal error comes from


@contextmanager
def clean_exits() -> Iterator[None]:
    """Turn errors into one line on stderr and an exit code that is never 1, which means conflicts."""
    try:
        yield
    except CheckerError as error:
        _leave(str(error), ERROR)
    except KeyboardInterrupt:
        _leave("interrupted; no half-written report is left", INTERRUPTED)
    except BrokenPipeError:
        # whoever read our output has closed it (`check ... --out - | head`): nothing more to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(ERROR) from None
    except OSError as error:  # a full disk behind --out -, a path that no file system takes
        if os.environ.get(TRACEBACK):
            raise
        _leave(f"can't read or write {error.filename or 'the output'}: {error.strerror or error}", ERROR)
    except MemoryError:
        _leave("out of memory: check fewer articles at a time", ERROR)
    except Exception as error:
        if _is_exit(error) or os.environ.get(TRACEBACK):
            raise
        _leave(
            f"internal error: {type(error).__name__}: {error}; please report it ({TRACEBACK}=1 shows where)",
            ERROR,
        )


def say(line: str) -> None:
    """One line on stderr, with the name of the program."""
    print(f"check: {line}", file=sys.stderr)


def _leave(line: str, code: int) -> None:
    say(" ".join(line.split()))
    raise SystemExit(code) from None


def _is_exit(error: Exception) -> bool:
    """Whether it is typer's own way of ending a command."""
    return type(error).__name__ in ("Exit", "Abort", "UsageError", "BadParameter")
