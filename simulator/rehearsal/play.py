"""Plays a scenario with every simulated manager and seed: the product's own labeller, matcher, mind and scoring, without a store.

All talks of one scenario go on side by side, so that their turns are coded together; a talk's codes are kept for its scorecard.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from random import Random

from simulator import __version__
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.evaluation.labelling.labeller import Coding, Labeller, Said
from simulator.evaluation.scorecard import Scorecard
from simulator.evaluation.scoring import score, versions
from simulator.rehearsal.managers import MANAGERS, View
from simulator.rep import mind
from simulator.rep.answering import Answering
from simulator.scenario.model import Scenario
from simulator.state import RepState

AT_ONCE = 8
"""Requests to a model that are under way together."""
MOST_MANAGER_TURNS = 40
"""No plan may go on longer; a rep who is not gone by then is a mistake that the verdict tells of."""


@dataclass(frozen=True, kw_only=True)
class Play:
    """One talk that was played to its end.

    `by_rep` says that the rep ended it; `openness` is the rep's after each of their turns; `stood_in` counts the turns in which the script
    spoke because the model did not.
    """

    scenario: str
    manager: str
    seed: int
    talk: Conversation
    state: RepState
    scorecard: Scorecard
    by_rep: bool
    openness: tuple[float, ...] = ()
    stood_in: int = 0


@dataclass
class _Talk:
    manager: str
    seed: int
    view: View
    plan: Iterator[str]
    talk: Conversation
    segments: list[Segment] = field(default_factory=list)
    openness: list[float] = field(default_factory=list)
    stood_in: int = 0
    over: bool = False


def rehearse(
    scenario: Scenario,
    *,
    seeds: Sequence[int],
    labeller: Labeller,
    answering: Answering,
    managers: Sequence[str] = (),
    progress: Callable[[int], None] = lambda _: None,
) -> tuple[Play, ...]:
    """Every manager (all of them by default) plays the scenario once a seed. Where a model's voice fails, the script takes the turn.

    `progress` hears how many talks have just ended.
    """
    talks = [_begin(scenario, manager, seed) for manager in managers or MANAGERS for seed in seeds]
    for _ in range(MOST_MANAGER_TURNS):
        going = [one for one in talks if not one.over]
        if not going:
            break
        _turn(scenario, going, labeller, answering)
        progress(sum(one.over for one in going))
    return tuple(_scored(scenario, one, labeller) for one in talks)


def _begin(scenario: Scenario, manager: str, seed: int) -> _Talk:
    opening = mind.begin(scenario, seed)
    view = View(scenario=scenario, state=opening.state, intent=opening.intent, chance=Random(f"{scenario.id} {manager} {seed}"))
    first = Turn(number=1, speaker=Speaker.REP, text=opening.intent.line)
    return _Talk(manager=manager, seed=seed, view=view, plan=MANAGERS[manager](view), talk=Conversation(turns=(first,)))


def _turn(scenario: Scenario, going: Sequence[_Talk], labeller: Labeller, answering: Answering) -> None:
    """One manager turn and its answer in each of the talks."""
    said: list[tuple[_Talk, Turn, Said]] = []
    for one in going:
        words = next(one.plan, None)
        if words is None:
            one.over = True
            continue
        turn = Turn(number=len(one.talk) + 1, speaker=Speaker.MANAGER, text=words)
        said.append((one, turn, Said(text=words, context=one.talk.turns[-1].text, turn=turn.number)))
    coded = labeller.label_many([item for _, _, item in said])
    answers = []
    for (one, turn, _), segments in zip(said, coded, strict=True):
        one.segments += segments
        answers.append(partial(_answer, scenario, one, turn, segments, answering))
    # A model's time is waiting, which goes on side by side; the script's is work, which threads would only slow.
    with ThreadPoolExecutor(1 if answering.voice.scripted else AT_ONCE) as pool:
        for done in [pool.submit(answer) for answer in answers]:
            done.result()


def _answer(scenario: Scenario, one: _Talk, turn: Turn, segments: Sequence[Segment], answering: Answering) -> None:
    talk = one.talk.plus(turn)
    meant = answering.meant(scenario, one.view.state, talk, segments)
    *_, said = answering.spoken(meant)
    one.stood_in += bool(said.note)
    one.talk = talk.plus(Turn(number=turn.number + 1, speaker=Speaker.REP, text=said.text, voice=said.voice))
    one.view.state, one.view.intent = meant.reaction.state, meant.reaction.intent
    one.openness.append(one.view.state.openness)
    one.over = one.view.state.closed


def _scored(scenario: Scenario, one: _Talk, labeller: Labeller) -> Play:
    coding = Coding(segments=tuple(one.segments), labeller=labeller.version)
    state = one.view.state
    card = score(one.talk, coding.segments, versions=versions(coding, __version__, scenario), scenario=scenario, state=state)
    return Play(
        scenario=scenario.id,
        manager=one.manager,
        seed=one.seed,
        talk=one.talk,
        state=state,
        scorecard=card,
        by_rep=state.closed,
        openness=(scenario.persona.openness, *one.openness),
        stood_in=one.stood_in,
    )
