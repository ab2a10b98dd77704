"""One way to answer a manager's turn, in practice as in rehearsal: hear, react, direct, speak under guard, or from the script."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.conversation import Conversation, Segment, Speaker, Understood
from simulator.errors import StandInError
from simulator.hollow import hollow_prompts
from simulator.rep import mind
from simulator.rep.budget import NO_LIMIT, Budget
from simulator.rep.guard import Bounds, Guard
from simulator.rep.heard import Heard, again, plain
from simulator.rep.intent import Direction, direction
from simulator.rep.matching import Matcher
from simulator.rep.model_mind import ModelMind
from simulator.rep.voice import Voice
from simulator.scenario.model import Scenario
from simulator.settings import SCRIPTED
from simulator.state import RepState

SPENT: Final = "The tokens set for this talk are used up, so the script goes on from here."
STEPS_IN: Final = "so this turn comes from the script"
UNDERSTOOD: Final = "so the built-in network understood this turn"
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
    """What the rep means to do with a manager's turn: the state it leaves them in, the intent, and what a voice is given to say it.

    `understood` is what they made of the turn, and `note` says why a stand-in did; mostly empty.
    """

    reaction: mind.Reaction
    direction: Direction
    bounds: Bounds
    understood: Understood
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Whoever answers: what turns are understood with, who speaks, what looks at a model's words, and what a talk may cost.

    `matcher` is the built-in network; `model_mind` is asked in its place where there is one.
    """

    matcher: Matcher
    voice: Voice
    guard: Guard
    budget: Budget = NO_LIMIT
    model_mind: ModelMind | None = None

    def meant(
        self, scenario: Scenario, before: RepState, talk: Conversation, segments: Sequence[Segment], kept: Understood | None = None
    ) -> Meant:
        """What the rep means to do with the talk's last turn, of these segments, in the state that the rep turn `before` it left.

        With what was `kept` of the turn nothing is asked: the talk is played again as it was.
        """
        heard, understood, note = self._understood(scenario, before, talk, segments, kept)
        reaction = mind.react(scenario, before, heard, turn=len(talk) + 1, must_go=self.budget.out_of_time(talk))
        to_say = direction(scenario, before, reaction.state, talk, reaction.intent, heard.kind)
        bounds = Bounds(scenario=scenario, before=before, direction=to_say)
        return Meant(reaction=reaction, direction=to_say, bounds=bounds, understood=understood, note=note)

    def _understood(
        self, scenario: Scenario, before: RepState, talk: Conversation, segments: Sequence[Segment], kept: Understood | None
    ) -> tuple[Heard, Understood, str]:
        """What was heard, the same as it is kept, and why a stand-in heard it."""
        if kept and (heard := again(kept.values, segments)):
            return heard, kept, ""
        said, note = talk.turns[-1], ""
        heard = Heard(silent=True) if said.silent else self.matcher.hear(scenario, segments, before, _last(talk))
        heard = replace(heard, hollow=said.number in hollow_prompts(talk))
        by, read, written = self.matcher.version, 0, 0
        if self.model_mind and not said.silent and not self.budget.out_of_tokens(talk):
            try:
                heard, read, written = self.model_mind.hear(scenario, before, talk, heard)
                by = self.model_mind.model.name
            except StandInError as error:
                _log.warning("The built-in network understood a turn in the place of %s: %s", self.model_mind.model.name, error)
                note = error.meaning(UNDERSTOOD, GO_ON)
        return heard, Understood(by=by, values=plain(heard), read=read, written=written), note

    def spoken(self, meant: Meant) -> Iterator[Spoken]:
        """The turn as it is said. It may start over when the script takes it; the last item is `whole`."""
        line = meant.reaction.intent.words
        if self.voice.scripted or self.budget.out_of_tokens(meant.direction.talk):
            yield Spoken(text=line, voice=SCRIPTED, note=meant.note if self.voice.scripted else SPENT, whole=True)
            return
        text = ""
        try:
            for text in self.guard.spoken(self.voice, meant.bounds):
                yield Spoken(text=text, voice=self.voice.name)
        except StandInError as error:
            _log.warning("The script took a turn of %s: %s", self.voice.name, error)
            yield Spoken(text=line, voice=SCRIPTED, note=error.meaning(STEPS_IN, GO_ON), whole=True)
            return
        yield Spoken(text=text, voice=self.voice.name, note=meant.note, whole=True)


def _last(talk: Conversation) -> str:
    """What the rep said last."""
    return next((turn.text for turn in reversed(talk.turns) if turn.speaker is Speaker.REP), "")
