"""What people put right in a labeller's codes. It is kept beside the code, never over it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from simulator.codes import Code
from simulator.conversation import Segment


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A person's code for the words of turn `turn` from `start` to `end`; None takes an earlier correction back.

    `made_at` (UTC) and `labelled`, the labeller's own code, are known of one that is kept; they do not make it another one.
    """

    turn: int
    start: int
    end: int
    code: Code | None
    made_at: datetime | None = field(default=None, compare=False)
    labelled: Code | None = field(default=None, compare=False)


def applied(segments: Sequence[Segment], corrections: Sequence[Correction]) -> tuple[tuple[Segment, ...], tuple[Correction, ...]]:
    """The segments with the newest correction of each, and the corrections that fit no segment any more.

    `corrections` are in the order in which they were made. A correction fits the segment that covers the same
    characters, white space at the ends aside: a later labeller may cut the turn in another place.
    """
    newest = {(one.turn, one.start, one.end): one for one in corrections}
    by_turn: dict[int, list[tuple[Segment, int, int]]] = {}
    for one in segments:
        by_turn.setdefault(one.turn, []).append((one, *_trimmed(one)))
    fitting: dict[tuple[int, int, int], Correction] = {}
    lost: list[Correction] = []
    for correction in newest.values():
        near = by_turn.get(correction.turn, ())
        segment = next((one for one, start, end in near if _same(correction, one, start, end)), None)
        if segment is not None:
            fitting[(segment.turn, segment.start, segment.end)] = correction
        elif correction.code is not None:
            lost.append(correction)
    done = (one.corrected(found.code) if (found := fitting.get((one.turn, one.start, one.end))) else one for one in segments)
    return tuple(done), tuple(lost)


def _trimmed(segment: Segment) -> tuple[int, int]:
    lead = len(segment.text) - len(segment.text.lstrip())
    return segment.start + lead, segment.start + len(segment.text.rstrip())


def _same(correction: Correction, segment: Segment, start: int, end: int) -> bool:
    """Whether a correction of the segment's turn is about it: its edges may differ by white space only."""
    return segment.start <= correction.start <= start and end <= correction.end <= segment.end
