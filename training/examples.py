"""Turns of the corpus as what the network learns from: token ids, and for each token which segment it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

from simulator.evaluation.labelling.trained import CODES, CONTEXT_TOKENS, TURN_TOKENS, rules_of
from simulator.language.embedding import tokenizer
from training.talks import Coded

CLS, SEP = 101, 102


@dataclass(frozen=True)
class Example:
    """`segment` is -1 for tokens outside the turn; `begins_word` is 1 where a cut could be; `codes` and `others` a number a segment."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    rules: tuple[int, ...]
    segment: tuple[int, ...]
    begins_word: tuple[int, ...]
    codes: tuple[int, ...]
    others: tuple[int, ...]


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    return tokenizer()


def example(turn: Coded) -> Example:
    """A turn as the network reads it."""
    context = _tokenizer().encode(turn.context, add_special_tokens=False).ids[-CONTEXT_TOKENS:]
    text, starts = turn.text, [0]
    for part in turn.parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    encoded = _tokenizer().encode(text, add_special_tokens=False)
    own, offsets = encoded.ids[:TURN_TOKENS], encoded.offsets[:TURN_TOKENS]
    segment = [sum(begin <= first for begin in starts) - 1 for first, _ in offsets]
    words = [int(first == 0 or text[first - 1].isspace()) for first, _ in offsets]
    head = len(context) + 2
    seen = max(segment, default=-1) + 1
    return Example(
        ids=(CLS, *context, SEP, *own, SEP),
        kinds=(*[0] * head, *[1] * (len(own) + 1)),
        rules=(*[0] * head, *rules_of(text, turn.context, offsets), 0),
        segment=(*[-1] * head, *segment, -1),
        begins_word=(*[0] * head, *words, 0),
        codes=tuple(CODES.index(code) for code in turn.codes[:seen]),
        others=tuple(CODES.index(other) for _, _, other in turn.rows[:seen]),
    )


@dataclass(frozen=True)
class Batch:
    """Examples side by side, each tensor (examples, tokens), and all their codes, and the other coder's, in order."""

    ids: Tensor
    mask: Tensor
    kinds: Tensor
    rules: Tensor
    segment: Tensor
    begins_word: Tensor
    codes: Tensor
    others: Tensor

    def pooled(self, logits: Tensor) -> Tensor:
        """The mean logits of every segment, (segments, codes), in the order of `codes`."""
        inside = self.segment >= 0
        offset = torch.cumsum(torch.tensor([0, *(int(row.max()) + 1 for row in self.segment[:-1])]), 0)
        place = (self.segment + offset[:, None])[inside]
        count = torch.zeros(len(self.codes)).index_add_(0, place, torch.ones(len(place)))
        sums = torch.zeros(len(self.codes), len(CODES)).index_add_(0, place, logits[..., : len(CODES)][inside])
        return sums / count.clamp(min=1)[:, None]

    def cuts(self) -> tuple[Tensor, Tensor]:
        """Where a cut could be, and where one is; both (examples, tokens)."""
        before = torch.roll(self.segment, 1, 1)
        could = (self.begins_word == 1) & (self.segment >= 0) & ~((self.segment == 0) & (before < 0))
        return could, (self.segment != before) & (self.segment > 0)


def batch(examples: Sequence[Example]) -> Batch:
    """Examples padded to the longest."""
    longest = max(len(one.ids) for one in examples)

    def padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
        return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])

    return Batch(
        ids=padded([one.ids for one in examples], 0),
        mask=padded([[1] * len(one.ids) for one in examples], 0),
        kinds=padded([one.kinds for one in examples], 0),
        rules=padded([one.rules for one in examples], 0),
        segment=padded([one.segment for one in examples], -1),
        begins_word=padded([one.begins_word for one in examples], 0),
        codes=torch.tensor([code for one in examples for code in one.codes]),
        others=torch.tensor([code for one in examples for code in one.others]),
    )
