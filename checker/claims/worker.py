"""Reads articles in a process of its own: pickled (number, article) pairs in, pickled (number, claims) pairs out.

    python -m checker.claims.worker

Only `checker.claims.ahead` starts it; both ends are one program, so what is unpickled is always our own.
"""

from __future__ import annotations

import os
import pickle
import sys

from checker.claims.extract import extract_claims


def main() -> None:
    """Answer each article as soon as it is read; stops without a word where nobody listens any more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get among the answers
    try:
        for number, article in pickle.load(sys.stdin.buffer):
            pickle.dump((number, extract_claims([article])), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)


if __name__ == "__main__":
    main()
