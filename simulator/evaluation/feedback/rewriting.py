"""Up to three of the manager's own tells, each turned into an open question that could have stood in its place.

The tells are those that cost most: in a coach scenario advice and leading questions first, dearer still before the rep
has been asked twice; in a lead or manage scenario never a decision or an order, which are right there. A question is
made from the tell's own phrase and from what the rep had just said; where neither gives anything, there is no rewrite.
"""

import re
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment, words_in
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.echo import echo
from simulator.evaluation.feedback.frames import LEADS, SHORT_ECHO, Frame, frames
from simulator.evaluation.feedback.proposal import proposal
from simulator.evaluation.measures.reading import english, in_english
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Rewrite
from simulator.language.content_words import content_words
from simulator.scenario.model import Stance

MOST: Final = 3
COST: Final[dict[Stance, dict[Code, int]]] = {
    Stance.COACH: {Code.ADVICE: 5, Code.LEADING_QUESTION: 5, Code.PERSUASION: 4, Code.CRITICISM: 4, Code.INSTRUCTION: 3},
    Stance.LEAD: {Code.LEADING_QUESTION: 5, Code.PERSUASION: 5, Code.CRITICISM: 4, Code.ADVICE: 2},
    Stance.MANAGE: {Code.LEADING_QUESTION: 5, Code.CRITICISM: 5, Code.PERSUASION: 4},
}
"""What a tell costs here; a code that is not named is not rewritten."""
EARLY: Final = 2
"""What it costs more before the rep has been asked two open questions."""
SHORTEST: Final = 3
"""Words; in less there is nothing to turn into a question."""
BAD_PLACE: Final = 3
"""What a second tell of the same turn counts less, so that the rewrites show different moments."""


def rewrites(case: Case) -> tuple[Rewrite, ...]:
    """The rewrites in the order of the talk; none for a talk in another language than English."""
    if english(case):
        return ()
    made: list[Rewrite] = []
    used: set[Frame] = set()
    said: set[str] = set()
    taken: set[int] = set()
    openly = [(one.turn, one.start) for one in case.of(Code.OPEN_QUESTION)][:2]
    tells = [one for one in case.told if one.code in COST[case.stance] and one.words >= SHORTEST]
    # The dearest first, of two alike the earlier; one of a turn that is taken goes back once, for less.
    waiting = [(-_cost(case.stance, one, openly), one.turn, one.start, False, one) for one in tells]
    heapify(waiting)
    while waiting and len(made) < MOST:
        cost, turn, start, again, dearest = heappop(waiting)
        if not in_english(case, turn):
            continue
        if turn in taken and not again:
            heappush(waiting, (cost + BAD_PLACE, turn, start, True, dearest))
        elif rewrite := _rewrite(case, dearest, used, said, LEADS[len(made)]):
            made.append(rewrite)
            taken.add(turn)
    return tuple(sorted(made, key=lambda one: (one.quote.turn, one.quote.start)))


_APPEAL: Final = re.compile(r"^\s*(?:trust|believe) me[,.!:\s]+", re.IGNORECASE)
"""What asks for faith in front of a pitch is no part of what it offers."""


def _cost(stance: Stance, segment: Segment, openly: Sequence[tuple[int, int]]) -> int:
    """What a tell costs; `openly` is where the first two open questions were asked."""
    early = sum(place < (segment.turn, segment.start) for place in openly) < 2
    return COST[stance][segment.code] + (EARLY if early else 0)


def _rewrite(case: Case, segment: Segment, used: set[Frame], said: set[str], lead: str) -> Rewrite | None:
    found = verified(case.talk, [quote(segment)])
    before = case.rep_before(segment.turn)
    rep_said = before.text if before and in_english(case, before.number) else ""
    built = _question(segment.text, segment.code, rep_said, used, said, lead)
    if not found or built is None:
        return None
    question, frame = built
    used.add(frame)
    return Rewrite(quote=found[0], code=segment.code, question=question, why=frame.why)


def _question(tell: str, code: Code, rep_said: str, used: set[Frame], said: set[str], lead: str) -> tuple[str, Frame] | None:
    """A question and its frame, new to this scorecard; the rep's words are not given back twice either."""
    about = proposal(_APPEAL.sub("", tell), sold=code is Code.PERSUASION)
    words = echo(rep_said, tell)
    words = "" if words in said else words
    frame = next((one for one in frames(code, about, words) if one not in used), None)
    if frame is None:
        return None
    leads = "{echo}" not in frame.words and words_in(words) >= SHORT_ECHO and content_words(words)
    template = lead + frame.words if leads else frame.words
    if "{echo}" in template:
        said.add(words)
    gaps = {"{doing}": about.doing if about else "", "{base}": about.base if about else "", "{echo}": words}
    for gap, filling in gaps.items():
        template = template.replace(gap, filling)
    return template, frame
