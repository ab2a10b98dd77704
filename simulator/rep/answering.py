"""One way to answer a manager's turn, in practice as in rehearsal: hear, react, direct, speak under guard, or from the script."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.conversation import Conversation, Segment, Speaker
from simulator.errors import StandInError
from simulator.hollow import hollow_prompts
from simulator.rep import mind
from simulator.rep.budget import NO_LIMIT, Budget
from simulator.rep.guard import Bounds, Guard
from simulator.rep.heard import Heard
from simulator.rep.intent import Direction, direction
from simulator.rep.matching import Matcher
from simulator.rep.voice import Voice
from simulator.scenario.model import Scenario
from simulator.settings import SCRIPTED
from simulator.state import RepState

SPENT: Final = "The tokens set for this talk are used up, so the script goes on from here."
STEPS_IN: Final = "so this turn comes from the script"
GO_ON: Final = "go on, it is asked again next turn"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What the rep has said of a turn so far: the whole text, who says it, and why a stand-in does; `whole` with the last of them."""

    text: str
    voice: str
    note: str = ""
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What the rep means to do with a manager's turn: the state it leaves them in, the intent, and what a voice is given to say it."""

    reaction: mind.Reaction
    direction: Direction
    bounds: Bounds


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Whoever answers: what turns are matched with, who speaks, what looks at a model's words, and what a talk may cost."""

    matcher: Matcher
    voice: Voice
    guard: Guard
    budget: Budget = NO_LIMIT

    def meant(self, scenario: Scenario, before: RepState, talk: Conversation, segments: Sequence[Segment]) -> Meant:
        """What the rep means to do with the talk's last turn, of these segments, in the state that the rep turn `before` it left."""
        heard = Heard(silent=True) if talk.turns[-1].silent else self.matcher.hear(scenario, segments, before, _last(talk))
        heard = replace(heard, hollow=talk.turns[-1].number in hollow_prompts(talk))
        reaction = mind.react(scenario, before, heard, turn=len(talk) + 1, must_go=self.budget.out_of_time(talk))
        to_say = direction(scenario, before, reaction.state, talk, reaction.intent)
        return Meant(reaction=reaction, direction=to_say, bounds=Bounds(scenario=scenario, before=before, direction=to_say))

    def spoken(self, meant: Meant) -> Iterator[Spoken]:
        """The turn as it is said. It may start over when the script takes it; the last item is `whole`."""
        line = meant.reaction.intent.words
        if self.voice.scripted or self.budget.out_of_tokens(meant.direction.talk):
            yield Spoken(text=line, voice=SCRIPTED, note="" if self.voice.scripted else SPENT, whole=True)
            return
        text = ""
        try:
            for text in self.guard.spoken(self.voice, meant.bounds):
                yield Spoken(text=text, voice=self.voice.name)
        except StandInError as error:
            _log.warning("The script took a turn of %s: %s", self.voice.name, error)
            yield Spoken(text=line, voice=SCRIPTED, note=error.meaning(STEPS_IN, GO_ON), whole=True)
            return
        yield Spoken(text=text, voice=self.voice.name, whole=True)


def _last(talk: Conversation) -> str:
    """What the rep said last."""
    return next((turn.text for turn in reversed(talk.turns) if turn.speaker is Speaker.REP), "")
