"""Whether words typed into *Find* are a need that the library is about, or nothing of the kind.

A logistic regression over the words' vector and their nearness to a scenario (`training/closeness.py`). It belongs to one embedding: with
another one whatever comes nearest counts as close.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

PATH: Final = Path(__file__).parent / "closeness.json"


class Closeness:
    """The weights, and the embedding that they belong to."""

    def __init__(self, embedding: str, weights: NDArray[np.float32], nearness: float, bias: float) -> None:
        """`weights` has shape (dimensions,); above 0 the sum of all is close."""
        self._embedding, self._weights, self._nearness, self._bias = embedding, weights, nearness, bias

    def close(self, embedding: str, vector: NDArray[np.float32], nearness: float) -> bool:
        """Whether words of this vector, which come so near to a scenario (a cosine), ask for anything of its kind."""
        if embedding != self._embedding:
            return True
        return float(vector @ self._weights) + self._nearness * nearness + self._bias > 0


@lru_cache(maxsize=1)
def closeness() -> Closeness:
    """The one that comes with the product."""
    about = json.loads(PATH.read_text(encoding="utf-8"))
    return Closeness(about["embedding"], np.array(about["weights"], dtype=np.float32), about["nearness"], about["bias"])
