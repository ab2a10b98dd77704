"""One talk laid out for counting: its turns, the coded segments of the manager's words, and what is known of the rep."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import groupby
from typing import Any, TypeVar

from simulator.codes import Code, Move
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.hollow import Hollow, hollow_acts
from simulator.language.languages import UNKNOWN, known, language_of, languages_of
from simulator.scenario.model import Scenario, Stance
from simulator.state import RepState

QUESTIONS = (Code.OPEN_QUESTION, Code.CLOSED_QUESTION)
GIVEN_BACK = (Code.REFLECTION, Code.SUMMARY)


@dataclass(frozen=True, kw_only=True)
class Case:
    """The only argument of every measure and criterion.

    `scenario` and `state` are None for a talk that was not practised here, and then `meant` says what it called for. `coded_by_model` is
    whether a language model gave the codes, `language` what the talk is said to be in; empty: its words tell.
    """

    talk: Conversation
    segments: tuple[Segment, ...]
    scenario: Scenario | None = None
    state: RepState | None = None
    coded_by_model: bool = False
    meant: Stance = Stance.COACH
    language: str = ""

    @cached_property
    def coded(self) -> tuple[Segment, ...]:
        """The segments that hold a word, in the order they were said."""
        return tuple(sorted((one for one in self.segments if one.words), key=lambda one: (one.turn, one.start)))

    @cached_property
    def told(self) -> tuple[Segment, ...]:
        """Every tell and every sell, leading questions among them."""
        return tuple(one for one in self.coded if one.code.told)

    @cached_property
    def hollow(self) -> Mapping[Segment, Hollow]:
        """What looks like asking or listening and has no content, in the order it was said, each with the reason."""
        return hollow_acts(self.talk, self.coded, self.spoken[0])

    @cached_property
    def asked(self) -> tuple[Segment, ...]:
        """Open and closed questions with content."""
        return self.of(*QUESTIONS)

    @cached_property
    def listened(self) -> tuple[Segment, ...]:
        """Reflections, summaries, affirmations and acknowledgements with content."""
        return self.of(*(code for code in Code if code.move is Move.LISTEN))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The manager's turns that hold a word."""
        return self._said[Speaker.MANAGER]

    def of(self, *codes: Code) -> tuple[Segment, ...]:
        """The segments of these codes; the hollow ones are left out."""
        return tuple(one for one in self._meant if one.code in codes)

    def within(self, turn: int) -> tuple[Segment, ...]:
        """The segments of one turn."""
        return self._by_turn.get(turn, ())

    def places(self, some: Iterable[Segment]) -> tuple[int, ...]:
        """The places of some of the very `segments` among them, each once, in order."""
        return tuple(sorted({*map(self._places.__getitem__, map(id, some))}))

    def next_said(self, turn: int, speaker: Speaker) -> Turn | None:
        """The speaker's first turn after turn `turn` that holds a word."""
        said = self._said[speaker]
        place = bisect_right(said, turn, key=lambda one: one.number)
        return said[place] if place < len(said) else None

    def rep_before(self, turn: int) -> Turn | None:
        """What the rep had said last when turn `turn` began."""
        return self.talk.before(turn, Speaker.REP)

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """What was worked out of this talk so far, by the work (`once`)."""
        return {}

    @cached_property
    def _meant(self) -> tuple[Segment, ...]:
        """All but the hollow ones."""
        return tuple(one for one in self.coded if one not in self.hollow)

    @cached_property
    def _by_turn(self) -> dict[int, tuple[Segment, ...]]:
        return {turn: tuple(run) for turn, run in groupby(self.coded, key=lambda one: one.turn)}

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(one): place for place, one in enumerate(self.segments)}

    @cached_property
    def _said(self) -> dict[Speaker, tuple[Turn, ...]]:
        """The turns that hold a word, by who said them."""
        return {side: tuple(turn for turn in self.talk.by(side) if turn.words) for side in Speaker}

    @property
    def stance(self) -> Stance:
        """What the moment called for; a talk without a scenario is read as coaching."""
        return self.scenario.stance if self.scenario else self.meant

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the manager's words, as two-letter codes, the one with most words first; more than one only in a mixed talk."""
        return self._languages(Speaker.MANAGER)

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The same of the rep's words."""
        return self._languages(Speaker.REP)

    def language_in(self, number: int) -> str:
        """The language of turn `number`; where its words do not tell, the one that its speaker uses most."""
        turn = self._numbered[number]
        return self.language or language_of(turn.text) or (self.spoken if turn.speaker is Speaker.MANAGER else self.heard)[0]

    @cached_property
    def _numbered(self) -> dict[int, Turn]:
        return {turn.number: turn for turn in self.talk}

    def _languages(self, speaker: Speaker) -> tuple[str, ...]:
        """Told by the side's own words; where they do not tell, by the other's, then by the scenario, and else it is English."""
        if self.language:
            return (self.language,)
        sides = (self.talk.by(speaker), self.talk)
        planned = self.scenario.language if self.scenario else "en"
        found = next((some for side in sides if (some := languages_of(turn.text for turn in side))), (planned,))
        return tuple(planned if one == UNKNOWN and not known(planned) else one for one in found)


Value = TypeVar("Value")


def once(work: Callable[[Case], Value]) -> Callable[[Case], Value]:
    """The same work, done once for a case: measures, findings and feedback ask for what others have asked for before."""

    @wraps(work)
    def remembered(case: Case) -> Value:
        if work not in case.worked_out:
            case.worked_out[work] = work(case)
        value: Value = case.worked_out[work]
        return value

    return remembered


def words_of(segments: Sequence[Segment]) -> int:
    """How many words these segments hold together."""
    return sum(one.words for one in segments)
