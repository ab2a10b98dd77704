"""The question that worked best: one that brought something, by its own content, and never a bare prompt.

In a practised talk it brought a fact or an idea right after it. In a real one, where nobody knows what was new, it brought a long answer.
"""

from typing import Final

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case
from simulator.evaluation.feedback.held_in import held_in
from simulator.evaluation.feedback.moments import Moments
from simulator.evaluation.feedback.taking_up import taken_up
from simulator.evaluation.quoting import quote
from simulator.evaluation.scorecard import Highlight
from simulator.hollow import bare
from simulator.language.content_words import content_words
from simulator.scenario.model import Fact, Idea, Layer
from simulator.state import How, Owner

ENOUGH: Final = 20
"""Words of an answer from which a question of a real talk has brought something."""
TENS: Final = 10
WORTH: Final = {Layer.SURFACE: 20, Layer.CONCERN: 45, Layer.ROOT: 70}
"""What a fact is worth that a question brought; an idea of theirs is worth as much as a concern."""
MOST: Final = 60
"""Words of an answer beyond which more is no better."""


def best_question(case: Case) -> Highlight | None:
    """The open question that brought most; None where none brought anything, or the talk is in no one language that is read."""
    language = held_in(case)
    openly = [one for one in case.of(Code.OPEN_QUESTION) if language and case.language_in(one.turn) == language and not bare(one.text)]
    rated = [(_worth(case, one), one) for one in openly if _brought_by(case, one)]
    worth, best = max(rated, key=lambda pair: (pair[0], -pair[1].turn, -pair[1].start), default=(0, None))
    return Highlight(quote=quote(best), why=_why(case, best)) if best and worth else None


def _answer(case: Case, one: Segment) -> Turn | None:
    return case.next_said(one.turn, Speaker.REP)


def _came_out(case: Case, answer: Turn) -> tuple[list[Fact], list[Idea]]:
    """What the rep told in this answer because it was asked for, and what they came up with."""
    if case.scenario is None or case.state is None:
        return [], []
    drawn = [one.fact for one in case.state.disclosed if one.turn == answer.number and one.how is How.ELICITED]
    own = {one.idea for one in case.state.ideas if one.turn == answer.number and one.owner is Owner.REP}
    return list(case.scenario.facts_named(drawn)), [idea for idea in case.scenario.ideas if idea.id in own]


def _brought_by(case: Case, one: Segment) -> bool:
    """Whether it is this question that brought what came: the only one of its turn, or the one that is nearest to it in words."""
    answer = _answer(case, one)
    if answer is None:
        return False
    turn = [other for other in case.within(one.turn) if other.code.move is Move.ASK or other.code in GIVEN_BACK]
    facts, ideas = _came_out(case, answer)
    if not facts and not ideas:
        return case.state is None and answer.words >= ENOUGH and one is turn[-1]
    language = case.language_in(one.turn)
    texts = [text for fact in facts for text in (*fact.cues, fact.summary, *fact.lines)]
    texts += [text for idea in ideas for text in (*idea.cues, idea.summary, *idea.lines)]
    about = frozenset[str]().union(*(content_words(text, language) for text in texts))
    return one is max(turn, key=lambda other: (len(content_words(other.text, language) & about), other.start))


def _worth(case: Case, one: Segment) -> int:
    answer = _answer(case, one)
    if answer is None:
        return 0
    facts, ideas = _came_out(case, answer)
    deep = max((WORTH[fact.layer] for fact in facts), default=WORTH[Layer.CONCERN] if ideas else 0)
    alone = sum(other.code in QUESTIONS for other in case.within(one.turn)) == 1
    return deep + min(answer.words, MOST) + 10 * alone + 10 * _took(case, one)


def _took(case: Case, one: Segment) -> bool:
    before = case.rep_before(one.turn)
    return before is not None and taken_up(one.text, before.text, case.language_in(one.turn))


def _why(case: Case, one: Segment) -> str:
    words, answer = Moments.of(), _answer(case, one)
    assert answer is not None
    facts, ideas = _came_out(case, answer)
    deepest = max((fact.layer for fact in facts), key=lambda layer: layer.weight, default=None)
    if deepest:
        brought = words.brought[deepest]
    else:
        brought = words.brought_idea if ideas else words.brought_words.format(count=(answer.words - 1) // TENS * TENS)
    return f"{words.took if _took(case, one) else words.left}, {brought}"
