"""What each level of each criterion means, in words to the manager, and how the criteria weigh in the score."""

from typing import Final

from simulator.scenario.model import Stance

NAMES: Final = {
    "balance": "Balance",
    "listening": "Listening",
    "questions": "Questions",
    "discovery": "Discovery",
    "ownership": "Ownership",
    "close": "Close",
    "clarity": "Clarity",
}
"""Criterion id to its name, in the order they are shown."""

LEVELS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "balance": (
        "There was hardly any room for them in it.",
        "You told much more than this moment asks for.",
        "You told more than this moment asks for.",
        "Close to the balance that this moment asks for.",
        "The balance fits this moment.",
    ),
    "balance_above": (
        "You kept asking where a plain word was needed, and they left without one.",
        "You held back much more than this moment asks for, and they had to guess where you stand.",
        "You held back more than this moment asks for.",
        "Close to the balance that this moment asks for, a little on the quiet side.",
        "The balance fits this moment.",
    ),
    "listening": (
        "They could not yet hear from you that they were heard.",
        "Here and there they could tell that you were listening.",
        "You listened, and some of it reached them.",
        "They could hear that you were with them.",
        "They were heard: you gave their meaning back and went on from it.",
    ),
    "questions": (
        "You asked nothing they could think about.",
        "Your questions asked for facts, or held your own answer.",
        "Some of your questions made them think.",
        "Most of your questions made them think.",
        "Your questions were open, came one at a time, and were really theirs to answer.",
    ),
    "discovery": (
        "What lies behind it stayed with them.",
        "You touched the surface of it.",
        "You found part of what lies behind it.",
        "You found much of what lies behind it.",
        "You got to the bottom of it.",
    ),
    "ownership": (
        "What comes next is not theirs yet.",
        "What comes next is yours more than theirs.",
        "What comes next is partly theirs.",
        "What comes next is mostly theirs.",
        "What comes next is theirs.",
    ),
    "close": (
        "The talk ended open: nobody said what happens next.",
        "Something was meant to follow, and it was left vague.",
        "There is a next step with a date.",
        "A next step with a date, and they said it when you asked.",
        "They said who does what by when, and you both know how you will look at it again.",
    ),
    "clarity": (
        "They could not yet know what is decided.",
        "They got one piece of it and had to guess the rest.",
        "They got half of what they need to act on it.",
        "Nearly all of it was clear.",
        "They know what is decided, why, what you expect and by when, and they could answer.",
    ),
}
"""Level 0 to 4 of each criterion; `balance_above` is Balance where there was more asking than the moment calls for."""

WEIGHTS: Final[dict[Stance, dict[str, int]]] = {
    Stance.COACH: {"balance": 20, "listening": 20, "questions": 15, "discovery": 15, "ownership": 15, "close": 15},
    Stance.LEAD: {"clarity": 25, "listening": 20, "balance": 15, "ownership": 15, "discovery": 10, "close": 10, "questions": 5},
    Stance.MANAGE: {"clarity": 35, "balance": 20, "listening": 15, "close": 15, "questions": 5, "discovery": 5, "ownership": 5},
}
"""What each criterion counts; each stance's weights add up to 100. A criterion without a weight is not given there."""
