"""The scripted voice: says the authored line as it stands."""

from collections.abc import Iterator

from simulator.rep.intent import Cue
from simulator.settings import SCRIPTED


class ScriptedVoice:
    """Says the line the mind has chosen. Always there, never fails."""

    name = SCRIPTED

    def speak(self, cue: Cue) -> Iterator[str]:
        """Say the turn in one piece."""
        yield cue.intent.line
