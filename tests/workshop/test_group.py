"""What a group's talks say together, by values made by hand; and out of both databases, in three queries however many talks there are."""

import re
from datetime import timedelta
from random import Random
from statistics import fmean, quantiles
from typing import Any

import pytest
from sqlalchemy import Engine, event

from simulator.codes import Move
from simulator.errors import OwnerError
from simulator.evaluation.scorecard import Estimate
from simulator.people.person import OPERATOR, Person
from simulator.scenario.model import Layer, Stance
from simulator.workshop import telling
from simulator.workshop.group import FEWEST_PEOPLE, Group, group_debrief, interval
from simulator.workshop.scored import FactMet, ScoredTalk
from tests.practising import COACH
from tests.talks import NOON
from tests.workshop.test_use_cases import ANN, BO, FAY, TOLD, House, house

__all__ = ["house"]
V = ("labeller-1", "measures-1", "codebook-1", "late-quotes-1")
SHARE = "ask_listen_share"


def talk(person: str, minute: int = 0, share: float | None = None, score: float | None = None, **more: Any) -> ScoredTalk:
    figures = {} if share is None else {SHARE: share}
    return ScoredTalk(
        **{
            "person": person,
            "scenario_id": "late-quotes",
            "title": "Quotes go out late",
            "started_at": NOON + timedelta(minutes=minute),
            "versions": V,
            "score": score,
            "figures": figures,
            **more,
        }
    )


def debrief(*talks: ScoredTalk, quoted: bool = False) -> Group:
    return group_debrief(talks, {"late-quotes": Stance.COACH}, quoted=quoted)


def twice(*changes: float) -> list[ScoredTalk]:
    """So many people, each with a first try of 0.4 and one that is so much higher."""
    first = [talk(f"p{number}", number, 0.4) for number, _ in enumerate(changes)]
    return first + [talk(f"p{number}", 100 + number, 0.4 + by) for number, by in enumerate(changes)]


def test_a_change_has_the_interval_that_a_plain_bootstrap_gives() -> None:
    changes = [0.10, -0.05, 0.20, 0.00, 0.15, 0.05, 0.30, -0.10]
    (shift, score) = debrief(*twice(*changes)).shifts
    assert (shift.id, score.id) == (SHARE, "score")
    assert shift.by == pytest.approx(fmean(changes))
    draw = Random(5)
    means = quantiles([fmean(draw.choices(changes, k=len(changes))) for _ in range(20_000)], n=40)
    assert shift.low == pytest.approx(means[0], abs=0.01)
    assert shift.high == pytest.approx(means[-1], abs=0.01)
    assert interval(changes) == interval(changes)
    assert score.pairs == ()


def test_too_few_people_are_told_that_it_says_nothing() -> None:
    few = debrief(*twice(*[0.2] * (FEWEST_PEOPLE - 1))).shifts[0]
    assert (few.by, few.low, few.high, len(few.pairs)) == (None, None, None, FEWEST_PEOPLE - 1)
    assert telling.shift_in_words(few) == (
        "4 people tried a situation twice, with enough said both times to measure. "
        "Fewer than 5 say nothing of a group, so no change is given."
    )
    enough = debrief(*twice(*[0.2] * FEWEST_PEOPLE)).shifts[0]
    assert telling.shift_in_words(enough) == (
        "Asked and listened: 40 % in first tries and 60 % in last ones, over 5 people: 20 points up. "
        "With its uncertainty (95 %) it lies between 20 points up and 20 points up."
    )
    unsure = debrief(*twice(0.2, -0.2, 0.1, -0.1, 0.01)).shifts[0]
    assert telling.shift_in_words(unsure).endswith("That may as well be no change.")


def test_only_tries_of_one_situation_in_one_version_are_set_against_each_other() -> None:
    assert debrief(talk("a", 0, 0.1), talk("a", 1, 0.9, scenario_id="other")).shifts[0].pairs == ()
    assert debrief(talk("a", 0, 0.1), talk("a", 1, 0.9, versions=(*V[:-1], "late-quotes-2"))).shifts[0].pairs == ()
    assert debrief(talk("a", 0, 0.1), talk("a", 1)).shifts[0].pairs == ()
    there = [talk("a", minute, share, scenario_id="other") for minute, share in ((1, 0.2), (4, 0.6))]
    (pair,) = debrief(talk("a", 0, 0.1), talk("a", 2, 0.5), talk("a", 3, 0.7), *there).shifts[0].pairs
    assert pair.first == pytest.approx(0.15)
    assert pair.last == pytest.approx(0.65)


def test_what_other_versions_scored_is_left_out_and_said() -> None:
    found = debrief(talk("a", 0, versions=("old", *V[1:])), talk("a", 1), talk("b", 2))
    assert (found.talks, found.people, found.other_versions) == (2, 2, 1)
    assert telling.made_of(found) == "2 scored talks of 2 people. 1 talk that other versions scored are left out."


def test_guesses_are_set_beside_what_was_measured() -> None:
    def guessed(person: str, minute: int, guess: float, measured: float) -> ScoredTalk:
        figures = {"asked_share": measured, "gap_asked_share": guess - measured}
        return talk(person, minute, guess=Estimate(asked_share=guess), figures=figures)

    found = debrief(
        guessed("a", 0, 0.7, 0.3), guessed("a", 1, 0.5, 0.48), guessed("b", 2, 0.2, 0.4), talk("c", 3), guessed("d", 4, 0.6, 0.4)
    )
    assert sorted(one.again for one in found.guesses) == [False, False, False, True]
    assert found.gap == pytest.approx(0.11)
    assert telling.guesses_in_words(found) == (
        "Of 4 guesses, 1 came within 5 points, 2 guessed more questions than there were, 1 fewer. The middle one was 11 points too high."
    )
    assert telling.guesses_in_words(debrief()) == "Nobody guessed before they looked."


