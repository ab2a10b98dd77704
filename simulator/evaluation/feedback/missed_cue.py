"""The cue that went by: a feeling, a doubt, a hint or a contradiction in the rep's words that the manager's next turn left."""

from zlib import crc32

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import GIVEN_BACK, Case
from simulator.evaluation.feedback.cues import Cue, Shown, read_in, shown_in
from simulator.evaluation.feedback.echo import echoes
from simulator.evaluation.feedback.held_in import held_in
from simulator.evaluation.feedback.moments import Moments
from simulator.evaluation.feedback.taking_up import points
from simulator.evaluation.scorecard import Highlight, Quote
from simulator.hollow import bare
from simulator.language.content_words import content_words


def missed_cue(case: Case) -> Highlight | None:
    """What the rep let show and the next turn left, the weightiest first, of equals the first; None where nothing was left."""
    order, language = list(Cue), held_in(case)
    spoken = [turn for turn in case.talk.by(Speaker.REP) if language and case.language_in(turn.number) == language]
    left = [(order.index(one.cue), turn.number, one, turn) for turn in spoken for one in _left(case, turn)]
    if not left:
        return None
    *_, shown, turn = min(left, key=lambda one: one[:2])
    words, reply = Moments.of(), _reply(case, turn)
    assert reply is not None
    told = any(one.code.told for one in case.within(reply.number))
    why = f"{words.showed[shown.cue]}, {words.told_over if told else words.passed_by}"
    quote = Quote(turn=turn.number, start=shown.start, end=shown.start + len(shown.text), text=shown.text)
    return Highlight(quote=quote, why=why, answer=_instead(case, turn, shown))


def _left(case: Case, turn: Turn) -> list[Shown]:
    """The cues of a turn that the manager's next one left; a silence stays with them all, and so does the end of a talk."""
    language, reply = case.language_in(turn.number), _reply(case, turn)
    if reply is None or reply.silent or language not in read_in():
        return []
    hinted = [Shown(cue=Cue.HINT, start=0, text=turn.text)] if case.scenario and turn.text in case.scenario.deflections else []
    near = [
        one
        for one in case.within(reply.number)
        if (one.code.move is Move.ASK or one.code in (*GIVEN_BACK, Code.AFFIRMATION)) and one not in case.hollow
    ]
    return [one for one in (list(shown_in(turn, language)) or hinted) if not any(_stays(other, one, turn, language) for other in near)]


def _stays(one: Segment, shown: Shown, turn: Turn, language: str) -> bool:
    """Whether a question or something given back stays with the cue: not where it takes up another part of the turn, or asks on."""
    own, cue = content_words(one.text, language), content_words(shown.text, language)
    if own & cue or bare(one.text):
        return True
    if own & content_words(turn.text, language):
        return False
    if one.code.move is Move.ASK:
        return points(one.text, language) or (one.code is Code.OPEN_QUESTION and len(own) <= 1)
    return True


def _reply(case: Case, turn: Turn) -> Turn | None:
    """The manager's next turn, also a silent one."""
    return next((one for one in case.talk.by(Speaker.MANAGER) if one.number > turn.number), None)


def _instead(case: Case, turn: Turn, shown: Shown) -> str:
    """What could have been asked; empty where none of it can be quoted whole."""
    alone = Turn(number=turn.number, speaker=Speaker.REP, text=shown.text)
    start = crc32(shown.text.encode("utf-8", "replace"))
    question = next((question for question, _ in echoes(alone, case.language_in(turn.number), start=start)), "")
    return Moments.of().could.format(question=question) if question else ""
