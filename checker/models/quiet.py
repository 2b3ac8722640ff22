"""Loading a model without progress bars, log lines or network."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

NOISY_LOGGERS = ("sentence_transformers", "transformers", "huggingface_hub", "torch")
OFFLINE_VARIABLES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


@contextmanager
def quiet_offline_loading(offline: bool) -> Iterator[None]:
    """Inside the block the Hugging Face libraries print nothing and, if `offline`, ask no network.

    The environment and the log levels are put back afterwards. (The libraries read the variables when they
    are first imported, which is why they must be imported inside the block.)
    """
    before = {name: os.environ.get(name) for name in (*OFFLINE_VARIABLES, "TOKENIZERS_PARALLELISM")}
    levels = {name: logging.getLogger(name).level for name in NOISY_LOGGERS}
    if offline:
        os.environ.update(dict.fromkeys(OFFLINE_VARIABLES, "1"))
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    for name in NOISY_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _disable_transformers_output()
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def one_line(error: BaseException) -> str:
    """The first non-empty line of an error's message, cut to 200 characters; its type if it has no
    message."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".")[:200] if lines else type(error).__name__


def _disable_transformers_output() -> None:
    try:
        from transformers.utils import logging as transformers_logging
    except ImportError:
        return
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
