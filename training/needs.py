"""Needs and the scenario that fits each, for the network that understands turns: *Find* ranks with it (`library/search.py`).

`needs.csv` was written scenario by scenario, in words that are none of its symptoms. Every second need of a scenario teaches, the others
measure.
"""

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from simulator.library.entry import entry
from simulator.library.search import BEST_COUNTS, MEAN_OF
from simulator.scenario.model import Scenario

PATH: Final = Path(__file__).parent / "needs.csv"
SHOWN: Final = 4
"""Passages of each scenario that a need is compared with while learning."""
BATCH: Final = 64

Read = Callable[[Sequence[str]], Tensor]
"""From texts to their vectors of length 1."""


@dataclass(frozen=True)
class Needs:
    """Needs, the place of each one's scenario, and the passages of every scenario."""

    learn: tuple[tuple[str, int], ...]
    measure: tuple[tuple[str, int], ...]
    passages: tuple[tuple[str, ...], ...]


def needs(scenarios: Sequence[Scenario], path: Path = PATH) -> Needs:
    """All that there is."""
    places = {scenario.id: place for place, scenario in enumerate(scenarios)}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["need"], places[row["scenario"]]) for row in csv.DictReader(file)]
    passages = tuple(entry(scenario).passages for scenario in scenarios)
    return Needs(tuple(rows[::2]), tuple(rows[1::2]), passages)


def value(read: Read, some: Sequence[tuple[str, int]], known: Needs, chance: random.Random, heat: float) -> Tensor:
    """How far these needs are from lying nearest to their scenarios' passages (cross-entropy)."""
    shown = [(text, place) for place, texts in enumerate(known.passages) for text in chance.sample(texts, min(SHOWN, len(texts)))]
    cosines = read([need for need, _ in some]) @ read([text for text, _ in shown]).T
    owners = torch.tensor([place for _, place in shown]).expand(len(some), -1)
    near = torch.full((len(some), len(known.passages)), -1e4).scatter_reduce(1, owners, cosines / heat, reduce="amax", include_self=True)
    return torch.nn.functional.cross_entropy(near, torch.tensor([place for _, place in some]))


def measured(read: Read, known: Needs) -> tuple[float, float]:
    """Of the needs that measure, the shares whose scenario comes first and among three."""
    with torch.no_grad():
        best = nearness(read([need for need, _ in known.measure]).numpy(), [read(texts).numpy() for texts in known.passages])
    right = np.array([place for _, place in known.measure])
    order = np.argsort(-best, axis=1)
    return float((order[:, 0] == right).mean()), float((order[:, :3] == right[:, None]).any(1).mean())


def nearness(asked: NDArray[np.float32], passages: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """How near texts come to each scenario, as `library/search.py` reckons it, (texts, scenarios); vectors of length 1 are rows."""
    found = np.zeros((len(asked), len(passages)), np.float32)
    for place, vectors in enumerate(passages):
        top = np.sort(asked @ vectors.T, axis=1)[:, ::-1]
        found[:, place] = BEST_COUNTS * top[:, 0] + (1 - BEST_COUNTS) * top[:, :MEAN_OF].mean(1)
    return found