def test_the_weakest_criterion_comes_first_and_stances_are_counted() -> None:
    found = debrief(talk("a", score=40.0, levels={"close": 3, "listening": 1}), talk("b", score=60.0, levels={"close": 2}))
    assert [(one.id, one.level, one.talks) for one in found.levels] == [("listening", 1, 1), ("close", 2.5, 2)]
    assert [(one.stance, one.talks, one.score) for one in found.stances][-1] == (Stance.COACH, 2, 50.0)
    assert "coached in 2 talks, mean score 50" in telling.stances_in_words(found)


def fact(name: str, *, found: bool, question: str = "") -> FactMet:
    return FactMet(id=name, layer=Layer.ROOT, summary=f"About {name}.", opener=f"What of {name}?", found=found, question=question)


def test_facts_are_missed_by_people_and_what_nobody_heard_is_not_told() -> None:
    talks = (
        talk("a", 0, facts=(fact("bonus", found=False), fact("desk", found=False), fact("spring", found=True, question="And spring?"))),
        talk("a", 1, facts=(fact("bonus", found=False), fact("desk", found=True), fact("spring", found=True, question="and spring?"))),
        talk("b", 2, facts=(fact("bonus", found=False), fact("desk", found=False), fact("spring", found=True))),
    )
    bonus, desk = debrief(*talks).missed
    assert (bonus.missed, bonus.people, bonus.summary) == (2, 2, "")
    assert (desk.missed, desk.people, desk.summary) == (1, 2, "About desk.")
    assert "bonus" not in telling.missed_in_words(bonus)
    assert telling.openers_in_words(bonus, str) == ["What opens it: What of bonus?"]


def test_what_people_asked_is_told_only_where_names_are_shown() -> None:
    talks = (
        talk("a", 0, facts=(fact("desk", found=True, question="And the desk?"),), best_question="What makes it slow?"),
        talk("b", 1, facts=(fact("desk", found=False),), best_question="What makes it slow?"),
    )
    for kept in (debrief(*talks),):
        assert kept.questions == ()
        assert kept.missed[0].questions == ()
    shown = debrief(*talks, quoted=True)
    assert [(one.person, one.text) for one in shown.questions] == [("a", "What makes it slow?")]
    assert telling.openers_in_words(shown.missed[0], {"a": "Ann"}.__getitem__) == ["What opened it: And the desk? (Ann)"]


def test_a_talk_falls_into_thirds_by_its_turns() -> None:
    moves = ((2, Move.TELL), (4, Move.TELL), (6, Move.ASK), (6, Move.LISTEN), (8, Move.ASK), (10, Move.ASK), (12, Move.OTHER))
    found = debrief(talk("a", moves=moves), talk("b", moves=((2, Move.SELL), (4, Move.SELL))))
    assert [dict(one) for one in found.thirds] == [
        {Move.TELL: 2},
        {Move.ASK: 2, Move.LISTEN: 1},
        {Move.ASK: 1, Move.OTHER: 1},
    ]
    assert telling.thirds_in_words(found).startswith("first third: ask 0 %, listen 0 %, tell 100 %, sell 0 %, other 0 %; middle: ask 67 %")
    assert debrief(talk("b", moves=((2, Move.SELL),))).thirds == ()


def test_a_workshops_talks_come_out_of_the_database_and_no_body_is_read_whole(house: House) -> None:
    workshop = house.made(names=True, attempts_each=3)
    for who in (ANN, BO):
        house.of(who).join(workshop.code)
    done = house.held(ANN, workshop, [*COACH[:9], TOLD])
    house.now += timedelta(minutes=1)
    last = house.held(ANN, workshop, [TOLD, *COACH[:9]])
    assert last.scorecard
    house.of(ANN).practice.branch(last.id, 4)
    house.held(BO, workshop, COACH[:4])
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    found = house.of(FAY).group(workshop.id)
    event.remove(Engine, "before_cursor_execute", listen)
    assert len([one for one in said if "SELECT" in one]) == 3
    assert [one for one in said if "turns" in one] == []
    parts = [part for one in said for part in re.findall(r"\S*scorecards\.body\S*(?: ->)?", one)]
    assert len(parts) == 3
    assert [one for one in parts if "JSON_EXTRACT(" not in one and "->" not in one] == []
    assert (found.talks, found.people) == (3, 2)
    (pair,) = found.shifts[0].pairs
    assert done.scorecard
    assert (pair.first, pair.last) == (done.scorecard.measure(SHARE).value, last.scorecard.measure(SHARE).value)
    opened = {one.said for one in last.scorecard.facts if one.said}
    assert opened
    assert {one.text for one in found.questions} <= set(COACH)
    assert sum(sum(counts.values()) for counts in found.thirds) == sum(len(one.moves) for one in house.base.kept.scored(workshop.id))
    house.of(FAY).remove(workshop.id, BO.id)
    assert house.of(FAY).group(workshop.id).people == 1


@pytest.mark.parametrize("who", [ANN, OPERATOR, Person(id="d" * 32)])
def test_who_does_not_steer_a_workshop_sees_no_debrief_of_it(house: House, who: Person) -> None:
    with pytest.raises(OwnerError):
        house.of(who).group(house.made().id)
