"""Words of a talk quoted whole: no sentence is cut, and of a long turn the sentences are taken that lie nearest to the moment."""

from itertools import pairwise

from simulator.conversation import Segment, Turn, words_in
from simulator.evaluation.case import Case
from simulator.evaluation.scorecard import Quote
from simulator.language.sentences import begins

MOST = 35
"""Words of a turn that is quoted as it is; of a longer one, sentences up to so many, and one at least."""


def act(case: Case, one: Segment) -> Quote:
    """The whole sentence that a stretch of the manager's stands in, or the sentences."""
    turn = next(turn for turn in case.turns if turn.number == one.turn)
    lead = one.start + len(one.text) - len(one.text.lstrip())
    spans = [(start, end) for start, end in _spans(case, turn) if start < one.start + len(one.text.rstrip()) and end > lead]
    return _quote(turn, spans[0][0], spans[-1][1])


def ending(case: Case, turn: Turn) -> Quote:
    """What a turn ended with: right before an answer."""
    return _near(case, turn, last=True)


def beginning(case: Case, turn: Turn) -> Quote:
    """What a turn began with: right after what it answers."""
    return _near(case, turn, last=False)


def _near(case: Case, turn: Turn, *, last: bool) -> Quote:
    spans = _spans(case, turn)
    order = list(reversed(spans)) if last else spans
    taken, words = [order[0]], words_in(turn.text[slice(*order[0])])
    for span in order[1:]:
        words += words_in(turn.text[slice(*span)])
        if words > MOST:
            break
        taken.append(span)
    return _quote(turn, min(taken)[0], max(taken)[1])


def _spans(case: Case, turn: Turn) -> list[tuple[int, int]]:
    """Where the turn's sentences stand that hold a word."""
    cuts = pairwise((0, *begins(turn.text, case.language_in(turn.number)), len(turn.text)))
    return [span for span in cuts if words_in(turn.text[slice(*span)])]


def _quote(turn: Turn, start: int, end: int) -> Quote:
    text = turn.text[start:end]
    start += len(text) - len(text.lstrip())
    return Quote(turn=turn.number, start=start, end=start + len(text.strip()), text=text.strip())
