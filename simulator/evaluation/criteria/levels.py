"""What each level of each criterion means, in words to the manager, and how the criteria weigh in the score."""

from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from simulator.language.words import Words
from simulator.scenario.model import Stance

Five = tuple[str, str, str, str, str]


class LevelTexts(BaseModel):
    """A criterion's name, and what its levels 0 to 4 mean; `instead`, by a word and a level, where a level came about another way."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    levels: Five
    instead: dict[str, str] = {}


class _Levels(Words):
    topic: ClassVar[str] = "levels"
    balance: LevelTexts
    listening: LevelTexts
    questions: LevelTexts
    discovery: LevelTexts
    ownership: LevelTexts
    close: LevelTexts
    clarity: LevelTexts


CRITERIA: Final = tuple(_Levels.model_fields)
"""Ids of the criteria, in the order they are shown."""


def texts(criterion: str) -> LevelTexts:
    """What is said of a criterion, by its id."""
    found: LevelTexts = getattr(_Levels.of(), criterion)
    return found


WEIGHTS: Final[dict[Stance, dict[str, int]]] = {
    Stance.COACH: {"balance": 20, "listening": 20, "questions": 15, "discovery": 15, "ownership": 15, "close": 15},
    Stance.LEAD: {"clarity": 25, "listening": 20, "balance": 15, "ownership": 15, "discovery": 10, "close": 10, "questions": 5},
    Stance.MANAGE: {"clarity": 35, "balance": 20, "listening": 15, "close": 15, "questions": 5, "discovery": 5, "ownership": 5},
}
"""What each criterion counts; each stance's weights add up to 100. A criterion without a weight is not given there."""
