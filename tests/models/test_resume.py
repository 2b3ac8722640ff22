"""The checkpoint that is made of a shipped file is the network that was shipped, but for the rounding to int8."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("onnx", reason="onnx is only needed to train")
pytest.importorskip("onnxscript", reason="onnxscript is only needed to train")
torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")


@pytest.fixture
def base(tmp_path: Path, tokenizer_file: Path) -> Path:
    """A tiny MPNet with random weights."""
    torch.manual_seed(1)
    config = transformers.MPNetConfig(
        vocab_size=11,
        hidden_size=32,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=48,
        max_position_embeddings=40,
        pad_token_id=0,
    )
    folder = tmp_path / "base"
    transformers.MPNetModel(config).save_pretrained(folder)
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    transformers.PreTrainedTokenizerFast(tokenizer_file=str(tokenizer_file), **special).save_pretrained(folder)
    return folder


def test_the_network_of_an_exported_file(base: Path, tmp_path: Path) -> None:
    from training.export import quantize, to_onnx
    from training.network import build
    from training.resume import read_graph, weights_of

    network = build(base, 2, 3, 3)
    for values in network.parameters():  # equal tensors would be stored once, under one name
        torch.nn.init.normal_(values, std=0.1)
    torch.save({"network": network.state_dict(), "layers": 2}, tmp_path / "checkpoint.pt")
    rows = [{"premise": "the second talks ended", "hypothesis": "talks failed"}] * 4
    to_onnx(tmp_path / "checkpoint.pt", base, 3, tmp_path / "full.onnx", rows)
    folder = tmp_path / "shipped"
    folder.mkdir()
    quantize(tmp_path / "full.onnx", folder / "model.onnx")

    read = weights_of(read_graph(folder))
    state = network.state_dict()
    assert set(read) == set(state)
    for name, values in state.items():
        assert read[name].shape == values.shape
        assert torch.allclose(read[name], values, atol=float(values.abs().max()) / 60 + 1e-6), name


def test_what_comes_from_the_base() -> None:
    from training.resume import is_frozen, module_path

    assert is_frozen("encoder.embeddings.word_embeddings.weight", 2)
    assert is_frozen("encoder.encoder.layer.1.output.dense.weight", 2)
    assert not is_frozen("encoder.encoder.layer.2.output.dense.weight", 2)
    assert not is_frozen("dense.weight", 2)
    node = "/encoder/encoder/layer.1/output/dense/linear/MatMul_quant"
    assert module_path(node) == "encoder.encoder.layer.1.output.dense.linear"
    with pytest.raises(ValueError, match="no product"):
        module_path("/encoder/Gather_1")
