"""The one moment of a talk that shows a lesson best, in the words of both."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.feedback import whole
from simulator.evaluation.feedback.costly import costly
from simulator.evaluation.findings import DECISION, Findings
from simulator.evaluation.lessons import Lesson
from simulator.evaluation.scorecard import Highlight, Quote, Rewrite
from simulator.scenario.model import Layer
from simulator.state import How, Owner


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What each of the two said there, and what could have been asked; empty where there is nothing to propose."""

    theirs: Quote
    yours: Quote
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What is known of a talk when a moment is looked for: what was found, its rewrites and the cue that went by."""

    found: Findings
    rewrites: Sequence[Rewrite]
    missed: Highlight | None


def moment(lesson: Lesson, seen: Looked) -> Moment | None:
    """The moment of a lesson; None where the talk has none with words of both."""
    return FINDS[lesson](seen)


def _after(seen: Looked, some: Iterable[Segment]) -> Moment | None:
    """The first of these acts that the rep had said something before."""
    case = seen.found.case
    for one in some:
        before = case.rep_before(one.turn)
        if before and before.words:
            asked = next((rewrite.question for rewrite in seen.rewrites if _covers(rewrite, one)), "")
            return Moment(theirs=whole.ending(case, before), yours=whole.act(case, one), question=asked)
    return None


def _covers(rewrite: Rewrite, one: Segment) -> bool:
    return rewrite.quote.turn == one.turn and one.start <= rewrite.quote.start < one.end


def _before(seen: Looked, some: Iterable[Segment]) -> Moment | None:
    """The first of these acts that the rep answered."""
    case = seen.found.case
    for one in some:
        answer = case.next_said(one.turn, Speaker.REP)
        if answer:
            return Moment(theirs=whole.beginning(case, answer), yours=whole.act(case, one))
    return None


def _left(seen: Looked, turns: Iterable[Turn], question: str = "") -> Moment | None:
    """The first of these turns of the rep's that the manager answered."""
    case = seen.found.case
    for turn in turns:
        reply = case.next_said(turn.number, Speaker.MANAGER)
        if reply and turn.words:
            return Moment(theirs=whole.ending(case, turn), yours=whole.beginning(case, reply), question=question)
    return None


def _tell(seen: Looked) -> Moment | None:
    """The dearest tell that there is a question for; else the dearest, or the longest."""
    dear = costly(seen.found.case)
    asked = [one for one in dear if any(_covers(rewrite, one) for rewrite in seen.rewrites)]
    return _after(seen, (*asked, *dear, *sorted(seen.found.told, key=lambda one: -one.words)))


def _cue(seen: Looked) -> Moment | None:
    """Where a cue went by; else the longest that they said to which nothing was given back."""
    case, missed = seen.found.case, seen.missed
    if missed:
        reply = case.next_said(missed.quote.turn, Speaker.MANAGER)
        return Moment(theirs=missed.quote, yours=whole.beginning(case, reply), question=missed.question) if reply else None
    back = {one.turn for one in seen.found.back}
    said = sorted(case.talk.by(Speaker.REP), key=lambda turn: -turn.words)
    return _left(seen, (turn for turn in said if not back & {reply.number for reply in _reply(seen, turn)}))


def _reply(seen: Looked, turn: Turn) -> list[Turn]:
    reply = seen.found.case.next_said(turn.number, Speaker.MANAGER)
    return [reply] if reply else []


def _not_taken(seen: Looked) -> Moment | None:
    """Where a question or a reflection left the most of what they had said."""
    case = seen.found.case
    taken = {(one.turn, one.start) for one in seen.found.taken}
    left = [one for one in seen.found.could if (one.turn, one.start) not in taken]
    return _after(seen, sorted(left, key=lambda one: -before.words if (before := case.rep_before(one.turn)) else 0))


def _long(seen: Looked) -> Moment | None:
    """The longest turn, by what it began with and what came back."""
    return _answered(seen, sorted(seen.found.case.turns, key=lambda one: -one.words), whole.beginning)


def _answered(seen: Looked, turns: Iterable[Turn], part: Callable[[Case, Turn], Quote]) -> Moment | None:
    """The first of these turns of the manager's that the rep answered, by this part of it."""
    case = seen.found.case
    for turn in turns:
        answer = case.next_said(turn.number, Speaker.REP)
        if answer:
            return Moment(theirs=whole.beginning(case, answer), yours=part(case, turn))
    return None


def _stacked(seen: Looked) -> Moment | None:
    case = seen.found.case
    for turn in case.turns:
        asked = [one for one in case.within(turn.number) if one.code in (Code.OPEN_QUESTION, Code.CLOSED_QUESTION)]
        answer = case.next_said(turn.number, Speaker.REP)
        if len(asked) > 1 and answer:
            first, last = whole.act(case, asked[0]), whole.act(case, asked[-1])
            yours = Quote(turn=turn.number, start=first.start, end=last.end, text=turn.text[first.start : last.end])
            return Moment(theirs=whole.beginning(case, answer), yours=yours)
    return None


def _told(seen: Looked, *layers: Layer) -> Moment | None:
    """A fact that was drawn out from one of these layers, and what the manager did with it."""
    case = seen.found.case
    if case.state is None:
        return None
    drawn = {fact.id for fact in seen.found.drawn if fact.layer in layers}
    turns = {one.turn for one in case.state.disclosed if one.fact in drawn and one.how is How.ELICITED}
    said = [turn for turn in case.talk.by(Speaker.REP) if turn.number in turns]
    deeper = min((layer.weight for layer in layers), default=0) + 1
    return _left(seen, reversed(said), _opener(seen, min(deeper, Layer.ROOT.weight)))


