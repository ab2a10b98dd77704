"""Keeping talks, on SQLite and on PostgreSQL."""

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, make_url, text, update

from simulator.codes import Code
from simulator.conversation import Speaker, Turn
from simulator.errors import AttemptError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.scorecard import Estimate
from simulator.practice.attempt import Selection
from simulator.state import Disclosure, How, RepState
from simulator.store.database import engine_of
from simulator.store.repository import SqlRepository
from simulator.store.tables import attempts
from tests.talks import CODED, NOON, STATE, attempt, scorecard, turn

PLAIN_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200)


def test_an_attempt_comes_back_as_it_was(repository: SqlRepository) -> None:
    kept = attempt("a1", turn(1, "Morning."), turn(2, coded=CODED), turn(3, "Hello 🙂\nDana"), finished_at=NOON, scorecard=scorecard())
    repository.add(kept)
    assert repository.get("a1") == kept


def test_a_newer_scorecard_lies_on_top_and_the_older_ones_stay(repository: SqlRepository) -> None:
    repository.add(attempt())
    guess = Estimate(asked_share=0.4)
    repository.finish("a1", NOON, scorecard(), guess)
    segment = scorecard().segments[0]
    right = Correction(turn=segment.turn, start=segment.start, end=segment.end, code=Code.ADVICE)
    repository.rescore("a1", NOON + timedelta(minutes=1), scorecard(score=70.0), right)
    repository.rescore("a1", NOON + timedelta(minutes=2), scorecard(score=61.5), replace(right, code=None))
    kept = repository.get("a1")
    assert kept.scorecard == scorecard()
    assert kept.estimate == guess
    assert kept.corrections == (right, replace(right, code=None))
    assert [card.score for _, card in repository.scorecards("a1")] == [61.5, 70.0, 61.5]
    assert repository.listed().attempts == (kept,)


def test_a_talk_that_is_not_finished_gets_no_scorecard(repository: SqlRepository) -> None:
    repository.add(attempt())
    with pytest.raises(AttemptError, match="still going on"):
        repository.rescore("a1", NOON, scorecard())
    with pytest.raises(AttemptError, match="no such talk"):
        repository.rescore("a2", NOON, scorecard())


def test_a_rep_turn_and_the_state_it_leaves_are_kept_together(repository: SqlRepository) -> None:
    repository.add(attempt())
    repository.add_turn("a1", turn(2))
    assert repository.get("a1").state == STATE
    after = replace(STATE, openness=0.5, disclosed=(Disclosure(fact="f", turn=3, how=How.ELICITED),), said=("Morning.", "Right."))
    repository.add_turn("a1", turn(3, note="The model did not answer."), after)
    kept = repository.get("a1")
    assert kept.state == after
    assert [item.number for item in kept.conversation] == [1, 2, 3]
    assert kept.conversation.turns[2].note == "The model did not answer."


def test_a_turn_number_is_taken_once(repository: SqlRepository) -> None:
    repository.add(attempt())
    repository.add_turn("a1", turn(2, "mine"))
    with pytest.raises(AttemptError, match="another window"):
        repository.add_turn("a1", turn(2, "from the other window"), replace(STATE, openness=0.9))
    kept = repository.get("a1")
    assert kept.conversation.turns[-1].text == "mine"
    assert kept.state == STATE


def test_a_finished_talk_takes_no_more_turns_and_is_finished_once(repository: SqlRepository) -> None:
    repository.add(attempt())
    repository.finish("a1", NOON + timedelta(minutes=9), scorecard())
    kept = repository.get("a1")
    assert kept.scorecard == scorecard()
    assert kept.finished_at == NOON + timedelta(minutes=9)
    with pytest.raises(AttemptError):
        repository.add_turn("a1", turn(2))
    with pytest.raises(AttemptError):
        repository.finish("a1", NOON, scorecard(score=99.0))
    assert repository.get("a1").scorecard == scorecard()


@pytest.mark.parametrize("name", ["no-such-talk' OR '1'='1", "a1\x00", "\ud83d", "", "a" * 5000])
def test_what_is_not_there_is_an_error(repository: SqlRepository, name: str) -> None:
    repository.add(attempt())
    for ask in (repository.get, lambda name: repository.add_turn(name, turn(1)), lambda name: repository.finish(name, NOON, scorecard())):
        with pytest.raises(AttemptError, match="History"):
            ask(name)


def test_one_id_is_kept_once(repository: SqlRepository) -> None:
    repository.add(attempt())
    with pytest.raises(AttemptError):
        repository.add(attempt())


def test_all_gives_the_newest_first_each_with_its_own_turns(repository: SqlRepository) -> None:
    for number in range(3):
        repository.add(attempt(f"a{number}", turn(1, f"opening {number}"), started_at=NOON + timedelta(days=number)))
    assert [(item.id, item.conversation.turns[0].text) for item in repository.listed().attempts] == [
        ("a2", "opening 2"),
        ("a1", "opening 1"),
        ("a0", "opening 0"),
    ]


