"""The scripted voice: says the authored line as it stands."""

from collections.abc import Iterator

from simulator.rep.intent import Direction
from simulator.settings import SCRIPTED


class ScriptedVoice:
    """Says the line the mind has chosen. Always there, never fails."""

    name = SCRIPTED
    scripted = True

    def speak(self, direction: Direction) -> Iterator[str]:
        """Say the turn in one piece."""
        yield direction.intent.words
