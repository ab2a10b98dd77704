"""What a rep's state says of a talk, as far as the talk holds it: a promise, a fact or an idea that no words stand for is none."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from simulator.codes import Code, Move
from simulator.conversation import Conversation, Segment, Speaker
from simulator.state import Disclosure, How, Owner, RepState

HEARING: Final = (Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION)
"""What draws out beside questions: the rep feels heard."""


def grounded(state: RepState, talk: Conversation, segments: Sequence[Segment]) -> RepState:
    """The state with what stands in the talk.

    A fact, an idea and a promise of the rep's are in a turn of theirs, an idea of the manager's in one in which they told, and a fact was
    drawn out where they had just asked or given back: a code that was put right can take that away.
    """
    theirs = {turn.number for turn in talk.by(Speaker.REP)}
    told = {one.turn for one in segments if one.code.told}
    asking = {one.turn for one in segments if one.code.move is Move.ASK or one.code in HEARING}
    promise = state.commitment
    return replace(
        state,
        disclosed=tuple(_drawn(one, talk, asking) for one in state.disclosed if one.turn in theirs),
        ideas=tuple(one for one in state.ideas if one.turn in (theirs if one.owner is Owner.REP else told)),
        commitment=promise if promise and promise.turn in theirs else None,
    )


def _drawn(one: Disclosure, talk: Conversation, asking: Collection[int]) -> Disclosure:
    """The fact as it came out: of the rep's own accord where nothing had asked for it."""
    before = talk.before(one.turn, Speaker.MANAGER)
    return one if before and before.number in asking else replace(one, how=How.VOLUNTEERED)
