"""A talk is held with its own text, whatever becomes of the scenario's file: it goes on, is ended, put right and scored anew."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from simulator.codes import Code
from simulator.conversation import Speaker
from simulator.errors import ScenarioError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.scorecard import FactState
from simulator.library.catalogue import Catalogue
from simulator.practice import held
from simulator.practice.attempt import Attempt
from simulator.practice.use_cases import Practice
from simulator.scenario.model import Scenario
from simulator.scenario.text import text_of
from simulator.store.repository import SqlRepository
from tests.practising import COACH, SCENARIO, practice
from tests.scenarios_for_tests import fields

Change = Callable[[dict[str, Any]], None]


def renamed(data: dict[str, Any]) -> None:
    """Every fact and idea gets another id."""
    for one in (*data["facts"], *data["ideas"]):
        one["id"] = f"new-{one['id']}"
        one["needs"]["after"] = [f"new-{name}" for name in one["needs"].get("after", [])]


def reworded(data: dict[str, Any]) -> None:
    """The rep says everything in other words."""
    for one in (*data["facts"], *data["ideas"], *data["misreadings"], *data["commitments"].values()):
        one["lines"] = [f"Now then: {line}" for line in one["lines"]]
    for lines in (data["reactions"], data["closings"]):
        lines.update({name: [f"Now then: {line}" for line in some] for name, some in lines.items()})
    data["deflections"] = [f"Now then: {line}" for line in data["deflections"]]


def newer(data: dict[str, Any]) -> None:
    """Another version, with another rep and another stance."""
    data.update(version=2, stance="manage", title="Another title", persona={**data["persona"], "name": "Noor Haddad"})


def shorter(data: dict[str, Any]) -> None:
    """A fact that may be out already is taken away, and the condition that names it."""
    data["facts"] = [one for one in data["facts"] if one["id"] != "old-template"] + [
        {
            **data["facts"][1],
            "id": "another",
            "summary": "Another.",
            "lines": ["Another."],
            "opener": "Another?",
            "cues": ["a", "b", "c", "d"],
        }
    ]


CHANGES: dict[str, Change | None] = {"gone": None, "renamed": renamed, "reworded": reworded, "newer": newer, "shorter": shorter}


def catalogue(change: Change | None) -> Catalogue:
    """Today's scenarios: the one of the talk after a change, or none."""
    if change is None:
        return Catalogue(scenarios=())
    data = fields()
    change(data)
    return Catalogue(scenarios=(Scenario.model_validate(data),))


@pytest.fixture
def before(tmp_path: Path, repository: SqlRepository) -> Practice:
    """Practice over either database, with the scenario as it was."""
    return replace(practice(tmp_path), repository=repository)


def played(talks: Practice, count: int, player: str = "") -> Attempt:
    """A coach's talk of so many turns, still open."""
    attempt = talks.start(SCENARIO.id, player=player, seed=3)
    for words in COACH[:count]:
        talks.say(attempt.id, words).whole()
    return talks.repository.get(attempt.id)


