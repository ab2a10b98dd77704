"""A talk counted plainly, so that what a scorecard says of it can be looked up there and not in what the product made of it."""

from functools import cached_property
from typing import Final

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.measures.clarity import parts
from simulator.evaluation.measures.follow_ups import follow_ups
from simulator.evaluation.measures.grow import stages, will
from simulator.evaluation.measures.promises import promised
from simulator.evaluation.scorecard import Scorecard
from simulator.hollow import hollow_acts
from simulator.reading import asks_twice
from simulator.scenario.model import Layer, Stance
from simulator.state import How, Owner, Promise

BAND: Final = {Stance.COACH: 0.65, Stance.LEAD: 0.4, Stance.MANAGE: 0.25}
HIGH: Final = {Stance.COACH: 1.0, Stance.LEAD: 0.75, Stance.MANAGE: 0.6}
TALK: Final = {Stance.COACH: 0.6, Stance.LEAD: 0.7, Stance.MANAGE: 0.75}
ENOUGH: Final = {Stance.COACH: 3, Stance.LEAD: 2, Stance.MANAGE: 2}


class Truth:
    """A talk, counted plainly."""

    def __init__(self, case: Case, card: Scorecard) -> None:
        """`case` is the talk as it was given, with the rep's state as it was kept; `card` is what is said of it."""
        self.case, self.card = case, card
        self.segments = [one for one in case.segments if one.words]
        self.hollow = hollow_acts(case.talk, self.segments, case.spoken[0])
        self.stance = case.scenario.stance if case.scenario else Stance.COACH
        self.low, self.high = BAND[self.stance], HIGH[self.stance]
        self.rep_turns = {turn.number for turn in case.talk.by(Speaker.REP)}
        self.state = case.state

    def of(self, *codes: Code) -> list[Segment]:
        """With content."""
        return [one for one in self.segments if one.code in codes and one not in self.hollow]

    def empty(self, *codes: Code) -> int:
        """How many of them have none."""
        return sum(one.code in codes for one in self.hollow)

    @cached_property
    def told(self) -> list[Segment]:
        return [one for one in self.segments if one.code.move in (Move.TELL, Move.SELL)]

    @cached_property
    def asked(self) -> list[Segment]:
        return self.of(Code.OPEN_QUESTION, Code.CLOSED_QUESTION)

    @cached_property
    def openly(self) -> list[Segment]:
        return self.of(Code.OPEN_QUESTION)

    @cached_property
    def listened(self) -> list[Segment]:
        return self.of(Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION, Code.ACKNOWLEDGEMENT)

    @cached_property
    def back(self) -> list[Segment]:
        return self.of(Code.REFLECTION, Code.SUMMARY)

    @cached_property
    def praise(self) -> list[Segment]:
        return self.of(Code.AFFIRMATION)

    @property
    def kept(self) -> int:
        return len(self.asked) + len(self.listened)

    @property
    def share(self) -> float:
        return self.kept / max(1, self.kept + len(self.told) + len(self.hollow))

    @property
    def much_told(self) -> bool:
        """Whether telling, and nothing else, keeps the share below what the moment wants."""
        return bool(self.told) and self.kept / (self.kept + len(self.told)) < self.low

    @cached_property
    def _before(self) -> dict[int, list[Segment]]:
        """What the manager had said right before each turn of the rep's."""
        found: dict[int, list[Segment]] = {}
        last = 0
        for turn in self.case.talk:
            if turn.speaker is Speaker.MANAGER:
                last = turn.number
            else:
                found[turn.number] = [one for one in self.segments if one.turn == last]
        return found

    @cached_property
    def out(self) -> dict[str, tuple[int, bool]]:
        """Each fact that came out: in which turn, and whether something had asked for it."""
        asking = (Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION)
        return {
            one.fact: (one.turn, one.how is How.ELICITED and any(before.code in asking for before in self._before[one.turn]))
            for one in (self.state.disclosed if self.state else ())
            if one.turn in self.rep_turns
        }

    @property
    def drawn(self) -> list[str]:
        return [fact for fact, (_, asked) in self.out.items() if asked]

    @property
    def offered(self) -> list[str]:
        return [fact for fact, (_, asked) in self.out.items() if not asked]

    def drew(self, layer: Layer) -> bool:
        """Whether that is the deepest layer of what was drawn out."""
        assert self.case.scenario is not None
        layers = [self.case.scenario.fact(fact).layer for fact in self.drawn]
        return bool(layers) and max(one.weight for one in layers) == layer.weight

    @cached_property
    def theirs(self) -> int:
        return sum(one.owner is Owner.REP and one.turn in self.rep_turns for one in self.state.ideas) if self.state else 0

    @cached_property
    def yours(self) -> int:
        told = {one.turn for one in self.told}
        return sum(one.owner is Owner.MANAGER and one.turn in told for one in self.state.ideas) if self.state else 0

    @property
    def promise(self) -> Promise | None:
        promise = self.state.commitment if self.state and self.case.scenario else None
        return promise.kind if promise and promise.turn in self.rep_turns else None

    @property
    def promise_turn(self) -> int:
        if self.promise:
            assert self.state is not None
            assert self.state.commitment is not None
            return self.state.commitment.turn
        said = promised(self.case) if self.real else None
        return said.turn.number if said else 0

    @property
    def given(self) -> set[str]:
        return set(parts(self.case))

    @property
    def blamed(self) -> int:
        return len(self.of(Code.CRITICISM))

    @property
    def harsh(self) -> bool:
        return self.blamed >= 2 and self.blamed > len(self.segments) / 10

    @property
    def leading(self) -> int:
        return len(self.of(Code.LEADING_QUESTION))

    @property
    def wills(self) -> int:
        return len(will(self.case))

    @property
    def options(self) -> bool:
        return "Options" in stages(self.case)

    @property
    def stacked(self) -> bool:
        turns = [one.turn for one in self.segments if one.code in (Code.OPEN_QUESTION, Code.CLOSED_QUESTION)]
        twice = any(asks_twice(one.text) for one in self.segments if one.code in (Code.OPEN_QUESTION, Code.CLOSED_QUESTION))
        return len(turns) > len(set(turns)) or twice

    @property
    def told_first(self) -> bool:
        places = [(one.turn, one.start) for one in self.openly]
        return bool(self.told) and (not places or (self.told[0].turn, self.told[0].start) < min(places))

    @property
    def taken(self) -> tuple[int, int]:
        taken, could = follow_ups(self.case)
        return len(taken), len(could)

    @property
    def talkative(self) -> bool:
        mine = sum(turn.words for turn in self.case.talk.by(Speaker.MANAGER))
        every = sum(turn.words for turn in self.case.talk)
        return mine > TALK[self.stance] * every or any(turn.words > 120 for turn in self.case.talk.by(Speaker.MANAGER))

    @property
    def asked_before_promise(self) -> bool:
        return any(one.code in (Code.OPEN_QUESTION, Code.CLOSED_QUESTION) for one in self._before.get(self.promise_turn, ()))

    @property
    def taken_up_after(self) -> bool:
        codes = (Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION, Code.OPEN_QUESTION)
        return any(one.turn > self.promise_turn for one in self.of(*codes))

    @property
    def answer(self) -> Turn:
        """What the rep said to the best question."""
        assert self.card.best_question is not None
        after = self.card.best_question.quote.turn
        return next(turn for turn in self.case.talk.by(Speaker.REP) if turn.number > after and turn.words)

    def brought(self, layer: Layer) -> bool:
        """Whether that is the deepest layer of what the best question drew out."""
        assert self.case.scenario is not None
        layers = [self.case.scenario.fact(fact).layer for fact in self.drawn if self.out[fact][0] == self.answer.number]
        return bool(layers) and max(one.weight for one in layers) == layer.weight

    @property
    def brought_idea(self) -> bool:
        return any(one.owner is Owner.REP and one.turn == self.answer.number for one in (self.state.ideas if self.state else ()))

    @property
    def told_over_cue(self) -> bool:
        """Whether the manager's turn after the cue tells."""
        assert self.card.missed_cue is not None
        after = self.card.missed_cue.quote.turn
        reply = next(turn.number for turn in self.case.talk.by(Speaker.MANAGER) if turn.number > after)
        return any(one.turn == reply for one in self.told)

    @property
    def real(self) -> bool:
        return self.case.scenario is None

    @property
    def has_promise(self) -> bool:
        return bool(self.promise_turn)
