"""Make a network easy to quantize: keep the few outlying channels of its activations in float32.

A few input channels of the feed-forward layers are far larger than the others, so that one int8 scale for all of
them leaves the others few steps. Such a layer y = W x is split into y = W' x' + W_outliers x_outliers, which is
the same function; the second product has `CHANNELS` columns, stays in float32 and costs next to nothing.
Dettmers et al. 2022, "LLM.int8()". Moving the outliers into the weights (SmoothQuant) made int8 worse here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

CHANNELS = 16
SPLIT = (".output.dense", ".intermediate.dense")
FLOAT_NAME = "outliers"
"""Part of the name of each product that must stay in float32."""


class SplitLinear(nn.Module):
    """A linear layer whose largest input channels are multiplied apart."""

    def __init__(self, linear: nn.Linear, channels: Tensor) -> None:
        super().__init__()
        rest = torch.ones(linear.in_features)
        rest[channels] = 0.0
        self.register_buffer("rest", rest)
        self.register_buffer("channels", channels)
        self.outliers = nn.Linear(len(channels), linear.out_features, bias=False)
        self.outliers.weight.data = linear.weight.data[:, channels].clone()
        self.linear = linear

    def forward(self, states: Tensor) -> Tensor:
        large = states.index_select(-1, self.channels)
        return self.linear(states * self.rest) + self.outliers(large)


@torch.no_grad()
def split_outliers(network: nn.Module, batches: Iterable[tuple[Tensor, Tensor]]) -> int:
    """Split the layers named `SPLIT` by the activations on `batches` of (token ids, mask); how many were split."""
    linears = {name: module for name, module in network.named_modules() if name.endswith(SPLIT)}
    linears = {name: module for name, module in linears.items() if "attention" not in name}
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            peak = inputs[0].abs().reshape(-1, inputs[0].shape[-1]).amax(0)
            largest[name] = torch.maximum(largest[name], peak) if name in largest else peak

        return hook

    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in linears.items()]
    for input_ids, mask in batches:
        network(input_ids, mask)
    for hook in hooks:
        hook.remove()
    for name, module in linears.items():
        parent, _, last = name.rpartition(".")
        channels = largest[name].topk(CHANNELS).indices.sort().values
        setattr(network.get_submodule(parent), last, SplitLinear(module, channels))
    return len(linears)
