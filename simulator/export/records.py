"""One score record for every format: what is known of each attempt, as tables of plain values.

The columns and their order are the same in every format and in every export, whatever talks are in it; what each means stands in
`columns.py` and goes along as the table `columns`. An empty cell means that there is nothing to say. A score, a measure or a criterion
that is not given stays empty, and its `_unscored` column says why.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.conversation import Speaker
from simulator.errors import UserError
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.scorecard import FactState, Measure
from simulator.export import columns
from simulator.export.columns import MEASURES, RATIOS, SHARES, Column, of_criteria, of_measures
from simulator.export.put_right import comment_rows, correction_rows, level_cells
from simulator.export.terms import OPENLY, Terms
from simulator.language.languages import languages_of
from simulator.numbers import nearest
from simulator.practice.attempt import Attempt

Cell = str | int | float | bool | datetime | None
Row = dict[str, Cell]

NOT_FINISHED: Final = "The talk is not finished."
HELD_BACK: Final = "The scores of this workshop are opened together, and are not yet."
NOT_GIVEN: Final = "Not part of this talk's scorecard."
_COUNTS: Final = re.compile(r"(\d+) : (\d+)")


@dataclass(frozen=True, kw_only=True)
class Table:
    """A name, the columns in order, and the rows, each with a value for every column; rows may be made as they are asked for, once.

    `count` is how many rows there are.
    """

    name: str
    described: tuple[Column, ...]
    rows: Iterable[Row]
    count: int

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.described)


def tables(attempts: Iterable[Attempt], terms: Terms = OPENLY) -> tuple[Table, ...]:
    """The tables of these attempts, in their order. The attempts are gone through once for the columns and once a table."""
    seen = _Seen()
    for one in attempts:
        seen.take(one, terms)
    measures, criteria = _known(MEASURES, seen.measures), _known(CRITERIA, seen.criteria)
    of_attempts = (*columns.ATTEMPTS, *of_measures(measures), *of_criteria(criteria))
    results = [*(f"measure_{name}" for name in measures), *(f"criterion_{name}" for name in criteria)]
    made: tuple[tuple[str, tuple[Column, ...], Iterable[Row]], ...] = (
        ("attempts", of_attempts, (_attempt(one, results, terms) | _held(one, terms) for one in attempts)),
        ("turns", columns.TURNS, (row for one in attempts for row in _turns(one))),
        ("segments", columns.SEGMENTS, (row for one in attempts for row in _segments(one))),
        ("criteria", columns.CRITERIA_COLUMNS, (row for one in attempts for row in _criteria(one, terms))),
        ("facts", columns.FACTS, (row for one in attempts for row in _facts(one))),
        ("corrections", columns.CORRECTIONS, (row for one in attempts for row in correction_rows(one, terms))),
        ("comments", columns.COMMENTS, (row for one in attempts for row in comment_rows(one, terms))),
        ("people", columns.PEOPLE, seen.people()),
    )
    shown = [_shown(name, described, rows, seen.rows[name], terms) for name, described, rows in made]
    return (*shown, dictionary([(table.name, table.described) for table in shown]))


def dictionary(described: Sequence[tuple[str, tuple[Column, ...]]]) -> Table:
    """The table `columns`: a row a column of these tables, and of itself."""
    rows: list[Row] = [
        {"table": name, "column": one.name, "kind": one.kind.value, "unit": one.unit, "meaning": one.meaning}
        for name, some in (*described, ("columns", columns.COLUMNS))
        for one in some
    ]
    return Table(name="columns", described=columns.COLUMNS, rows=rows, count=len(rows))


class _Seen:
    """What one look at every attempt tells: what its scorecards hold, how many rows each table gets, and whose talks they are."""

    def __init__(self) -> None:
        self.measures, self.criteria = set[str](), set[str]()
        self.rows = Counter[str]()
        self._talks: dict[str, tuple[str, Counter[str]]] = {}

    def take(self, attempt: Attempt, terms: Terms) -> None:
        """Look at one attempt."""
        card, who = attempt.scorecard, terms.person(attempt)
        self.rows.update(
            attempts=1,
            turns=len(attempt.conversation),
            corrections=len(attempt.corrections) + sum(len(one.codes) for one in attempt.reviews),
            comments=sum(len(one.comments) for one in attempt.reviews),
            people=int(who not in self._talks),
        )
        _, talks = self._talks.setdefault(who, (attempt.player, Counter()))
        talks.update(attempts=1, finished=int(attempt.finished), scored=int(card is not None and card.score is not None))
        if card:
            self.measures.update(measure.id for measure in card.measures)
            self.criteria.update(criterion.id for criterion in card.criteria)
            self.rows.update(segments=len(card.segments), criteria=len(card.criteria), facts=len(card.facts))

    def people(self) -> Iterator[Row]:
        """The rows of the people, in the order in which they are met: nobody's id says when they came."""
        for who, (player, talks) in self._talks.items():
            yield {"person": who, "player": player, **{name: talks[name] for name in ("attempts", "finished", "scored")}}


