"""A score cannot be had by acts that only look like asking and listening, nor by contempt; and who means them loses nothing."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import cycle

import pytest

from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.evaluation.scorecard import Scorecard
from simulator.evaluation.scoring import score, weighted
from simulator.hollow import Hollow
from simulator.language.embedding import bundled
from simulator.library.catalogue import load
from simulator.rehearsal.play import rehearse
from simulator.rehearsal.stage import answering
from simulator.rep import mind
from simulator.rep.answering import Answering
from simulator.rep.guard import Guard
from simulator.rep.matching import Matcher
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.understanding import understanding
from simulator.scenario.model import Scenario, Stance
from simulator.settings import PROJECT
from simulator.state import RepState
from tests.evaluation import example_talks
from tests.evaluation.gaming_scripts import CONTEMPT, DODGES, SCRIPTS, THREATS
from tests.evaluation.talks import VERSIONS, Said, criteria, talk
from tests.scenarios_for_tests import make_scenario

LABELLER = ByLanguage(built_in())
SCENARIOS = {stance: make_scenario(stance=stance.value) for stance in Stance}
GIVEN = {**CONTEMPT, **THREATS}


class Trusting(Case):
    """A talk in which all that looks like asking and listening counts."""

    @cached_property
    def hollow(self) -> dict[Segment, Hollow]:
        return {}


def played(name: str) -> tuple[Conversation, tuple[Segment, ...]]:
    """The script with a rep who tells nothing."""
    if name in GIVEN:
        turns: list[str | Sequence[Said]] = []
        for dodge, stretches in zip(cycle(DODGES), GIVEN[name]):
            turns += [dodge, stretches]
        return talk(*turns)
    spoken, segments = list[Turn](), list[Segment]()
    for place, (dodge, words) in enumerate(zip(cycle(DODGES), SCRIPTS[name])):
        spoken += [
            Turn(number=2 * place + 1, speaker=Speaker.REP, text=dodge),
            Turn(number=2 * place + 2, speaker=Speaker.MANAGER, text=words),
        ]
        segments += LABELLER.label(words, context=dodge, turn=2 * place + 2)
    return Conversation(turns=tuple(spoken)), tuple(segments)


def card_of(name: str, stance: Stance) -> Scorecard:
    said, segments = played(name)
    scenario = SCENARIOS[stance]
    if name == "Warum?":
        scenario = scenario.model_copy(update={"language": "de"})
    return score(said, segments, versions=VERSIONS, scenario=scenario, state=RepState(openness=0.3, turns=len(said) // 2))


@pytest.mark.parametrize("name", [*GIVEN, *SCRIPTS])
def test_gaming_stays_under_35_in_every_stance_and_contempt_under_10(name: str) -> None:
    most = 10 if name in CONTEMPT else 35
    for stance in Stance:
        card = card_of(name, stance)
        levels = {one.id: one.level for one in card.criteria}
        assert card.score is not None, (stance, card.unscored)
        assert card.score < most, (stance, card.score, levels)


@pytest.mark.parametrize("name", [*SCRIPTS, "reflections of what was never said", "one reflection, again and again"])
def test_what_is_hollow_is_counted_apart_with_its_words(name: str) -> None:
    card = card_of(name, Stance.COACH)
    measure = card.measure("hollow")
    assert measure.value is not None
    assert measure.value >= measure.basis / 2
    assert measure.evidence
    assert len(measure.counted) == measure.value
    share = card.measure("ask_listen_share").value
    assert share is not None
    assert share <= 0.5
    balance = next(one for one in card.criteria if one.id == "balance")
    assert "hollow" in balance.reading
    assert balance.quotes


@pytest.mark.parametrize(
    ("example", "points"),
    [
        (example_talks.coaching, 96.25),
        (example_talks.mixed, 55.0),
        (example_talks.telling, 7.5),
        (example_talks.clear_and_fair, 83.75),
        (example_talks.endless_asking, 22.5),
    ],
)
def test_honest_short_talks_score_what_they_did(example: Callable[[], Case], points: float) -> None:
    case = example()
    assert not case.hollow
    assert score(case.talk, case.segments, versions=VERSIONS, scenario=case.scenario, state=case.state).score == points


@pytest.mark.parametrize("scenario", load([PROJECT / "scenarios"]).scenarios[::9], ids=lambda one: one.id)
def test_a_rehearsed_coach_loses_nothing(scenario: Scenario) -> None:
    (play,) = rehearse(scenario, seeds=(1,), labeller=LABELLER, answering=answering(), managers=("coach",))
    counted = Trusting(talk=play.talk, segments=play.scorecard.segments, scenario=scenario, state=play.state)
    assert play.scorecard.score == weighted(criteria(counted), scenario.stance)


def test_a_second_bare_prompt_earns_nothing_from_the_rep() -> None:
    scenario, embedder = SCENARIOS[Stance.COACH], bundled()
    who = Answering(matcher=Matcher(understanding()), voice=ScriptedVoice(), guard=Guard(embedder))
    now = mind.begin(scenario, 1)
    said = Conversation(turns=(Turn(number=1, speaker=Speaker.REP, text=now.intent.line),))
    known = list[int]()
    for words in SCRIPTS["bare prompts by turns"]:
        said = said.plus(Turn(number=len(said) + 1, speaker=Speaker.MANAGER, text=words))
        segments = LABELLER.label(words, context=said.turns[-2].text, turn=len(said))
        now = who.meant(scenario, now.state, said, segments).reaction
        said = said.plus(Turn(number=len(said) + 1, speaker=Speaker.REP, text=now.intent.line))
        known.append(len(now.state.disclosed) + len(now.state.ideas))
        if now.state.closed:
            break
    assert known[-1] <= 1
