"""One score record for every format: what is known of each attempt, as three tables of plain values.

`attempts` has a row an attempt, `turns` a row a turn, `segments` a row a coded segment of the manager. An empty cell
means that there is nothing to say; beside every measure and criterion stands a column with the reason why it is not
scored. Columns are the same in every format, and measures keep their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.attempt import Attempt

Cell = str | int | float | bool | datetime | None
Row = dict[str, Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A name, the columns in order, and the rows, each with a value for every column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(attempts: Sequence[Attempt]) -> tuple[Table, Table, Table]:
    """The three tables of these attempts, in their order."""
    return (
        _table("attempts", ATTEMPT_COLUMNS, [_attempt(attempt) for attempt in attempts]),
        _table("turns", TURN_COLUMNS, [row for attempt in attempts for row in _turns(attempt)]),
        _table("segments", SEGMENT_COLUMNS, [row for attempt in attempts for row in _segments(attempt)]),
    )


ATTEMPT_COLUMNS = (
    "attempt", "player", "scenario", "scenario_version", "scenario_title", "started_at", "finished_at", "turns",
    "score", "score_unscored", "app_version", "codebook_version", "labeller_version", "measures_version",
)  # fmt: skip
"""Columns every attempt has; a measure or criterion adds two, `measure_ID` or `criterion_ID` and the same with `_unscored`."""
TURN_COLUMNS = ("attempt", "turn", "speaker", "voice", "said_at", "words", "text", "note")
SEGMENT_COLUMNS = ("attempt", "turn", "start", "end", "move", "code", "words", "text")


def _table(name: str, first: Sequence[str], rows: Sequence[Row]) -> Table:
    columns = tuple(dict.fromkeys([*first, *(column for row in rows for column in row)]))
    return Table(name=name, columns=columns, rows=tuple({column: row.get(column) for column in columns} for row in rows))


def _attempt(attempt: Attempt) -> Row:
    row: Row = {
        "attempt": attempt.id,
        "player": attempt.player,
        "scenario": attempt.scenario_id,
        "scenario_version": attempt.scenario_version,
        "scenario_title": attempt.scenario_title,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "turns": len(attempt.conversation),
    }
    card = attempt.scorecard
    if card is None:
        return {**row, "score_unscored": "The talk is not finished."}
    row |= {
        "score": card.score,
        "score_unscored": card.unscored,
        "app_version": card.versions.app,
        "codebook_version": card.versions.codebook,
        "labeller_version": card.versions.labeller,
        "measures_version": card.versions.measures,
    }
    for measure in card.measures:
        row |= {f"measure_{measure.id}": measure.value, f"measure_{measure.id}_unscored": measure.unscored}
    for criterion in card.criteria:
        row |= {f"criterion_{criterion.id}": criterion.level, f"criterion_{criterion.id}_unscored": criterion.unscored}
    return row


def _turns(attempt: Attempt) -> list[Row]:
    return [
        {
            "attempt": attempt.id,
            "turn": turn.number,
            "speaker": turn.speaker.value,
            "voice": turn.voice,
            "said_at": turn.said_at,
            "words": turn.words,
            "text": turn.text,
            "note": turn.note,
        }
        for turn in attempt.conversation
    ]


def _segments(attempt: Attempt) -> list[Row]:
    return [
        {
            "attempt": attempt.id,
            "turn": segment.turn,
            "start": segment.start,
            "end": segment.end,
            "move": segment.code.move.value,
            "code": segment.code.value,
            "words": segment.words,
            "text": segment.text,
        }
        for segment in (attempt.scorecard.segments if attempt.scorecard else ())
    ]