def test_a_part_of_them_is_listed_by_place_player_and_whether_they_are_over(repository: SqlRepository) -> None:
    for number in range(6):
        player = ("Kim", "Lee")[number % 2]
        repository.add(attempt(f"a{number}", scenario_id=f"s{number // 2}", player=player, started_at=NOON + timedelta(days=number)))
    repository.finish("a4", NOON, scorecard())
    repository.rescore("a4", NOON, scorecard(score=71.0))

    def ids(**chosen: Any) -> list[str]:
        return [one.id for one in repository.listed(**chosen).attempts]

    assert ids(limit=2) == ["a5", "a4"]
    assert ids(limit=2, offset=4) == ["a1", "a0"]
    assert ids(of=Selection(player="Kim")) == ["a4", "a2", "a0"]
    assert ids(of=Selection(player="Kim"), finished=True) == ["a4"]
    assert ids(of=Selection(player="Lee"), finished=True) == []
    newest = repository.listed(finished=True).attempts[0].scorecard
    assert newest is not None
    assert newest.score == 71.0
    assert repository.count() == 6
    assert repository.played(Selection(player="Kim")) == {"s0", "s1", "s2"}
    assert repository.played(Selection(player="Robin'; --")) == frozenset()


def test_text_that_a_database_cannot_take_is_kept_in_a_form_it_can(repository: SqlRepository) -> None:
    repository.add(attempt())
    repository.add_turn("a1", turn(2, "a\x00b \ud83d c"))
    assert repository.get("a1").conversation.turns[-1].text == "a�b ? c"


@settings(max_examples=25)
@given(words=PLAIN_TEXT, said=st.lists(PLAIN_TEXT, max_size=3), openness=st.floats(0, 1))
def test_any_text_comes_back_to_the_letter(repository: SqlRepository, words: str, said: list[str], openness: float) -> None:
    number = 1 + max((len(item.conversation) for item in repository.listed().attempts), default=0)
    if number == 1:
        repository.add(attempt())
        number = 2
    state = RepState(openness=openness, said=tuple(said))
    repository.add_turn("a1", Turn(number=number, speaker=Speaker.REP, text=words, said_at=NOON), state)
    kept = repository.get("a1")
    assert kept.conversation.turns[-1].text == words
    assert kept.state == state


def test_threads_write_side_by_side(repository: SqlRepository) -> None:
    failures: list[Exception] = []

    def play(name: str) -> None:
        try:
            repository.add(attempt(name))
            for number in range(2, 12):
                repository.add_turn(name, turn(number), STATE)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=play, args=(f"t{number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert {len(item.conversation) for item in repository.listed().attempts} == {11}


def test_of_two_windows_that_say_the_same_turn_one_is_told(repository: SqlRepository) -> None:
    repository.add(attempt())
    refused: list[str] = []

    def say(words: str) -> None:
        try:
            repository.add_turn("a1", turn(2, words))
        except AttemptError:
            refused.append(words)

    threads = [threading.Thread(target=say, args=(f"words {number}",)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = repository.get("a1").conversation
    assert len(kept) == 2
    assert len(refused) == 4
    assert kept.turns[1].text not in refused


def test_a_talk_that_is_being_finished_takes_no_turn_after_it(address: str, repository: SqlRepository) -> None:
    repository.add(attempt())
    raised: list[Exception] = []

    def say() -> None:
        try:
            repository.add_turn("a1", turn(2))
        except Exception as error:
            raised.append(error)

    engine = engine_of(make_url(address))
    with engine.begin() as connection:
        connection.execute(update(attempts).values(finished_at=NOON))
        late = threading.Thread(target=say)
        late.start()
        late.join(0.3)
        assert late.is_alive()
    late.join()
    engine.dispose()
    assert [type(error) for error in raised] == [AttemptError]
    assert len(repository.get("a1").conversation) == 1


def test_a_talk_is_read_as_of_one_moment(address: str, repository: SqlRepository) -> None:
    repository.add(attempt())
    other = SqlRepository(address)
    after = replace(STATE, openness=0.8)
    waiting = [turn(2)]

    def between(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "FROM turns" in statement and waiting:
            other.add_turn("a1", waiting.pop(), after)

    event.listen(Engine, "before_cursor_execute", between)
    try:
        kept = repository.get("a1")
    finally:
        event.remove(Engine, "before_cursor_execute", between)
        other.close()
    assert not waiting
    assert (len(kept.conversation), kept.state) == (1, STATE)
    assert (len(repository.get("a1").conversation), repository.get("a1").state) == (2, after)


def test_a_server_that_dropped_its_connections_is_used_again(postgres: str) -> None:
    repository = SqlRepository(postgres)
    repository.listed()
    engine = create_engine(postgres, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL")
        )
    engine.dispose()
    assert repository.listed().attempts == ()
    repository.close()
