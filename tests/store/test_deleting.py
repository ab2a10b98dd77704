"""A talk that is deleted is gone: from every table, and in SQLite from the files."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from simulator.errors import AttemptError
from simulator.evaluation.corrections import Correction
from simulator.store.answers import SqlAnswers
from simulator.store.repository import SqlRepository
from tests.practising import COACH, SCENARIO, practice

WORDS = "What about the xylophone in the warehouse?"


def test_no_word_of_a_deleted_talk_is_left_in_the_files(tmp_path: Path) -> None:
    ready = practice(tmp_path)
    stays, goes = ready.start(SCENARIO.id, seed=1), ready.start(SCENARIO.id, player="Zebedee", seed=2)
    for words in (*COACH[:4], WORDS):
        ready.say(goes.id, words).whole()
    ready.say(stays.id, COACH[1]).whole()
    finished = ready.finish(goes.id)
    assert finished.scorecard is not None
    first = finished.scorecard.segments[0]
    ready.correct(goes.id, Correction(turn=first.turn, start=first.start, end=first.end, code=finished.scorecard.segments[1].code))
    answers = SqlAnswers(f"sqlite:///{tmp_path / 'talks.db'}")
    answers.put("key", f"They said: {WORDS}")
    answers.close()
    held = b"".join(path.read_bytes() for path in tmp_path.glob("talks.db*"))
    assert b"xylophone" in held
    ready.delete(goes.id)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("talks.db*"))
    assert b"xylophone" not in held
    assert b"Zebedee" not in held
    assert ready.repository.count() == 1
    assert len(ready.repository.get(stays.id).conversation) == 3
    with pytest.raises(AttemptError, match="no such talk"):
        ready.delete(goes.id)


def test_every_table_lets_go_of_it(address: str, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    ready = practice(tmp_path / "own")
    talk = ready.start(SCENARIO.id, seed=1)
    for words in COACH[:5]:
        ready.say(talk.id, words).whole()
    repository, kept = SqlRepository(address), SqlAnswers(address)
    repository.add(ready.finish(talk.id), SCENARIO)
    kept.put("key", "words")
    repository.delete(talk.id)
    repository.close()
    kept.close()
    engine = create_engine(address)
    with engine.connect() as connection:
        for table in ("attempts", "turns", "scorecards", "corrections", "answers"):
            assert connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar() == 0
    engine.dispose()
