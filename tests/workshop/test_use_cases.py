"""A workshop from its making to its end: who comes in, what they practise, what the room shows, and what is left; on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from simulator.errors import AttemptError, OwnerError, ScenarioError, TooOftenError, WorkshopError
from simulator.people.person import GIVEN, LOCAL, OPERATOR, Person, Role
from simulator.people.rates import IN_ALL, Counted, Rates
from simulator.practice.attempt import Attempt
from simulator.practice.owned import OwnedTalks
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository
from simulator.store.workshops import SqlWorkshops
from simulator.workshop.board import STUCK_AFTER
from simulator.workshop.code import ALPHABET, LETTERS, drawn_code, typed_code
from simulator.workshop.room import Round, Workshop
from simulator.workshop.use_cases import LONGEST, Rooms
from tests.practising import COACH, SCENARIO, practice

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FAY = Person(id="f" * 32, name="Fay", roles=frozenset({Role.MANAGER, Role.FACILITATOR}))
TOLD = "You should send every quote on Monday, and I will tell the others."
ANN, BO = Person(id="a" * 32, name="Ann"), Person(id="b" * 32, name="Bo")


@dataclass
class House:
    """One installation over a database, for whoever asks, at a time that a test sets."""

    base: Rooms
    now: datetime = NOON

    def of(self, who: Person, **changes: Any) -> Rooms:
        """The workshops for that person."""
        talks = OwnedTalks(self.base.practice.repository, who)
        return replace(self.base, practice=replace(self.base.practice, repository=talks, who=who, now=lambda: self.now, **changes))

    def made(self, **settings: Any) -> Workshop:
        """A workshop of Fay's that lasts two hours."""
        return self.of(FAY).make("Tuesday", [SCENARIO.id], self.now + 2 * HOUR, **settings)

    def held(self, who: Person, workshop: Workshop, said: list[str]) -> Attempt:
        """A talk there, with what was said, ended."""
        rooms = self.of(who)
        talk = rooms.begin(workshop.id)
        for words in said:
            rooms.practice.say(talk.id, words).whole()
        return rooms.practice.finish(talk.id)


@pytest.fixture
def house(address: str, tmp_path: Path) -> Iterator[House]:
    talks, kept = SqlRepository(address), SqlWorkshops(address)
    yield House(Rooms(kept=kept, practice=replace(practice(tmp_path), repository=talks), talks=talks))
    kept.close()
    talks.close()


def test_codes_cannot_be_misread_and_are_taken_however_they_are_typed() -> None:
    assert set(ALPHABET).isdisjoint("AEIOU01L")
    assert len({drawn_code() for _ in range(500)}) > 490
    code = drawn_code()
    assert len(code) == LETTERS
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]}\n", f"{code[:3]}-{code[3:]}"):
        assert typed_code(typed) == code
    for wrong in ("", code[:5], code + "B", "ABCDEF", "BCDFG\x00", "ＢＣＤＦＧＨ"):
        assert typed_code(wrong) == ""


def test_who_has_the_code_is_in_practises_in_order_and_is_done_in_the_end(house: House) -> None:
    workshop = house.made(attempts_each=2)
    ann = house.of(ANN)
    assert ann.mine() is None
    with pytest.raises(WorkshopError, match="six letters"):
        ann.begin(workshop.id)
    assert ann.join(workshop.code.lower()) == workshop
    assert ann.join(workshop.code) == workshop
    assert ann.mine() == workshop
    first = ann.begin(workshop.id)
    assert (first.owner, first.workshop, first.scenario_id) == (ANN.id, workshop.id, SCENARIO.id)
    assert ann.begin(workshop.id).id == first.id
    assert ann.next_scenario(workshop) == SCENARIO.id
    ann.practice.finish(first.id)
    house.now += timedelta(minutes=1)
    second = ann.begin(workshop.id)
    assert second.id != first.id
    assert ann.practice.repository.get(second.id).workshop == workshop.id
    assert ann.next_scenario(workshop) == SCENARIO.id
    ann.practice.finish(second.id)
    assert ann.next_scenario(workshop) == ""
    with pytest.raises(WorkshopError, match="practised all"):
        ann.begin(workshop.id)


