"""Turns of the corpus as they might also have been: a stretch of them, without what came before, without case and points, cut off."""

import random
import re
from dataclasses import replace
from typing import Final

from simulator.codes import Code
from simulator.language.content_words import word_set
from training.talks import Coded, Row

BARE: Final = 0.45
"""How often a turn is shown as a speech recogniser writes it, without case and points."""
ALONE: Final = 0.1
"""How often it is shown without what was said before."""
A_STRETCH: Final = 0.35
"""How often only one to three of its segments are shown."""


BROKEN: Final = 0.12
"""How often one of its segments is cut off in the middle."""
LONGEST_START: Final = 9
SHOWS_NOTHING: Final = 3
"""Words up to which what was cut off shows nothing of what it would have done; more of them keep their code."""
HANGING: Final = word_set("""
    a an the and but or so to of in on at with for from by is are was were be been am i you he she it we they my your our their his
    her its that this because if when what how which who do does did have has had can could would will should just um uh like about
    into as than not """)
"""Words on which nobody ends."""


def bare(text: str) -> str:
    """A text as a speech recogniser writes it."""
    kept = re.sub(r"[^\w\s'’&%$£€-]", " ", text.lower())
    return " ".join(re.sub(r"(?<!\w)[-']+|[-']+(?!\w)", " ", kept).split())


def stripped(turn: Coded) -> Coded:
    """The turn, and what was said before it, without case and points; segments that held nothing else are gone."""
    kept = [row._replace(text=text) for row in turn.rows if (text := bare(row.text))]
    return replace(turn, context=bare(turn.context)).having(kept)


def varied(turn: Coded, chance: random.Random) -> Coded:
    """The turn as it might also have been: a stretch of it, without what came before, without case and points."""
    if len(turn.parts) > 1 and chance.random() < A_STRETCH:
        count = chance.choice([1, 1, 2, 3])
        start = chance.randrange(max(1, len(turn.parts) - count + 1))
        turn = turn.having(turn.rows[start : start + count])
    if chance.random() < BROKEN:
        turn = broken_off(turn, chance)
    if chance.random() < ALONE:
        turn = replace(turn, context="")
    if chance.random() < BARE:
        turn = without if (without := stripped(turn)).parts else turn
    return turn


def broken_off(turn: Coded, chance: random.Random) -> Coded:
    """The turn with one segment cut off where nobody ends a sentence: up to three words show nothing and are social."""
    place = chance.randrange(len(turn.parts))
    words = turn.parts[place].split()
    ends = [count for count in range(1, min(len(words), LONGEST_START)) if _plain(words[count - 1]) in HANGING]
    if not ends:
        return turn
    count = chance.choice(ends)
    start = " ".join(words[:count]) + chance.choice(["", "", " -", "…"])
    rows = turn.rows
    kept = Row(start, Code.SOCIAL, Code.SOCIAL) if count <= SHOWS_NOTHING else rows[place]._replace(text=start)
    return turn.having([*rows[:place], kept, *rows[place + 1 :]])


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word.lower())