def _opener(seen: Looked, deeper: int = 0) -> str:
    """What would have opened the lightest fact that was kept back, from that depth on, if what comes before it is out."""
    out = {fact.id for fact in (*seen.found.drawn, *seen.found.offered)}
    ready = [fact for fact in seen.found.missed if fact.layer.weight >= deeper and out.issuperset(fact.needs.after)]
    return min(ready, key=lambda fact: (fact.layer.weight, fact.needs.openness)).opener if ready else ""


def _hidden(seen: Looked) -> Moment | None:
    """A tell that stepped over something; else the first, with what would have opened the lightest fact."""
    found = _tell(seen) or _left(seen, seen.found.case.talk.by(Speaker.REP))
    return replace(found, question=found.question or _opener(seen)) if found else None


def _given_away(seen: Looked) -> Moment | None:
    """The first idea of the manager's."""
    case = seen.found.case
    ideas = sorted(one.turn for one in case.state.ideas if one.owner is Owner.MANAGER) if case.state else []
    return _after(seen, (one for turn in ideas for one in case.within(turn) if one.code.told))


def _own_idea(seen: Looked) -> Moment | None:
    """The last idea of the rep's, and what the manager did with it."""
    case = seen.found.case
    turns = {one.turn for one in case.state.ideas if one.owner is Owner.REP} if case.state else set()
    return _left(seen, (turn for turn in reversed(case.talk.by(Speaker.REP)) if turn.number in turns))


def _end(seen: Looked) -> Moment | None:
    """What the manager said last that the rep answered."""
    return _answered(seen, reversed(seen.found.case.turns), whole.ending)


def _promise(seen: Looked) -> Moment | None:
    """The promise, and what led up to it."""
    found = seen.found
    if not (theirs := _promise_turn(found)) or not found.led_up:
        return None
    said = found.said.quote if found.said else whole.beginning(found.case, theirs)
    return Moment(theirs=said, yours=whole.ending(found.case, found.led_up))


def _parted(seen: Looked) -> Moment | None:
    """The promise, and what the manager did with it; where they said nothing more, what led up to it."""
    turn = _promise_turn(seen.found)
    return _left(seen, [turn] if turn else []) or _promise(seen)


def _promise_turn(found: Findings) -> Turn | None:
    return next((one for one in found.case.talk.by(Speaker.REP) if one.number == found.promised_in and one.words), None)


def _plain(seen: Looked) -> Moment | None:
    """The decision, or where there is none what was told first, or said first at all."""
    found = seen.found
    return _before(seen, (*found.given.get(DECISION, ()), *found.told, *found.case.coded))


FINDS: Final[dict[Lesson, Callable[[Looked], Moment | None]]] = {
    Lesson.ASK_INSTEAD: _tell,
    Lesson.ASK_WITH_CONTENT: lambda seen: _after(seen, seen.found.hollow),
    Lesson.SPEAK_PLAINLY: lambda seen: _before(seen, seen.found.case.asked),
    Lesson.GIVE_BACK: _cue,
    Lesson.GIVE_BACK_MORE: _cue,
    Lesson.TAKE_UP: _not_taken,
    Lesson.STOP_SOONER: _long,
    Lesson.ASK_OPENLY: lambda seen: _before(seen, (*seen.found.case.of(Code.CLOSED_QUESTION), *seen.found.told)),
    Lesson.OPEN_UP: lambda seen: _before(seen, seen.found.case.of(Code.CLOSED_QUESTION)),
    Lesson.LEAVE_ANSWER: lambda seen: _after(seen, seen.found.leading),
    Lesson.ONE_AT_A_TIME: _stacked,
    Lesson.ASK_FIRST: lambda seen: _after(seen, seen.found.told[:1]) or _before(seen, seen.found.told[:1]),
    Lesson.FIND_OUT: _hidden,
    Lesson.EARN_IT: _cue,
    Lesson.GO_DEEPER: lambda seen: _told(seen, Layer.SURFACE),
    Lesson.STAY_LONGER: lambda seen: _told(seen, Layer.CONCERN),
    Lesson.WHAT_ELSE: lambda seen: _told(seen, Layer.ROOT) if seen.found.missed else None,
    Lesson.ASK_IDEAS: lambda seen: _given_away(seen) or _end(seen),
    Lesson.WAIT_FOR_IDEA: lambda seen: _before(seen, [seen.found.options] if seen.found.options else []),
    Lesson.HOLD_YOURS: _given_away,
    Lesson.CHOOSE_ONE: _own_idea,
    Lesson.ASK_PROMISE: lambda seen: _own_idea(seen) or _end(seen),
    Lesson.LET_THEM: _promise,
    Lesson.ASK_DATE: _promise,
    Lesson.ASK_NOT_SET: _promise,
    Lesson.LOOK_AGAIN: _parted,
    Lesson.SAY_DECISION: _plain,
    Lesson.SAY_REASON: _plain,
    Lesson.SAY_EXPECTATION: _plain,
    Lesson.LEAVE_ROOM: _plain,
    Lesson.LEAVE_BLAME: lambda seen: _before(seen, seen.found.blamed),
}
"""How the moment of each lesson is found."""
