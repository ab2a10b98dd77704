"""The one code that names a whole turn best, for yardsticks that give a turn one label."""

from collections import Counter
from collections.abc import Sequence

from simulator.codes import PRECEDENCE, Code, Move
from simulator.conversation import Segment


def whole(segments: Sequence[Segment]) -> Code:
    """The one code that names a whole turn best.

    The move with the most words wins, social talk and acknowledgements counting only where there is nothing else; a
    question at the end wins over what led up to it, unless that is more than twice as long. Within the move the code
    with the most words wins, then precedence. A turn without segments is social.
    """
    weighty = [item for item in segments if item.code not in (Code.SOCIAL, Code.ACKNOWLEDGEMENT)] or list(segments)
    if not weighty:
        return Code.SOCIAL
    moves: Counter[Move] = Counter()
    codes: Counter[Code] = Counter()
    for item in weighty:
        moves[item.code.move] += max(item.words, 1)
        codes[item.code] += max(item.words, 1)
    best = max(moves.values())
    last = weighty[-1].code.move
    move = last if last is Move.ASK and best <= 2 * moves[last] else next(move for move in moves if moves[move] == best)
    return max((code for code in codes if code.move is move), key=lambda code: (codes[code], -PRECEDENCE.index(code)))
