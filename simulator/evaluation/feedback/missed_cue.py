"""The cue that went by: a feeling, a doubt, a hint or a contradiction in the rep's words that the manager's next turn left."""

from zlib import crc32

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import GIVEN_BACK, Case
from simulator.evaluation.feedback.cues import Cue, Shown, shown_in
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
    shown = [(turn, reply, one) for turn, reply in _answered(case) for one in _shown(case, turn, language)] if language else []
    weightiest_first = sorted(shown, key=lambda one: (order.index(one[2].cue), one[0].number))
    left = next((one for one in weightiest_first if _left(case, *one, language)), None)
    if left is None:
        return None
    turn, reply, one = left
    words = Moments.of()
    told = any(other.code.told for other in case.within(reply.number))
    why = f"{words.showed[one.cue]}, {words.told_over if told else words.passed_by}"
    quote = Quote(turn=turn.number, start=one.start, end=one.start + len(one.text), text=one.text)
    question = _question(turn, one, language)
    return Highlight(quote=quote, why=why, answer=words.could.format(question=question) if question else "", question=question)


def _answered(case: Case) -> list[tuple[Turn, Turn]]:
    """Each turn of the rep's with the manager's next one, where there is one and it is no silence: a silence stays with all they said."""
    found, reply = list[tuple[Turn, Turn]](), None
    for turn in reversed(case.talk.turns):
        if turn.speaker is Speaker.MANAGER:
            reply = turn
        elif reply and not reply.silent:
            found.append((turn, reply))
    return found


def _shown(case: Case, turn: Turn, language: str) -> list[Shown]:
    """What a turn lets show; stepping aside in the scenario's own words is a hint."""
    if shown := list(shown_in(turn, language)):
        return shown
    aside = case.scenario is not None and turn.text in case.scenario.deflections
    return [Shown(cue=Cue.HINT, start=0, text=turn.text)] if aside else []


def _left(case: Case, turn: Turn, reply: Turn, shown: Shown, language: str) -> bool:
    """Whether the manager's next turn left the cue where it was."""
    if case.language_in(turn.number) != language:
        return False
    near = [one for one in case.within(reply.number) if one.code.move is Move.ASK or one.code in (*GIVEN_BACK, Code.AFFIRMATION)]
    return not any(one not in case.hollow and _stays(one, shown, turn, language) for one in near)


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


def _question(turn: Turn, shown: Shown, language: str) -> str:
    """What could have been asked; empty where none of it can be quoted whole."""
    alone = Turn(number=turn.number, speaker=Speaker.REP, text=shown.text)
    start = crc32(shown.text.encode("utf-8", "replace"))
    return next((question for question, _ in echoes(alone, language, start=start)), "")
