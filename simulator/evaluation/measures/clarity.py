"""Clarity, where the moment calls for leading or managing: the four duties of someone who brings a change.

Read from words, in English and German. Blame, pressure and leading questions state nothing clearly, so the first three parts are
looked for in information, instructions and advice only:
- decision: what has been settled, or in a manage scenario what must be done;
- reason: why;
- expectation: what the rep is asked to do and by when, both in one turn;
- room: after the decision an open question or a reflection, in the same turn or the next.
"""

from collections.abc import Sequence
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import GIVEN_BACK, Case, once
from simulator.evaluation.measures.clarity_words import WORDS, Wording
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import own_words
from simulator.evaluation.scorecard import Measure
from simulator.scenario.model import Stance

CLARITY = Kind(
    id="clarity",
    name="Clarity",
    definition="How many of four you gave: the decision, the reason, what you expect and by when, and room for the rep's reaction.",
    unit="count",
    reads=own_words(*WORDS),
)
PARTS: Final = ("decision", "reason", "expectation and date", "room for their side")
NOT_CALLED_FOR: Final = "Clarity is judged where the moment calls for leading or managing."

_PLAIN: Final = (Code.INFORMATION, Code.INSTRUCTION, Code.ADVICE)


def clarity(case: Case) -> Measure:
    """How many of the four parts were there, with the words that gave each."""
    if case.scenario is None:
        return CLARITY.unscored(
            case, "This talk has no scenario to say what the moment called for; clarity is judged in a lead or manage scenario."
        )
    if case.stance is Stance.COACH:
        return CLARITY.unscored(case, NOT_CALLED_FOR)
    if not case.turns:
        return CLARITY.unscored(case, "You have not said anything yet.")
    given = parts(case)
    shown = f"{len(given)} of {len(PARTS)}" + (f": {', '.join(given)}" if given else "")
    evidence = dict.fromkeys(segment for segments in given.values() for segment in segments)
    return CLARITY.scored(case, len(given), shown, len(case.of(*_PLAIN)), tuple(evidence))


@once
def parts(case: Case) -> dict[str, tuple[Segment, ...]]:
    """Each part that was there, in the order of `PARTS`, with the segments that gave it."""
    plain = tuple(one for one in case.of(*_PLAIN) if case.language_in(one.turn) in WORDS)
    decision = next((one for one in plain if _decides(case, one)), None)
    reason = next((one for one in plain if _wording(case, one).reason.search(one.text.lower())), None)
    found: dict[str, tuple[Segment, ...]] = {
        "decision": (decision,) if decision else (),
        "reason": (reason,) if reason else (),
        "expectation and date": _expectation(case, plain),
        "room for their side": _room(case, decision or next(iter(plain), None)),
    }
    return {part: found[part] for part in PARTS if found[part]}


def _wording(case: Case, segment: Segment) -> Wording:
    return WORDS[case.language_in(segment.turn)]


def _decides(case: Case, segment: Segment) -> bool:
    if segment.code is Code.ADVICE:
        return False
    words, small = _wording(case, segment), segment.text.lower()
    return bool(words.decision.search(small) or (case.stance is Stance.MANAGE and words.must.search(small)))


def _expectation(case: Case, plain: Sequence[Segment]) -> tuple[Segment, ...]:
    """What is expected and its date, from one turn; the same segment may hold both."""
    for expected in plain:
        words = _wording(case, expected)
        if expected.code is Code.INSTRUCTION or words.expectation.search(expected.text.lower()):
            dated = [one for one in case.within(expected.turn) if one.code in _PLAIN and words.date.search(one.text.lower())]
            if expected in dated:
                return (expected,)
            if dated:
                return expected, dated[0]
    return ()


def _room(case: Case, decision: Segment | None) -> tuple[Segment, ...]:
    if decision is None:
        return ()
    own = [turn.number for turn in case.turns if turn.number >= decision.turn][:2]
    for one in case.of(Code.OPEN_QUESTION, *GIVEN_BACK):
        if one.turn in own and (one.turn, one.start) > (decision.turn, decision.start):
            return (one,)
    return ()
