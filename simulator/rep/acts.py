"""What each act of the rep is, in words: to the model that plays it, and to people. And what the rep's mood is called."""

from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from simulator.language.words import Words
from simulator.rep.intent import Act

_UP_TO: Final = (0.2, 0.4, 0.6, 0.8)
"""Openness below which each mood but the last holds."""


class ActWords(BaseModel):
    """When the mind chooses an act, and what the rep does with it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    when: str
    does: str


class Acts(Words):
    """The acts, of several that fit the one that stands higher; and the moods, from shut to open."""

    topic: ClassVar[str] = "acts"
    acts: dict[Act, ActWords]
    moods: tuple[str, str, str, str, str]

    def mood(self, openness: float) -> str:
        """The mood at an openness from 0 to 1."""
        return self.moods[sum(openness >= limit for limit in _UP_TO)]
