"""The network of both bundled models: a cross-encoder whose head sees the mean of each sentence of the pair.

Both bases (all-mpnet-base-v2, all-MiniLM-L6-v2) were trained with mean pooling, so a mean per sentence keeps
what they know: the head gets [u, v, |u - v|, u * v], where u and v are means over the tokens of the first and
the second sentence, each of which has already attended to the other.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel


class PairClassifier(nn.Module):
    """(token ids, attention mask), both (batch, tokens) -> logits (batch, labels)."""

    def __init__(self, encoder: nn.Module, separator_id: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        hidden: int = encoder.config.hidden_size
        self.encoder = encoder
        self.separator_id = separator_id
        self.dense = nn.Linear(4 * hidden, hidden)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(hidden, labels)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        is_separator = input_ids == self.separator_id
        passed = is_separator.int().cumsum(1)
        is_word = (attention_mask > 0) & ~is_separator
        left = mean_where(states, is_word & (passed == 0))
        right = mean_where(states, is_word & (passed > 0))
        features = torch.cat([left, right, (left - right).abs(), left * right], dim=1)
        return self.output(self.dropout(torch.tanh(self.dense(self.dropout(features)))))


def mean_where(states: Tensor, mask: Tensor) -> Tensor:
    """Mean of `states` (batch, tokens, hidden) over the tokens where `mask` (batch, tokens) holds."""
    weights = mask.unsqueeze(-1).to(states.dtype)
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)


def build(base: Path, layers: int, separator_id: int, labels: int, dropout: float = 0.1) -> PairClassifier:
    """The bottom `layers` layers of the model in folder `base`, with `dropout` in training, under a new head.

    The bottom layers, because dropping the top ones costs least (Sajjad et al. 2023, "On the effect of
    dropping layers of pre-trained transformer models").
    """
    config = AutoConfig.from_pretrained(base)
    options = {"add_pooling_layer": False, "attn_implementation": "eager"}
    options |= {"hidden_dropout_prob": dropout, "attention_probs_dropout_prob": dropout}
    encoder = AutoModel.from_pretrained(base, **options)
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    encoder.config.num_hidden_layers = min(layers, config.num_hidden_layers)
    return PairClassifier(encoder, separator_id, labels)


def parameter_groups(
    network: PairClassifier, rate: float, head_rate: float, decay: float, frozen: int
) -> list[dict[str, object]]:
    """Parameters with their learning rates: `decay` times less per layer downwards; the word embeddings and
    the lowest `frozen` layers are not trained."""
    for parameter in network.encoder.embeddings.parameters():
        parameter.requires_grad = False
    layers = network.encoder.encoder.layer
    groups: list[dict[str, object]] = []
    for index, layer in enumerate(layers):
        for parameter in layer.parameters():
            parameter.requires_grad = index >= frozen
        if index >= frozen:
            groups += _group(layer, rate * decay ** (len(layers) - 1 - index))
    bias = getattr(network.encoder.encoder, "relative_attention_bias", None)
    if bias is not None:
        bias.requires_grad_(frozen == 0)  # all layers share it: its gradient would go down through the frozen ones
        groups += _group(bias, rate)
    return groups + _group(network.dense, head_rate) + _group(network.output, head_rate)


def _group(module: nn.Module, rate: float) -> list[dict[str, object]]:
    matrices = [p for p in module.parameters() if p.dim() > 1]
    vectors = [p for p in module.parameters() if p.dim() == 1]
    return [
        {"params": matrices, "rate": rate, "weight_decay": 0.01},
        {"params": vectors, "rate": rate, "weight_decay": 0.0},
    ]
