"""Turns as what the network learns from: token ids, and for each token which segment it belongs to, with what each segment does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from simulator.evaluation.labelling.trained import CONTEXT_TOKENS, TURN_TOKENS
from training.marks import MARKS
from training.outputs import CODES
from training.talks import Coded

Words = tuple[list[int], list[tuple[int, int]]]
NONE: Final = -1
"""Stands for a code or an act that is not known."""


@dataclass(frozen=True)
class Script:
    """How a network reads text: its tokenizer as a function from text to ids and offsets, and its two special tokens."""

    words: Callable[[str], Words]
    first: int
    between: int
    padding: int


@dataclass(frozen=True)
class Example:
    """`segment` is -1 for tokens outside the turn; `begins_word` is 1 where a cut could be; the rest holds one entry a segment."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    segment: tuple[int, ...]
    begins_word: tuple[int, ...]
    codes: tuple[int, ...]
    others: tuple[int, ...]
    marks: tuple[tuple[int, ...], ...]
    acts: tuple[int, ...]


def example(turn: Coded, script: Script) -> Example:
    """A turn of the corpus as the network reads it."""
    ids, kinds, segment, words = _read(turn.text, turn.context, turn.parts, script)
    seen = max(segment, default=-1) + 1
    rows = turn.rows[:seen]
    return Example(
        ids=ids,
        kinds=kinds,
        segment=segment,
        begins_word=words,
        codes=tuple(CODES.index(row.code) for row in rows),
        others=tuple(CODES.index(row.other) for row in rows),
        marks=tuple(tuple(int(mark in row.marks) for mark in MARKS) for row in rows),
        acts=(NONE,) * len(rows),
    )


def act(text: str, context: str, number: int, script: Script) -> Example:
    """One act of a meeting as a turn of one segment, whose code nobody gave."""
    ids, kinds, segment, _ = _read(text, context, (text,), script)
    return Example(
        ids=ids,
        kinds=kinds,
        segment=segment,
        begins_word=(0,) * len(ids),
        codes=(NONE,),
        others=(NONE,),
        marks=((NONE,) * len(MARKS),),
        acts=(number,),
    )


def _read(
    text: str, context: str, parts: Sequence[str], script: Script
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    before = script.words(context)[0][-CONTEXT_TOKENS:]
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    ids, places = script.words(text)
    own, offsets = ids[:TURN_TOKENS], places[:TURN_TOKENS]
    segment = [sum(begin <= first for begin in starts) - 1 for first, _ in offsets]
    words = [int(first == 0 or text[first - 1].isspace()) for first, _ in offsets]
    head = len(before) + 2
    return (
        (script.first, *before, script.between, *own, script.between),
        (*[0] * head, *[1] * (len(own) + 1)),
        (*[-1] * head, *segment, -1),
        (*[0] * head, *words, 0),
    )


@dataclass(frozen=True)
class Batch:
    """Examples side by side, each tensor (examples, tokens); then one row a segment, in order."""

    ids: Tensor
    mask: Tensor
    kinds: Tensor
    segment: Tensor
    begins_word: Tensor
    codes: Tensor
    others: Tensor
    marks: Tensor
    acts: Tensor

    def pooled(self, logits: Tensor) -> Tensor:
        """The mean logits of every segment, (segments, outputs)."""
        inside = self.segment >= 0
        offset = torch.cumsum(torch.tensor([0, *(int(row.max()) + 1 for row in self.segment[:-1])]), 0)
        place = (self.segment + offset[:, None])[inside]
        count = torch.zeros(len(self.codes)).index_add_(0, place, torch.ones(len(place)))
        sums = torch.zeros(len(self.codes), logits.shape[-1]).index_add_(0, place, logits[inside])
        return sums / count.clamp(min=1)[:, None]

    def cuts(self) -> tuple[Tensor, Tensor]:
        """Where a cut could be, and where one is; both (examples, tokens)."""
        before = torch.roll(self.segment, 1, 1)
        could = (self.begins_word == 1) & (self.segment >= 0) & ~((self.segment == 0) & (before < 0))
        return could, (self.segment != before) & (self.segment > 0)


def batch(examples: Sequence[Example], padding: int) -> Batch:
    """Examples padded to the longest."""
    longest = max(len(one.ids) for one in examples)

    def padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
        return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])

    return Batch(
        ids=padded([one.ids for one in examples], padding),
        mask=padded([[1] * len(one.ids) for one in examples], 0),
        kinds=padded([one.kinds for one in examples], 0),
        segment=padded([one.segment for one in examples], -1),
        begins_word=padded([one.begins_word for one in examples], 0),
        codes=torch.tensor([code for one in examples for code in one.codes]),
        others=torch.tensor([code for one in examples for code in one.others]),
        marks=torch.tensor([row for one in examples for row in one.marks], dtype=torch.float32),
        acts=torch.tensor([number for one in examples for number in one.acts]),
    )