def forget_text(address: str) -> None:
    """Make every talk one of a version that kept no text."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE attempts SET scenario_text = NULL"))
        connection.execute(text("DELETE FROM scenario_texts"))
    engine.dispose()


@pytest.mark.parametrize("change", CHANGES)
def test_a_talk_goes_on_as_if_nothing_had_changed(before: Practice, change: str) -> None:
    untouched = played(before, 9)
    opened = played(before, 4, player="somebody else")  # a second talk of one person's would be told another one thing
    after = replace(before, scenarios=catalogue(CHANGES[change]))
    for words in COACH[4:9]:
        after.say(opened.id, words).whole()
    went_on = after.repository.get(opened.id)
    assert [turn.text for turn in went_on.conversation] == [turn.text for turn in untouched.conversation]
    assert went_on.state == untouched.state
    assert {disclosed.fact for disclosed in went_on.state.disclosed} <= {fact.id for fact in SCENARIO.facts}
    cards = [talks.finish(one.id).scorecard for talks, one in ((before, untouched), (after, opened))]
    assert cards[0] is not None
    assert cards[1] is not None
    assert cards[0].note == ""
    assert cards[1].note == (held.GONE if CHANGES[change] is None else held.CHANGED)
    assert replace(cards[1], note="") == cards[0]


@pytest.mark.parametrize("change", CHANGES)
def test_a_finished_talk_is_put_right_branched_and_scored_anew_with_its_own_text(before: Practice, change: str) -> None:
    done = before.finish(played(before, 6).id)
    assert done.scorecard is not None
    after = replace(before, scenarios=catalogue(CHANGES[change]))
    again = after.rescore(done.id).scorecard
    assert again is not None
    assert again.note == (held.GONE if CHANGES[change] is None else held.CHANGED)
    assert replace(again, note="") == done.scorecard
    asked = next(one for one in again.segments if one.code is Code.OPEN_QUESTION)
    right = after.correct(done.id, Correction(turn=asked.turn, start=asked.start, end=asked.end, code=Code.ADVICE)).scorecard
    assert right is not None
    # A fact that came to the question is no longer drawn out where the question is none; what came, and in which words, stays.
    assert [replace(one, state=FactState.MISSED) for one in right.facts] == [
        replace(one, state=FactState.MISSED) for one in done.scorecard.facts
    ]
    assert right.versions.scenario == "late-quotes-1"
    branched = after.branch(done.id, 6)
    assert after.say(branched.id, COACH[2]).whole().text == done.conversation.turns[6].text


def test_a_text_is_kept_once_and_a_changed_one_beside_it(before: Practice, address: str) -> None:
    first, second = played(before, 0), played(before, 0)
    third = played(replace(before, scenarios=catalogue(reworded)), 0)
    assert first.scenario_text == second.scenario_text != third.scenario_text
    engine = create_engine(address)
    with engine.connect() as connection:
        hashes = connection.execute(text("SELECT hash FROM scenario_texts")).scalars().all()
    engine.dispose()
    assert sorted(hashes) == sorted({first.scenario_text, third.scenario_text})
    assert before.repository.scenario(first.scenario_text) == SCENARIO
    with pytest.raises(ScenarioError):
        before.repository.scenario("no such hash")


def test_talks_of_before_are_linked_where_id_and_version_match(before: Practice, address: str) -> None:
    opened, done = played(before, 4), before.finish(played(before, 4).id)
    forget_text(address)
    assert before.repository.get(opened.id).scenario_text == ""
    before.repository.link(catalogue(newer).scenarios)
    assert before.repository.get(opened.id).scenario_text == ""
    for _ in range(2):
        before.repository.link((*catalogue(newer).scenarios, SCENARIO))
    assert {before.repository.get(one.id).scenario_text for one in (opened, done)} == {text_of(SCENARIO).hash}
    gone = replace(before, scenarios=Catalogue(scenarios=()))
    assert gone.say(opened.id, COACH[4]).whole().speaker is Speaker.REP


@pytest.mark.parametrize("change", [renamed, reworded, shorter])
def test_a_talk_of_before_under_another_version_says_so_and_breaks_nothing(before: Practice, address: str, change: Change) -> None:
    opened, done = played(before, 9), before.finish(played(before, 9).id)
    assert opened.state.disclosed
    forget_text(address)

    def changed(data: dict[str, Any]) -> None:
        change(data)
        data["version"] = 2

    after = replace(before, scenarios=catalogue(changed))
    after.repository.link(catalogue(changed).scenarios)
    for words in COACH[9:]:
        if after.repository.get(opened.id).state.closed:
            break
        after.say(opened.id, words).whole()
    for card in (after.finish(opened.id).scorecard, after.rescore(done.id).scorecard):
        assert card is not None
        assert card.versions.scenario == "late-quotes-2"
        assert card.note == held.GUESSED.format(today=2, then=1)


def test_a_talk_of_before_whose_scenario_is_gone_can_be_ended_and_keeps_its_scorecard(before: Practice, address: str) -> None:
    opened, done = played(before, 9), before.finish(played(before, 9).id)
    forget_text(address)
    after = replace(before, scenarios=Catalogue(scenarios=()))
    with pytest.raises(ScenarioError, match="no longer there"):
        after.say(opened.id, COACH[9])
    assert len(after.repository.get(opened.id).conversation) == len(opened.conversation)
    ended = after.finish(opened.id).scorecard
    assert ended is not None
    assert ended.note == held.LOST
    assert ended.measure("ask_listen_share").value is not None
    assert ended.measure("discovery").unscored
    with pytest.raises(ScenarioError, match="stays as it is"):
        after.rescore(done.id)
    assert done.scorecard is not None
    part = done.scorecard.segments[0]
    with pytest.raises(ScenarioError, match="stays as it is"):
        after.correct(done.id, Correction(turn=part.turn, start=part.start, end=part.end, code=Code.ADVICE))
    assert after.repository.get(done.id) == replace(done, scenario_text="")


@pytest.mark.parametrize("damage", ["body = '{broken'", "body = '{}'", "schema = 99", "schema = 0"])
def test_a_kept_text_that_cannot_be_read_is_as_one_that_is_not_kept(before: Practice, address: str, damage: str) -> None:
    done = before.finish(played(before, 4).id)
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE scenario_texts SET {damage}"))
    engine.dispose()
    with closing(SqlRepository(address)) as fresh:
        card = replace(before, repository=fresh).rescore(done.id).scorecard
    assert card is not None
    assert card.note == held.GUESSED.format(today=1, then=1)
