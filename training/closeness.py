"""Trains what tells a need from anything else that is typed into *Find*: `python -m training.closeness`. Takes some seconds.

A logistic regression over a text's vector and its nearness to the scenario that comes nearest. It learns from the needs of `needs.csv` and
what the scenarios say of themselves, against the lines of `nonsense.txt`, and is measured on folds it did not see. Every fourth line of
nonsense is never learned from.
"""

import json
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.language.embedding import bundled
from simulator.library.catalogue import load
from simulator.library.closeness import PATH
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
    embedder, scenarios = bundled(), load([PROJECT / "scenarios"]).scenarios
    known = needs(scenarios)
    passages = [embedder.embed(texts) for texts in known.passages]
    lines = NONSENSE.read_text(encoding="utf-8").splitlines()
    kept, taught = lines[::4], [line for place, line in enumerate(lines) if place % 4]

    def rows(texts: list[str]) -> Floats:
        vectors = embedder.embed(texts)
        return np.asarray(np.c_[vectors, NEARNESS_COUNTS * nearness(vectors, passages).max(1)], dtype=np.float64)

    wanted, idle = rows([need for need, _ in (*known.learn, *known.measure)]), rows(taught)
    # What a scenario says of itself is near to itself: its nearness without it is what teaches.
    own = [np.delete(np.arange(len(passages)), place) for place in range(len(passages))]
    told = np.concatenate(
        [
            np.c_[vectors, NEARNESS_COUNTS * nearness(vectors, [passages[other] for other in own[place]]).max(1)]
            for place, vectors in enumerate(passages)
        ]
    ).astype(np.float64)
    fold = np.arange(len(wanted)) % FOLDS
    unseen = np.zeros(len(wanted))
    for number in range(FOLDS):
        learn = np.concatenate([wanted[fold != number], told, idle])
        weights = fitted(learn, np.arange(len(learn)) < len(learn) - len(idle))
        unseen[fold == number] = np.c_[wanted[fold == number], np.ones((fold == number).sum())] @ weights
    bar = float(np.quantile(unseen, REFUSED))
    learn = np.concatenate([wanted, told, idle])
    weights = fitted(learn, np.arange(len(learn)) < len(learn) - len(idle))
    never = np.c_[rows(kept), np.ones(len(kept))] @ weights
    print(f"needs told to be close to nothing: {np.mean(unseen < bar):.3f} (of folds not seen)")
    print(f"nonsense told as such: {np.mean(never < bar):.3f} of {len(kept)} lines never learned from")
    alone = np.mean(rows(kept)[:, -1] < np.quantile(wanted[:, -1], REFUSED))
    print(f"by a floor on the nearness alone, that many needs refused: {alone:.3f}")
    about = {
        "embedding": embedder.id,
        "weights": [float(f"{weight:.4f}") for weight in weights[:-2]],
        "nearness": float(f"{weights[-2] * NEARNESS_COUNTS:.4f}"),
        "bias": float(f"{weights[-1] - bar:.4f}"),
    }
    PATH.write_text(json.dumps(about) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
