"""Measures that need a clock: how the time divides, and how long the manager lets it be quiet before they reply."""

from itertools import pairwise
from statistics import median

from simulator.conversation import Speaker, Timing, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import sums
from simulator.evaluation.quoting import whole_turn
from simulator.evaluation.scorecard import Measure
from simulator.numbers import nearest, percent, rounded, there_are

TALK_SHARE_SECONDS = Kind(
    id="talk_share_seconds",
    name="Your share of the time",
    definition="The seconds you spoke as a share of all seconds spoken; pauses inside a turn are left out where the file shows them.",
    unit="share",
    reads=sums,
)
PAUSE = Kind(
    id="pause",
    name="Quiet before you reply",
    definition="Seconds from the rep's last word to your first, in the middle of all your replies; 0 where you begin before they end.",
    unit="seconds",
    reads=sums,
)
NO_TIMES = "This talk has no times; a recorded one in WebVTT, SRT, JSON or CSV can have them."
REPLIES = 3
"""Replies from which their middle says something."""


def timed(case: Case) -> tuple[Measure, ...]:
    """Both, in the order they are shown."""
    return talk_share_seconds(case), pause(case)


def talk_share_seconds(case: Case) -> Measure:
    """Seconds the manager spoke / seconds anybody spoke."""
    spoken = [(turn.speaker, turn.timing.spoken) for turn in case.talk if turn.timing]
    every = sum(seconds for _, seconds in spoken)
    if len(spoken) < len(case.talk) or not every:
        return TALK_SHARE_SECONDS.unscored(case, NO_TIMES)
    share = sum(seconds for speaker, seconds in spoken if speaker is Speaker.MANAGER) / every
    return TALK_SHARE_SECONDS.scored(case, share, f"{percent(share)} of {rounded(every / 60, 1)} min", nearest(every))


def pause(case: Case) -> Measure:
    """The median silence between the rep's end and the manager's start."""
    replies = [
        (later, max(0.0, begun.start - ended.end))
        for earlier, later in pairwise(case.talk)
        if (ended := _heard(earlier)) and (begun := _replied(later))
    ]
    if not replies:
        return PAUSE.unscored(case, NO_TIMES)
    if len(replies) < REPLIES:
        return PAUSE.unscored(case, f"This needs at least {REPLIES} replies of yours; {there_are(len(replies))}.", len(replies))
    middle = median(seconds for _, seconds in replies)
    longest = sorted(replies, key=lambda reply: -reply[1])[:3]
    return PAUSE.scored(case, middle, f"{rounded(middle, 1)} s", len(replies), [whole_turn(turn) for turn, _ in longest])


def _heard(turn: Turn) -> Timing | None:
    return turn.timing if turn.speaker is Speaker.REP else None


def _replied(turn: Turn) -> Timing | None:
    return turn.timing if turn.speaker is Speaker.MANAGER else None
