"""What a person of a style says where their scenario leaves it out: lines good enough to practise with, a file a language."""

from collections.abc import Mapping
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from simulator.language.words import Words
from simulator.reading import AnswerKind
from simulator.scenario.depth import Aside, StandingAnswer, StandingQuestion
from simulator.scenario.model import Scenario, Style

_NONE: Final = StandingAnswer.model_construct(guarded=[], open=[])


class OfStyle(BaseModel):
    """The lines of one style."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    asides: Mapping[Aside, tuple[str, ...]]
    unknown: Mapping[AnswerKind, tuple[str, ...]]


class Fallback(Words):
    """Lines by style; the answers to standing questions are the same for all, since they say little."""

    topic: ClassVar[str] = "fallback"
    styles: dict[Style, OfStyle]
    standing: dict[StandingQuestion, StandingAnswer]


def aside_lines(scenario: Scenario, aside: Aside) -> list[str]:
    """The scenario's lines for an aside, then its style's."""
    return [*scenario.asides.get(aside, ()), *_of(scenario).asides.get(aside, ())]


def unknown_lines(scenario: Scenario, kind: AnswerKind) -> list[str]:
    """The scenario's lines for a question of the kind that nothing answers, then its style's."""
    return [*scenario.unknown.get(kind, ()), *_of(scenario).unknown.get(kind, ())]


def standing_lines(scenario: Scenario, question: StandingQuestion, *, open_to: bool) -> list[str]:
    """The scenario's answers to a standing question, then those that fit anybody."""
    own, anybody = scenario.standing.get(question, _NONE), Fallback.of(scenario.language).standing[question]
    return [*own.open, *anybody.open] if open_to else [*own.guarded, *anybody.guarded]


def _of(scenario: Scenario) -> OfStyle:
    return Fallback.of(scenario.language).styles[scenario.persona.style]


def sayable(scenario: Scenario) -> list[str]:
    """Every line the rep can say, with those that its style lends it."""
    of_style, anybody = _of(scenario), Fallback.of(scenario.language).standing
    lent = [*of_style.asides.values(), *of_style.unknown.values(), *((*one.guarded, *one.open) for one in anybody.values())]
    return [*scenario.spoken(), *(line for lines in lent for line in lines)]
