"""Live help that never gives the words: one short observation with a question back, from what the manager did and what is out.

It is computed from the coded turns and from what the rep has disclosed, never from what they keep. With practice it fades: it takes more to
be nudged, and in the end nothing nudges.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from simulator.codes import Code, Move
from simulator.conversation import Segment
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case
from simulator.evaluation.measures.reading import english
from simulator.language.words import Words
from simulator.scenario.model import Stance
from simulator.state import Owner, RepState

IN_A_ROW: Final = 3
"""Turns of one kind in a row that call for a nudge, for a beginner."""
GOOD: Final = 60.0
"""A talk that scores this much counts as practice."""
FADED: Final = 6
"""After so many such talks nothing nudges any more."""
LATEST: Final = 20
"""So many of a player's latest talks are looked at for it."""
KNOWS_ENOUGH: Final = 4
"""Facts that are out, from which whose idea comes next is a fair question."""


class Nudges(Words):
    """What is said for each reason to nudge."""

    topic: ClassVar[str] = "nudges"
    questions_at_once: str
    tells_in_a_row: str
    clear: str
    closed: str
    asked_on: str
    advised_early: str
    idea_waits: str
    whose_idea: str
    numbers: dict[str, str]

    def number(self, count: int) -> str:
        """A count that begins a sentence."""
        return self.numbers.get(str(count), str(count))


def faded(scores: Sequence[float | None]) -> int:
    """How far help has faded, 0 to 3, from the scores of the talks practised so far; 3 means that nothing nudges."""
    good = sum(score is not None and score >= GOOD for score in scores)
    return 3 if good >= FADED else min(2, good // 2)


def nudge(case: Case, *, rep: str, fading: int = 0) -> str:
    """One sentence or two, or nothing, as in a talk that is not in English. `case` is the talk so far, `rep` is what the rep is called."""
    state, stance = case.state, case.stance
    if fading >= 3 or state is None or state.closed or english(case):
        return ""
    turns = _turns(case.coded)
    if not turns:
        return ""
    enough, last, words = IN_A_ROW + fading, turns[-1], Nudges.of()
    asked = sum(one.code in QUESTIONS for one in last)
    if asked >= enough:
        return words.questions_at_once.format(count=words.number(asked), rep=rep)
    if _in_a_row(turns, enough, _told) and stance is Stance.COACH:
        return words.tells_in_a_row.format(count=words.number(enough), rep=rep)
    if _in_a_row(turns, enough, _told):
        return words.clear.format(rep=rep)
    if _in_a_row(turns, enough + 1, _closed):
        return words.closed.format(rep=rep)
    if _asked_on(turns, state):
        return words.asked_on.format(rep=rep)
    if _advised_early(last, state) and stance is Stance.COACH and fading < 2:
        return words.advised_early.format(rep=rep)
    return _whose_turn(state, rep, len(turns))


def _whose_turn(state: RepState, rep: str, turns: int) -> str:
    ideas = [idea.owner for idea in state.ideas]
    if state.commitment is None and Owner.REP in ideas and turns >= 8:
        return Nudges.of().idea_waits.format(rep=rep)
    if len(state.disclosed) >= KNOWS_ENOUGH and Owner.REP not in ideas:
        return Nudges.of().whose_idea.format(rep=rep)
    return ""


def _turns(segments: Sequence[Segment]) -> list[list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for one in segments:
        if one.words:
            found.setdefault(one.turn, []).append(one)
    return list(found.values())


def _in_a_row(turns: Sequence[Sequence[Segment]], count: int, kind: Callable[[Sequence[Segment]], bool]) -> bool:
    return len(turns) >= count and all(kind(turn) for turn in turns[-count:])


def _told(turn: Sequence[Segment]) -> bool:
    return any(one.code.told for one in turn) and not any(one.code.move is Move.ASK or one.code in GIVEN_BACK for one in turn)


def _closed(turn: Sequence[Segment]) -> bool:
    codes = [one.code for one in turn]
    return Code.CLOSED_QUESTION in codes and Code.OPEN_QUESTION not in codes and not set(GIVEN_BACK) & set(codes)


def _asked_on(turns: Sequence[Sequence[Segment]], state: RepState) -> bool:
    """Whether three facts or more are out and nothing was ever given back."""
    return len(state.disclosed) >= IN_A_ROW and not any(one.code in GIVEN_BACK for turn in turns for one in turn)


def _advised_early(turn: Sequence[Segment], state: RepState) -> bool:
    return len(state.disclosed) < 2 and any(one.code in (Code.ADVICE, Code.LEADING_QUESTION, Code.PERSUASION) for one in turn)
