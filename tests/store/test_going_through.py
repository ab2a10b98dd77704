"""All talks one after the other, and what they come to: without holding them all, and as of one moment."""

import json
import tracemalloc
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event, text

from simulator.evaluation.scorecard import Criterion, Scorecard
from simulator.export import Format, Terms, as_bytes, export
from simulator.practice.attempt import Attempt, Selection, Summary
from simulator.store.repository import SqlRepository
from tests.talks import NOON, attempt, scorecard, turn


def judged(score: float | None, **levels: int | None) -> Scorecard:
    """A scorecard with these levels."""
    criteria = tuple(Criterion(id=name, name=name, level=level, number="", reading="") for name, level in levels.items())
    return scorecard(criteria=criteria, score=score)


def finished(name: str, hours: int = 0, **more: Any) -> Attempt:
    """A finished talk, started so many hours after noon."""
    return attempt(name, turn(1), turn(2), started_at=NOON + timedelta(hours=hours), finished_at=NOON, **more)


def change(address: str, statement: str, **values: object) -> None:
    """Change the database by hand."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(statement), values)
    engine.dispose()


def test_every_talk_comes_once_the_newest_first(repository: SqlRepository) -> None:
    kept = [attempt(f"a{number:03}", started_at=NOON + timedelta(minutes=number % 7)) for number in range(65)]
    for one in kept:
        repository.add(one)
    wanted = sorted(kept, key=lambda one: (-one.started_at.timestamp(), one.id))
    assert list(repository.each(lambda _: None)) == wanted == list(repository.listed().attempts)


def test_all_come_as_of_one_moment(address: str, repository: SqlRepository) -> None:
    for number in range(45):
        repository.add(attempt(f"a{number:03}"))
    going = repository.each(lambda _: None)
    first = next(going)
    with closing(SqlRepository(address)) as other:
        other.add(attempt("later", started_at=NOON + timedelta(days=1)))
        other.add_turn("a044", turn(2))
    rest = list(going)
    assert [one.id for one in (first, *rest)] == [f"a{number:03}" for number in range(45)]
    assert len(rest[-1].conversation) == 1


def test_one_that_cannot_be_read_is_told_and_stops_no_other(address: str, repository: SqlRepository) -> None:
    for number in range(30):
        repository.add(attempt(f"a{number:03}"))
    change(address, "UPDATE attempts SET state = :state WHERE id = 'a007'", state=json.dumps({"openness": "wide"}))
    told: list[str] = []
    assert len(list(repository.each(told.append))) == 29
    assert told == ["a007"]


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two databases of long talks, one with three times as many."""
    talk = finished("a", scorecard=scorecard())
    talk = replace(talk, conversation=attempt("a", *(turn(number, "word " * 500) for number in range(1, 31))).conversation)
    made = tmp_path_factory.mktemp("rooms")
    for name, count in (("few", 30), ("many", 90)):
        with closing(SqlRepository(f"sqlite:///{made / name}")) as repository:
            for number in range(count):
                repository.add(replace(talk, id=f"a{number}"))
    return made / "few", made / "many"


# A download is the same files packed, and all of them are the others one after the other.
@pytest.mark.parametrize(("form", "download"), [*((form, False) for form in Format if form is not Format.ALL), (Format.CSV, True)])
def test_an_export_needs_no_more_memory_for_more_talks(rooms: tuple[Path, Path], tmp_path: Path, form: Format, download: bool) -> None:
    def peak(repository: SqlRepository) -> int:
        tracemalloc.start()
        talks = repository.each(lambda _: None)
        terms = Terms(key=b"k", scenario=repository.scenario)
        assert as_bytes(talks, form, terms) if download else export(talks, form, tmp_path / "out", terms)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    few, many = rooms
    with closing(SqlRepository(f"sqlite:///{few}")) as first, closing(SqlRepository(f"sqlite:///{many}")) as second:
        peak(first)  # what is loaded and kept with the first export
        assert peak(second) < 1.5 * peak(first)


def test_a_summary_is_the_newest_scorecards_of_the_players_latest_talks(repository: SqlRepository) -> None:
    for number in range(5):
        card = judged(10.0 * number, balance=number % 5, close=None)
        repository.add(finished(f"a{number}", number, scenario_id=f"s{number}", scorecard=card))
    repository.add(finished("b", 9, player="Lee", scorecard=judged(1.0)))
    repository.add(attempt("open", started_at=NOON + timedelta(hours=8)))
    repository.rescore("a3", NOON, judged(None, listening=4))
    made = scorecard().versions
    wanted = ((4, 40.0, {"balance": 4}), (3, None, {"listening": 4}), (2, 20.0, {"balance": 2}))
    assert repository.summaries(Selection(player="Kim"), 3) == tuple(
        Summary(
            scenario_id=f"s{number}",
            score=score,
            levels=levels,
            figures={"talk_share": 0.4},
            at=NOON + timedelta(hours=number),
            versions=(made.labeller, made.measures, made.codebook),
        )
        for number, score, levels in wanted
    )
    assert len(repository.summaries(Selection(player="Kim"), 20)) == 5
    assert repository.summaries(Selection(player="nobody"), 20) == ()


def test_a_scorecard_of_before_has_its_summary_in_its_body(address: str, repository: SqlRepository) -> None:
    for number in range(3):
        repository.add(finished(f"a{number}", number, scorecard=judged(10.0 * number, balance=number)))
    change(address, "UPDATE scorecards SET score = NULL, levels = NULL, figures = NULL")
    change(address, "UPDATE scorecards SET body = '{}' WHERE attempt_id = 'a1'")
    assert [one.score for one in repository.summaries(Selection(player="Kim"), 20)] == [20.0, 0.0]


def test_a_summary_reads_no_words_and_no_whole_scorecard(repository: SqlRepository) -> None:
    repository.add(finished("a", scorecard=judged(50.0, balance=2)))
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert len(repository.summaries(Selection(player="Kim"), 20)) == 1
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    said = " ".join(asked)
    assert "scorecards.levels" in said
    assert not [word for word in ("body", "turns", "state", "corrections") if word in said]
