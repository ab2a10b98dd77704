"""Needs as managers type them into *Find*, what the scenarios say of themselves, and how near one comes to the other.

`needs.csv` was written scenario by scenario, in words that are none of its symptoms.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.library.search import BEST_COUNTS, MEAN_OF

PATH: Final = Path(__file__).parent / "needs.csv"


def needs(path: Path = PATH) -> list[str]:
    """Every second one first, then the others: whoever folds them has needs of every scenario in every fold."""
    with path.open(encoding="utf-8", newline="") as file:
        every = [row["need"] for row in csv.DictReader(file)]
    return [*every[::2], *every[1::2]]


def nearness(asked: NDArray[np.float32], passages: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """How near texts come to each scenario, as `library/search.py` reckons it, (texts, scenarios); vectors of length 1 are rows."""
    found = np.zeros((len(asked), len(passages)), np.float32)
    for place, vectors in enumerate(passages):
        top = np.sort(asked @ vectors.T, axis=1)[:, ::-1]
        found[:, place] = BEST_COUNTS * top[:, 0] + (1 - BEST_COUNTS) * top[:, :MEAN_OF].mean(1)
    return found
