"""Articles are read by other processes while this one loads its models, and on several cores where there is much."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread

from checker.claims.extract import extract_claims
from checker.claims.parsing import parser
from checker.records import Article, Claim

Done = Callable[[int], object]
Extract = Callable[[Sequence[Article], Done], tuple[Claim, ...]]

MOST = 4  # processes: each holds the parser and the gazetteer, 400 MB
LETTERS_EACH = 60_000  # some seconds of work: less doesn't pay for another process
# -P: the working folder may hold articles and a pickle.py of who sent them, which must not be run
COMMAND = (sys.executable, "-P", "-m", "checker.claims.worker")


def useful_jobs(articles: Sequence[Article]) -> int:
    """How many processes should read the articles; none on one core, or where this one is ready to do it itself."""
    cores = os.cpu_count() or 1
    letters = sum(len(article.text) for article in articles)
    if cores < 2 or not letters or not sys.executable:
        return 0
    if parser.cache_info().currsize and letters < LETTERS_EACH:
        return 0
    return min(MOST, cores - 1, len(articles), 1 + letters // LETTERS_EACH)


@contextmanager
def reading_ahead(articles: Sequence[Article], jobs: int) -> Iterator[Extract]:
    """Start reading the articles in `jobs` processes; what is yielded waits for their claims, like `extract_claims`.

    What a process doesn't bring, because it can't be started or is stopped from outside, is read here after all.
    """
    readers = [_Reader(share) for share in _shares(articles, jobs)]

    def collected(wanted: Sequence[Article], done: Done) -> tuple[Claim, ...]:
        found: dict[int, tuple[Claim, ...]] = {}
        for reader in readers:
            for number, claims in reader.answers():
                found[number] = claims
                done(len(found))
        for number, article in enumerate(wanted):
            if number not in found:
                found[number] = extract_claims([article])
                done(len(found))
        return tuple(claim for number in range(len(wanted)) for claim in found[number])

    try:
        yield collected
    finally:
        for reader in readers:
            reader.stop()


def _shares(articles: Sequence[Article], jobs: int) -> list[list[tuple[int, Article]]]:
    """The numbered articles in `jobs` shares of about as much text, each from the longest to the shortest."""
    shares: list[list[tuple[int, Article]]] = [[] for _ in range(jobs)]
    size = [0] * jobs
    for number, article in sorted(enumerate(articles), key=lambda item: -len(item[1].text)) if jobs else ():
        least = size.index(min(size))
        shares[least].append((number, article))
        size[least] += len(article.text)
    return [share for share in shares if share]


class _Reader:
    """One process and its share; a thread takes the answers in, for a full pipe would stop the process."""

    def __init__(self, share: list[tuple[int, Article]]) -> None:
        self._answers: SimpleQueue[tuple[int, tuple[Claim, ...]] | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            self._answers.put(None)
            return
        Thread(target=self._listen, args=(self._process, share), daemon=True).start()

    def _listen(self, process: subprocess.Popen[bytes], share: list[tuple[int, Article]]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with process.stdin as questions:
                pickle.dump(share, questions, pickle.HIGHEST_PROTOCOL)
            for _ in share:
                self._answers.put(pickle.load(process.stdout))
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            pass  # what is missing is read in the main process, which then tells what is wrong
        finally:
            self._answers.put(None)

    def answers(self) -> Iterator[tuple[int, tuple[Claim, ...]]]:
        """(number, claims) as they come, until the process has no more."""
        while (answer := self._answers.get()) is not None:
            yield answer

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
