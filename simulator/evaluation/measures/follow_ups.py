"""Which questions and reflections take up what the rep has just said.

One does when any of these holds:
1. it shares a content word with the rep's last turn (stems, so that "slips" takes up "slipped");
2. it is a follow-up by its form: "tell me more", "what else", "how so", "what happened then", "for example?";
3. it points back with a "that", "this", "those" or "these" that stands for the rep's words ("How did that feel?").
Rules 2 and 3 read English. What was said before the rep's first words has nothing to take up and is not counted.
"""

import re
from functools import lru_cache
from typing import Final

from simulator.conversation import Segment
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case, once
from simulator.language.content_words import content_words
from simulator.language.words import ENGLISH

_FORMS: Final = re.compile(
    r"""\b(
        (tell|say|hear|know)\ (me\ )?(a\ (bit|little)\ )?more | (what|who|where|anything|anyone)\ else | go\ on | how\ (so|come
        |do\ you\ mean)
      | in\ what\ (way|sense) | what\ (do|did)\ you\ mean | what\ happened\ (then|next|after) | and\ then | for\ (example
      |instance) | such\ as
      | like\ what | say\ more | why\ is\ (that|it) | (what|where)\ (did|does|would)\ (that|it)\b | what\ makes\ you\ (say|think|feel)
      | (can|could)\ you\ (expand|elaborate|give\ me\ an\ example)
    )\b""",
    re.VERBOSE,
)
_POINTS_BACK: Final = re.compile(
    r"""\b(that|this|those|these)\b(?=
        \s*[?.!,;:…—–-] | \s*$
      | \s+(for|to)\ (you|them|him|her|us)\b
      | \s+(mean|feel|felt|sit|land|look|sound|come|came|go|went|work|happen|make|made|makes|leave|left|affect|bother|matter|hit
      |cost|start|change|
          was|is|must|would|has|had|hard|difficult|important|possible|easier|happening|worrying)\b
    )""",
    re.VERBOSE,
)


@once
def follow_ups(case: Case) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The asks and reflections that take something up, and all that could have."""
    could = tuple(one for one in case.of(*QUESTIONS, *GIVEN_BACK) if case.rep_before(one.turn))
    return tuple(one for one in could if takes_up(one.text, _said(case, one))), could


@lru_cache(maxsize=4_000)
def takes_up(words: str, said: str) -> bool:
    """Whether `words` take up something of `said`."""
    if not said.split():
        return False
    if not content_words(words, ENGLISH).isdisjoint(content_words(said, ENGLISH)):
        return True
    small = words.lower()
    return bool(_FORMS.search(small) or _POINTS_BACK.search(small))


def _said(case: Case, segment: Segment) -> str:
    turn = case.rep_before(segment.turn)
    return turn.text if turn else ""
