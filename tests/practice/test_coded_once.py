"""A turn is coded once: kept with it, taken at the end, and done anew where it has to be."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from simulator.codes import Code
from simulator.conversation import Segment, Speaker
from simulator.evaluation.corrections import Correction
from simulator.evaluation.labelling.labeller import Labeller, Said, TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.practice.use_cases import Practice
from tests.practising import COACH, practice


@dataclass
class Counting:
    """A labeller that tells which turns it was asked for."""

    labeller: Labeller = field(default_factory=built_in)
    version: str = "counted-1"
    asked: list[str] = field(default_factory=list)

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        return self.label_many([Said(text=text, context=context, turn=turn)])[0]

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        self.asked += [one.text for one in said]
        return self.labeller.label_many(said)


@pytest.fixture
def counting() -> Counting:
    """The labeller of `scripted`."""
    return Counting()


@pytest.fixture
def scripted(tmp_path: Path, counting: Counting) -> Practice:
    """Practice with one labeller for the talk and for its end."""
    return replace(practice(tmp_path), labeller=counting, judge=TurnByTurn(labeller=counting))


def played(scripted: Practice, lines: Sequence[str] = tuple(COACH[:5])) -> str:
    """The id of a talk with these words."""
    attempt = scripted.start("late-quotes", seed=3)
    for words in lines:
        scripted.say(attempt.id, words).whole()
    return attempt.id


def test_every_turn_is_coded_when_the_rep_answers_and_never_again(scripted: Practice, counting: Counting) -> None:
    name = played(scripted)
    assert counting.asked == COACH[:5]
    for _ in range(3):
        segments = scripted.coded(scripted.repository.get(name))
    assert [one.turn for one in segments if one.start == 0] == [2, 4, 6, 8, 10]
    card = scripted.finish(name).scorecard
    assert card is not None
    assert card.segments == segments
    assert counting.asked == COACH[:5]


def test_a_talk_of_before_is_coded_when_it_is_first_needed(scripted: Practice, counting: Counting) -> None:
    kept = scripted.repository.get(played(scripted))
    old = replace(kept, id="old", conversation=kept.conversation.uncoded())
    scripted.repository.add(old)
    counting.asked.clear()
    assert scripted.coded(scripted.repository.get("old")) == scripted.coded(kept)
    assert counting.asked == COACH[:5]
    scripted.coded(scripted.repository.get("old"))
    scripted.say("old", COACH[5]).whole()
    assert counting.asked == COACH[:6]


def test_codes_of_another_version_are_not_taken(scripted: Practice, counting: Counting) -> None:
    name = played(scripted)
    counting.asked.clear()
    counting.version = "counted-2"
    card = scripted.finish(name).scorecard
    assert card is not None
    assert card.versions.labeller == "counted-2"
    assert counting.asked == COACH[:5]
    scripted.coded(scripted.repository.get(name))
    assert {turn.coded.labeller for turn in scripted.repository.get(name).conversation if turn.coded} == {"counted-2"}


def test_scoring_anew_codes_anew_and_corrections_stay_apart(scripted: Practice, counting: Counting) -> None:
    name = played(scripted)
    done = scripted.finish(name)
    assert done.scorecard is not None
    first = next(one for one in done.scorecard.segments if one.code is Code.OPEN_QUESTION)
    counting.asked.clear()
    scripted.correct(name, Correction(turn=first.turn, start=first.start, end=first.end, code=Code.ADVICE))
    assert counting.asked == []
    codes = [one.code for turn in scripted.repository.get(name).conversation if turn.coded for one in turn.coded.segments]
    assert codes == [one.code for one in done.scorecard.segments]
    again = scripted.rescore(name).scorecard
    assert again is not None
    assert counting.asked == COACH[:5]
    assert [one.code for one in again.segments if one.labelled] == [Code.ADVICE]


def test_a_second_try_takes_the_codes_along(scripted: Practice, counting: Counting) -> None:
    name = played(scripted)
    counting.asked.clear()
    again = scripted.branch(name, 8)
    assert len({one.turn for one in scripted.coded(scripted.repository.get(again.id))}) == 3
    assert counting.asked == []


def test_codes_that_cannot_be_kept_stop_no_talk(scripted: Practice, counting: Counting) -> None:
    name = played(scripted, COACH[:2])

    def refuse(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("UPDATE turns"):
            raise OSError("the disk is gone")

    event.listen(Engine, "before_cursor_execute", refuse)
    try:
        assert scripted.say(name, COACH[2]).whole().speaker is Speaker.REP
    finally:
        event.remove(Engine, "before_cursor_execute", refuse)
    assert [turn.coded is None for turn in scripted.repository.get(name).conversation.by(Speaker.MANAGER)] == [False, False, True]
    assert len({one.turn for one in scripted.coded(scripted.repository.get(name))}) == 3
