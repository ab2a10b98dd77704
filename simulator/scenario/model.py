"""A role-play scenario: who the rep is, what they know, what earns it, and the lines they say.

One scenario is one YAML file. Every field is described here; `simulator scenarios schema` prints the JSON schema made
from these descriptions, so that an editor can complete and check a file while it is written.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from simulator.codes import Code
from simulator.reading import AnswerKind
from simulator.scenario.coherence import clashes
from simulator.scenario.depth import Aside, Detail, Mention, Public, StandingAnswer, StandingQuestion
from simulator.scenario.part import Asked, Line, Name, Note, Part, Share, Slug, Title, can_be_read


class Stance(StrEnum):
    """What a situation calls for."""

    COACH = "coach"
    LEAD = "lead"
    MANAGE = "manage"


class Layer(StrEnum):
    """How deep a fact lies."""

    SURFACE = "surface"
    CONCERN = "concern"
    ROOT = "root"

    @property
    def weight(self) -> int:
        """What eliciting such a fact counts in the discovery measure: 1, 2, 3 from the surface down."""
        return {Layer.SURFACE: 1, Layer.CONCERN: 2, Layer.ROOT: 3}[self]


class Style(StrEnum):
    """A persona's way of being in a talk; it sets how fast they warm and cool."""

    GUARDED = "guarded"
    TALKATIVE = "talkative"
    PLEASING = "pleasing"
    CYNICAL = "cynical"
    ANALYTICAL = "analytical"
    ANXIOUS = "anxious"
    PROUD = "proud"
    TIRED = "tired"


class Persona(Part):
    """The rep as a person."""

    name: Name
    """First name and family name."""
    called: Name | None = None
    """What people call them, where that is not the first word of the name: Mei Ling, Bron."""
    role: Line
    """Job title and patch, as on a business card."""
    background: Note
    """Who they are: history, strengths, what happened lately that the manager knows too. No secrets: it goes to the model at once."""
    speech: Note
    """How they talk: sentence length, pet words, humour, what they do when uneasy."""
    protects: Note
    """What they protect when pressed, in general words that give no fact away (pride, peace, a promise)."""
    style: Style
    """Their way of being in a talk; sets how fast they warm and cool."""
    openness: Share = 0.3
    """How open they are when the talk begins: 0 shut, 1 nothing held back."""

    @property
    def first_name(self) -> str:
        """What the manager calls them."""
        return self.called or next(word for word in self.name.split() if can_be_read(word))


class Brief(Part):
    """What the manager knows and wants, going in."""

    situation: Note
    """What happened, as the manager sees it. Two to four sentences."""
    aim: Note
    """What a good outcome of this talk would be, in one or two sentences."""
    known: list[Line] = Field(min_length=2, max_length=6)
    """Plain facts the manager has at hand: numbers, dates, what others said."""


class Needs(Part):
    """What earns a fact or an idea. All conditions hold at once."""

    openness: Share = 0.0
    """The rep must be at least this open. Surface facts about 0 to 0.3, concerns 0.3 to 0.5, roots 0.5 to 0.7."""
    after: list[Slug] = Field(default_factory=list)
    """Ids of facts that must have been disclosed before."""
    by: list[Code] = Field(default_factory=list)
    """Codes of the manager's words that can open it; empty means any question or listening act."""


class Fact(Part):
    """Something the rep knows and the manager does not yet."""

    id: Slug
    """Short name, unique within the scenario."""
    layer: Layer
    """surface: said readily; concern: said when it feels safe; root: said when they feel understood."""
    summary: Line
    """The fact in the third person, as the debrief tells it: "The champion left in March.\""""
    cues: list[Line] = Field(min_length=4, max_length=14)
    """Questions and reflections that ask for this fact, in a manager's varied words. The turn is matched to them by meaning."""
    asked: Asked = Field(default_factory=list)
    """Turns in which people have asked for it, as they put it."""
    lines: list[Line] = Field(min_length=1, max_length=4)
    """How the rep says it, in their own voice. One of them is said in a talk; another talk may hear another."""
    needs: Needs = Needs()
    """What earns it."""
    opener: Line
    """One open question that would have opened it, shown in the debrief when it was missed."""
    details: list[Detail] = Field(default_factory=list, max_length=12)
    """What else there is to it, for who asks on once it is out."""
    not_yet: list[Line] = Field(default_factory=list, max_length=4)
    """Asked for it before it is earned: how they step aside on this very subject. Empty: the deflections."""


class Pledge(Part):
    """How the rep commits at the end."""

    lines: list[Line] = Field(min_length=2, max_length=6)
    """The words of it."""
    what: Line
    """What they will do, in the third person."""
    when: Line
    """By when."""


