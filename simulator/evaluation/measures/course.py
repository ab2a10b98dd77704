"""Measures of how a talk runs: what came first, what was taken up, what was piled up."""

from collections.abc import Sequence
from itertools import groupby

from simulator.codes import Code
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import QUESTIONS, Case, once
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.follow_ups import follow_ups
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import codes, english, sums
from simulator.evaluation.quoting import whole_turn
from simulator.evaluation.scorecard import Measure
from simulator.language.words import languages
from simulator.numbers import count_of, percent, there_are
from simulator.reading import asks_twice

FIRST_TELL = Kind(
    id="first_tell",
    name="First tell",
    definition="The turn of the talk in which you first told or sold something, beside the first open question.",
    unit="turn",
    reads=codes,
)
FIRST_OPEN_QUESTION = Kind(
    id="first_open_question",
    name="First open question",
    definition="The turn of the talk in which you first asked an open question.",
    unit="turn",
    reads=codes,
)
FOLLOW_UP_RATE = Kind(
    id="follow_up_rate",
    name="Follow-ups",
    definition=(
        'Questions and reflections that take up the rep\'s last words: a word of theirs, a "tell me more", a "that" that points back.'
    ),
    unit="share",
    reads=english,
)
STACKED_QUESTIONS = Kind(
    id="stacked_questions",
    name="Stacked questions",
    definition="Turns in which you asked two or more questions at once, hollow ones among them.",
    unit="count",
    reads=codes,
)
LONGEST_MONOLOGUE = Kind(
    id="longest_monologue",
    name="Longest monologue",
    definition="Words in your longest run without a word from the rep.",
    unit="words",
    reads=sums,
)


def course(case: Case) -> tuple[Measure, ...]:
    """All of them, in the order they are shown."""
    return first_tell(case), first_open_question(case), follow_up_rate(case), stacked_questions(case), longest_monologue(case)


def told_first(case: Case) -> bool:
    """Whether a tell came before any open question."""
    openly = case.of(Code.OPEN_QUESTION)
    if not case.told:
        return False
    first = case.told[0]
    return not openly or (first.turn, first.start) < (openly[0].turn, openly[0].start)


def first_tell(case: Case) -> Measure:
    """The turn of the first tell, and whether an open question came before it."""
    if not case.told:
        return FIRST_TELL.unscored(case, "You told nothing in this talk.")
    turn = case.told[0].turn
    where = "before any open question" if told_first(case) else "after an open question"
    return FIRST_TELL.scored(case, turn, f"turn {turn}, {where}", len(case.told), case.told[:1])


def first_open_question(case: Case) -> Measure:
    """The turn of the first open question."""
    openly = case.of(Code.OPEN_QUESTION)
    if not openly:
        return FIRST_OPEN_QUESTION.unscored(case, "You asked no open question in this talk.")
    return FIRST_OPEN_QUESTION.scored(case, openly[0].turn, f"turn {openly[0].turn}", len(openly), openly[:1])


def follow_up_rate(case: Case) -> Measure:
    """The share of asks and reflections that take up something in the rep's last turn."""
    taken, could = follow_ups(case)
    if why := floors.too_few_segments(case):
        return FOLLOW_UP_RATE.unscored(case, why, len(could))
    if len(could) < floors.QUESTIONS_FOR_A_RATIO:
        why = f"This needs at least {floors.QUESTIONS_FOR_A_RATIO} questions or reflections after the rep's words; {there_are(len(could))}."
        return FOLLOW_UP_RATE.unscored(case, why, len(could))
    share = len(taken) / len(could)
    return FOLLOW_UP_RATE.scored(case, share, f"{percent(share)} of {len(could)}", len(could), taken)


@once
def stacked_questions(case: Case) -> Measure:
    """How many turns hold two or more questions."""
    if not case.turns:
        return STACKED_QUESTIONS.unscored(case, "You have not said anything yet.")
    asked = [one for one in case.coded if one.code in QUESTIONS]
    stacked = {turn for turn, run in groupby(asked, key=lambda one: one.turn) if _twice(case, list(run))}
    evidence = [one for one in asked if one.turn in stacked]
    return STACKED_QUESTIONS.scored(case, len(stacked), f"{len(stacked)} of {count_of(len(case.turns), 'turn')}", len(case.turns), evidence)


def _twice(case: Case, asked: Sequence[Segment]) -> bool:
    """Whether a turn's questions are more than one; two that a comma joins are two as well."""
    language = case.language_in(asked[0].turn)
    return len(asked) > 1 or (language in languages() and any(asks_twice(one.text, language) for one in asked))


@once
def longest_monologue(case: Case) -> Measure:
    """Words in the longest run of the manager's turns."""
    runs = [list(run) for speaker, run in groupby(_speaking(case), key=lambda turn: turn.speaker) if speaker is Speaker.MANAGER]
    if not runs:
        return LONGEST_MONOLOGUE.unscored(case, "You have not said anything yet.")
    longest = max(runs, key=lambda run: sum(turn.words for turn in run))
    count = sum(turn.words for turn in longest)
    return LONGEST_MONOLOGUE.scored(case, count, count_of(count, "word"), len(case.turns), [whole_turn(turn) for turn in longest])


def _speaking(case: Case) -> list[Turn]:
    """The turns that hold a word: a silent turn interrupts nobody."""
    return [turn for turn in case.talk if turn.words]
