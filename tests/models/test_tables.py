"""Word embeddings in coarse steps are in the file as they were in training."""

from __future__ import annotations

from pathlib import Path

import pytest

onnx = pytest.importorskip("onnx", reason="onnx is only needed to train")
torch = pytest.importorskip("torch")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from training.tables import STEP, TABLE, coarse, is_coarse, is_latin, write_whole  # noqa: E402


@pytest.mark.parametrize(
    ("token", "kept"),
    [("talks", True), ("##é", True), ("1", True), (",", True), ("[SEP]", True), ("[unused7]", False), ("##語", False)],
)
def test_tokens_of_english_text(token: str, kept: bool) -> None:
    assert is_latin(token) is kept


def test_coarse_embeddings() -> None:
    table = torch.tensor([[0.1, -0.52], [0.3, 0.2]])
    made = coarse(table, {"talks": 0, "語": 1})
    assert made[0].tolist() == pytest.approx([3 * STEP, -15 * STEP])
    assert made[1].tolist() == [0, 0]
    assert is_coarse(made)
    assert not is_coarse(table)
    assert torch.equal(coarse(made, {"talks": 0, "語": 1}), made)


def test_no_further_rounding_in_the_file(tmp_path: Path) -> None:
    table = coarse(torch.randn(5, 4), {})
    start = [
        numpy_helper.from_array(torch.zeros(5, 4, dtype=torch.uint8).numpy(), f"{TABLE}_quantized"),
        numpy_helper.from_array(torch.tensor(0.02).numpy(), f"{TABLE}_scale"),
        numpy_helper.from_array(torch.tensor(127, dtype=torch.uint8).numpy(), f"{TABLE}_zero_point"),
    ]
    out = helper.make_tensor_value_info("rows", TensorProto.FLOAT, [5, 4])
    node = helper.make_node("DequantizeLinear", [item.name for item in start], ["rows"])
    path = tmp_path / "model.onnx"
    onnx.save(helper.make_model(helper.make_graph([node], "g", [], [out], start)), path)
    write_whole(table, path)
    read = {item.name: numpy_helper.to_array(item) for item in onnx.load(path).graph.initializer}
    whole = read[f"{TABLE}_quantized"].astype("f4") - read[f"{TABLE}_zero_point"].astype("f4")
    assert torch.allclose(torch.from_numpy(whole * read[f"{TABLE}_scale"]), table, atol=1e-6)
    onnx.save(helper.make_model(helper.make_graph([], "g", [], [out], [])), path)
    with pytest.raises(ValueError, match="another way"):
        write_whole(table, path)
