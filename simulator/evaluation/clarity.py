"""Clarity, where the moment calls for leading or managing: the four duties of someone who brings a change.

Read from words, in English. Blame, pressure and leading questions state nothing clearly, so the first three parts are
looked for in information, instructions and advice only:
- decision: what has been settled, or in a manage scenario what must be done;
- reason: why;
- expectation: what the rep is asked to do and by when, both in one turn;
- room: after the decision an open question or a reflection, in the same turn or the next.
"""

import re
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation import floors
from simulator.evaluation.case import GIVEN_BACK, Case
from simulator.evaluation.dates import DATE
from simulator.evaluation.making import Kind
from simulator.evaluation.scorecard import Measure
from simulator.scenario import Stance

CLARITY = Kind(
    id="clarity",
    name="Clarity",
    definition="How many of four you gave: the decision, the reason, what you expect and by when, and room for the rep's reaction.",
    unit="count",
)
PARTS: Final = ("decision", "reason", "expectation and date", "room for their side")
NOT_CALLED_FOR: Final = "Clarity is judged where the moment calls for leading or managing."

_PLAIN: Final = (Code.INFORMATION, Code.INSTRUCTION, Code.ADVICE)
_DECISION: Final = re.compile(
    r"""\b(
        (we|i|they|the\ (company|board|team|leadership|management|region))(['’]ve|\ have|\ has)?\ (now\ )?(decided|chosen|agreed|settled|made\ (a|the|this)\ decision)
      | (the|this|my|our)\ (decision|change|rule|new\ (process|rule|split|setup|plan))\b | decision\ (is|was|has)\b
      | (we|i)(['’](re|m)|\ (are|am))\ (now\ )?(moving|changing|going|switching|splitting|reassigning|giving|taking|handing|making|closing|introducing|rolling|stopping)
      | (will|is\ going\ to|are\ going\ to|has\ to|have\ to)\ (now\ )?(be|go|move|become|change|run|take\ over|belong|stay|count|stop|end|happen)\b
      | (is|are)\ (moving|changing|going\ to|now|mandatory|required|final|settled)\b | (not|no\ longer)\ (optional|negotiable|up\ for) | non-negotiable
      | (as\ of|starting|effective)\ (\w+)  | from\ (monday|tuesday|wednesday|thursday|friday|now|today|tomorrow|next|january|february|march|april|may|june|july
          |august|september|october|november|december|the\ first|\d)
      | no\ (exceptions?|exemptions?)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MUST: Final = re.compile(
    r"\b(you|everyone|everybody|all of (you|us)|we|every \w+)( all)? (must|have to|has to|need to|needs to|will)\b", re.IGNORECASE
)
_REASON: Final = re.compile(
    r"""\b(because|the\ reason|reasons?\ (is|for|behind)|so\ that|that(['’]s|\ is)\ why|which\ is\ why|here(['’]s|\ is)\ why|due\ to|in\ order\ to|as\ a\ result|otherwise
    | since\ (we|you|the|it|our|they|nobody|no\ one|customers?|half|most)\b | why\ (is|we|this|it)\b.*[:,] | the\ point\ (of|is) | what(['’]s|\ is)\ behind\ (it|this)
    | without\ (it|that|this|them)\b | without\ (a|the|these|those)\ \w+.*\b(we|you|i|nobody|it)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_EXPECTATION: Final = re.compile(
    r"\b(i|we) (expect|need|want|ask|would like|['’]d like)\b|\bi['’](d like|m asking|ll need)\b|\byou (must|have to|need to|will|['’]ll)\b|\byou['’]ll\b|\bplease\b|\bmake sure\b|\bmy expectation\b|\bexpectation is\b",
    re.IGNORECASE,
)


def clarity(case: Case) -> Measure:
    """How many of the four parts were there, with the words that gave each."""
    if case.scenario is None:
        return CLARITY.unscored(
            case, "This talk has no scenario to say what the moment called for; clarity is judged in a lead or manage scenario."
        )
    if case.stance is Stance.COACH:
        return CLARITY.unscored(case, NOT_CALLED_FOR)
    if not case.english:
        return CLARITY.unscored(case, floors.NOT_ENGLISH)
    if not case.turns:
        return CLARITY.unscored(case, "You have not said anything yet.")
    given = parts(case)
    shown = f"{len(given)} of {len(PARTS)}" + (f": {', '.join(given)}" if given else "")
    evidence = dict.fromkeys(segment for segments in given.values() for segment in segments)
    return CLARITY.scored(case, len(given), shown, len(case.of(*_PLAIN)), tuple(evidence))


def parts(case: Case) -> dict[str, tuple[Segment, ...]]:
    """Each part that was there, in the order of `PARTS`, with the segments that gave it."""
    plain = case.of(*_PLAIN)
    decision = next((one for one in plain if _decides(case, one)), None)
    reason = next((one for one in plain if _REASON.search(one.text)), None)
    found: dict[str, tuple[Segment, ...]] = {
        "decision": (decision,) if decision else (),
        "reason": (reason,) if reason else (),
        "expectation and date": _expectation(case),
        "room for their side": _room(case, decision or next(iter(plain), None)),
    }
    return {part: found[part] for part in PARTS if found[part]}


def _decides(case: Case, segment: Segment) -> bool:
    if segment.code is Code.ADVICE:
        return False
    return bool(_DECISION.search(segment.text) or (case.stance is Stance.MANAGE and _MUST.search(segment.text)))


def _expectation(case: Case) -> tuple[Segment, ...]:
    """What is expected and its date, from one turn; the same segment may hold both."""
    for expected in case.of(*_PLAIN):
        if expected.code is Code.INSTRUCTION or _EXPECTATION.search(expected.text):
            dated = [one for one in case.within(expected.turn) if one.code in _PLAIN and DATE.search(one.text)]
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
