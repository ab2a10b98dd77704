"""How well the German rules agree with people's codes, on the ten German talks of the corpus.

    python -m training.german

The odd talks were looked at while the rules were written; the even ones were not, and only those tell how good the rules are. A row is one
segment as a person cut it, with what the rep had said last.
"""

from collections.abc import Sequence
from typing import Final

from simulator.evaluation.labelling.benchmark import Report, Row, move_of, run
from simulator.evaluation.labelling.german import GermanLabeller
from simulator.evaluation.labelling.labeller import TurnByTurn
from training.agreement import CORPUS
from training.talks import Talk, read_all

FOLDER: Final = CORPUS / "german"


def rows(talks: Sequence[Talk]) -> tuple[Row, ...]:
    """A row for every segment of these talks."""
    return tuple(
        Row(text=part, context=turn.context, move=move_of(code), code=code)
        for talk in talks
        for turn in talk.turns
        for part, code in zip(turn.parts, turn.codes, strict=True)
    )


def halves() -> dict[str, tuple[Talk, ...]]:
    """The talks by what they were used for."""
    talks = read_all(FOLDER)
    return {"looked at": talks[::2], "held out": talks[1::2]}


def measured(talks: Sequence[Talk]) -> Report:
    """The agreement on these talks."""
    return run(TurnByTurn(labeller=GermanLabeller()), rows(talks))


def main() -> None:
    """Print the agreement on both halves."""
    for name, talks in halves().items():
        report = measured(talks)
        codes = report.codes.kappa if report.codes else 0.0
        print(f"{name:10} {len(talks)} talks, {report.rows} segments: moves kappa {report.moves.kappa:.2f}, 14 codes {codes:.2f}")
        print("           " + "  ".join(f"{move} {value:.2f}" for move, value in report.moves.f1.items() if value is not None))


if __name__ == "__main__":
    main()
