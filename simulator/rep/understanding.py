"""Vectors of what a manager says, in the light of what the rep has just said, and of texts by which things are known.

A small network of the project's own (`training/ranker.py`), run by onnxruntime: a turn lies nearer to the texts of what it asks about than
to anything else, and a turn about nothing in the scenario lies farther than `nothing` from all of them. No key, no download.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np

from simulator.errors import LabellerError
from simulator.language.embedding import Vectors, tokenizer

FOLDER: Final = Path(__file__).parent / "model"
CONTEXT_TOKENS: Final = 40
"""The end of what the rep has said is what is asked about."""
TURN_TOKENS: Final = 64
BATCH: Final = 32
_CLS, _SEP = 101, 102
_MOST_CHARACTERS: Final = 1200


class Understanding:
    """An `language.embedding.Embedder` of texts, and of turns as well. Deterministic, and safe to share between threads."""

    dimensions = 384

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the network; about a fifth of a second.

        Raises:
            LabellerError: a file is missing, or not the one that belongs to the other.
        """
        import onnxruntime

        try:
            about = json.loads((folder / "understanding.json").read_text(encoding="utf-8"))
            network = (folder / "understanding.onnx").read_bytes()
        except (OSError, ValueError) as error:
            raise LabellerError(
                f"What understands a turn cannot be read from {folder}. Put it back from the product's own files."
            ) from error
        if hashlib.sha256(network).hexdigest() != about["sha256"]:
            raise LabellerError(f"The network in {folder} is not the one it came with. Put it back from the product's own files.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep the memory of the longest batch ever seen
        self._session: Any = onnxruntime.InferenceSession(network, sess_options=options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = tokenizer()
        self.id: str = about["version"]
        self.nothing: float = about["nothing"]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts by which something is known."""
        return self.asked(texts, "")

    def asked(self, texts: Sequence[str], last: str) -> Vectors:
        """Vectors of a turn's stretches, (texts, 384), each of length 1; `last` is what the rep has just said."""
        before = self._ids(last[-_MOST_CHARACTERS:])[-CONTEXT_TOKENS:]
        rows = [self._ids(text[-_MOST_CHARACTERS:])[-TURN_TOKENS:] for text in texts]
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            found[some] = self._vectors([rows[place] for place in some], before)
        return found

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False).ids
        return ids

    def _vectors(self, rows: Sequence[Sequence[int]], before: Sequence[int]) -> Vectors:
        head = len(before) + 2
        longest = head + max(map(len, rows)) + 1
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        mask, kinds = np.zeros_like(ids), np.zeros_like(ids)
        for place, row in enumerate(rows):
            ids[place, : head + len(row) + 1] = (_CLS, *before, _SEP, *row, _SEP)
            mask[place, : head + len(row) + 1] = 1
            kinds[place, head : head + len(row)] = 1
        states = self._session.run(None, {"ids": ids, "mask": mask, "kinds": kinds})[0]
        weights = kinds[:, :, None].astype(np.float32)
        mean = (states * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
        unit: Vectors = (mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return unit


_loading = Lock()


def understanding() -> Understanding:
    """The one that comes with the product, loaded once a process."""
    with _loading:
        return _load()


@lru_cache(maxsize=1)
def _load() -> Understanding:
    return Understanding()
