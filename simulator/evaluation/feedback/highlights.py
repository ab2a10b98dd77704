"""Two moments of a talk worth going back to: the question that worked best, and a cue that nobody took up.

The best question is an open one, judged by what it brought: a fact in a practised talk, else how much the rep said. A cue is
words of the rep's that name a feeling or hold something back; it was missed where the manager's next turn neither asked
about it nor gave it back. Both are read in English.
"""

import re
from typing import Final

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn, words_in
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case
from simulator.evaluation.feedback.echo import echo
from simulator.evaluation.measures.follow_ups import takes_up
from simulator.evaluation.measures.reading import english, in_english
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Highlight, Quote
from simulator.language.sentences import sentences
from simulator.scenario.model import Layer
from simulator.state import How

ENOUGH: Final = 12
"""Words of an answer from which a question has brought something."""
PIECES: Final = 60
"""Words of an answer beyond which more is no better."""

_FEELING: Final = re.compile(
    r"""\b(tired|exhausted|worn\ (out|down)|drained|burn(t|ed|ing)\ out|worried|worry|worries|anxious|afraid|scared|scares|fear
        |nervous|stress\w*|overwhelm\w*|frustrat\w*
    | annoy\w*|angry|fed\ up|sick\ of|hurts?|embarrass\w*|ashamed|alone|lonely|lost|stuck|helpless|pointless|hate|dread\w*|guilty
    |disappoint\w*|let\ (me\ )?down|unfair
    | upset|humiliat\w*|ignored|invisible|stupid|useless|can(no|['’])t\ (sleep|cope|keep)|keeps?\ me\ (up|awake)|pressure
    |struggl\w*|gave\ up|give\ up|quit\w*|leaving)\b""",
    re.VERBOSE,
)
_HELD_BACK: Final = re.compile(
    r"""\b(honestly|to\ be\ honest|if\ i['’]?m\ honest|frankly|i\ guess|i\ suppose|not\ really|sort\ of|kind\ of|complicated
        |long\ story|never\ mind|doesn['’]t\ matter
    | whatever|if\ you\ say\ so|you\ know\ how\ it\ is|something\ else|other\ things|not\ (just|only)\ (that|about|the)
    |nobody\ (asks?|asked|listens?|told)
    | no\ one\ (asks?|asked|listens?|told)|i['’]?d\ rather\ not|forget\ it|it['’]?s\ fine|on\ top\ of|there['’]?s\ more|between\ us)\b""",
    re.VERBOSE,
)


def best_question(case: Case) -> Highlight | None:
    """The open question that brought most; None where there is none with an answer, and in other languages than English."""
    if english(case):
        return None
    rated = [(worth, one) for one in case.of(Code.OPEN_QUESTION) if (worth := _worth(case, one))]
    best_first = sorted(rated, key=lambda pair: (-pair[0], pair[1].turn, pair[1].start))
    best = next((one for _, one in best_first if in_english(case, one.turn)), None)
    if best is None:
        return None
    found = verified(case.talk, [quote(best)])
    answer = _answer(case, best)
    if not found or answer is None:
        return None
    return Highlight(quote=found[0], why=_why(case, best, answer))


def missed_cue(case: Case) -> Highlight | None:
    """What the rep let show and nobody took up; None where everything was, and in other languages than English."""
    if english(case):
        return None
    cues = [(weight, turn, words) for turn in case.talk.by(Speaker.REP) for weight, words in _cues(turn)]
    plainest_first = sorted(cues, key=lambda cue: (-cue[0], cue[1].number))
    missed = next(
        ((turn, words) for _, turn, words in plainest_first if _passed_by(case, turn, words) and in_english(case, turn.number)), None
    )
    if missed is None:
        return None
    turn, words = missed
    start = turn.text.index(words)
    found = verified(case.talk, [Quote(turn=turn.number, start=start, end=start + len(words), text=words)])
    if not found:
        return None
    reply = _reply(case, turn)
    told = [one for one in case.within(reply.number) if one.code.told] if reply else []
    why = "You went on to tell." if told else "You went on to something else."
    taken = echo(words, "")
    return Highlight(quote=found[0], why=why, answer=f"You could have stayed there: “{taken}”, and then waited." if taken else "")


def _worth(case: Case, one: Segment) -> float:
    """What an open question brought; 0 where there was no answer to speak of."""
    answer = _answer(case, one)
    if answer is None or (answer.words < ENOUGH and not _drew(case, answer)):
        return 0.0
    before = case.rep_before(one.turn)
    alone = sum(other.code in QUESTIONS for other in case.within(one.turn)) == 1
    deep = {None: 0, Layer.SURFACE: 20, Layer.CONCERN: 45, Layer.ROOT: 70}[_drew(case, answer)]
    return deep + min(answer.words, PIECES) + 10 * alone + 10 * bool(before and takes_up(one.text, before.text))


def _why(case: Case, one: Segment, answer: Turn) -> str:
    before = case.rep_before(one.turn)
    took = before is not None and takes_up(one.text, before.text)
    depth = _drew(case, answer)
    begin = "You took up their words" if took else "It left the answer to them"
    brought = {
        None: f"and they said more than {answer.words // 10 * 10} words" if answer.words >= 20 else "and they began to talk",
        Layer.SURFACE: "and a fact came out",
        Layer.CONCERN: "and they told you what worries them",
        Layer.ROOT: "and it brought what is underneath it all",
    }[depth]
    return f"{begin}, {brought}."


def _drew(case: Case, answer: Turn) -> Layer | None:
    """The deepest fact that came out in this answer because it was asked for."""
    if case.scenario is None or case.state is None:
        return None
    out = {one.fact for one in case.state.disclosed if one.turn == answer.number and one.how is How.ELICITED}
    return max((fact.layer for fact in case.scenario.facts if fact.id in out), key=lambda layer: layer.weight, default=None)


def _answer(case: Case, one: Segment) -> Turn | None:
    return case.next_said(one.turn, Speaker.REP)


def _reply(case: Case, turn: Turn) -> Turn | None:
    return case.next_said(turn.number, Speaker.MANAGER)


def _cues(turn: Turn) -> list[tuple[int, str]]:
    """The rep's sentences that let something show, each with how much."""
    small = turn.text.lower()
    shown = [(weight, sign) for weight, sign in ((2, _FEELING), (1, _HELD_BACK)) if sign.search(small)]
    if not shown:
        return []
    weighed = [
        (sum(weight for weight, sign in shown if sign.search(words.lower())), words) for words in map(str.strip, sentences(turn.text))
    ]
    return [(weight, words) for weight, words in weighed if weight and words_in(words) >= 3]


def _passed_by(case: Case, turn: Turn, words: str) -> bool:
    """Whether the manager's next turn leaves the words where they are."""
    reply = _reply(case, turn)
    if reply is None:
        return False
    near = [one for one in case.within(reply.number) if one.code.move is Move.ASK or one.code in (*GIVEN_BACK, Code.AFFIRMATION)]
    return not any(one.code is not Code.CLOSED_QUESTION or takes_up(one.text, words) for one in near)
