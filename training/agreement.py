"""How far two codings of the corpus agree, per code: Cohen's kappa (1960) of "this code or another", and of all codes together.

The first codes stand in the talks as they were written, before disputes were settled; the second, made without sight of the first, in
`second.csv` (talk, turn, segment, code). `settled.csv` (talk, turn, segment, first, second, code, why) decides where they differ.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.codes import Code
from simulator.evaluation.labelling.benchmark import kappa
from training.talks import Talk

CORPUS: Final = Path(__file__).parent / "corpus"

Place = tuple[str, int, int]


def first_codes(talks: Sequence[Talk]) -> dict[Place, Code]:
    """The code of every segment as the talks hold it."""
    return {
        (turn.talk, turn.turn, number): code for talk in talks for turn in talk.turns for number, code in enumerate(turn.codes, start=1)
    }


def second_codes(path: Path = CORPUS / "second.csv") -> dict[Place, Code]:
    """The second coding."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["talk"], int(row["turn"]), int(row["segment"])): Code(row["code"]) for row in csv.DictReader(file)}


def settled(path: Path = CORPUS / "settled.csv") -> dict[Place, Code]:
    """What was decided where the two differ."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["talk"], int(row["turn"]), int(row["segment"])): Code(row["code"]) for row in csv.DictReader(file)}


def report(first: dict[Place, Code], second: dict[Place, Code]) -> list[tuple[str, int, float]]:
    """Rows of (code, how often the first coding has it, kappa), and last all codes together and the moves."""
    places = sorted(set(first) & set(second))
    left, right = [first[place] for place in places], [second[place] for place in places]
    rows = [(code.value, left.count(code), kappa([one is code for one in left], [one is code for one in right])) for code in Code]
    moves = kappa([code.move for code in left], [code.move for code in right])
    return [*rows, ("all codes", len(places), kappa(left, right)), ("moves", len(places), moves)]


def main() -> None:
    """Print the report."""
    from training.talks import read_all

    for name, count, value in report(first_codes(read_all()), second_codes()):
        print(f"{name:18} {count:5} {value:.2f}")


if __name__ == "__main__":
    main()
