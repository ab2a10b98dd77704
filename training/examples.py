"""Turns of the corpus as what the network learns from: token ids, and for each token which segment it belongs to."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import torch
from torch import Tensor

from simulator.codes import Code
from simulator.evaluation.labelling.trained import CODES, CONTEXT_TOKENS, TURN_TOKENS, rules_of
from simulator.language.content_words import word_set
from simulator.language.embedding import tokenizer
from training.talks import Coded

CLS, SEP = 101, 102
BARE: Final = 0.45
"""How often a turn is shown as a speech recogniser writes it, without case and points."""
ALONE: Final = 0.1
"""How often it is shown without what was said before."""
A_STRETCH: Final = 0.35
"""How often only one to three of its segments are shown."""


BROKEN: Final = 0.12
"""How often one of its segments is cut off in the middle."""
LONGEST_START: Final = 9
SHOWS_NOTHING: Final = 3
"""Words up to which what was cut off shows nothing of what it would have done; more of them keep their code."""
HANGING: Final = word_set("""
    a an the and but or so to of in on at with for from by is are was were be been am i you he she it we they my your our their his
    her its that this because if when what how which who do does did have has had can could would will should just um uh like about
    into as than not """)
"""Words on which nobody ends."""


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


def bare(text: str) -> str:
    """A text as a speech recogniser writes it."""
    kept = re.sub(r"[^\w\s'’&%$£€-]", " ", text.lower())
    return " ".join(re.sub(r"(?<!\w)[-']+|[-']+(?!\w)", " ", kept).split())


def stripped(turn: Coded) -> Coded:
    """The turn, and what was said before it, without case and points; segments that held nothing else are gone."""
    kept = [(text, code, other) for part, code, other in turn.rows if (text := bare(part))]
    return replace(turn, context=bare(turn.context)).having(kept)


def varied(turn: Coded, chance: random.Random) -> Coded:
    """The turn as it might also have been: a stretch of it, without what came before, without case and points."""
    if len(turn.parts) > 1 and chance.random() < A_STRETCH:
        count = chance.choice([1, 1, 2, 3])
        start = chance.randrange(max(1, len(turn.parts) - count + 1))
        turn = turn.stretch(start, start + count)
    if chance.random() < BROKEN:
        turn = broken_off(turn, chance)
    if chance.random() < ALONE:
        turn = replace(turn, context="")
    if chance.random() < BARE:
        turn = without if (without := stripped(turn)).parts else turn
    return turn


def broken_off(turn: Coded, chance: random.Random) -> Coded:
    """The turn with one segment cut off where nobody ends a sentence; up to three words show nothing and are social, more keep their code."""
    place = chance.randrange(len(turn.parts))
    words = turn.parts[place].split()
    ends = [count for count in range(1, min(len(words), LONGEST_START)) if _plain(words[count - 1]) in HANGING]
    if not ends:
        return turn
    count = chance.choice(ends)
    start = " ".join(words[:count]) + chance.choice(["", "", " -", "…"])
    rows = turn.rows
    _, code, other = rows[place]
    codes = (Code.SOCIAL, Code.SOCIAL) if count <= SHOWS_NOTHING else (code, other)
    return turn.having([*rows[:place], (start, *codes), *rows[place + 1 :]])


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word.lower())


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
