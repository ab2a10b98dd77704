"""Simulated managers. Each is a plan: what to say next, given the scenario, what has come out and what the rep did last.

They know the scenario from the inside, because they test whether it can be played, not whether it is hard to guess.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from simulator.conversation import SILENCE
from simulator.rehearsal.words import Paraphrases, StageWords
from simulator.rep.intent import Act, Intent
from simulator.scenario.model import Fact, Scenario
from simulator.state import RepState


@dataclass
class View:
    """What a manager goes by; the player renews it before every turn."""

    scenario: Scenario
    state: RepState
    intent: Intent
    chance: Random

    @property
    def words(self) -> StageWords:
        """The stock of lines in the scenario's language."""
        return StageWords.of(self.scenario.language)

    @property
    def out(self) -> set[str]:
        """Ids of the facts that are out."""
        return {disclosure.fact for disclosure in self.state.disclosed}


Plan = Callable[[View], Iterator[str]]
"""Gives the manager's turns one by one; where it ends, the manager ends the talk."""


def teller(view: View) -> Iterator[str]:
    """Orders and advises, and gives the rep's own ideas away."""
    told = [line for idea in view.scenario.ideas for line in idea.told[:2]]
    view.chance.shuffle(told)
    for tell, own in zip(_mixed(view, view.words.tells), [*told, *told], strict=False):
        yield f"{tell} {own}"
    yield view.words.imposed
    yield view.words.thanks


def seller(view: View) -> Iterator[str]:
    """Argues, promises and flatters."""
    for first, idea in zip(_mixed(view, view.words.sells), view.scenario.ideas * 4, strict=False):
        yield f"{first} {idea.told[-1]}" if view.chance.random() < 0.4 else first
    yield view.words.imposed
    yield view.words.thanks


def inspector(view: View) -> Iterator[str]:
    """Checks with closed questions, and blames."""
    for number, question in enumerate(_mixed(view, view.words.closed)):
        yield question if number % 3 else f"{question} {view.words.blames[number // 3 % len(view.words.blames)]}"
    yield view.words.imposed
    yield view.words.thanks


def coach(view: View) -> Iterator[str]:
    """Asks from the surface down, gives back what comes, and leaves the plan to the rep."""
    yield from _explore(view, most=20)
    yield from _agree(view)


def clear_manager(view: View) -> Iterator[str]:
    """Says what is decided, why and from when, then asks how it lands and listens."""
    yield view.words.decided[0] + " " + view.words.decided[1]
    yield from view.words.decided[2:]
    yield from view.words.feels
    yield from _explore(view, most=6)
    yield from _agree(view)


def rambler(view: View) -> Iterator[str]:
    """Talks about everything else, until the rep goes."""
    while True:
        yield from (f"{first} {second}" for first, second in zip(_mixed(view, view.words.rambles), view.words.rambles, strict=True))


def silent_one(view: View) -> Iterator[str]:
    """Nods and waits, until the rep goes."""
    while True:
        yield SILENCE
        yield view.chance.choice(view.words.nods)


def mixed(view: View) -> Iterator[str]:
    """Tells and asks by turns."""
    told = [line for idea in view.scenario.ideas for line in idea.told[:1]]
    for question, tell in zip(_explore(view, most=8), [*view.words.tells, *told], strict=False):
        yield question
        yield tell
    yield view.words.options[0]
    yield view.words.commitment
    yield view.words.thanks


def hollow_asker(view: View) -> Iterator[str]:
    """Asks without content, again and again."""
    yield from _mixed(view, view.words.hollow)
    yield view.words.thanks


def insulter(view: View) -> Iterator[str]:
    """Holds the rep in contempt, until the rep goes."""
    while True:
        yield from _mixed(view, view.words.insults)


def detail_seeker(view: View) -> Iterator[str]:
    """Asks as a coach does, and asks on about what is told."""
    for question in _explore(view, most=9):
        yield question
        for fact in view.scenario.facts_named([view.intent.fact]):
            for detail in view.chance.sample(fact.details, min(2, len(fact.details))):
                yield view.chance.choice(detail.asks)
    yield view.words.options[0]
    for idea in view.scenario.ideas:
        if idea.id == view.intent.idea and idea.details:
            yield view.chance.choice(idea.details).asks[0]
    yield view.words.commitment
    yield view.words.thanks


def apologiser(view: View) -> Iterator[str]:
    """Owns up to what went wrong between them, then asks."""
    yield view.words.apologies[0]
    yield from _explore(view, most=5)
    yield view.words.apologies[1]
    yield from _explore(view, most=10)
    yield from _agree(view)


def paraphraser(view: View) -> Iterator[str]:
    """Asks for every fact in words that are none of its cues, and gives back what comes."""
    ready = list(_mixed(view, view.words.reflections))
    asked = Paraphrases.of().scenarios.get(view.scenario.id, {})
    for fact in _by_ease(view):
        for question in asked.get(fact.id, ())[:2]:
            if fact.id in view.out:
                break
            yield question
            if view.intent.act is Act.DISCLOSE and ready:
                yield ready.pop()
    yield from _agree(view)


def _explore(view: View, *, most: int) -> Iterator[str]:
    """At most so many turns of asking for what is not out yet, the lightest first, with something given back after what was told."""
    ready = list(_mixed(view, view.words.reflections))
    asked: dict[str, int] = {}
    for _ in range(most):
        if view.intent.act is Act.DISCLOSE and view.intent.fact:
            fact = view.scenario.fact(view.intent.fact)
            yield _given_back(view, fact, ready)
            continue
        open_ones = [fact for fact in _by_ease(view) if fact.id not in view.out and asked.get(fact.id, 0) < 3]
        if not open_ones:
            return
        fact = min(open_ones, key=lambda one: (asked.get(one.id, 0), not _ready(view, one)))
        asked[fact.id] = asked.get(fact.id, 0) + 1
        yield fact.opener if asked[fact.id] == 1 else _given_back(view, fact, ready)


def _ready(view: View, fact: Fact) -> bool:
    """Whether what has to come before it is out."""
    return view.out.issuperset(fact.needs.after)


def _given_back(view: View, fact: Fact, ready: list[str]) -> str:
    statements = [cue for cue in fact.cues if not cue.endswith("?")]
    if statements:
        return view.chance.choice(statements)
    return ready.pop() if ready else view.words.nods[1]


def _agree(view: View) -> Iterator[str]:
    yield from view.words.options[:2]
    yield view.words.commitment
    yield view.words.thanks


def _by_ease(view: View) -> list[Fact]:
    return sorted(view.scenario.facts, key=lambda fact: (fact.layer.weight, fact.needs.openness))


def _mixed(view: View, lines: tuple[str, ...]) -> list[str]:
    return view.chance.sample(lines, len(lines))


MANAGERS: Final[dict[str, Plan]] = {
    "teller": teller,
    "seller": seller,
    "inspector": inspector,
    "coach": coach,
    "clear": clear_manager,
    "rambler": rambler,
    "silent": silent_one,
    "mixed": mixed,
    "hollow": hollow_asker,
    "insulter": insulter,
    "detail": detail_seeker,
    "apologiser": apologiser,
    "paraphraser": paraphraser,
}
"""By name, in the order of the report."""
