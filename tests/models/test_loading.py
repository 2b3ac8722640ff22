"""Missing, wrong and damaged models: one clear line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.models import load_nli, load_same_event
from checker.models.onnx_cross_encoder import load_onnx_cross_encoder

from .conftest import write_config


@pytest.fixture
def folder(tmp_path: Path, tokenizer_file: Path) -> Path:
    """A folder that is right in everything but that model.onnx holds no model."""
    made = tmp_path / "model"
    made.mkdir()
    (made / "model.onnx").write_bytes(b"not a model")
    (made / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    write_config(made, ("entailment", "neutral", "contradiction"))
    return made


def message(folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        load_onnx_cross_encoder(folder)
    text = str(caught.value)
    assert text
    assert "\n" not in text
    return text


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "config.json can't be read" in message(tmp_path)


def test_a_missing_file(folder: Path) -> None:
    (folder / "model.onnx").unlink()
    assert "model.onnx can't be read" in message(folder)


def test_a_cut_off_file(folder: Path) -> None:
    with (folder / "tokenizer.json").open("r+b") as file:
        file.truncate(10)
    assert "tokenizer.json is damaged or of another version" in message(folder)


def test_a_file_that_is_no_model(folder: Path) -> None:
    assert "Can't open the model" in message(folder)


def test_a_config_that_is_no_json(folder: Path) -> None:
    (folder / "config.json").write_text("{", encoding="utf-8")
    assert "config.json is damaged" in message(folder)


@pytest.mark.parametrize("key", ["id2label", "temperature", "max_length", "version", "sha256"])
def test_a_config_without_what_is_needed(folder: Path, key: str) -> None:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    del config[key]
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    assert f"it has no {key}" in message(folder)


@pytest.mark.parametrize("value", ["warm", 0, -1, None])
def test_a_temperature_that_is_none(folder: Path, value: object) -> None:
    write_config(folder, ("entailment", "neutral", "contradiction"), temperature=value)
    assert "temperature" in message(folder)


def test_a_model_from_the_wrong_place_names_itself(folder: Path) -> None:
    with pytest.raises(ModelError, match="Can't open the model"):
        load_same_event(str(folder))


@pytest.mark.models
def test_an_unknown_name_is_one_line() -> None:
    with pytest.raises(ModelError) as caught:
        load_nli("nobody/no-such-model")
    assert "nobody/no-such-model" in str(caught.value)
    assert "\n" not in str(caught.value)
