"""How often does the guard stop a sentence that says nothing unearned, and how often does it know a fact by other words?

    python -m benchmarks.guard

Harmless are the lines in which a rep answers without a fact or an idea. A fact's other words are those of one of its lines while the
guard knows only the summary and the other lines: each line tells its own side of the fact, so this is a floor and no estimate of what
slips through.
"""

from collections.abc import Iterator

from simulator.conversation import Conversation, Speaker, Turn, words_in
from simulator.language.embedding import bundled
from simulator.language.sentences import sentences
from simulator.library.catalogue import load
from simulator.rep.guard import SHORTEST_TOLD, Bounds, Guard
from simulator.rep.intent import Act, Intent, direction
from simulator.scenario.model import Fact, Scenario
from simulator.settings import PROJECT
from simulator.state import RepState


def turn(scenario: Scenario) -> Bounds:
    """A turn early in the talk, when nothing is out."""
    state = RepState(openness=scenario.persona.openness, turns=1)
    talk = Conversation(turns=(Turn(number=1, speaker=Speaker.MANAGER, text="How are you, really?"),))
    intent = Intent(act=Act.ELABORATE, line=scenario.reactions.asked_open[0])
    return Bounds(scenario=scenario, before=state, direction=direction(scenario, state, state, talk, intent))


def stopped(guard: Guard, scenario: Scenario, line: str) -> list[bool]:
    """For each sentence of the line that is long enough to tell anything: whether it is taken for an unearned fact."""
    told = [one for one in sentences(line, scenario.language) if words_in(one) >= SHORTEST_TOLD]
    return ["earned" in guard.objection(turn(scenario), one) for one in told]


def harmless(scenario: Scenario) -> Iterator[str]:
    """Lines that hold no fact and no idea."""
    telling = {line for lines in (*(one.lines for one in scenario.facts), *(one.lines for one in scenario.ideas)) for line in lines}
    yield from (line for line in scenario.spoken() if line not in telling)


def without(scenario: Scenario, fact: Fact, line: str) -> Scenario:
    """The scenario as if that line of the fact had never been written."""
    less = fact.model_copy(update={"lines": [one for one in fact.lines if one != line]})
    return scenario.model_copy(update={"facts": [less if one is fact else one for one in scenario.facts]})


def main() -> None:
    """Print both shares."""
    guard, scenarios = Guard(bundled()), load([PROJECT / "scenarios"]).scenarios
    wrongly = [hit for one in scenarios for line in harmless(one) for hit in stopped(guard, one, line)]
    rightly = [any(stopped(guard, without(one, fact, line), line)) for one in scenarios for fact in one.facts for line in fact.lines]
    print(f"harmless sentences stopped: {sum(wrongly) / len(wrongly):.3f} of {len(wrongly):,}")
    print(f"facts known by other words: {sum(rightly) / len(rightly):.3f} of {len(rightly):,} lines")


if __name__ == "__main__":
    main()
