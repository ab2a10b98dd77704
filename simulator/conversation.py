"""A talk as frozen values: turns between a manager and a rep, and the coded segments of a manager's turn."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from simulator.codes import Code

SILENCE = "…"
"""A manager's turn that leaves a silence is kept as this sign."""


_WORD: Final = re.compile(r"\w\S*")


def words_in(text: str) -> int:
    """How many words: what white space parts, where there is a letter or a digit in it."""
    return len(_WORD.findall(text))


class Speaker(StrEnum):
    """Who said a turn."""

    MANAGER = "manager"
    REP = "rep"


@dataclass(frozen=True, kw_only=True)
class Timing:
    """When a turn was spoken, in seconds from the start of the recording.

    `start` and `end` are where it begins and ends; `spoken` is how long was spoken in between, without the pauses.
    """

    start: float
    end: float
    spoken: float


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One uninterrupted stretch of words.

    `number` counts all turns of the talk from 1. `voice` names who produced a rep's words: "scripted", or the
    model as provider:name; it is empty for a manager. `note` is the sentence shown beside a turn that a stand-in took.
    `said_at` is aware (UTC), None in a transcript; `timing` is known of recorded talks alone. `coded` is what a labeller made of a
    manager's turn, None until one has read it; `understood` what the rep who says this turn understood of the one it answers.
    """

    number: int
    speaker: Speaker
    text: str
    said_at: datetime | None = None
    voice: str = ""
    note: str = ""
    timing: Timing | None = None
    coded: "Coded | None" = None
    understood: "Understood | None" = None

    @cached_property
    def words(self) -> int:
        """How many words."""
        return words_in(self.text)

    @property
    def silent(self) -> bool:
        """Whether nothing was said in it: nothing but dots, as "…" or "(...)"."""
        return not self.text.strip(" .…()[]\n")


@dataclass(frozen=True, kw_only=True)
class Segment:
    """The smallest stretch of one manager turn that does one thing.

    `start` and `end` are character offsets into the turn's text; `text` is exactly that slice, so that the segments
    of a turn concatenate to the turn. `code` is what counts. `labelled` is None unless a person has put the code right,
    and then it is what the labeller had said; `signed` says that somebody else than who spoke stands behind the code. `confidence` is
    the labeller's own probability (0 to 1) that it is right, None where it gives none; `uncertain` marks what it would not stake much
    on. `reason` is its reason, where it gives one, and `stand_in` names the labeller that coded this one stretch in the place of
    another. `marks` names what else the words do, where the labeller reads it: the kind of answer they ask for ("answer:when"), an act
    ("act:own_up"), a stage of GROW ("grow:will"), a part of a
    clear decision ("clarity:date"), or that they take up what was said ("takes_up").
    """

    turn: int
    start: int
    end: int
    text: str
    code: Code
    labelled: Code | None = None
    signed: bool = False
    confidence: float | None = None
    uncertain: bool = False
    reason: str = ""
    stand_in: str = ""
    marks: tuple[str, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words."""
        return words_in(self.text)

    @property
    def span(self) -> tuple[int, int, int]:
        """Its turn, where it begins there, and the first character behind it."""
        return self.turn, self.start, self.end

    @property
    def first_code(self) -> Code:
        """What the labeller said, whatever a person made of it."""
        return self.labelled or self.code

    def corrected(self, code: Code | None, *, signed: bool = False) -> "Segment":
        """The same stretch with a person's code beside the labeller's; None takes their correction back."""
        first = self.first_code
        return replace(self, code=code or first, labelled=None if code in (None, first) else first, signed=signed)


@dataclass(frozen=True, kw_only=True)
class Coded:
    """What one labeller made of one manager turn: its `labeller` version and the segments, which concatenate to the turn.

    `heads` is what else was read on the same pass, by name, as JSON values.
    """

    labeller: str
    segments: tuple[Segment, ...]
    heads: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What the rep made of one manager turn, so that the talk can be played again as it was.

    `by` is what understood it: the built-in network's version, or a model as provider:name. `values` are JSON values from closed lists
    (`rep.heard.plain`) and hold no words of anybody's. `read` and `written` are the tokens it took, 0 for the built-in.
    """

    by: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    read: int = 0
    written: int = 0


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The turns of one talk, in order. Speakers need not alternate."""

    turns: tuple[Turn, ...] = ()

    def __iter__(self) -> Iterator[Turn]:
        return iter(self.turns)

    def __len__(self) -> int:
        return len(self.turns)

    def by(self, speaker: Speaker) -> tuple[Turn, ...]:
        """The turns of one speaker."""
        return self._sides[speaker]

    def before(self, number: int, speaker: Speaker) -> Turn | None:
        """The speaker's last turn before turn `number`."""
        place = bisect_left(self._numbers[speaker], number)
        return self._sides[speaker][place - 1] if place else None

    @cached_property
    def texts(self) -> Mapping[int, str]:
        """Every turn's words, by its number."""
        return {turn.number: turn.text for turn in self.turns}

    @cached_property
    def _numbers(self) -> dict[Speaker, tuple[int, ...]]:
        return {side: tuple(turn.number for turn in turns) for side, turns in self._sides.items()}

    @cached_property
    def _sides(self) -> dict[Speaker, tuple[Turn, ...]]:
        return {side: tuple(turn for turn in self.turns if turn.speaker is side) for side in Speaker}

    def uncoded(self) -> "Conversation":
        """The same words, and nothing of what a labeller made of them."""
        return Conversation(turns=tuple(replace(turn, coded=None) for turn in self.turns))

    def plus(self, turn: Turn) -> "Conversation":
        """The same talk with one more turn."""
        return Conversation(turns=(*self.turns, turn))
