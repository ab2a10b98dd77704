"""What people put right in a labeller's codes. It is kept beside the code, never over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from simulator.codes import Code
from simulator.conversation import Segment

Span = tuple[int, int, int]
"""Words of a talk: their turn, where they begin in it, and the first character behind them."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A person's code for the words of turn `turn` from `start` to `end`; None says that the labeller's own is right.

    `by` is the id of who made it, empty for the player of the talk themself, and `reason` why they did; a player need give none.
    `made_at` (UTC) and `labelled`, the labeller's own code, are known of one that is kept; they do not make it another one.
    """

    turn: int
    start: int
    end: int
    code: Code | None
    made_at: datetime | None = field(default=None, compare=False)
    labelled: Code | None = field(default=None, compare=False)
    by: str = ""
    reason: str = ""

    @property
    def span(self) -> Span:
        """Which words it is about."""
        return self.turn, self.start, self.end


def applied(segments: Sequence[Segment], corrections: Sequence[Correction]) -> tuple[tuple[Segment, ...], tuple[Correction, ...]]:
    """The segments with the newest correction of each, and the corrections that fit no segment any more.

    `corrections` are in the order in which they were made.
    """
    fitting: dict[int, Correction] = {}
    lost: dict[Span, Correction] = {}
    for correction, place in placed(segments, corrections):
        if place is None:
            lost[correction.span] = correction
        else:
            fitting[place] = correction
    done = (
        one.corrected(found.code, signed=bool(found.by)) if (found := fitting.get(place)) else one for place, one in enumerate(segments)
    )
    return tuple(done), tuple(one for one in lost.values() if one.code is not None)


def placed(segments: Sequence[Segment], corrections: Sequence[Correction]) -> Iterator[tuple[Correction, int | None]]:
    """Each correction, and the place of the segment that it is about; None where it fits none.

    It fits the segment that covers the same characters, white space at the ends aside: a later labeller may cut the turn in another place.
    """
    by_turn: dict[int, list[tuple[int, Segment, int, int]]] = {}
    for place, one in enumerate(segments):
        by_turn.setdefault(one.turn, []).append((place, one, *_trimmed(one)))
    for correction in corrections:
        near = by_turn.get(correction.turn, ())
        yield correction, next((place for place, one, start, end in near if _same(correction, one, start, end)), None)


def waiting(segments: Sequence[Segment], own: Sequence[Correction], signed: Sequence[Correction]) -> dict[int, Correction]:
    """By the place of its segment, what the player thinks it is where that does not count, and nobody has said yes or no to it since.

    `own` are the player's corrections, `signed` those of others, each in the order in which they were made.
    """
    said = {place: one for one, place in placed(segments, own) if place is not None}
    since = {place: one for one, place in placed(segments, signed) if place is not None}

    def decided(place: int, one: Correction) -> bool:
        answer = since.get(place)
        return bool(answer and answer.made_at and one.made_at and answer.made_at >= one.made_at)

    return {
        place: one
        for place, one in said.items()
        if (one.code or segments[place].first_code) is not segments[place].code and not decided(place, one)
    }


def _trimmed(segment: Segment) -> tuple[int, int]:
    lead = len(segment.text) - len(segment.text.lstrip())
    return segment.start + lead, segment.start + len(segment.text.rstrip())


def _same(correction: Correction, segment: Segment, start: int, end: int) -> bool:
    """Whether a correction of the segment's turn is about it: its edges may differ by white space only."""
    return segment.start <= correction.start <= start and end <= correction.end <= segment.end
