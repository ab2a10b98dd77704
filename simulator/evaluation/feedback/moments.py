"""The words for moments worth going back to."""

from typing import ClassVar

from simulator.evaluation.feedback.cues import Cue
from simulator.language.words import Words
from simulator.scenario.model import Layer


class Moments(Words):
    """What the best question did, `took` up or `left` to them, and what it `brought`; what a cue `showed`, and what came in its place."""

    topic: ClassVar[str] = "moments"
    took: str
    left: str
    brought: dict[Layer, str]
    brought_idea: str
    brought_words: str
    showed: dict[Cue, str]
    told_over: str
    passed_by: str
    could: str
