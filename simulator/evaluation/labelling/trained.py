"""The built-in labeller: a small network trained on the project's own corpus, run by onnxruntime. No key, no network.

One pass reads what the rep said last and the manager's turn, and says for every token how much it speaks for each code, whether a
segment begins there, and what else the words do (`Segment.marks`). A segment's probabilities are the softmax of its tokens' mean
logits over a temperature that was fitted on talks kept apart (Guo et al. 2017), so that of the segments given 80 % about 80 % are
right. How it was trained and how good it is stands in `docs/labeller.md`.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.errors import LabellerError
from simulator.evaluation.labelling.labeller import Said
from simulator.language.embedding import tokenizer
from simulator.language.sentences import begins
from simulator.reading import contemptuous

FOLDER: Final = Path(__file__).parent / "model"
CONTEXT_TOKENS: Final = 24
"""The end of the rep's turn is what is answered."""
TURN_TOKENS: Final = 160
"""A longer turn is read in parts of so many tokens, cut where a sentence ends."""
BATCH: Final = 16
ROOM: Final = 256
"""Tokens that go through the network together, the padding counted: what a pass takes of memory grows with them."""
CODES: Final = tuple(Code)
"""The network's first outputs, in this order; after them the one for a cut, and the marks."""

_CLS, _SEP = 101, 102
_MOST_CHARACTERS: Final = 2000
"""Of the rep's turn; more is never among its last tokens."""
_WORD: Final = re.compile(r"\w")

Logits = NDArray[np.float32]


@dataclass(frozen=True)
class _Part:
    """One input of the network: which turn it is from, its token ids, how many of them are context, and where its words are."""

    turn: int
    ids: tuple[int, ...]
    context: int
    offsets: tuple[tuple[int, int], ...]


class Read(NamedTuple):
    """What a stretch is read as: its code, how sure that is (0 to 1), and what else its words do (`Segment.marks`)."""

    code: Code
    confidence: float
    marks: tuple[str, ...] = ()


