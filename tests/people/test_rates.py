"""How often somebody may do a thing."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.errors import TooOftenError
from simulator.people.person import Person
from simulator.people.rates import ADDRESS, IN_ALL, PERSON, Counted, Freely, Rates
from tests.practising import COACH, SCENARIO, practice


@pytest.mark.parametrize("kind", Counted)
def test_one_person_is_told_calmly_and_another_goes_on(kind: Counted) -> None:
    rates = Rates()
    for _ in range(PERSON[kind].amount):
        rates.admit(kind, "ann", "10.0.0.1")
    with pytest.raises(TooOftenError, match=r"\w+\.$"):
        rates.admit(kind, "ann", "10.0.0.2")
    rates.admit(kind, "bo", "10.0.0.1")


@pytest.mark.parametrize("kind", Counted)
def test_many_at_one_address_are_told_too(kind: Counted) -> None:
    rates = Rates()
    for number in range(ADDRESS[kind].amount):
        rates.admit(kind, f"p{number}", "10.0.0.1")
    with pytest.raises(TooOftenError):
        rates.admit(kind, "another", "10.0.0.1")
    rates.admit(kind, "another", "10.0.0.2")


def test_whoever_guesses_codes_from_many_addresses_is_stopped_in_all() -> None:
    rates, taken = Rates(), 0
    for number in range(5 * IN_ALL[Counted.CODE].amount):
        with suppress(TooOftenError):
            rates.admit(Counted.CODE, f"p{number}", f"10.0.{number // 250}.{number % 250}")
            taken += 1
    assert taken == IN_ALL[Counted.CODE].amount
    rates.admit(Counted.START, "ann", "10.0.0.1")


def test_a_room_of_sixty_at_one_address_can_practise() -> None:
    """A turn every 20 seconds each is 180 a minute; all of them start three talks and come in within an hour."""
    assert ADDRESS[Counted.TURN].amount >= 180
    assert ADDRESS[Counted.START].amount >= 180
    assert ADDRESS[Counted.SIGN_IN].amount >= 120
    assert ADDRESS[Counted.CODE].amount >= 180


def test_what_was_too_often_keeps_nothing_and_loses_nothing(tmp_path: Path) -> None:
    ready = replace(practice(tmp_path), who=Person(id="a" * 32), admission=Rates().of("a" * 32, ""))
    talk = ready.start(SCENARIO.id, seed=1)
    for number in range(PERSON[Counted.TURN].amount):
        ready.admission.admit(Counted.TURN)
        del number
    with pytest.raises(TooOftenError, match="your text is kept"):
        ready.say(talk.id, COACH[0])
    assert len(ready.repository.get(talk.id).conversation) == 1
    for _ in range(PERSON[Counted.START].amount - 1):
        ready.admission.admit(Counted.START)
    with pytest.raises(TooOftenError):
        ready.start(SCENARIO.id)
    assert ready.repository.count() == 1


def test_who_shares_the_machine_with_nobody_is_not_counted() -> None:
    for _ in range(2000):
        Freely().admit(Counted.TURN)