def test_a_code_opens_nothing_before_after_and_once_another_has_it(house: House) -> None:
    workshop = house.of(FAY).make("Later", [SCENARIO.id], NOON + 2 * HOUR, starts_at=NOON + HOUR)
    for now, opens in ((NOON, False), (NOON + HOUR, True), (NOON + 2 * HOUR, False)):
        house.now = now
        if opens:
            assert house.of(ANN).join(workshop.code).id == workshop.id
        else:
            with pytest.raises(WorkshopError, match="No workshop has that code"):
                house.of(ANN).join(workshop.code)
    assert house.of(ANN).mine() is None
    same = replace(workshop, id="0" * 32, ends_at=NOON + 5 * HOUR)
    assert not house.base.kept.keep(same, NOON + HOUR)
    assert house.base.kept.keep(same, NOON + 2 * HOUR)
    assert house.of(ANN).join(workshop.code).id == same.id
    assert house.base.kept.workshop(workshop.id).code == ""


def test_the_facilitator_pauses_ends_reopens_and_sends_out(house: House) -> None:
    workshop = house.made(scores_held=True)
    fay, ann = house.of(FAY), house.of(ANN)
    ann.join(workshop.code)
    under_way = ann.begin(workshop.id)
    house.of(BO).join(workshop.code)
    for closed in (Round.PAUSED, Round.ENDED):
        fay.steer(workshop.id, round=closed)
        assert ann.begin(workshop.id).id == under_way.id
        with pytest.raises(WorkshopError, match="goes on"):
            house.of(BO).begin(workshop.id)
    fay.steer(workshop.id, round=Round.OPEN)
    assert house.of(BO).begin(workshop.id).owner == BO.id
    assert fay.steer(workshop.id, scores_opened=True).scores_opened
    assert fay.kept.workshop(workshop.id).scores_opened
    fay.remove(workshop.id, BO.id)
    assert [(one.person, one.removed_at) for one in fay.members(workshop.id)] == [(ANN.id, None), (BO.id, NOON)]
    assert fay.board(workshop.id).joined == 1
    for refused in (house.of(BO).join, house.of(BO).begin):
        with pytest.raises(WorkshopError):
            refused(workshop.code if refused.__name__ == "join" else workshop.id)


def test_the_board_counts_and_sets_first_and_later_rounds_apart(house: House) -> None:
    workshop = house.made()
    for who in (ANN, BO):
        house.of(who).join(workshop.code)
    assert house.of(FAY).board(workshop.id).finished == 0
    done = house.held(ANN, workshop, [*COACH[:9], TOLD])
    assert done.scorecard is not None
    house.now += timedelta(minutes=1)
    house.of(BO).begin(workshop.id)
    shown = house.of(FAY).board(workshop.id)
    assert (shown.joined, shown.talking, shown.finished, shown.stuck) == (2, 1, 1, ())
    measured = {one.id: one.value for one in done.scorecard.measures}
    assert measured["ask_listen_share"] is not None
    assert [(one.again, one.asked_told, one.ask_listen_share) for one in shown.dots] == [
        (False, measured["asked_told"], measured["ask_listen_share"])
    ]
    house.held(ANN, workshop, [TOLD, *COACH[:9]])
    house.now += STUCK_AFTER
    shown = house.of(FAY).board(workshop.id)
    assert [one.again for one in shown.dots] == [False, True]
    assert shown.stuck == (BO.id,)


def test_a_board_reads_no_scorecard_body(house: House) -> None:
    workshop = house.made()
    house.of(ANN).join(workshop.code)
    house.held(ANN, workshop, COACH[:3])
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    house.of(FAY).board(workshop.id)
    event.remove(Engine, "before_cursor_execute", listen)
    assert said
    assert [one for one in said if "scorecards.body" in one or "turns.text" in one] == []


MAY = {
    "facilitator": {"own": {"make", "watch", "steer", "delete"}},
    "operator": {"own": {"make", "watch", "steer", "delete"}, "others": {"watch", "delete"}},
    "admin": {"others": {"watch", "delete"}},
    "local": {"own": {"make", "watch", "steer", "delete"}},
}
"""Written down by hand; who is not here may do nothing."""


@pytest.mark.parametrize("name", [*sorted(GIVEN), "operator", "local"])
def test_a_workshop_is_its_facilitators(house: House, name: str) -> None:
    who = {"operator": OPERATOR, "local": LOCAL}.get(name) or Person(id=ANN.id, roles=frozenset({Role(name)}))
    rooms, others = house.of(who), house.made()
    own = replace(others, id="0" * 32, code="BBBBBB", made_by=who.id)
    rooms.kept.keep(own, NOON)
    tried: dict[str, Callable[[Workshop], object]] = {
        "make": lambda one: rooms.make("Mine", [SCENARIO.id], NOON + HOUR),
        "watch": lambda one: (rooms.board(one.id), rooms.members(one.id)),
        "steer": lambda one: rooms.remove(rooms.steer(one.id, round=Round.ENDED).id, BO.id),
        "delete": lambda one: rooms.clear(one.id),
    }
    for whose, one in (("own", own), ("others", others)):
        for act, use in tried.items():
            if act == "make" and whose == "others":
                continue
            if act in MAY.get(name, {}).get(whose, set()):
                use(one)
            else:
                with pytest.raises(OwnerError):
                    use(one)


