"""Trains what tells a need from anything else that is typed into *Find*: `python -m training.closeness`. Takes some seconds.

A logistic regression over a text's vector and its nearness to the scenario that comes nearest. It learns from the needs of `needs.csv` and
what the scenarios say of themselves, against the lines of `nonsense.txt`, and is measured on folds it did not see. Every fourth line of
nonsense is never learned from.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.language.embedding import Vectors, bundled
from simulator.library.catalogue import load
from simulator.library.closeness import PATH
from simulator.library.entry import entry
from simulator.settings import PROJECT
from training.needs import nearness, needs

NONSENSE: Final = Path(__file__).parent / "nonsense.txt"
FOLDS: Final = 5
REFUSED: Final = 0.05
"""The share of needs that may be told to be close to nothing."""
RESTRAINT: Final = 0.1
"""Of the vector's weights (ridge); that of the nearness is free."""
NEARNESS_COUNTS: Final = 4.0
"""What the nearness is multiplied with while learning, so that it weighs more than one of 384 numbers."""
ROUNDS: Final = 30

Floats = NDArray[np.float64]


def fitted(rows: Floats, needed: NDArray[np.bool_]) -> Floats:
    """Weights and bias of the logistic regression, both sides counting the same (Newton's method)."""
    known = np.c_[rows, np.ones(len(rows))]
    share = np.where(needed, 0.5 / needed.sum(), 0.5 / (~needed).sum())
    ridge = np.r_[np.full(rows.shape[1] - 1, RESTRAINT), 0.0, 0.0] / 1000
    weights: Floats = np.zeros(known.shape[1])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (share * (said - needed)) + ridge * weights
        bend = (known * (share * said * (1 - said))[:, None]).T @ known + np.diag(ridge + 1e-9)
        weights = weights - np.asarray(np.linalg.solve(bend, slope), dtype=np.float64)
    return weights


def main() -> None:
    """Train, measure, and write the weights."""
    embedder = bundled()
    passages = [embedder.embed(entry(scenario).passages) for scenario in load([PROJECT / "scenarios"]).scenarios]
    lines = NONSENSE.read_text(encoding="utf-8").splitlines()
    wanted = _rows(embedder.embed(needs()), passages)
    idle = _rows(embedder.embed([line for place, line in enumerate(lines) if place % 4]), passages)
    never = _rows(embedder.embed(lines[::4]), passages)
    # What a scenario says of itself is near to itself: its nearness to the others is what teaches.
    told = np.concatenate([_rows(own, passages[:place] + passages[place + 1 :]) for place, own in enumerate(passages)])

    def taught(some: Floats) -> Floats:
        needed = np.concatenate([some, told])
        return fitted(np.concatenate([needed, idle]), np.arange(len(needed) + len(idle)) < len(needed))

    fold = np.arange(len(wanted)) % FOLDS
    unseen = np.zeros(len(wanted))
    for number in range(FOLDS):
        unseen[fold == number] = _said(wanted[fold == number], taught(wanted[fold != number]))
    bar = float(np.quantile(unseen, REFUSED))
    weights = taught(wanted)
    print(f"needs told to be close to nothing: {np.mean(unseen < bar):.3f} (of folds not seen)")
    print(f"nonsense told as such: {np.mean(_said(never, weights) < bar):.3f} of {len(never)} lines never learned from")
    alone = np.mean(never[:, -1] < np.quantile(wanted[:, -1], REFUSED))
    print(f"by a floor on the nearness alone, that many needs refused: {alone:.3f}")
    about = {
        "embedding": embedder.id,
        "weights": [float(f"{weight:.4f}") for weight in weights[:-2]],
        "nearness": float(f"{weights[-2] * NEARNESS_COUNTS:.4f}"),
        "bias": float(f"{weights[-1] - bar:.4f}"),
    }
    PATH.write_text(json.dumps(about) + "\n", encoding="utf-8")


def _rows(vectors: Vectors, passages: Sequence[Vectors]) -> Floats:
    """What is learned from: each text's vector, and its nearness to the scenario that comes nearest."""
    return np.asarray(np.c_[vectors, NEARNESS_COUNTS * nearness(vectors, passages).max(1)], dtype=np.float64)


def _said(rows: Floats, weights: Floats) -> Floats:
    """The sum of all for each row."""
    return np.asarray(np.c_[rows, np.ones(len(rows))] @ weights, dtype=np.float64)


if __name__ == "__main__":
    main()
