"""Who may do what with whose talk: every use case, by every role, with a talk of their own, of nobody's, and of somebody else's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from simulator.errors import OwnerError
from simulator.evaluation.corrections import Correction
from simulator.people.access import Right, may, may_review
from simulator.people.person import GIVEN, LOCAL, LOCAL_ID, OPERATOR, Person, Role
from simulator.practice.attempt import Attempt, Selection
from simulator.practice.owned import OwnedTalks
from simulator.practice.use_cases import Practice
from tests.practising import COACH, SCENARIO, practice

ME, OTHER = "a" * 32, "b" * 32
PEOPLE: Final = {
    "local": LOCAL,
    **{role.value: Person(id=ME, name="Ann", roles=frozenset({role})) for role in sorted(GIVEN)},
    "everything": Person(id=ME, name="Ann", roles=GIVEN),
    "operator": OPERATOR,
}
OWNERS: Final = {"mine": ME, "nobody's": LOCAL_ID, "somebody else's": OTHER}
LOOKED_AFTER: Final = {"read", "export", "delete", "give"}
MAY: Final[dict[str, dict[str, set[str]]]] = {
    "local": {"nobody's": {"*"}},
    "manager": {"mine": {"*"}},
    "trainer": {"mine": {"*"}},
    "facilitator": {"mine": {"*"}},
    "admin": {"mine": {"*"}, "nobody's": LOOKED_AFTER},
    "everything": {"mine": {"*"}, "nobody's": LOOKED_AFTER},
    "operator": {
        "mine": {*LOOKED_AFTER, "rescore"},
        "nobody's": {"*", "give"},
        "somebody else's": {*LOOKED_AFTER, "rescore"},
    },
}
"""Written down by hand: by person, by owner; `*` is all but giving it away. What of a local person is their own has no other owner."""


def as_for(base: Practice, who: Person) -> Practice:
    """The use cases for that person."""
    return replace(base, repository=OwnedTalks(base.repository, who), who=who)


def correction(attempt: Attempt) -> Correction:
    assert attempt.scorecard is not None
    one = attempt.scorecard.segments[0]
    return Correction(turn=one.turn, start=one.start, end=one.end, code=attempt.scorecard.segments[-1].code)


def read_all(talks: Practice, attempt: Attempt) -> None:
    """Every way of reading one talk that is no use case of its own."""
    talks.repository.get(attempt.id)
    talks.repository.scorecards(attempt.id)
    talks.repository.owner(attempt.id)
    talks.repository.one_thing_before(attempt)


Use = Callable[[Practice, Attempt], object]
OPEN: Final[dict[str, Use]] = {
    "go on": lambda talks, one: talks.say(one.id, COACH[2]).whole(),
    "finish": lambda talks, one: talks.finish(one.id),
    "delete": lambda talks, one: talks.delete(one.id),
}
OWING: Final[dict[str, Use]] = {"go on": lambda talks, one: talks.resume(one.id)}
DONE: Final[dict[str, Use]] = {
    "read": read_all,
    "branch": lambda talks, one: talks.branch(one.id, 4),
    "correct": lambda talks, one: talks.correct(one.id, correction(one)),
    "rescore": lambda talks, one: talks.rescore(one.id),
    "export": lambda talks, one: list(talks.repository.each(lambda _: None, Selection(owner=one.owner))),
    "delete": lambda talks, one: talks.delete(one.id),
    "give": lambda talks, one: talks.repository.give(one.id, Person(id=OTHER, name="Bo")),
}
STAGES: Final = {"open": OPEN, "owing": OWING, "done": DONE}


def allowed(person: str, act: str, owner: str) -> bool:
    """What the table says."""
    acts = MAY[person].get(owner, set())
    return act in acts or ("*" in acts and act != "give")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    return practice(tmp_path_factory.mktemp("talks"))


@pytest.fixture
def talk(base: Practice, request: pytest.FixtureRequest) -> Attempt:
    """A talk of that owner, at that stage."""
    owner, stage = request.param
    held = replace(base, who=Person(id=OWNERS[owner], name="Whoever"))
    one = held.start(SCENARIO.id, seed=1)
    for words in COACH[:2]:
        held.say(one.id, words).whole()
    if stage == "owing":
        held.say(one.id, COACH[2])
    return held.finish(one.id) if stage == "done" else held.repository.get(one.id)


def everything(base: Practice, talk: Attempt) -> object:
    """All that is kept of a talk."""
    return base.repository.get(talk.id), base.repository.scorecards(talk.id)


CASES: Final = [
    pytest.param((owner, stage), person, act, id=f"{person}-{act}-{stage}-{owner}")
    for stage, acts in STAGES.items()
    for act in acts
    for owner in OWNERS
    for person in PEOPLE
]


@pytest.mark.parametrize(("talk", "person", "act"), CASES, indirect=["talk"])
def test_every_use_case_asks_whose_the_talk_is(
    base: Practice, talk: Attempt, person: str, act: str, request: pytest.FixtureRequest
) -> None:
    owner, stage = request.node.callspec.params["talk"]
    talks, before, use = as_for(base, PEOPLE[person]), everything(base, talk), STAGES[stage][act]
    if allowed(person, act, owner):
        use(talks, talk)
    else:
        with pytest.raises(OwnerError, match="somebody else's"):
            use(talks, talk)
        assert everything(base, talk) == before


@pytest.mark.parametrize("person", PEOPLE)
def test_lists_and_counts_are_of_ones_own(base: Practice, person: str) -> None:
    who = PEOPLE[person]
    for owner in OWNERS.values():
        replace(base, who=Person(id=owner)).start(SCENARIO.id, seed=2)
    talks = as_for(base, who).repository
    seen = {one.owner for one in talks.listed().attempts}
    assert seen == (set(OWNERS.values()) if person == "operator" else {who.id})
    assert {one.owner for one in talks.each(lambda _: None)} == seen
    assert talks.count() == sum(base.repository.count(Selection(owner=owner)) for owner in seen)
    assert talks.played(Selection()) == {SCENARIO.id}
    theirs = Selection(owner=OTHER)
    looks: list[Callable[[], Any]] = [
        lambda: talks.listed(of=theirs),
        lambda: list(talks.each(lambda _: None, theirs)),
        lambda: talks.count(theirs),
        lambda: talks.played(theirs),
        lambda: talks.summaries(theirs, 5),
        lambda: talks.brought("x", theirs),
        lambda: talks.forget(theirs) if person != "operator" else None,
    ]
    for look in looks:
        if person == "operator":
            look()
        else:
            with pytest.raises(OwnerError):
                look()


@pytest.mark.parametrize("person", [name for name in PEOPLE if name != "operator"])
def test_a_talk_is_kept_for_who_holds_it_alone(base: Practice, person: str) -> None:
    who = PEOPLE[person]
    mine = as_for(base, who).start(SCENARIO.id, seed=3)
    assert mine.owner == who.id == base.repository.owner(mine.id)
    with pytest.raises(OwnerError):
        OwnedTalks(base.repository, who).add(replace(mine, id="c" * 32, owner=OTHER))
    with pytest.raises(OwnerError):
        OwnedTalks(base.repository, who).expire(mine.started_at)


def test_a_talk_that_was_given_is_its_new_owners_with_all_its_tries(tmp_path: Path) -> None:
    ready = practice(tmp_path)
    one = ready.start(SCENARIO.id, seed=1, player="somebody")
    for words in COACH[:2]:
        ready.say(one.id, words).whole()
    ready.finish(one.id)
    again, apart = ready.branch(one.id, 4), ready.start(SCENARIO.id, seed=1)
    ann = PEOPLE["admin"]
    OwnedTalks(ready.repository, ann).give(one.id, ann)
    assert [(kept.owner, kept.player) for kept in map(ready.repository.get, (one.id, again.id))] == [(ME, "Ann")] * 2
    assert ready.repository.owner(apart.id) == LOCAL_ID
    with pytest.raises(OwnerError):
        OwnedTalks(ready.repository, LOCAL).get(one.id)


def test_the_table_of_rights_is_the_one_written_here() -> None:
    for name, who in PEOPLE.items():
        for label, owner in OWNERS.items():
            for act in Right:
                if act is not Right.START:
                    assert may(who, act, owner) == allowed(name, act.value, label), (name, act, label)


def test_nobody_becomes_an_operator_through_a_claim_or_an_admin() -> None:
    assert Role.OPERATOR not in GIVEN


REVIEWERS: Final = {
    "leads": {"facilitator", "everything"},
    "is in it": {"trainer", "everything"},
    "leads, and is in it": {"facilitator", "trainer", "everything"},
    "has nothing to do with it": set[str](),
}
"""Written down by hand: who may look at somebody else's talk in a workshop that they lead, or are in."""


@pytest.mark.parametrize("stands", REVIEWERS)
@pytest.mark.parametrize("name", [*sorted(GIVEN), "everything"])
def test_a_talk_is_reviewed_by_who_leads_and_by_trainers_who_are_there_and_never_by_its_own_player(stands: str, name: str) -> None:
    who = PEOPLE[name]
    made_by, here = (ME if "leads" in stands else OTHER), "is in it" in stands
    assert may_review(who, "c" * 32, made_by, here=here) == (name in REVIEWERS[stands])
    assert not may_review(who, ME, made_by, here=here)


def test_nobody_at_the_command_line_or_at_a_machine_for_one_reviews_their_own_talks() -> None:
    for who in (LOCAL, OPERATOR):
        assert not may_review(who, LOCAL_ID, LOCAL_ID, here=True)
