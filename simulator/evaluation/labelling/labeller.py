"""The seam between words and codes: anything that can code a manager's turn, or a whole talk at once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from simulator.conversation import Coded, Conversation, Segment, Speaker
from simulator.evaluation.scorecard import Usage
from simulator.language.languages import languages_of, name_of
from simulator.llm.patience import NO_HURRY, Deadline

GERMAN: Final = (
    "German is coded by rules alone. They find questions well and miss some of what listening sounds like, so look through "
    "the strip and put "
    "right what was read wrongly; the score follows."
)
"""What a person should know of a German talk's codes; the figures are in docs/labeller.md."""
CODED: Final = ("en", "de")
"""The languages that the built-in labellers code."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A turn to be coded: the manager's words, what the rep said last, and the turn's number."""

    text: str
    context: str = ""
    turn: int = 0


class Labeller(Protocol):
    """Cuts one manager turn into segments and codes each."""

    @property
    def version(self) -> str:
        """Names the labeller and its revision, as stored with every scorecard."""
        ...

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """Code one turn.

        Args:
            text: what the manager said; any text, also empty (then there are no segments).
            context: what the rep said last; empty at the start of a talk.
            turn: the turn's number, copied into the segments.

        Returns:
            Segments that concatenate to `text`.
        """
        ...

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        """Code many turns at once, each as `label` does."""
        ...


def readings(labeller: Labeller, talk: Conversation) -> dict[int, Coded]:
    """What the labeller makes of every manager turn, by the turn's number.

    What is kept with a turn is taken where this very version of the labeller made it; the other turns are coded now.
    """
    turns = talk.by(Speaker.MANAGER)
    found = {turn.number: turn.coded for turn in turns if turn.coded and turn.coded.labeller == labeller.version}
    said = []
    for turn in turns:
        if turn.number not in found:
            before = talk.before(turn.number, Speaker.REP)
            said.append(Said(text=turn.text, context=before.text if before else "", turn=turn.number))
    for one, segments in zip(said, labeller.label_many(said) if said else (), strict=True):
        found[one.turn] = Coded(labeller=labeller.version, segments=segments)
    return {turn.number: found[turn.number] for turn in turns}


@dataclass(frozen=True, kw_only=True)
class Coding:
    """A whole talk's segments, in order, and what coded them.

    `model` and `prompt` are empty where none was used; `note` tells the person what they should know of it.
    """

    segments: tuple[Segment, ...]
    labeller: str
    model: str = ""
    prompt: str = ""
    note: str = ""
    usage: Usage | None = None


class Judge(Protocol):
    """Codes every manager turn of a talk that is over."""

    @property
    def patience(self) -> float:
        """Seconds that judging a talk may take, with all that is written about it; infinity where nobody is waited for."""
        ...

    def code(self, talk: Conversation, deadline: Deadline = NO_HURRY) -> Coding:
        """The talk's segments. Never fails: what cannot be coded one way is coded another, and the note says so.

        What is kept with the turns may be taken; `Conversation.uncoded` has everything coded anew.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class TurnByTurn:
    """A `Judge` that asks a labeller for each turn, or takes what that labeller made of it before.

    `language` is what the talk is said to be in; empty: its words tell.
    """

    labeller: Labeller
    patience: float = math.inf
    language: str = ""

    def code(self, talk: Conversation, deadline: Deadline = NO_HURRY) -> Coding:
        """As `Judge.code`."""
        segments = tuple(one for made in readings(self.labeller, talk).values() for one in made.segments)
        spoken = (self.language,) if self.language else languages_of(turn.text for turn in talk.by(Speaker.MANAGER))
        return Coding(segments=segments, labeller=self.labeller.version, note=_note(spoken))


def _note(languages: Sequence[str]) -> str:
    strange = [name_of(one) for one in languages if one not in CODED]
    if strange:
        return (
            f"The built-in labeller does not read {' and '.join(strange)}, so what rests on its codes is left unscored. "
            "A model can code such a talk: set JUDGE_MODEL."
        )
    return GERMAN if "de" in languages else ""