class Idea(Part):
    """Something the rep can come up with if asked."""

    id: Slug
    """Short name, unique within the scenario."""
    summary: Line
    """The idea in the third person, as the debrief tells it."""
    cues: list[Line] = Field(min_length=2, max_length=12)
    """Questions that invite it, beyond the general "what could you try?" which always does."""
    asked: Asked = Field(default_factory=list)
    """Turns in which people have asked for it, as they put it."""
    lines: list[Line] = Field(min_length=1, max_length=3)
    """How the rep offers it."""
    told: list[Line] = Field(min_length=2, max_length=8)
    """The same idea as a manager would give it away as advice or an order; used to see whose idea it is."""
    needs: Needs = Needs()
    """What earns it."""
    details: list[Detail] = Field(default_factory=list, max_length=12)
    """What else there is to it: the first step (what), when, with whom (who)."""
    pledge: Pledge | None = None
    """How they promise this very idea. Empty: `commitments.own`."""


class Misreading(Part):
    """A wrong picture of them that a manager may give back, and how they put it right."""

    heard: list[Line] = Field(min_length=2, max_length=8)
    """The wrong picture as a reflection or a summary would put it; clearly other in meaning than any fact."""
    lines: list[Line] = Field(min_length=1, max_length=3)
    """How they put it right: what it is not, and nothing that has to be earned."""


class Reactions(Part):
    """What the rep says when a turn opens no fact and no idea. Each list is used from the first line to the last, each line once."""

    told: list[Line] = Field(min_length=4)
    """Given advice, an order or an explanation: they go along without conviction, or close up a little."""
    told_clearly: list[Line] = Field(default_factory=list)
    """Lead and manage scenarios: told a decision fairly, with its reason. They may not like it, and take it seriously. At least 3."""
    sold: list[Line] = Field(min_length=3)
    """Persuaded, pushed, promised things: they back away politely or push back."""
    led: list[Line] = Field(min_length=3)
    """Asked a question that holds the answer: they notice."""
    criticised: list[Line] = Field(min_length=3)
    """Blamed or judged: they defend themselves or go flat."""
    asked_open: list[Line] = Field(min_length=4)
    """Asked openly about something that opens nothing new: they think aloud without giving anything new away."""
    asked_closed: list[Line] = Field(min_length=4)
    """Asked for a yes, a no or a number: short answers that fit nearly any such question."""
    asked_leave: list[Line] = Field(min_length=3)
    """Asked whether the manager may offer a thought, or told that the choice is theirs: they let it happen, in few words."""
    heard: list[Line] = Field(min_length=4)
    """Their meaning or feeling given back rightly: relief, "yes, exactly", a bit more colour, nothing new disclosed."""
    praised: list[Line] = Field(min_length=3)
    """A strength, an effort or a feeling named: pleased, shy or wary, by persona."""
    ignored: list[Line] = Field(min_length=4)
    """Small talk, an empty "okay", a change of subject: they wait, fill in a little, or wonder."""
    silent: list[Line] = Field(min_length=3)
    """Left a silence in which nothing comes out: what they say into it, by persona."""


class Commitments(Part):
    """The two ways a talk can end with a promise."""

    own: Pledge
    """Asked what they will do, with ideas of their own on the table: who, what, when, and they mean it."""
    imposed: Pledge
    """Told what to do and asked to confirm: they obey without following."""


class Closings(Part):
    """The rep's last words, once a talk."""

    warm: list[Line] = Field(min_length=2)
    """They felt heard."""
    cool: list[Line] = Field(min_length=2)
    """They did not."""


class Rubric(Part):
    """Where this scenario judges otherwise than its stance does."""

    ask_listen_share: tuple[Share, Share] | None = None
    """Band of (ask + listen) / (ask + listen + told) that counts as balanced, low and high end. Empty: the stance's own band."""


class Debrief(Part):
    """What is told once the talk is over."""

    story: Note
    """What was really going on, told plainly once the talk is over."""
    good: Note
    """What a good talk does here, and why this stance."""