def _shown(name: str, described: Sequence[Column], rows: Iterable[Row], count: int, terms: Terms) -> Table:
    kept = tuple(column for column in described if terms.shows(column))
    names = [column.name for column in kept]
    return Table(name=name, described=kept, rows=({one: row.get(one) for one in names} for row in rows), count=count)


def _known(names: Sequence[str], met: Set[str]) -> tuple[str, ...]:
    """Today's names, and after them what only older scorecards have."""
    return (*names, *sorted(met - set(names)))


def _held(attempt: Attempt, terms: Terms) -> Row:
    """What the talk called for, and in which language it was held."""
    if attempt.source:
        told = languages_of(turn.text for turn in attempt.conversation.by(Speaker.MANAGER))
        return {"stance": attempt.source.stance.value, "language": told[0] if told else None}
    if not (terms.scenario and attempt.scenario_text):
        return {}
    try:
        found = terms.scenario(attempt.scenario_text)
    except UserError:
        return {}
    return {"stance": found.stance.value, "language": found.language}


def _attempt(attempt: Attempt, results: Sequence[str], terms: Terms) -> Row:
    guess, card = attempt.estimate, attempt.scorecard
    row: Row = {
        "attempt": attempt.id,
        "player": attempt.player,
        "person": terms.person(attempt),
        "workshop": attempt.workshop or None,
        "scenario": attempt.scenario_id,
        "scenario_version": attempt.scenario_version,
        # A real talk's title says whom it was with.
        "scenario_title": attempt.scenario_title if terms.named or not attempt.source else None,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "turns": len(attempt.conversation),
        "branch_of": attempt.branch_of or None,
        "branch_turn": attempt.branch_turn or None,
        "kind": attempt.kind,
        "source": attempt.source.name if attempt.source else None,
        "guess_asked_share": guess.asked_share if guess else None,
        "guess_score": guess.score if guess else None,
    }
    if card is None:
        why = HELD_BACK if attempt.finished else NOT_FINISHED
        return row | {f"{name}_unscored": why for name in ("score", *results)}
    row |= {
        "score": card.score,
        "score_unscored": card.unscored,
        "score_measured": card.measured.value if card.measured else card.score,
        "put_right": card.measured is not None,
        "reviewed_at": attempt.reviews[-1].signed_at if attempt.reviews else None,
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
        row |= _measure(measure)
    for criterion in card.criteria:
        row |= {f"criterion_{criterion.id}": criterion.level, f"criterion_{criterion.id}_unscored": criterion.unscored}
    return row


def _measure(measure: Measure) -> Row:
    """A measure, and the counts it was made of."""
    head = f"measure_{measure.id}"
    row: Row = {head: measure.value, f"{head}_of": measure.basis, f"{head}_unscored": measure.unscored}
    sides, found = RATIOS.get(measure.id), _COUNTS.fullmatch(measure.shown)
    if sides and found:
        row |= {f"{head}_{side}": int(count) for side, count in zip(sides, found.groups(), strict=True)}
    if measure.id in SHARES and measure.value is not None:
        row[f"{head}_part"] = nearest(measure.value * measure.basis)
    return row


def _turns(attempt: Attempt) -> Iterator[Row]:
    for turn in attempt.conversation:
        yield {
            "attempt": attempt.id,
            "turn": turn.number,
            "speaker": turn.speaker.value,
            "voice": turn.voice,
            "said_at": turn.said_at,
            "words": turn.words,
            "text": turn.text,
            "note": turn.note,
        }


def _segments(attempt: Attempt) -> Iterator[Row]:
    for segment in attempt.scorecard.segments if attempt.scorecard else ():
        yield {
            "attempt": attempt.id,
            "turn": segment.turn,
            "start": segment.start,
            "end": segment.end,
            "move": segment.code.move.value,
            "code": segment.code.value,
            "labelled": segment.first_code.value,
            "signed": segment.signed,
            "confidence": segment.confidence,
            "uncertain": segment.uncertain,
            "stand_in": segment.stand_in,
            "words": segment.words,
            "text": segment.text,
        }


def _criteria(attempt: Attempt, terms: Terms) -> Iterator[Row]:
    for one in attempt.scorecard.criteria if attempt.scorecard else ():
        first = one.quotes[0] if one.quotes else None
        yield {
            "attempt": attempt.id,
            "criterion": one.id,
            "level": one.level,
            "unscored": one.unscored,
            **level_cells(attempt, one, terms),
            "turn": first.turn if first else None,
            "quote": first.text if first else None,
        }


def _facts(attempt: Attempt) -> Iterator[Row]:
    """What is out, with the rep's own words; of what was missed its id alone, never what it says."""
    for one in attempt.scorecard.facts if attempt.scorecard and attempt.finished else ():
        missed = one.state is FactState.MISSED
        yield {
            "attempt": attempt.id,
            "scenario": attempt.scenario_id,
            "fact": one.id,
            "depth": one.layer.value,
            "found": not missed,
            "outcome": one.state.value,
            "turn": one.turn,
            "said": one.said.text if one.said and not missed else None,
        }
