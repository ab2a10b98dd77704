"""The model's voice: a language model says what the mind has decided, in the rep's own way.

It is given the person, the talk so far, what is already out, and the one act of this turn with its substance. Nothing
unearned is in a `Direction`, so nothing unearned is in a prompt.
"""

from collections.abc import Iterator

from simulator.conversation import Conversation, Speaker
from simulator.llm.chat import ChatModel, Message
from simulator.llm.errors import no_words
from simulator.llm.prompts import load
from simulator.rep.acts import Acts
from simulator.rep.intent import Direction
from simulator.rep.prelude import spoken

MOST_TURNS = 24
MOST_CHARACTERS = 12_000
"""As much of the talk's end goes along; facts that came out earlier are in the prompt anyway."""
BEGIN = "(The manager looks up as you come in.)"


class ModelVoice:
    """Says a turn through a language model."""

    scripted = False

    def __init__(self, model: ChatModel) -> None:
        """Speak through `model`."""
        self._model = model
        self.name = model.name

    def speak(self, direction: Direction) -> Iterator[str]:
        """Say the turn as it comes; a name tag, gesture or quotation mark in front is left out.

        Raises:
            ModelError: the model did not answer, or stopped in the middle.
        """
        silent = True
        for words in spoken(self._model.stream(messages(direction)), direction.persona.name):
            silent = False
            yield words
        if silent:
            raise no_words(self.name)


def messages(direction: Direction) -> list[Message]:
    """What the model is sent: the part it plays, then the talk with the rep as the assistant."""
    persona, words = direction.persona, Acts.of()
    system = load("rep").render(
        name=persona.name,
        role=persona.role,
        background=persona.background,
        speech=persona.speech,
        protects=persona.protects,
        situation=direction.situation,
        mood=words.mood(direction.openness),
        known="\n".join(f"- {fact}" for fact in direction.disclosed) or "Nothing of note yet.",
        asked=words.asked(direction.asked),
        act=words.acts[direction.intent.act].does,
        substance=words.substance(direction.intent),
        language=direction.language,
    )
    return [Message(role="system", text=system), *_talk(direction.talk)]


def _talk(talk: Conversation) -> list[Message]:
    """The last turns, roles flipped: the rep is the assistant. A model expects the other side to begin."""
    said: list[Message] = []
    room = MOST_CHARACTERS
    for turn in reversed(talk.turns[-MOST_TURNS:]):
        room -= len(turn.text)
        if room < 0 and said:
            break
        said.append(Message(role="assistant" if turn.speaker is Speaker.REP else "user", text=turn.text))
    said.reverse()
    if said and said[0].role == "user":
        return said
    shortened = len(said) < len(talk)
    return said[1:] if shortened and len(said) > 1 else [Message(role="user", text=BEGIN), *said]
