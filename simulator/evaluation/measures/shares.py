"""Measures of how a talk divides: asked against told, heard against asked, the manager's words against the rep's."""

from collections.abc import Sequence

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case, once, words_of
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.making import Kind, both, counts
from simulator.evaluation.measures.reading import codes, sums
from simulator.evaluation.scorecard import Measure
from simulator.numbers import percent, rounded

ASKED_TOLD = Kind(
    id="asked_told",
    name="Asked : told",
    definition="Open and closed questions with content, against everything told or sold. Leading questions count as told.",
    unit="ratio",
    reads=codes,
)
ASKED_SHARE = Kind(
    id="asked_share",
    name="Asked share",
    definition="Questions with content as a share of all questions and tells, counted in stretches of words that do one thing.",
    unit="share",
    reads=codes,
)
ASKED_SHARE_WORDS = Kind(
    id="asked_share_words",
    name="Asked share, by words",
    definition="The words of your questions with content as a share of the words of all your questions and tells.",
    unit="share",
    reads=codes,
)
ASK_LISTEN_SHARE = Kind(
    id="ask_listen_share",
    name="Asked and listened",
    definition="Asking and listening with content as a share of all asking, listening, telling and selling.",
    unit="share",
    reads=codes,
)
TELLS_PER_100 = Kind(
    id="tells_per_100",
    name="Tells per 100",
    definition="How many of 100 stretches of your words tell or sell.",
    unit="per 100",
    reads=codes,
)
REFLECTION_TO_QUESTION = Kind(
    id="reflection_to_question",
    name="Reflections to questions",
    definition="How often you gave back what you heard for each question you asked: (reflections + summaries) / questions.",
    unit="ratio",
    reads=codes,
)
OPEN_QUESTION_SHARE = Kind(
    id="open_question_share",
    name="Open questions",
    definition="Open questions as a share of all questions; it means little without their count.",
    unit="share",
    reads=codes,
)
TALK_SHARE = Kind(
    id="talk_share",
    name="Your share of the words",
    definition="Your words as a share of all words said.",
    unit="share",
    reads=sums,
)


def shares(case: Case) -> tuple[Measure, ...]:
    """All of them, in the order they are shown."""
    return (
        ask_listen_share(case),
        asked_told(case),
        asked_share(case),
        asked_share_words(case),
        tells_per_100(case),
        reflection_to_question(case),
        open_question_share(case),
        talk_share(case),
    )


@once
def ask_listen_share(case: Case) -> Measure:
    """(ask + listen) / (ask + listen + hollow + told), the headline."""
    return _share(ASK_LISTEN_SHARE, case, (*case.asked, *case.listened), (*case.told, *case.hollow))


def ask_listen_share_words(case: Case) -> float | None:
    """The same by words; None where there are none."""
    kept, told = words_of((*case.asked, *case.listened)), words_of((*case.told, *case.hollow))
    return kept / (kept + told) if kept + told else None


def asked_told(case: Case) -> Measure:
    """Asked : told. Where nothing was told there is no ratio, and the counts are shown."""
    asked, told = len(case.asked), len(case.told)
    if why := floors.too_few_segments(case):
        return ASKED_TOLD.unscored(case, why, asked + told)
    evidence = both(case.told, case.asked)
    if not told:
        why = "You told nothing, so there is no ratio, only the counts." if asked else "You neither asked nor told anything here."
        return ASKED_TOLD.unscored(case, why, asked, counts(asked, told), evidence)
    return ASKED_TOLD.scored(case, asked / told, counts(asked, told), asked + told, evidence)


def asked_share(case: Case) -> Measure:
    """Asked / (asked + asked without content + told)."""
    return _share(ASKED_SHARE, case, case.asked, _unasked(case))


def asked_share_words(case: Case) -> Measure:
    """The same by words."""
    asked, told = words_of(case.asked), words_of(_unasked(case))
    if why := floors.too_few_segments(case) or _nothing(asked + told):
        return ASKED_SHARE_WORDS.unscored(case, why, asked + told)
    share = asked / (asked + told)
    return ASKED_SHARE_WORDS.scored(case, share, percent(share), asked + told, both(_unasked(case), case.asked))


def tells_per_100(case: Case) -> Measure:
    """Told segments in 100 of the manager's."""
    told, every = len(case.told), len(case.coded)
    if why := floors.too_few_segments(case):
        return TELLS_PER_100.unscored(case, why, every)
    rate = 100 * told / every
    return TELLS_PER_100.scored(case, rate, rounded(rate), every, case.told)


def reflection_to_question(case: Case) -> Measure:
    """Reflections and summaries for each question."""
    back, asked = case.of(*GIVEN_BACK), len(case.asked)
    if why := floors.too_few_questions(case):
        return REFLECTION_TO_QUESTION.unscored(case, why, asked)
    return REFLECTION_TO_QUESTION.scored(case, len(back) / asked, counts(len(back), asked), asked + len(back), (*back, *case.asked))


def open_question_share(case: Case) -> Measure:
    """Open questions among all questions."""
    openly, asked = case.of(Code.OPEN_QUESTION), len(case.asked)
    if why := floors.too_few_segments(case) or floors.too_few_questions(case):
        return OPEN_QUESTION_SHARE.unscored(case, why, asked)
    share = len(openly) / asked
    return OPEN_QUESTION_SHARE.scored(case, share, f"{percent(share)} of {asked}", asked, (*openly, *case.of(Code.CLOSED_QUESTION)))


@once
def talk_share(case: Case) -> Measure:
    """The manager's words among all words."""
    mine, every = sum(turn.words for turn in case.turns), sum(turn.words for turn in case.talk)
    if why := floors.too_few_segments(case):
        return TALK_SHARE.unscored(case, why, every)
    if not every:
        return TALK_SHARE.unscored(case, "Nobody has said anything yet.")
    return TALK_SHARE.scored(case, mine / every, percent(mine / every), every, case.coded)


def _unasked(case: Case) -> tuple[Segment, ...]:
    """What stands against the questions: all that was told or sold, and questions without content."""
    return (*case.told, *(one for one in case.hollow if one.code in QUESTIONS))


def _share(kind: Kind, case: Case, part: Sequence[Segment], rest: Sequence[Segment]) -> Measure:
    whole = len(part) + len(rest)
    if why := floors.too_few_segments(case) or _nothing(whole):
        return kind.unscored(case, why, whole)
    share = len(part) / whole
    return kind.scored(case, share, percent(share), whole, both(rest, part))


def _nothing(count: int) -> str:
    return "" if count else "You neither asked nor told anything here."
