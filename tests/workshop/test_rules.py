"""What a workshop sets is obeyed: scores that are kept back, a pause, nudges, names, the language; on both databases."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from simulator.errors import AttemptError, WorkshopError
from simulator.export import Format, Terms, as_bytes, everything, export
from simulator.export.records import HELD_BACK, NOT_FINISHED
from simulator.library.catalogue import Catalogue
from simulator.people.person import OPERATOR
from simulator.practice.attempt import FREE, Attempt, Selection
from simulator.practice.use_cases import PAUSED
from simulator.workshop.room import Round
from tests.practising import COACH, SCENARIO
from tests.workshop.test_use_cases import ANN, FAY, TOLD, House, house

__all__ = ["house"]
TERMS = Terms(names=False, key=b"k")


def score_of(talk: Attempt) -> float:
    assert talk.scorecard
    assert talk.scorecard.score is not None
    return talk.scorecard.score


def test_scores_that_are_kept_back_are_in_no_list_no_summary_and_no_scorecard(house: House) -> None:
    workshop = house.made(scores_held=True)
    ann = house.of(ANN)
    ann.join(workshop.code)
    talk = house.held(ANN, workshop, [*COACH[:9], TOLD])
    assert talk.finished
    assert talk.scorecard is None
    mine, all_of_it = ann.practice.repository, Selection(owner=ANN.id)
    for held in (mine.get(talk.id), *mine.listed().attempts, *mine.each(lambda _: None)):
        assert (held.finished, held.scorecard, held.corrections, held.rules.held_back) == (True, None, (), True)
    assert mine.summaries(all_of_it, 9) == ()
    assert mine.scorecards(talk.id) == ()
    assert mine.count(all_of_it) - mine.count(replace(all_of_it, opened=True)) == 1
    assert score_of(house.of(OPERATOR).practice.repository.get(talk.id))
    own = ann.practice.start(SCENARIO.id)
    for words in COACH[:9]:
        ann.practice.say(own.id, words).whole()
    assert score_of(ann.practice.finish(own.id))
    assert len(mine.summaries(all_of_it, 9)) == 1
    house.of(FAY).steer(workshop.id, scores_opened=True)
    assert score_of(mine.get(talk.id))
    assert len(mine.summaries(all_of_it, 9)) == 2
    house.of(FAY).steer(workshop.id, scores_opened=False)
    assert mine.get(talk.id).scorecard is None


@pytest.mark.parametrize("format", list(Format))
def test_they_are_in_no_file_that_their_player_takes_until_they_are_opened(house: House, tmp_path: Path, format: Format) -> None:
    workshop = house.made(scores_held=True)
    ann = house.of(ANN)
    ann.join(workshop.code)
    talk = house.held(ANN, workshop, [*COACH[:9], TOLD])
    mine = ann.practice.repository
    if format is Format.ALL:
        assert as_bytes(mine.each(lambda _: None), format, TERMS)[:2] == b"PK"
        (tmp_path / "mine.zip").write_bytes(everything(mine.each(lambda _: None), ANN))
        with ZipFile(tmp_path / "mine.zip") as packed:
            text = packed.read("talks.txt").decode()
            whole = json.loads(packed.read("talks.jsonl"))
        assert "score" not in text.casefold()
        assert COACH[1] in text
        assert (whole["scorecard"], whole["rules"]["held_back"]) == (None, True)
        return
    held = export(mine.each(lambda _: None), format, tmp_path / "held", TERMS)
    house.of(FAY).steer(workshop.id, scores_opened=True)
    shown = export(mine.each(lambda _: None), format, tmp_path / "shown", TERMS)
    score = score_of(mine.get(talk.id))
    if format is Format.PDF:
        assert held == ()
        assert len(shown) == 1
    elif format is Format.XAPI:
        assert json.loads(held[0].read_text()) == []
        assert json.loads(shown[0].read_text())[0]["result"]["score"]["raw"] == score
    elif format is Format.JSONL:
        (row,) = [json.loads(line) for path in held if path.stem == "attempts" for line in path.read_text().splitlines()]
        assert {row[name] for name in row if name.endswith("_unscored")} == {HELD_BACK}
        assert {row[name] for name in row if name.startswith(("measure_", "criterion_")) and not name.endswith("_unscored")} == {None}
        assert row["score"] is None
        assert row["finished_at"]
        assert NOT_FINISHED not in row.values()
        for path in held:
            if path.stem in ("segments", "criteria", "facts", "corrections"):
                assert path.read_text() == ""


def test_a_pause_stops_talks_under_way_and_loses_no_word(house: House) -> None:
    workshop = house.made()
    ann, fay = house.of(ANN), house.of(FAY)
    ann.join(workshop.code)
    talk = ann.begin(workshop.id)
    owed = ann.practice.say(talk.id, COACH[1])
    fay.steer(workshop.id, round=Round.PAUSED)
    assert ann.paused(workshop.id)
    assert owed.whole().text
    for refused in (lambda: ann.practice.say(talk.id, COACH[2]), lambda: ann.practice.branch(talk.id, 2)):
        with pytest.raises(AttemptError) as told:
            refused()
        assert str(told.value) == PAUSED
    assert len(ann.practice.repository.get(talk.id).conversation) == 3
    fay.steer(workshop.id, round=Round.OPEN)
    assert not ann.paused(workshop.id)
    ann.practice.say(talk.id, COACH[2]).whole()
    fay.steer(workshop.id, round=Round.ENDED)
    ann.practice.say(talk.id, COACH[3]).whole()
    fay.steer(workshop.id, round=Round.PAUSED)
    house.now = workshop.ends_at + timedelta(minutes=1)
    assert not house.of(ANN).paused(workshop.id)
    house.of(ANN).practice.say(talk.id, COACH[4]).whole()
    assert not house.of(ANN).paused("0" * 32)


def test_what_is_said_before_the_pause_is_answered_after_a_restart(house: House) -> None:
    workshop = house.made()
    ann = house.of(ANN)
    ann.join(workshop.code)
    talk = ann.begin(workshop.id)
    ann.practice.say(talk.id, COACH[1])  # and the process dies
    house.of(FAY).steer(workshop.id, round=Round.PAUSED)
    owed = house.of(ANN).practice.resume(talk.id)
    assert owed
    assert owed.whole().text


def test_a_talk_knows_what_its_workshop_sets(house: House) -> None:
    workshop = house.made(nudges=False, names=True)
    ann = house.of(ANN)
    ann.join(workshop.code)
    rules = ann.practice.repository.get(ann.begin(workshop.id).id).rules
    assert (rules.nudges, rules.names, rules.held_back, rules.paused_until) == (False, True, False, None)
    assert ann.practice.repository.get(ann.practice.start(SCENARIO.id).id).rules == FREE


def test_a_workshop_has_situations_of_one_language(house: House) -> None:
    german = SCENARIO.model_copy(update={"id": "spaete-angebote", "title": "Angebote gehen spät hinaus", "language": "de"})
    fay = house.of(FAY, scenarios=Catalogue(scenarios=(SCENARIO, german)))
    end = house.now + timedelta(hours=1)
    assert fay.make("Dienstag", [german.id], end, language="de").language == "de"
    for language, chosen in (("en", [german.id]), ("de", [german.id, SCENARIO.id])):
        with pytest.raises(WorkshopError, match="another language"):
            fay.make("Tuesday", chosen, end, language=language)
