"""Encoders, NLI model and same-event model: Protocols, loading, and the bundled weights.

Nothing heavy is imported here: torch, onnxruntime and the like are only imported when a model is loaded.
"""

from checker.models.encoder import DEFAULT_ENCODER, Encoder, load_encoder
from checker.models.nli import DEFAULT_NLI, LABELS, NliModel, load_nli
from checker.models.same_event import DEFAULT_SAME_EVENT, SameEventModel, load_same_event
from checker.models.same_fact import DEFAULT_SAME_FACT, load_same_fact

__all__ = [
    "DEFAULT_ENCODER",
    "DEFAULT_NLI",
    "DEFAULT_SAME_EVENT",
    "DEFAULT_SAME_FACT",
    "LABELS",
    "Encoder",
    "NliModel",
    "SameEventModel",
    "load_encoder",
    "load_nli",
    "load_same_event",
    "load_same_fact",
]
