"""A language model understands a turn: the same values as the built-in network's, all of them ids and names from closed lists.

It may be shown what is not earned yet, since it has no words to give it away with: an answer that is not all of the lists is refused, and
nothing of it reaches a voice, a page or a log but through the mind's own rules.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import GenericAlias
from typing import Any, Final, Literal

from pydantic import BaseModel, Field, create_model

from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker
from simulator.llm.chat import ChatModel, Message
from simulator.llm.patience import Deadline
from simulator.llm.prompts import load
from simulator.reading import AnswerKind, Deed
from simulator.rep.answerable import Answerable, answerables, mentions
from simulator.rep.budget import CHARACTERS_A_TOKEN
from simulator.rep.heard import About, Heard, Subject
from simulator.rep.mentions import spoken_of
from simulator.scenario.model import Scenario
from simulator.state import RepState

MOST_ABOUT: Final = 3
TURNS_BEFORE: Final = 8
"""As much of the talk goes along; what came out earlier is in the list of what was spoken of."""
SHOWN: Final = {Subject.FACT: 3, Subject.IDEA: 2}
"""How many of its texts a thing is shown with; the others with one."""
NONE: Final = "none"


@dataclass(frozen=True, kw_only=True)
class ModelMind:
    """Understands turns through `model`; after `patience` seconds the built-in network takes the turn."""

    model: ChatModel
    patience: float

    def hear(self, scenario: Scenario, state: RepState, talk: Conversation, heard: Heard) -> tuple[Heard, int, int]:
        """What `heard` is in the model's eyes, and the tokens that it read and wrote.

        Raises:
            PromptError, ModelError: there is no answer in time, or none of that form.
        """
        things = [one for one in answerables(scenario) if one.detail is None or one.name in state.out]
        there = spoken_of(scenario, state.said, talk.turns[-2].text if len(talk) > 1 else "")
        things += [one for place, one in enumerate(mentions(scenario)) if place in there]
        text = _prompt(scenario, state, talk, heard.segments, things)
        schema = form(scenario, things)
        answer, tokens = self.model.counted([Message(role="user", text=text)], schema, Deadline.after(self.patience))
        written = answer.model_dump(mode="json")
        return (
            _taken_in(heard, written, things),
            tokens.read or len(text) // CHARACTERS_A_TOKEN,
            tokens.written or len(str(written)) // CHARACTERS_A_TOKEN,
        )


def form(scenario: Scenario, things: Sequence[Answerable]) -> type[BaseModel]:
    """The form of the answer: every value one of a list."""
    pictures = [str(place) for place in range(len(scenario.misreadings))]
    values: dict[str, Any] = {
        "about": (_some_of(one.key for one in things), Field(description="ids, the likeliest first")),
        "kind": (_one_of([NONE, *AnswerKind]), Field(description="the kind of answer asked for")),
        "deeds": (_some_of(Deed), Field(description="what the turn does besides")),
        "misread": (_one_of([NONE, *pictures]), Field(description="the wrong picture that is given back")),
        "given": (_some_of([idea.id for idea in scenario.ideas] or [NONE]), Field(description="ideas given away as advice")),
        "codes": (_some_of(Code), Field(description="one code for each numbered stretch, in order")),
    }
    made: type[BaseModel] = create_model("Understood", **values)
    return made


def _one_of(names: Iterable[str]) -> Any:
    return Literal[tuple(str(name) for name in names)]


def _some_of(names: Iterable[str]) -> Any:
    return GenericAlias(list, (_one_of(names),))


def _taken_in(heard: Heard, answer: dict[str, Any], things: Sequence[Answerable]) -> Heard:
    """What was heard, with the model's values in the place of the network's."""
    by_key = {one.key: one for one in things}
    chosen = [by_key[key] for key in dict.fromkeys(answer["about"])][:MOST_ABOUT]
    kind = None if answer["kind"] == NONE else AnswerKind(answer["kind"])
    segments = heard.segments
    if len(answer["codes"]) == len(segments):
        segments = tuple(replace(one, code=Code(code)) for one, code in zip(segments, answer["codes"], strict=True))
    scorned = Deed.CONTEMPT in heard.deeds or any(one.code is Code.CRITICISM for one in segments)
    deeds = frozenset(Deed(one) for one in answer["deeds"] if one != Deed.CONTEMPT or scorned)
    asks = any("?" in one.text for one in segments)
    return replace(
        heard,
        segments=segments,
        about=tuple(About(subject=one.subject, name=one.name, detail=one.detail) for one in chosen),
        kind=kind,
        deeds=deeds | (heard.deeds & {Deed.CONTEMPT}),
        misread=None if answer["misread"] == NONE else int(answer["misread"]),
        given=tuple(one for one in dict.fromkeys(answer["given"]) if one != NONE),
        asks_options=kind is AnswerKind.OPTIONS,
        asks_commitment=kind is AnswerKind.COMMIT,
        says_goodbye=Deed.FAREWELL in deeds and not asks,
    )


def _prompt(scenario: Scenario, state: RepState, talk: Conversation, segments: Sequence[Segment], things: Sequence[Answerable]) -> str:
    before = [f"fact:{one.fact}" for one in state.disclosed] + [f"idea:{one.idea}" for one in state.ideas if one.idea]
    return load("mind").render(
        name=scenario.persona.first_name,
        situation=scenario.brief.situation,
        things="\n".join(f"{one.key}: {' / '.join(_known_by(one))}" for one in things),
        pictures="\n".join(f"{place}: {one.heard[0]}" for place, one in enumerate(scenario.misreadings)) or "none",
        ideas="\n".join(f"{idea.id}: {idea.summary}" for idea in scenario.ideas) or "none",
        before=", ".join([*before, *([f"now {state.subject}"] if state.subject else [])]) or "nothing yet",
        talk="\n".join(
            f"{scenario.persona.first_name if turn.speaker is Speaker.REP else 'Manager'}: {turn.text}"
            for turn in talk.turns[-TURNS_BEFORE:]
        ),
        segments="\n".join(f"{number}. {one.text.strip()}" for number, one in enumerate(segments, start=1)),
    )


def _known_by(thing: Answerable) -> tuple[str, ...]:
    """The texts that a thing is shown with: what it says of a fact or an idea comes first, else how it is asked for."""
    texts = (*thing.says, *thing.asks) if thing.detail is None and thing.subject in SHOWN else (*thing.asks[:1], *thing.says[:1])
    return texts[: SHOWN.get(thing.subject, 1) if thing.detail is None else 1]