class TrainedLabeller:
    """An `evaluation.labelling.labeller.Labeller`. Deterministic, and safe to share between threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the network; about a fifth of a second.

        Raises:
            LabellerError: a file is missing, or not the one that belongs to the other.
        """
        import onnxruntime

        try:
            about = json.loads((folder / "labeller.json").read_text(encoding="utf-8"))
            network = (folder / "labeller.onnx").read_bytes()
        except (OSError, ValueError) as error:
            raise LabellerError(f"The built-in labeller cannot be read from {folder}. Put it back from the product's own files.") from error
        if hashlib.sha256(network).hexdigest() != about["sha256"]:
            raise LabellerError(
                f"The built-in labeller's network in {folder} is not the one it came with. Put it back from the product's own files."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep the memory of the longest batch ever seen
        self._session: Any = onnxruntime.InferenceSession(network, sess_options=options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = tokenizer()
        self.version: str = about["version"]
        self._temperature: float = about["temperature"]
        self.uncertain_below: float = about["uncertain_below"]
        self._marks: dict[int, str] = {place: name for place, name in enumerate(about["outputs"]) if place > len(CODES)}
        self._from: Logits = np.array([about["marks"][name] for name in self._marks.values()], dtype=np.float32)

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """As `Labeller.label`."""
        return self.label_many([Said(text=text, context=context, turn=turn)])[0]

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        """As `Labeller.label_many`."""
        parts = [part for number, one in enumerate(said) for part in self._parts(number, one)]
        found: list[tuple[list[int], list[Logits]]] = [([], []) for _ in said]
        for part, output in zip(parts, self._outputs(parts), strict=True):
            starts, logits = found[part.turn]
            for begin, mean in _stretches(said[part.turn].text, part.offsets, output):
                starts.append(begin)
                logits.append(mean)
        return [self._segments(one, starts, logits) for one, (starts, logits) in zip(said, found, strict=True)]

    def code_spans(self, said: Sequence[tuple[Said, Sequence[int]]]) -> list[list[Read]]:
        """What every stretch of each turn is read as, where somebody else has cut it.

        Each turn comes with the characters at which its stretches begin, the first 0.
        """
        parts = [part for number, (one, _) in enumerate(said) for part in self._parts(number, one)]
        tokens: list[list[tuple[int, Logits]]] = [[] for _ in said]
        for part, output in zip(parts, self._outputs(parts), strict=True):
            tokens[part.turn] += [(first, row) for (first, _), row in zip(part.offsets, output, strict=True)]
        found = []
        for (one, starts), rows in zip(said, tokens, strict=True):
            edges = [*starts, len(one.text)]
            inside = [[row for first, row in rows if begin <= first < end] for begin, end in pairwise(edges)]
            found.append([self._read(np.mean(some, axis=0)) if some else Read(Code.SOCIAL, 0.0) for some in inside])
        return found

    def _parts(self, number: int, said: Said) -> Iterator[_Part]:
        context = self._tokens(said.context[-_MOST_CHARACTERS:])[0][-CONTEXT_TOKENS:]
        ids, offsets = self._tokens(said.text)
        start = 0
        while start < len(ids):
            end = _part_end(said.text, offsets, start)
            head = (_CLS, *context, _SEP)
            yield _Part(number, (*head, *ids[start:end], _SEP), len(head), tuple(offsets[start:end]))
            start = end

    def _tokens(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False)
        return encoded.ids, encoded.offsets

    def _outputs(self, parts: Sequence[_Part]) -> list[Logits]:
        """The logits of each part's own tokens; parts of like length go through the network together, the same words once."""
        outputs: dict[tuple[int, ...], Logits] = {}
        order = sorted({part.ids: part for part in parts}.values(), key=lambda part: -len(part.ids))
        while order:
            most = min(BATCH, max(1, ROOM // len(order[0].ids)))
            some, order = order[:most], order[most:]
            outputs |= dict(zip((part.ids for part in some), self._run(some), strict=True))
        return [outputs[part.ids] for part in parts]

    def _read(self, mean: Logits) -> Read:
        """The likeliest code, its calibrated probability, and the marks that are there."""
        codes = mean[: len(CODES)]
        shares = np.exp((codes - codes.max()) / self._temperature)
        best = int(shares.argmax())
        there = mean[list(self._marks)] > self._from
        marks = tuple(name for name, one in zip(self._marks.values(), there, strict=True) if one)
        return Read(CODES[best], float(shares[best] / shares.sum()), marks)

    def _run(self, parts: Sequence[_Part]) -> Iterator[Logits]:
        """The logits of each part's own tokens."""
        longest = max(len(part.ids) for part in parts)
        ids = np.zeros((len(parts), longest), dtype=np.int64)
        mask, kinds = np.zeros_like(ids), np.zeros_like(ids)
        for row, part in enumerate(parts):
            ids[row, : len(part.ids)] = part.ids
            mask[row, : len(part.ids)] = 1
            kinds[row, part.context : len(part.ids)] = 1
        output = self._session.run(["logits"], {"ids": ids, "mask": mask, "kinds": kinds})[0]
        for row, part in enumerate(parts):
            yield output[row, part.context : part.context + len(part.offsets)]

    def _segments(self, said: Said, starts: list[int], logits: list[Logits]) -> tuple[Segment, ...]:
        if not said.text:
            return ()
        if not starts:
            return (Segment(turn=said.turn, start=0, end=len(said.text), text=said.text, code=Code.SOCIAL),)
        made = []
        edges = [0, *starts[1:], len(said.text)]
        for (start, end), mean in zip(pairwise(edges), logits, strict=True):
            read = self._read(mean)
            if contemptuous(said.text[start:end]):  # the one error that would praise a bully: it is not left to chance
                read = read._replace(code=Code.CRITICISM)
            made.append(
                Segment(
                    turn=said.turn,
                    start=start,
                    end=end,
                    text=said.text[start:end],
                    code=read.code,
                    confidence=round(read.confidence, 3),
                    uncertain=read.confidence < self.uncertain_below,
                    marks=read.marks,
                )
            )
        return tuple(made)


def _part_end(text: str, offsets: Sequence[tuple[int, int]], start: int) -> int:
    """Where the part that begins at token `start` ends: behind the last sentence that still fits, else the last word."""
    last = start + TURN_TOKENS
    if last >= len(offsets):
        return len(offsets)
    words = [place for place in range(start + 1, last + 1) if _begins_word(text, offsets[place][0])]
    first = set(begins(text))
    sentences = [place for place in words if offsets[place][0] in first]
    return (sentences or words or [last])[-1]


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or text[place - 1].isspace()


def _stretches(text: str, offsets: Sequence[tuple[int, int]], logits: Logits) -> Iterator[tuple[int, Logits]]:
    """Where each segment of a part begins, with its tokens' mean logits. One without a word belongs to the one before it."""
    begins = [0]
    for place in range(1, len(offsets)):
        if (
            logits[place, len(CODES)] > 0
            and _begins_word(text, offsets[place][0])
            and _WORD.search(text, offsets[begins[-1]][0], offsets[place][0])
        ):
            begins.append(place)
    if len(begins) > 1 and not _WORD.search(text, offsets[begins[-1]][0], offsets[-1][1]):
        begins.pop()
    for first, last in pairwise([*begins, len(offsets)]):
        yield offsets[first][0], logits[first:last].mean(axis=0)


_loading = Lock()


def built_in() -> TrainedLabeller:
    """The labeller that comes with the product, loaded once a process."""
    with _loading:
        return _load()


@lru_cache(maxsize=1)
def _load() -> TrainedLabeller:
    return TrainedLabeller()