def test_what_cannot_be_is_said_and_nothing_is_kept(house: House) -> None:
    fay, end = house.of(FAY), NOON + HOUR
    for name, scenarios, ends, more in (
        (" ", [SCENARIO.id], end, {}),
        ("A", [], end, {}),
        ("A", [SCENARIO.id] * 2, end, {}),
        ("A", [SCENARIO.id], NOON, {}),
        ("A", [SCENARIO.id], NOON + LONGEST + HOUR, {}),
        ("A", [SCENARIO.id], end, {"attempts_each": 0}),
        ("A", [SCENARIO.id], end, {"keep_days": -1}),
    ):
        with pytest.raises(WorkshopError, match=r"\.$"):
            fay.make(name, scenarios, ends, **more)  # type: ignore[arg-type]
    with pytest.raises(ScenarioError):
        fay.make("A", ["no-such-scenario"], end)
    assert fay.run() == ()
    with pytest.raises(WorkshopError, match="no such workshop"):
        fay.board("0" * 32)


def test_a_workshop_goes_with_its_talks_and_its_people_and_no_other_does(house: House) -> None:
    gone, stays = house.made(), house.made()
    for one in (gone, stays):
        house.of(ANN).join(one.code)
    talk, other = house.held(ANN, gone, COACH[:2]), house.held(ANN, stays, COACH[:2])
    again = house.of(ANN).practice.branch(talk.id, 2)
    house.of(FAY).clear(gone.id)
    for lost in (talk, again):
        with pytest.raises(AttemptError):
            house.of(ANN).practice.repository.get(lost.id)
    assert house.of(ANN).practice.repository.get(other.id).finished
    assert house.base.kept.members(gone.id) == ()
    assert [one.id for one in house.of(FAY).run()] == [stays.id]
    house.now = stays.ends_at + timedelta(days=stays.keep_days) - HOUR
    assert house.of(OPERATOR).expire() == 0
    house.now += HOUR
    assert house.of(OPERATOR).expire() == 1
    assert house.base.practice.repository.count() == 0


def test_no_word_of_a_deleted_workshop_is_left_in_the_files(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    house = House(Rooms(kept=SqlWorkshops(address), practice=practice(tmp_path), talks=SqlRepository(address)))
    workshop = house.of(FAY).make("Xylophone", [SCENARIO.id], NOON + HOUR)
    house.of(ANN).join(workshop.code)
    house.held(ANN, workshop, ["What about the marmalade?", *COACH[:2]])
    house.of(FAY).clear(workshop.id)
    SqlPeople(address).forget(ANN.id)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("talks.db*"))
    for gone in (b"Xylophone", b"marmalade", workshop.id.encode(), ANN.id.encode()):
        assert gone not in held


def test_who_is_forgotten_is_in_no_workshop(house: House, address: str) -> None:
    workshop = house.made()
    house.of(ANN).join(workshop.code)
    people = SqlPeople(address)
    people.forget(ANN.id)
    people.close()
    assert house.base.kept.members(workshop.id) == ()


def test_a_script_that_guesses_codes_gets_nowhere(house: House) -> None:
    """A new person and a new address for each guess: what is let through an hour, over the longest a code can live, is under 10^6."""
    workshop, rates, looked_up = house.made(), Rates(), 0
    for number in range(3 * IN_ALL[Counted.CODE].amount):
        rooms = house.of(ANN, admission=rates.of(f"p{number}", f"a{number}"))
        try:
            rooms.join("not a code")
        except WorkshopError:
            looked_up += 1
        except TooOftenError:
            pass
    assert looked_up == IN_ALL[Counted.CODE].amount
    with pytest.raises(TooOftenError):
        house.of(BO, admission=rates.of("new", "new")).join(workshop.code)
    hours = LONGEST / HOUR
    assert looked_up * hours < 10**6
    assert looked_up * hours / len(ALPHABET) ** LETTERS < 0.03
