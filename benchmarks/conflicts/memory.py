"""Parsed paragraphs, encoded sentences and inferences, remembered: 350 runs over much the same texts take minutes.

Parser and models treat each text or pair by itself, so that a remembered answer is the same as a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, DocBin

from checker.claims import extract
from checker.claims.parsing import parser
from checker.loading import Models
from checker.models import Encoder, NliModel
from checker.pairs.neighbours import Vectors


class RememberingParser:
    """Stands in for the spaCy pipeline of `extract_claims`: same documents, each text parsed once."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[str, Doc] = {}
        self._new = 0
        if file is not None and file.exists():
            for doc in DocBin().from_disk(file).get_docs(parser().vocab):
                self._known[doc.text] = doc

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parsed texts, in their order."""
        wanted = list(texts)
        missing = [text for text in dict.fromkeys(wanted) if text not in self._known]
        for text, doc in zip(missing, parser().pipe(missing), strict=True):
            self._known[text] = doc
            self._new += 1
        return iter([self._known[text] for text in wanted])

    def save(self) -> None:
        """Write what is known to the file, when there is one and anything is new."""
        if self._file is not None and self._new:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            DocBin(docs=self._known.values()).to_disk(self._file)
            self._new = 0


class RememberingEncoder:
    """An encoder that asks the real one for each text once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, np.ndarray[Any, np.dtype[np.float32]]] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(texts, dimensions) of unit length."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else self._encoder.encode([])


class RememberingNli:
    """An NLI model that asks the real one for each pair once."""

    def __init__(self, model: NliModel) -> None:
        self._model = model
        self._known: dict[tuple[str, str], np.ndarray[Any, np.dtype[np.float32]]] = {}

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray[Any, np.dtype[np.float32]]:
        """(pairs, labels), as the model gives them."""
        missing = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if missing:
            self._known.update(zip(missing, self._model.predict(missing), strict=True))
        return np.stack([self._known[pair] for pair in pairs]) if pairs else self._model.predict([])


@contextmanager
def remembering(models: Models, file: Path | None = None) -> Iterator[Models]:
    """The models, with a parser and models that remember, for the time of the block; `file` keeps the parses."""
    known = RememberingParser(file)
    extract.parser = lambda: known  # type: ignore[assignment,return-value]
    try:
        nli = RememberingNli(models.nli) if models.nli is not None else None
        facts = RememberingEncoder(models.same_fact) if models.same_fact is not None else None
        yield replace(models, encoder=RememberingEncoder(models.encoder), nli=nli, same_fact=facts)
    finally:
        extract.parser = parser
        known.save()
