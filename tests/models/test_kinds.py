"""An ONNX folder and a Hugging Face cross-encoder stand behind the same Protocol."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.models import LABELS, NliModel, load_encoder, load_nli, load_same_event, load_same_fact
from checker.models.encoder import bundled_encoder_path

from .conftest import WORDS, write_config

PAIRS = [
    ("the second talks ended", "the third talks ended"),
    ("talks failed", "talks agreed"),
    ("the talks ended", "the talks ended"),
]


def write_onnx(path: Path, weights: list[float], output: str = "logits") -> None:
    """A model whose output is `weights` times the number of tokens: what it says is known beforehand."""
    onnx = pytest.importorskip("onnx", reason="onnx is only needed to make models")
    helper, numpy_helper, kinds = onnx.helper, onnx.numpy_helper, onnx.TensorProto
    shape = ["batch", "tokens"]
    graph = helper.make_graph(
        [
            helper.make_node("Mul", ["input_ids", "zero"], ["nothing"]),
            helper.make_node("Add", ["nothing", "attention_mask"], ["mask"]),
            helper.make_node("Cast", ["mask"], ["real"], to=kinds.FLOAT),
            helper.make_node("ReduceSum", ["real", "axis"], ["count"], keepdims=1),
            helper.make_node("MatMul", ["count", "weights"], [output]),
        ],
        "counts",
        [helper.make_tensor_value_info(name, kinds.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info(output, kinds.FLOAT, ["batch", len(weights)])],
        [
            numpy_helper.from_array(np.array([1], dtype=np.int64), "axis"),
            numpy_helper.from_array(np.array(0, dtype=np.int64), "zero"),
            numpy_helper.from_array(np.array([weights], dtype=np.float32), "weights"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path.write_bytes(model.SerializeToString())


@pytest.fixture
def onnx_nli(tmp_path: Path, tokenizer_file: Path) -> Path:
    folder = tmp_path / "onnx"
    folder.mkdir()
    write_onnx(folder / "model.onnx", [0.1, -0.2, 0.05])
    (folder / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    write_config(folder, ("contradiction", "entailment", "neutral"))
    return folder


@pytest.fixture
def hugging_face_nli(tmp_path: Path, tokenizer_file: Path) -> Path:
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
        id2label={0: "contradiction", 1: "entailment", 2: "neutral"},
        label2id={"contradiction": 0, "entailment": 1, "neutral": 2},
    )
    folder = tmp_path / "hugging_face"
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_file=str(tokenizer_file), **special)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.mark.models
@pytest.mark.parametrize("kind", ["onnx_nli", "hugging_face_nli"])
def test_both_kinds_fit_the_protocol(kind: str, request: pytest.FixtureRequest) -> None:
    model: NliModel = load_nli(str(request.getfixturevalue(kind)))
    predicted = model.predict(PAIRS)
    assert predicted.shape == (3, 3)
    assert predicted.dtype == np.float32
    assert predicted.sum(axis=1) == pytest.approx([1, 1, 1])
    assert np.array_equal(predicted, model.predict(PAIRS))
    one_by_one = np.concatenate([model.predict([pair]) for pair in PAIRS])
    assert predicted == pytest.approx(one_by_one, abs=1e-5)


@pytest.mark.models
def test_hugging_face_columns_are_put_in_order(hugging_face_nli: Path) -> None:
    from sentence_transformers import CrossEncoder

    raw = CrossEncoder(str(hugging_face_nli)).predict(PAIRS, show_progress_bar=False, apply_softmax=True)
    predicted = load_nli(str(hugging_face_nli)).predict(PAIRS)
    assert predicted[:, LABELS.index("contradiction")] == pytest.approx(raw[:, 0], abs=1e-5)
    assert predicted[:, LABELS.index("entailment")] == pytest.approx(raw[:, 1], abs=1e-5)


def test_onnx_columns_are_put_in_order(onnx_nli: Path) -> None:
    predicted = load_nli(str(onnx_nli)).predict([("talks ended", "talks failed")])  # 7 tokens
    logits = {"contradiction": 0.7, "entailment": -1.4, "neutral": 0.35}
    total = sum(np.exp(value) for value in logits.values())
    assert predicted[0] == pytest.approx([np.exp(logits[label]) / total for label in LABELS], abs=1e-5)


def test_long_pairs_are_cut_to_the_models_length(onnx_nli: Path) -> None:
    model = load_nli(str(onnx_nli))
    long = "talks " * 500
    assert model.predict([(long, long)]) == pytest.approx(model.predict([(long + long, long)]))


@pytest.mark.parametrize("threads", [1, 3, None])
def test_answers_do_not_depend_on_threads_nor_on_the_other_pairs(onnx_nli: Path, threads: int | None) -> None:
    model = load_nli(str(onnx_nli), threads=threads)
    pairs = [("talks " * n, "talks ended") for n in range(1, 30)]
    alone = [load_nli(str(onnx_nli), threads=1).predict([pair])[0].tolist() for pair in pairs]
    assert model.predict(pairs).tolist() == alone


def test_a_pair_and_its_mirror_are_one_event_alike(tmp_path: Path, tokenizer_file: Path) -> None:
    folder = tmp_path / "same_event"
    folder.mkdir()
    write_onnx(folder / "model.onnx", [0.3, -0.1])
    (folder / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    write_config(folder, ("same_event", "other_event"))
    model = load_same_event(str(folder))
    predicted = model.predict(PAIRS)
    assert predicted.shape == (3,)
    assert predicted == pytest.approx(model.predict([(right, left) for left, right in PAIRS]))
    assert predicted[1] == pytest.approx(1 / (1 + np.exp(-0.4 * 7)), abs=1e-5)  # 7 tokens
    assert model.predict([]).shape == (0,)


def test_a_same_fact_folder_is_an_encoder(tmp_path: Path, tokenizer_file: Path) -> None:
    folder = tmp_path / "same_fact"
    folder.mkdir()
    write_onnx(folder / "model.onnx", [0.5, 0.25], "vectors")
    (folder / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    write_config(folder, (), dimensions=2)
    encoder = load_same_fact(str(folder))
    vectors = encoder.encode(["talks ended", "talks", "talks ended"])  # with [CLS] and [SEP] 4, 3 and 4 tokens
    assert vectors.tolist() == [[2.0, 1.0], [1.5, 0.75], [2.0, 1.0]]
    assert encoder.encode([]).shape == (0, 2)


@pytest.mark.models
def test_any_sentence_transformers_model_can_stand_in_for_it() -> None:
    folder = bundled_encoder_path()
    assert folder is not None
    vectors = load_same_fact(str(folder)).encode(["The talks ended."])
    assert vectors == pytest.approx(load_encoder().encode(["The talks ended."]))


@pytest.mark.models
def test_the_bundled_encoder() -> None:
    encoder = load_encoder()
    vectors = encoder.encode(["The talks ended on Monday.", "Talks finished Monday.", "A cat sleeps."])
    assert vectors.shape == (3, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-4)
    assert vectors[0] @ vectors[1] > 0.7 > vectors[0] @ vectors[2]
    assert encoder.encode([]).shape == (0, 384)


def test_importing_the_models_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    heavy = ("torch", "onnxruntime", "transformers", "tokenizers")
    code = f"import sys, checker.models; print([name for name in {heavy} if name in sys.modules])"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"
