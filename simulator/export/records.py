"""One score record for every format: what is known of each attempt, as three tables of plain values.

`attempts` has a row an attempt, `turns` a row a turn, `segments` a row a coded segment of the manager. The columns and
their order are the same in every format and in every export, whatever talks are in it; they are described beside
`ATTEMPT_COLUMNS`, `MEASURES`, `CRITERIA`, `TURN_COLUMNS` and `SEGMENT_COLUMNS`. An empty cell means that there is
nothing to say. A score, a measure or a criterion that is not given stays empty, and its `_unscored` column says why.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.measures.every import KINDS
from simulator.practice.attempt import Attempt

Cell = str | int | float | bool | datetime | None
Row = dict[str, Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A name, the columns in order, and the rows, each with a value for every column; rows may be made as they are asked for, once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


ATTEMPT_COLUMNS: Final = (
    "attempt", "player", "scenario", "scenario_version", "scenario_title", "started_at", "finished_at", "turns",
    "branch_of", "branch_turn", "kind", "stance", "source", "score", "score_unscored",
    "app_version", "codebook_version", "labeller_version", "model", "prompt_version", "measures_version", "scored_scenario", "scored_how",
)  # fmt: skip
"""First in `attempts`; after them two columns each of MEASURES and CRITERIA (`criterion_ID`, from 0 to 4, and `criterion_ID_unscored`).

- `attempt`: the talk's id. `player`: the name the manager gave, often empty.
- `scenario`, `scenario_version`, `scenario_title`: what was practised.
- `started_at`, `finished_at`: UTC; `finished_at` is empty while the talk goes on.
- `branch_of`, `branch_turn`: the talk that this one was tried again from, and its first own turn; empty for most.
- `kind`: practised or real. `stance`: what a real talk called for; `source`: the file it came from; both empty for practised ones.
- `turns`: how many turns both said. `score`: 0 to 100.
- `app_version` to `scored_scenario`: what made the score; `scored_scenario` is the scenario's id and version at that
  time, `model` and `prompt_version` are empty for the built-in labeller. Scores whose versions differ are not compared. Empty while
  the talk goes on.
- `scored_how`: what to know of how the talk was coded, such as that a stand-in coded a part of it; mostly empty.
"""

MEASURES: Final = tuple(kind.id for kind in KINDS)
"""`measure_ID` and `measure_ID_unscored`.

Shares and `discovery` go from 0 to 1, ratios are left : right as one number, a gap is the guess minus the figure.
"""

TURN_COLUMNS: Final = ("attempt", "turn", "speaker", "voice", "said_at", "words", "text", "note")
"""In `turns`.

- `turn`: its number in the talk, from 1. `speaker`: manager or rep. `said_at`: UTC.
- `voice`: who spoke for the rep, "scripted" or a model as provider:name; empty for the manager.
- `words`: how many. `text`: what was said. `note`: why a stand-in took the turn, empty where none did.
"""

SEGMENT_COLUMNS: Final = (
    "attempt",
    "turn",
    "start",
    "end",
    "move",
    "code",
    "labelled",
    "confidence",
    "uncertain",
    "stand_in",
    "words",
    "text",
)
"""In `segments`, for talks that are finished.

- `turn`: the manager's turn it is cut from; `start`, `end`: its place there in characters, from 0, `end` not included.
- `move`: tell, sell, ask, listen or other. `code`: what it does, in the words of the codebook, and what is counted.
- `labelled`: the labeller's own code; where it is not `code`, a person has put it right. `confidence`: how sure the labeller was, 0
  to 1, empty where it does not say; `uncertain`: whether that is too little to rely on. `stand_in`: what coded this one in the
  labeller's place, mostly empty.
- `words`: how many. `text`: the segment itself.
"""

NOT_FINISHED: Final = "The talk is not finished."
NOT_GIVEN: Final = "Not part of this talk's scorecard."


def tables(attempts: Iterable[Attempt]) -> tuple[Table, Table, Table]:
    """The three tables of these attempts, in their order. The attempts are gone through once for the columns and once a table."""
    met_measures: set[str] = set()
    met_criteria: set[str] = set()
    for card in (one.scorecard for one in attempts if one.scorecard):
        met_measures.update(measure.id for measure in card.measures)
        met_criteria.update(criterion.id for criterion in card.criteria)
    measures, criteria = _known(MEASURES, met_measures), _known(CRITERIA, met_criteria)
    results = [*(f"measure_{name}" for name in measures), *(f"criterion_{name}" for name in criteria)]
    columns = (*ATTEMPT_COLUMNS, *(column for name in results for column in (name, f"{name}_unscored")))
    return (
        Table(name="attempts", columns=columns, rows=(_filled(columns, _attempt(one, results)) for one in attempts)),
        Table(name="turns", columns=TURN_COLUMNS, rows=(row for attempt in attempts for row in _turns(attempt))),
        Table(name="segments", columns=SEGMENT_COLUMNS, rows=(row for attempt in attempts for row in _segments(attempt))),
    )


def _known(names: Sequence[str], met: Set[str]) -> tuple[str, ...]:
    """Today's names, and after them what only older scorecards have."""
    return (*names, *sorted(met - set(names)))


def _filled(columns: Sequence[str], row: Row) -> Row:
    return {column: row.get(column) for column in columns}


def _attempt(attempt: Attempt, results: Sequence[str]) -> Row:
    row: Row = {
        "attempt": attempt.id,
        "player": attempt.player,
        "scenario": attempt.scenario_id,
        "scenario_version": attempt.scenario_version,
        "scenario_title": attempt.scenario_title,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "turns": len(attempt.conversation),
        "branch_of": attempt.branch_of or None,
        "branch_turn": attempt.branch_turn or None,
        "kind": attempt.kind,
        "stance": attempt.source.stance.value if attempt.source else None,
        "source": attempt.source.name if attempt.source else None,
    }
    card = attempt.scorecard
    if card is None:
        return row | {f"{name}_unscored": NOT_FINISHED for name in ("score", *results)}
    row |= {
        "score": card.score,
        "score_unscored": card.unscored,
        "app_version": card.versions.app,
        "codebook_version": card.versions.codebook,
        "labeller_version": card.versions.labeller,
        "model": card.versions.model,
        "prompt_version": card.versions.prompt,
        "scored_how": card.note,
        "measures_version": card.versions.measures,
        "scored_scenario": card.versions.scenario,
    }
    row |= {f"{name}_unscored": NOT_GIVEN for name in results}
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
            "labelled": segment.first_code.value,
            "confidence": segment.confidence,
            "uncertain": segment.uncertain,
            "stand_in": segment.stand_in,
            "words": segment.words,
            "text": segment.text,
        }
        for segment in (attempt.scorecard.segments if attempt.scorecard else ())
    ]
