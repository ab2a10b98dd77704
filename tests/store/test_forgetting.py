"""Everything of one person goes, and what is too old; nobody else's does. On both databases, and no word stays in SQLite's files."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator import app
from simulator.app import Services
from simulator.errors import AttemptError
from simulator.people.person import Person
from simulator.practice.attempt import Attempt, Selection
from simulator.settings import Settings
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository
from tests.practising import COACH, SCENARIO, practice
from tests.talks import NOON, attempt, turn

ANN, BO = Person(id="a" * 32, name="Zebedee"), Person(id="b" * 32, name="Bo")
DAY = timedelta(days=1)


def test_no_word_and_no_name_of_a_person_is_left_in_the_files(tmp_path: Path) -> None:
    base = practice(tmp_path)
    for who, words in ((ANN, "What about the xylophone?"), (BO, "What about the marmalade?")):
        ready = replace(base, who=who)
        for _ in range(2):
            talk = ready.start(SCENARIO.id, seed=1)
            for said in (*COACH[:3], words):
                ready.say(talk.id, said).whole()
            ready.finish(talk.id)
    people = SqlPeople(f"sqlite:///{tmp_path / 'talks.db'}")
    people.call(ANN.id, ANN.name)
    people.call(BO.id, BO.name)
    assert replace(base, who=ANN).delete_all() == 2
    people.forget(ANN.id)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("talks.db*"))
    for gone in (b"xylophone", b"Zebedee", ANN.id.encode()):
        assert gone not in held
    for kept in (b"marmalade", b"Bo"):
        assert kept in held
    assert replace(base, who=ANN).delete_all() == 0
    assert base.repository.count() == 2


def days_ago(days: float, *, finished: bool, spoke: float | None = None, owner: str = "local", name: str = "") -> Attempt:
    """A talk begun so many days before noon, ended then or open, with its last word `spoke` days before."""
    at = NOON - days * DAY
    last = at if spoke is None else NOON - spoke * DAY
    one = attempt(name or f"t{days}{finished}{spoke}", replace(turn(1), said_at=at), replace(turn(2), said_at=last), started_at=at)
    return replace(one, owner=owner, finished_at=at if finished else None)


def test_talks_go_by_their_age_whosever_they_are(address: str) -> None:
    repository = SqlRepository(address)
    old = [days_ago(11, finished=True), days_ago(30, finished=False, spoke=12), days_ago(40, finished=True, owner=ANN.id)]
    young = [days_ago(9, finished=True), days_ago(30, finished=False, spoke=2), days_ago(1, finished=False, owner=BO.id)]
    for one in (*old, *young):
        repository.add(one)
    assert repository.expire(NOON - 10 * DAY) == len(old)
    assert {one.id for one in repository.listed().attempts} == {one.id for one in young}
    for one in old:
        with pytest.raises(AttemptError):
            repository.get(one.id)
    assert repository.expire(NOON - 10 * DAY) == 0
    assert repository.forget(Selection(owner=BO.id)) == 1
    repository.close()


def test_days_that_are_set_are_looked_after_at_a_start_and_logged_without_a_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path, "rep_model": "scripted"})
    first = app.build(settings)
    first.repository.kept.add(
        replace(days_ago(0, finished=True, name="xylophone"), started_at=datetime.now(UTC) - 9 * DAY, player="Zebedee")
    )
    assert kept(first) == 1
    caplog.set_level("INFO", "simulator")
    assert kept(app.build(settings)) == 1
    assert kept(app.build(settings.model_copy(update={"retention_days": 3000}))) == 1
    assert kept(app.build(settings.model_copy(update={"retention_days": 8}))) == 0
    assert "after 8 days: 1" in caplog.text
    assert "xylophone" not in caplog.text
    assert "Zebedee" not in caplog.text


def kept(services: Services) -> int:
    return services.repository.count()