class Scenario(Part):
    """One role-play: a person, a problem, what is hidden, and what opens it."""

    id: Slug
    """Short name; the file is named after it."""
    version: int = Field(ge=1)
    """Raise it when a change makes scores incomparable."""
    title: Title
    """The headline of the card, as a manager would put it."""
    summary: Line
    """One or two sentences for the card."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    """Two-letter code of the language it is played in."""
    stance: Stance
    """What the moment calls for: coach (ask and listen), lead (give direction and reason, then listen), manage (be clear and fair)."""
    difficulty: int = Field(ge=1, le=5)
    """1 forgiving to 5 hard: how fast openness is lost and how slowly it is won."""
    skills: list[Slug] = Field(min_length=1, max_length=6)
    """What it trains, as short names to filter by: forecasting, listening, retention …"""
    symptoms: list[Line] = Field(min_length=5, max_length=20)
    """The problem as managers put it, in many different words; this is what the search finds."""
    persona: Persona
    """The rep."""
    brief: Brief
    """What the manager reads before the talk."""
    facts: list[Fact] = Field(min_length=6, max_length=14)
    """What the rep knows; at least one fact of each layer."""
    ideas: list[Idea] = Field(min_length=3, max_length=8)
    """What the rep can come up with."""
    misreadings: list[Misreading] = Field(min_length=2, max_length=6)
    """Wrong pictures the rep puts right."""
    opening: list[Line] = Field(min_length=1, max_length=3)
    """The rep's first words, before the manager has said anything."""
    reactions: Reactions
    """Lines for turns that open nothing."""
    standing: dict[StandingQuestion, StandingAnswer] = Field(default_factory=dict)
    """Answers to the questions that every coach asks. What is left out falls back on the style's."""
    public: list[Public] = Field(default_factory=list, max_length=16)
    """What the manager knows already, and the rep's side of it."""
    mentions: list[Mention] = Field(default_factory=list, max_length=32)
    """Who and what the lines name, for "Who is Merv?"; known once it was named."""
    asides: dict[Aside, list[Line]] = Field(default_factory=dict)
    """Lines for what is about no topic: small talk, an apology, contempt. What is left out falls back on the style's."""
    unknown: dict[AnswerKind, list[Line]] = Field(default_factory=dict)
    """Asked for what they do not know or nothing above answers, by the kind of answer. What is left out falls back on the style's."""
    deflections: list[Line] = Field(min_length=5)
    """Asked for what is not earned yet: they step aside without lying."""
    commitments: Commitments
    """How they commit."""
    closings: Closings
    """Their last words."""
    rubric: Rubric = Rubric()
    """Exceptions from the stance's own bands."""
    debrief: Debrief
    """What the manager reads afterwards."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        """Ids are unique, conditions name facts that exist and can be met in some order, no line is written twice."""
        found = [
            InitErrorDetails(
                type=PydanticCustomError("clash", "{problem}", {"problem": clash.problem, "hint": clash.hint}), loc=clash.where, input=None
            )
            for clash in clashes(self.model_dump(mode="json"))
        ]
        if found:
            raise ValidationError.from_exception_data(type(self).__name__, found)
        return self

    def fact(self, name: str) -> Fact:
        """The fact of that id; KeyError if there is none."""
        return {fact.id: fact for fact in self.facts}[name]

    def facts_named(self, names: Iterable[str]) -> tuple[Fact, ...]:
        """The facts of these ids, in that order; an id that a fact had in another version of the scenario is passed over."""
        known = {fact.id: fact for fact in self.facts}
        return tuple(known[name] for name in names if name in known)

    def idea(self, name: str) -> Idea:
        """The idea of that id; KeyError if there is none."""
        return {idea.id: idea for idea in self.ideas}[name]

    def spoken(self) -> list[str]:
        """Every line the rep can say."""
        depth: list[Iterable[str]] = [[detail.line for detail in details] for details in self._details()]
        depth += [*(fact.not_yet for fact in self.facts), *(idea.pledge.lines for idea in self.ideas if idea.pledge)]
        depth += [lines for answer in self.standing.values() for lines in (answer.guarded, answer.open)]
        depth += [*(one.lines for one in self.public), *(one.lines for one in self.mentions), *self.asides.values(), *self.unknown.values()]
        return [*self.plot(), *(line for group in depth for line in group)]

    def _details(self) -> Iterable[list[Detail]]:
        yield from (fact.details for fact in self.facts)
        yield from (idea.details for idea in self.ideas)

    def plot(self) -> list[str]:
        """The lines that carry every talk, in the file's order: what is there is to hear in them, whatever is asked besides."""
        groups: list[list[str]] = [self.opening, *(fact.lines for fact in self.facts), *(idea.lines for idea in self.ideas)]
        groups += [getattr(self.reactions, name) for name in Reactions.model_fields]
        groups += [*(misreading.lines for misreading in self.misreadings), self.deflections]
        groups += [self.commitments.own.lines, self.commitments.imposed.lines, self.closings.warm, self.closings.cool]
        return [line for group in groups for line in group]


def json_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of a scenario file."""
    schema = Scenario.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
