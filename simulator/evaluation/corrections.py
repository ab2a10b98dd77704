"""What people put right in a labeller's codes. It is kept beside the code, never over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.codes import Code
from simulator.conversation import Segment


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A person's code for the words of turn `turn` from `start` to `end`; None takes an earlier correction back."""

    turn: int
    start: int
    end: int
    code: Code | None


def applied(segments: Sequence[Segment], corrections: Sequence[Correction]) -> tuple[tuple[Segment, ...], tuple[Correction, ...]]:
    """The segments with the newest correction of each, and the corrections that fit no segment any more.

    `corrections` are in the order in which they were made. A correction fits the segment that covers the same
    characters, white space at the ends aside: a later labeller may cut the turn in another place.
    """
    newest = {(one.turn, one.start, one.end): one for one in corrections}
    by_words = {(one.turn, *_trimmed(one)): one for one in segments}
    fitting: dict[tuple[int, int, int], Correction] = {}
    lost: list[Correction] = []
    for correction in newest.values():
        segment = next((one for (turn, start, end), one in by_words.items() if _same(correction, one, turn, start, end)), None)
        if segment is not None:
            fitting[(segment.turn, segment.start, segment.end)] = correction
        elif correction.code is not None:
            lost.append(correction)
    done = (one.corrected(found.code) if (found := fitting.get((one.turn, one.start, one.end))) else one for one in segments)
    return tuple(done), tuple(lost)


def _trimmed(segment: Segment) -> tuple[int, int]:
    lead = len(segment.text) - len(segment.text.lstrip())
    return segment.start + lead, segment.start + len(segment.text.rstrip())


def _same(correction: Correction, segment: Segment, turn: int, start: int, end: int) -> bool:
    """Whether a correction is about this segment: its edges may differ by white space only."""
    inside = segment.start <= correction.start <= start and end <= correction.end <= segment.end
    return turn == correction.turn and inside
