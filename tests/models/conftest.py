"""Tiny models written to tmp_path: real files of the real formats, with random or hand-set weights."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "talks", "ended", "failed", "agreed", "the", "second", "third"]


@pytest.fixture
def tokenizer_file(tmp_path: Path) -> Path:
    """A word-level tokenizer of eleven words that joins a pair the way BERT does."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.WordLevel({word: index for index, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    path = tmp_path / "words.json"
    tokenizer.save(str(path))
    return path


def write_config(folder: Path, labels: tuple[str, ...], **changed: object) -> None:
    """config.json with the true sums of the folder's files."""
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")}
    config = {
        "id2label": {str(index): label for index, label in enumerate(labels)},
        "temperature": 1.0,
        "max_length": 16,
        "version": "test",
        "sha256": sums,
        **changed,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
