"""Everything in a scenario that a manager's turn can be about, each with the texts that it is known by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from simulator.language.words import Words
from simulator.rep.heard import Subject
from simulator.rep.standing import Standing
from simulator.scenario.depth import Aside, Detail, StandingQuestion
from simulator.scenario.model import Scenario


class Questions(Words):
    """The questions that every coach asks, asides and invitations, in the many ways they are asked."""

    topic: ClassVar[str] = "questions"
    questions: dict[StandingQuestion, tuple[str, ...]]
    asides: dict[str, tuple[str, ...]]
    invitations: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answerable:
    """One thing to be asked about.

    `asks` are a trainer's words for how it is asked for, `asked` turns in which people did, `says` what else is known of it: the rep's
    words.
    """

    subject: Subject
    name: str = ""
    detail: int | None = None
    asks: tuple[str, ...]
    asked: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its name among all that there is: "fact:forecast", "fact:forecast/2" for a detail, "standing:tried", "invitation"."""
        owner = f"{self.subject.value}:{self.name}" if self.name else self.subject.value
        return owner if self.detail is None else f"{owner}/{self.detail}"


def answerables(scenario: Scenario) -> Iterator[Answerable]:
    """All that a turn in this scenario can be about."""
    for fact in scenario.facts:
        asks, says = (*fact.cues, fact.opener), (fact.summary, *fact.lines)
        yield Answerable(subject=Subject.FACT, name=fact.id, asks=asks, asked=tuple(fact.asked), says=says)
        yield from _details(Subject.FACT, fact.id, fact.details)
    for idea in scenario.ideas:
        says = (idea.summary, *idea.lines)
        yield Answerable(subject=Subject.IDEA, name=idea.id, asks=tuple(idea.cues), asked=tuple(idea.asked), says=says)
        yield from _details(Subject.IDEA, idea.id, idea.details)
    for place, public in enumerate(scenario.public):
        asks, asked, says = tuple(public.asks), tuple(public.asked), tuple(public.lines)
        yield Answerable(subject=Subject.PUBLIC, name=str(place), asks=asks, asked=asked, says=says)
    yield from _of_every_talk(scenario.language)


def mentions(scenario: Scenario) -> Iterator[Answerable]:
    """Who and what the lines name; a turn is about one by its name (`mentions.py`), so these need no vectors."""
    for place, one in enumerate(scenario.mentions):
        yield Answerable(subject=Subject.MENTION, name=str(place), asks=tuple(one.names), says=tuple(one.lines))


def _details(subject: Subject, name: str, details: list[Detail]) -> Iterator[Answerable]:
    for place, detail in enumerate(details):
        asks, asked = tuple(detail.asks), tuple(detail.asked)
        yield Answerable(subject=subject, name=name, detail=place, asks=asks, asked=asked, says=(detail.line,))


def _of_every_talk(language: str) -> Iterator[Answerable]:
    words = Questions.of(language)
    for question, asks in words.questions.items():
        yield Answerable(subject=Subject.STANDING, name=question.value, asks=asks)
    for aside, asks in words.asides.items():
        yield Answerable(subject=Subject.ASIDE, name=Aside(aside).value, asks=asks)
    yield Answerable(subject=Subject.INVITATION, asks=words.invitations)


def turns(scenario: Scenario) -> Iterator[Answerable]:
    """What a turn can say besides: a wrong picture given back, an idea given away, options or a promise asked for, a farewell."""
    for place, misreading in enumerate(scenario.misreadings):
        yield Answerable(subject=Subject.WRONG, name=str(place), asks=tuple(misreading.heard))
    for idea in scenario.ideas:
        yield Answerable(subject=Subject.GIVEN, name=idea.id, asks=tuple(idea.told))
    for name, asks in Standing.of(scenario.language):
        yield Answerable(subject=Subject.TURN, name=name, asks=asks)
