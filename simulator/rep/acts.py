"""What each act of the rep is, in words: to the model that plays it, and to people. And what the rep's mood is called."""

from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from simulator.language.words import Words
from simulator.reading import AnswerKind
from simulator.rep.intent import Act, Intent

_UP_TO: Final = (0.2, 0.4, 0.6, 0.8)
"""Openness below which each mood but the last holds."""


class ActWords(BaseModel):
    """When the mind chooses an act, and what the rep does with it.

    `free` says that its authored line is one of many such and carries nothing: a model may answer in the rep's own words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    when: str
    does: str
    free: bool = False


class Acts(Words):
    """The acts, of several that fit the one that stands higher; the moods, from shut to open; and what each kind of question asks for."""

    topic: ClassVar[str] = "acts"
    acts: dict[Act, ActWords]
    freely: str
    moods: tuple[str, str, str, str, str]
    kinds: dict[AnswerKind, str]
    asks_nothing: str

    def substance(self, intent: Intent) -> str:
        """What a turn is made of: the authored words, or where they are but one of many, leave to answer freely."""
        return self.freely.format(line=intent.words) if self.acts[intent.act].free and not intent.besides else intent.words

    def asked(self, kind: AnswerKind | None) -> str:
        """What the manager asks for."""
        return self.kinds[kind] if kind else self.asks_nothing

    def mood(self, openness: float) -> str:
        """The mood at an openness from 0 to 1."""
        return self.moods[sum(openness >= limit for limit in _UP_TO)]
