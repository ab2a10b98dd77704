"""What was found in a talk, worked out once: all that is said of it, headline, levels, quotes and next step, is said from these."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.bands import band, beyond
from simulator.evaluation.case import GIVEN_BACK, Case
from simulator.evaluation.measures.clarity import PARTS, clarity, parts
from simulator.evaluation.measures.course import longest_monologue, stacked_questions, told_first
from simulator.evaluation.measures.follow_ups import follow_ups
from simulator.evaluation.measures.found import asked_for, deepest, elicited, openers, whose
from simulator.evaluation.measures.grow import stages, will
from simulator.evaluation.measures.promises import Promised, promised
from simulator.evaluation.measures.shares import ask_listen_share, ask_listen_share_words, talk_share
from simulator.evaluation.scorecard import Measure
from simulator.scenario.model import Fact, Layer
from simulator.state import Commitment, How

DECISION, REASON, EXPECTATION, ROOM = PARTS
"""The four parts of clarity."""
HARSH: Final = (2, 10)
"""Clarity costs a level from so many blames, where they are more than one in so many stretches."""


@dataclass(frozen=True, kw_only=True)
class Findings:
    """One talk, with all that is said of it.

    - `share` is that of asking and listening, `words_share` the same by words; `off` and `words_off` are how far they lie outside `limits`.
    - `back` is what gave meaning back, `praise` what affirmed, `could` what could have taken up their words and `taken` what did.
    - `drawn` are the facts that were asked out, `offered` those told of their own accord, `missed` the rest; `depth` is the deepest drawn,
      and `drew` what drew them.
    - `theirs` and `yours` count ideas; `options` is the first question that asked for one.
    - `promise` is the rep's in a practised talk, `said` the one in their words in a real one; `wills` asked for it, `asked` did so right
      before it, `again` took it up after it.
    - `given` are the parts of clarity, each with the words that gave it; `harsh` says that blame stood in front of them.
    """

    case: Case
    share: Measure
    words_share: float | None
    limits: tuple[float, float]
    off: float
    words_off: float
    openly: tuple[Segment, ...]
    leading: tuple[Segment, ...]
    stacked: int
    told_first: bool
    back: tuple[Segment, ...]
    praise: tuple[Segment, ...]
    taken: tuple[Segment, ...]
    could: tuple[Segment, ...]
    talk_share: float
    longest: float
    drawn: tuple[Fact, ...]
    offered: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    depth: Layer | None
    drew: tuple[Segment, ...]
    theirs: int
    yours: int
    options: Segment | None
    promise: Commitment | None
    said: Promised | None
    wills: tuple[Segment, ...]
    asked: tuple[Segment, ...]
    again: tuple[Segment, ...]
    clarity: Measure
    given: Mapping[str, tuple[Segment, ...]]
    blamed: tuple[Segment, ...]
    harsh: bool

    @property
    def rep(self) -> str:
        """What the rep is called."""
        return self.case.scenario.persona.first_name if self.case.scenario else "The rep"

    @property
    def promised_in(self) -> int | None:
        """The turn of the promise."""
        return _promised_in(self.promise, self.said)

    @property
    def led_up(self) -> Turn | None:
        """The manager's last words before the promise."""
        turn = self.promised_in
        return next((one for one in reversed(self.case.turns) if one.number < turn), None) if turn else None

    @property
    def kept(self) -> int:
        """How often the manager asked or listened, with content."""
        return len(self.case.asked) + len(self.case.listened)

    @property
    def hollow(self) -> tuple[Segment, ...]:
        """What only looked like it."""
        return tuple(self.case.hollow)

    @property
    def told(self) -> tuple[Segment, ...]:
        """What was told or sold."""
        return self.case.told

    @property
    def below(self) -> bool:
        """Whether it is telling that keeps the share below the band: the hollow acts aside, it lies there too."""
        return bool(self.told) and self.kept < self.limits[0] * (self.kept + len(self.told))


def findings(case: Case) -> Findings:
    """All of them; what cannot be read in the talk's language is found all the same, and nothing is said of it."""
    share, words_share, limits = ask_listen_share(case), ask_listen_share_words(case), band(case.scenario)
    taken, could = follow_ups(case)
    facts = case.scenario.facts if case.scenario and case.state else []
    drawn, out = elicited(case), {one.fact: one.how for one in case.state.disclosed} if case.state else {}
    theirs, yours = whose(case)
    promise = case.state.commitment if case.scenario and case.state else None
    said = promised(case) if not case.scenario else None
    turn = _promised_in(promise, said)
    before = case.talk.before(turn, Speaker.MANAGER) if turn and said else None
    blamed = case.of(Code.CRITICISM)
    fewest, part = HARSH
    return Findings(
        case=case,
        share=share,
        words_share=words_share,
        limits=limits,
        off=beyond(share.value, limits) if share.value is not None else 0.0,
        words_off=beyond(words_share, limits) if words_share is not None else 0.0,
        openly=case.of(Code.OPEN_QUESTION),
        leading=case.of(Code.LEADING_QUESTION),
        stacked=int(stacked_questions(case).value or 0),
        told_first=told_first(case),
        back=case.of(*GIVEN_BACK),
        praise=case.of(Code.AFFIRMATION),
        taken=taken,
        could=could,
        talk_share=talk_share(case).value or 0.0,
        longest=longest_monologue(case).value or 0.0,
        drawn=tuple(fact for fact in facts if fact.id in drawn),
        offered=tuple(fact for fact in facts if out.get(fact.id) is How.VOLUNTEERED),
        missed=tuple(fact for fact in facts if fact.id not in out),
        depth=deepest(case),
        drew=openers(case),
        theirs=theirs,
        yours=yours,
        options=stages(case).get("Options"),
        promise=promise,
        said=said,
        wills=will(case),
        asked=asked_for(case, promise) if promise else tuple(one for one in case.asked if before and one.turn == before.number),
        again=_again(case, turn),
        clarity=clarity(case),
        given=parts(case),
        blamed=blamed,
        harsh=len(blamed) >= fewest and len(blamed) > len(case.coded) / part,
    )


def _promised_in(promise: Commitment | None, said: Promised | None) -> int | None:
    return promise.turn if promise else said.turn.number if said else None


def _again(case: Case, turn: int | None) -> tuple[Segment, ...]:
    """After the promise: it was given back, its effort named, or another question asked about it."""
    backs = (Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION, Code.OPEN_QUESTION)
    return tuple(one for one in case.of(*backs) if turn and one.turn > turn)[:2]
