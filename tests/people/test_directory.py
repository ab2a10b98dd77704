"""People as they are kept: names, accounts, roles, and sessions that ended; on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as hyp

from simulator.errors import OwnerError, PersonError
from simulator.people.directory import Directory
from simulator.people.person import GIVEN, LOCAL, OPERATOR, Goal, Person, Role, kept_name, name_key
from simulator.store.people import SESSION_DAYS, SqlPeople

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANN, BO = Person(id="a" * 32), Person(id="b" * 32)


@pytest.fixture
def registry(address: str) -> Iterator[SqlPeople]:
    people = SqlPeople(address)
    yield people
    people.close()


def test_a_name_is_kept_and_told_apart_without_regard_to_case_and_blanks(registry: SqlPeople) -> None:
    assert Directory(registry, ANN).me().name == ""
    assert Directory(registry, ANN).call_me("  Ann \n Marie ").name == "Ann Marie"
    assert Directory(registry, ANN).me().name == "Ann Marie"
    for same in ("ann marie", "ANNMARIE", "Ａｎｎ\u00a0Marie"):
        with pytest.raises(PersonError, match="already"):
            Directory(registry, BO).call_me(same)
    Directory(registry, ANN).call_me("ann marie")
    Directory(registry, BO).call_me("Ann M.")
    assert [one.name for one in Directory(registry, OPERATOR).everybody()] == ["Ann M.", "ann marie"]
    for blank in ("", " \t", "\x00"):
        with pytest.raises(PersonError, match="first name"):
            Directory(registry, BO).call_me(blank)


def test_on_a_machine_for_one_any_name_will_do(registry: SqlPeople) -> None:
    Directory(registry, ANN).call_me("Kim")
    Directory(registry, LOCAL).call_me("kim")
    assert Directory(registry, LOCAL).me().name == "kim"


def test_an_account_is_one_person_by_whatever_name(registry: SqlPeople) -> None:
    first = registry.signed_in("https://a", "42", "Ann")
    assert registry.signed_in("https://a", "42", "Ann B.") == Person(
        id=first.id, name="Ann B.", roles=frozenset({Role.MANAGER}), issuer="https://a", subject="42"
    )
    assert len({registry.signed_in(*who, "Ann").id for who in (("https://a", "42"), ("https://b", "42"), ("https://a", "43"))}) == 3
    assert registry.signed_in("https://a'; --", "\ud83d x" * 20, "").id


def test_only_an_admin_says_who_is_what(registry: SqlPeople) -> None:
    for who in (ANN, BO):
        registry.call(who.id, who.id[:3])
    for role in GIVEN - {Role.ADMIN}:
        asking = Directory(registry, Person(id=ANN.id, roles=frozenset({role})))
        with pytest.raises(OwnerError, match="Only an admin"):
            asking.appoint(ANN.id, {Role.ADMIN})
        with pytest.raises(OwnerError, match="Only an admin"):
            asking.everybody()
    admin = Directory(registry, Person(id=ANN.id, roles=frozenset({Role.ADMIN})))
    admin.appoint(BO.id, {Role.TRAINER, Role.FACILITATOR})
    found = registry.get(BO.id)
    assert found is not None
    assert found.roles == {Role.TRAINER, Role.FACILITATOR}
    with pytest.raises(PersonError, match="another admin"):
        admin.appoint(ANN.id, {Role.MANAGER})
    with pytest.raises(PersonError, match="Roles are"):
        admin.appoint(BO.id, {Role.OPERATOR})
    with pytest.raises(PersonError, match="Nobody of that id"):
        admin.appoint("c" * 32, {Role.TRAINER})


def test_whoever_goes_leaves_no_name(registry: SqlPeople) -> None:
    Directory(registry, ANN).call_me("Ann")
    Directory(registry, ANN).forget_me()
    Directory(registry, ANN).forget_me()
    assert registry.get(ANN.id) is None
    assert registry.named("ann") == ()


def test_a_session_that_ended_is_remembered_as_long_as_its_cookie_can_live(registry: SqlPeople) -> None:
    registry.end("s1", NOW)
    registry.end("s1", NOW + timedelta(hours=1))
    assert registry.ended("s1")
    assert not registry.ended("s2")
    registry.end("s2", NOW + timedelta(days=SESSION_DAYS + 1))
    assert not registry.ended("s1")


def test_a_goal_is_kept_with_or_without_a_name(registry: SqlPeople) -> None:
    for who in (LOCAL, ANN):
        mine = Directory(registry, who)
        mine.aim(Goal(measure="ask_listen_share", at_least=0.65))
        mine.aim(Goal(measure="asked_told", at_least=2.0))
        assert mine.me().goal == Goal(measure="asked_told", at_least=2.0)
        mine.call_me("Kim" if who is ANN else "kim")
        assert mine.me().goal is not None
        mine.aim(None)
        assert mine.me().goal is None
    assert [one.id for one in Directory(registry, OPERATOR).everybody()] == [ANN.id]


@given(hyp.text(max_size=200))
def test_any_name_can_be_kept_and_finds_itself(name: str) -> None:
    assert kept_name(kept_name(name)) == kept_name(name)
    assert len(kept_name(name)) <= 80
    assert name_key(f" {kept_name(name)}  ") == name_key(kept_name(name))
